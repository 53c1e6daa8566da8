// The search dialog in the header: opens with /, s or f, closes with Escape, arrows walk through the results.

import { asker } from "./ask.js";
import { element, ROOT } from "./dom.js";

const WAIT = 150; // milliseconds after the last key

const toggle = document.getElementById("__search");
const dialog = document.querySelector(".md-search");
const form = document.getElementById("zoekvenster");
const input = form.elements.q;
const list = dialog.querySelector("ol");
const ask = asker({
  status: document.getElementById("zoekvenster-stand"),
  filters: dialog.querySelector(".kb-search-filters"),
  list,
});
const all = element("a", { class: "kb-search-all" }, "Open als pagina");
list.after(all);

let timer;
let opener;

function open() {
  opener ??= document.activeElement;
  toggle.checked = true;
  input.focus();
  import("./index-client.js").then(({ openIndex }) => openIndex()).catch(() => {}); // the first question says what is wrong
}

function close() {
  toggle.checked = false;
  if (dialog.contains(document.activeElement)) (opener ?? document.body).focus?.();
  input.blur();
  opener = undefined;
}

function askSoon() {
  const page = new URL("zoeken/", ROOT);
  page.searchParams.set("q", input.value);
  all.href = page.href;
  all.hidden = !input.value.trim();
  clearTimeout(timer);
  timer = setTimeout(() => ask(input.value), WAIT);
}

function walk(step) {
  const stops = [input, ...list.querySelectorAll("a, button")];
  const at = stops.indexOf(document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
}

input.addEventListener("focus", open);
input.addEventListener("input", askSoon);
form.addEventListener("reset", () => setTimeout(() => (askSoon(), input.focus())));
form.addEventListener("submit", (event) => {
  const first = list.querySelector("a");
  if (!first) return;
  event.preventDefault();
  first.click();
});
toggle.addEventListener("change", () => (toggle.checked ? open() : close()));
dialog.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !dialog.contains(event.relatedTarget)) toggle.checked = false;
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (toggle.checked) {
    if (event.key === "Escape") close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && dialog.contains(document.activeElement)) (event.preventDefault(), walk(step));
  } else if (["/", "s", "f"].includes(event.key) && !event.target.closest("input, textarea, select, [contenteditable]")) {
    event.preventDefault();
    open();
  }
});
all.hidden = true;
