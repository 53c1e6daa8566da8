// Filters a long list that stands on the page: hides what does not hold all the words that are typed.

import { folded } from "./dutch.js";

for (const form of document.querySelectorAll("form[data-filter]")) filterOf(form);

// Makes a form filter the items of the list that it names.
function filterOf(form) {
  const list = document.getElementById(form.dataset.filter);
  const status = document.getElementById("kb-filter-status");
  const items = [...list.querySelectorAll(":scope > section > ul > li")].map((item) => [item, folded(item.textContent)]);
  const input = form.querySelector("input");
  const show = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    let number = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      number += !item.hidden;
    }
    for (const part of list.children) part.hidden = !part.querySelector(":scope > ul > li:not([hidden])");
    const told = `${number} ${number === 1 ? form.dataset.one : form.dataset.more}`;
    status.textContent = words.length ? (number ? told : `Geen ${form.dataset.one} met al deze woorden.`) : "";
  };
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (input.value) show();
}
