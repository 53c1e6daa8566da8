// All answers on one page, to read them again before the case goes out, each with a way to change it.

import { labelOf } from "./assistant-findings.js";
import { element } from "./dom.js";

// The answers of all steps but the last.
// `go`: what leads to a field.
export function answerList(parts, go) {
  return parts.slice(0, -1).flatMap((part) => {
    const fields = [...part.querySelectorAll("[data-field]")].filter((field) => !field.querySelector("[data-field]") && !("list" in field.dataset));
    const rows = fields.flatMap((field) => row(field, go));
    return rows.length ? [element("h4", {}, titleOf(part)), element("dl", { class: "kb-answers" }, ...rows)] : [];
  });
}

const titleOf = (part) => [...part.querySelector("h2").childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join("").trim();

function row(field, go) {
  const text = answer(field);
  const isInside = field.closest("[data-item]") || field.parentElement.closest("[data-field]");
  if (!text && (isInside || field.querySelector(".kb-optional"))) return [];
  const label = labelOf(field.dataset.field);
  const link = element("a", { href: "#", "aria-label": `Wijzig ${label}` }, "Wijzig");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(field.dataset.field);
  });
  return [element("dt", {}, label), element("dd", {}, text || "Nog niet ingevuld.", " ", link)];
}

function answer(field) {
  const given = [...field.querySelectorAll("[name]")].filter((control) => (control.type === "checkbox" ? control.checked : control.value.trim()));
  return given.map((control) => ("yes" in control.dataset ? "Ja" : control.type === "checkbox" ? control.closest("label").textContent : control.selectedOptions?.[0].textContent ?? control.value.replace(/\[\^[^[\]\s]+\]/g, " (noot)")).trim()).join(", ");
}
