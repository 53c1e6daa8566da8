// All answers on one page, to read them again before the case goes out, each with a way to change it.

import { labelOf } from "./findings.js";
import { isFilled } from "./form.js";
import { headingOf } from "./pages.js";
import { Numbered, blocks } from "./blocks.js";
import { element } from "../dom.js";
import { NOTE } from "./notes.js";
import { readBack } from "./read-back.js";

// The answers of all steps but the last.
// `go`: what leads to a field.
export function answerList(parts, go) {
  return parts.slice(0, -1).flatMap((part) => {
    const fields = [...part.querySelectorAll("[data-field]")].filter((field) => !isGroup(field) && !field.dataset.field.endsWith(".key"));
    const empty = [...part.querySelectorAll("[data-field]")].filter((field) => isGroup(field) && !isInside(field) && !isFilled(field));
    const rows = [...fields, ...empty].flatMap((field) => row(field, go));
    return rows.length ? [element("h4", {}, headingOf(part)), element("dl", { class: "kb-answers" }, ...rows)] : [];
  });
}

function row(field, go) {
  const text = answer(field);
  if (!text.length && (isInside(field) || (!isGroup(field) && field.querySelector(".kb-optional")))) return [];
  const label = labelOf(field.dataset.field);
  const link = element("a", { href: "#", "aria-label": `Wijzig ${label}` }, "Wijzig");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(field.dataset.field);
  });
  return [element("dt", {}, label), element("dd", {}, ...(text.length ? text : ["Nog niet ingevuld."]), " ", link)];
}

const isGroup = (field) => "list" in field.dataset || Boolean(field.querySelector("[data-field]"));
const isInside = (field) => field.closest("[data-item], [data-group]") || field.parentElement.closest("[data-field]");

// The answer as nodes; a story as it is read, without the marks of its layout.
function answer(field) {
  if (isGroup(field)) return [];
  const story = field.querySelector("textarea[name]");
  if (story && "lines" in story.dataset) return lines(story.value.split("\n").filter((line) => line.trim()));
  if (story) return [...blocks(story.value.trim().replace(NOTE, " (noot)"), new Numbered([]))].map(asText);
  const given = [...field.querySelectorAll("[name]")].filter((control) => (control.type === "checkbox" ? control.checked : control.value.trim()));
  const told = given.map((control) => ("yes" in control.dataset ? "Ja" : control.type === "checkbox" ? control.closest("label").textContent : readBack(control).replace(NOTE, " (noot)")).trim()).join(", ");
  return told ? [told] : [];
}

const lines = (all) => (all.length ? [element("ul", {}, ...all.map((line) => element("li", {}, line.trim())))] : []);

// Headings inside an answer would be headings of the page.
const asText = (node) => (/^h\d$/i.test(node.tagName) ? element("p", {}, element("strong", {}, node.textContent)) : node);
