// Filters a long list that stands on the page: hides what does not hold all the words that are typed.
// The parts of the list are folded: what is found, or what an address leads to, unfolds.

import { decoded } from "./dom.js";
import { folded } from "./dutch.js";

for (const form of document.querySelectorAll("form[data-filter]")) filterOf(form);
addEventListener("hashchange", unfold);
unfold();

// Opens the part of the list that the address names.
function unfold() {
  const part = location.hash && document.getElementById(decoded(location.hash.slice(1)));
  const fold = part && part.querySelector(":scope > .kb-letter");
  if (fold) fold.open = true;
}

// Makes a form filter the items of the list that it names; an item is also found by the heading that it stands below.
function filterOf(form) {
  const list = document.getElementById(form.dataset.filter);
  const status = document.getElementById("kb-filter-status");
  const items = [...list.querySelectorAll(".kb-sources > li")].map((item) => {
    const head = item.closest(".kb-publisher").firstElementChild.textContent;
    return [item, folded(`${head} ${item.textContent}`)];
  });
  const input = form.querySelector("input");
  const show = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    let number = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      number += !item.hidden;
    }
    for (const part of list.querySelectorAll("section, .kb-publisher"))
      part.hidden = !part.querySelector(".kb-sources > li:not([hidden])");
    for (const fold of list.querySelectorAll(".kb-letter")) fold.open = words.length > 0;
    const told = `${number} ${number === 1 ? form.dataset.one : form.dataset.more}`;
    status.textContent = words.length ? (number ? told : `Geen ${form.dataset.one} met al deze woorden.`) : "";
  };
  input.addEventListener("input", show);
  // What is found stands there already; who asks for it is led to it.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    (status.textContent ? status : input).focus();
  });
  form.hidden = false;
  if (input.value) show();
}
