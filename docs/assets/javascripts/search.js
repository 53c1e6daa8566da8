// The search window: opens with its button, / (unless off, see page-keys.js) and Ctrl+K; arrows walk through the results.

import { element, ROOT } from "./dom.js";
import { asker, prepare } from "./search/ask.js";
import { forget, recent, remember } from "./search/recent.js";

const WAIT = 120; // milliseconds after the last key

const [button, dialog, input, before, all] = ["knop", "venster", "venster-vraag", "venster-eerder", "venster-alles"].map((id) =>
  document.getElementById(`zoek${id}`),
);
const ask = asker({
  status: document.getElementById("zoekvenster-stand"),
  answers: document.getElementById("zoekvenster-antwoord"),
  filters: document.getElementById("zoekvenster-filters"),
  list: document.getElementById("zoekvenster-lijst"),
});
let timer;

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  showRecent();
  prepare();
}

function askSoon() {
  showRecent();
  const question = input.value.trim();
  all.href = new URL(`zoeken/#${new URLSearchParams({ q: question })}`, ROOT).href;
  all.hidden = !question;
  clearTimeout(timer);
  timer = setTimeout(() => ask(input.value, true), WAIT);
}

// What was asked before, while nothing is asked now.
function showRecent() {
  const questions = input.value.trim() ? [] : recent();
  const again = (question) => madeButton(question, () => ((input.value = question), askSoon(), input.focus()));
  const wipe = madeButton("Wis deze lijst", () => (forget(), showRecent(), input.focus()));
  before.hidden = !questions.length;
  before.querySelector("ul").replaceChildren(...[...questions.map(again), wipe].map((made) => element("li", {}, made)));
}

function madeButton(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

function walk(step) {
  const stops = [input, ...dialog.querySelectorAll(".kb-search-answer a, .kb-search-list a, .kb-search-list button, #zoekvenster-eerder button")];
  const shown = stops.filter((stop) => stop.checkVisibility());
  shown.at((shown.indexOf(document.activeElement) + step) % shown.length).focus();
}

// A form that leads to the page with results: the question goes behind the #, where no server sees it.
function leadOn(event) {
  event.preventDefault();
  const question = event.target.elements.q.value;
  remember(question);
  location.assign(new URL(`#${new URLSearchParams({ q: question })}`, event.target.action));
}

for (const { form } of document.querySelectorAll("form[role=search] input[name=q]")) form.addEventListener("submit", leadOn);
button.addEventListener("click", open);
input.addEventListener("input", askSoon);
input.addEventListener("keydown", async (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  // What is shown may answer an earlier question.
  clearTimeout(timer);
  const { value } = input;
  if ((await ask(value, true)) && input.value === value && dialog.open) dialog.querySelector(".kb-search-answer a, .kb-search-list a")?.click();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".kb-search-close")) return dialog.close();
  const link = event.target.closest("a");
  if (!link) return;
  remember(input.value);
  // A link to the page that is open already moves within it.
  if (link.pathname === location.pathname) dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  walk(step);
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !controlK) return;
  event.preventDefault();
  open();
});
