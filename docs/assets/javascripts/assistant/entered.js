// The page of a list: what was entered so far, each item with the pages that ask for it, and a way to take it out.

import { nameNumbers } from "./figure-kind.js";
import { isFilled } from "./form.js";
import { headingOf } from "./pages.js";
import { element } from "../dom.js";
import { NOTE } from "./notes.js";
import { readBack } from "./read-back.js";

const MOST_SAID = 120; // signs of an item
const MOST_FIELDS = 2;

export function showEntered(list) {
  const items = [...list.querySelectorAll("[data-item]")];
  nameNumbers(list.closest("form"));
  list.querySelector("[data-entered]").replaceChildren(...items.map(entry));
}

function entry(item, index) {
  const pages = [...item.querySelectorAll("[data-page]")];
  const called = item.querySelector("[data-called]").textContent;
  const remove = element("button", { type: "button", class: "kb-plain-button", "data-remove": index, "aria-label": `Verwijder ${called}` }, "Verwijder");
  return element("li", {}, element("p", {}, element("strong", {}, called), ` ${said(pages[0], item)}`), element("ul", {}, ...pages.map((page) => way(page, called))), remove);
}

function way(page, called) {
  const title = headingOf(page);
  const filled = isFilled(page);
  const link = element("a", { href: `#${page.id}`, "aria-label": `${filled ? "Wijzig" : "Vul in"} ${called}: ${title}` }, title);
  return element("li", {}, link, filled ? "" : " (nog leeg)");
}

const isFigure = ({ dataset }) => dataset.means === "number";

// A number says by itself not whether it was aimed at or reached.
const shown = (control) => (isFigure(control) ? `${control.labels[0].firstChild.textContent.trim().toLowerCase()} ` : "") + readBack(control);

// What somebody knows an item by: the first answers on its first page, and its figures.
function said(page, item) {
  const given = (part) => [...part.querySelectorAll("[name]:not([data-figure])")].filter((control) => control.value.trim());
  const figures = given(item).filter(isFigure);
  const told = given(page).slice(0, figures.length ? 1 : MOST_FIELDS);
  const text = [...told, ...figures].map((control) => shown(control).replace(NOTE, "").replace(/\[bron \d+\]/g, "").trim()).join(", ");
  return text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text;
}
