// Shows what is wrong: beside each field, and in a summary that leads to the fields.

import { controlOf, idOf } from "./page.js";
import { element } from "../dom.js";

// A source that is used nowhere is mended where it is chosen, and not where it is described.
const AT_THE_NOTES = "KB402";
// What nobody filled in yet is no fault of who is still writing.
const MISSING = ["KB118", "KB412"];
export const isMissing = ({ code }) => MISSING.includes(code);
const MESSAGES = new URL("../../../bijdragen/meldingen/", import.meta.url);

// Whether the author must mend it, and no editor.
export const isError = ({ severity }) => severity === "fout";

// Whether somebody is asked about it before the next page: it is wrong, or can hardly be meant.
export const stops = (one, { doubted }) => isError(one) || one.isAlike || doubted.includes(one.code);

// Shows findings beside their fields, and takes away those that were there.
// `part`: of the form.
export function showBeside(part, findings) {
  for (const wrong of part.querySelectorAll(".kb-wrong:not([hidden])")) {
    wrong.replaceChildren();
    wrong.hidden = true;
  }
  const left = part.querySelector(".kb-ways-on :focus")?.closest(".kb-field");
  for (const ways of part.querySelectorAll(".kb-ways-on")) ways.remove();
  for (const control of part.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const [finding, ...more] of ofOneKind(findings, ({ code, field }) => `${code} ${field}`)) {
    const wrong = part.querySelector(`#${CSS.escape(`${idOf(finding.field)}-fout`)}`);
    if (!wrong) continue;
    wrong.hidden = false;
    const control = part.querySelector(`#${CSS.escape(idOf(finding.field))}`);
    wrong.append(sentence(finding, more));
    waysOf(control).append(element("span", {}, ...waysOn(finding)));
    if (isError(finding) && control.matches("[name]")) control.setAttribute("aria-invalid", "true");
    untold(control, [finding, ...more]);
  }
  // Who was at what is made anew stays there, or comes back to the field.
  if (left) (left.querySelector(":scope > .kb-ways-on a") ?? left.querySelector("[name]")).focus();
}

// What was said of a name or a length when it was typed is not said twice; what was said of another name stays.
function untold({ id, dataset }, findings) {
  const isPlace = "places" in dataset;
  const told = document.getElementById(isPlace ? `${id}-gelezen` : `${id}-tel`);
  const parts = [...(told?.childNodes ?? [])];
  const at = parts.findIndex(({ textContent }) => !isPlace || findings.some(({ typed }) => textContent.includes(typed ?? "")));
  // Of a name that is wrong more is said behind it.
  if (at >= 0) for (const part of parts.slice(at)) part.remove();
}

// Findings of the same kind are one finding.
const ofOneKind = (findings, kind) => {
  const found = new Map();
  for (const finding of findings) found.set(kind(finding), [...(found.get(kind(finding)) ?? []), finding]);
  return [...found.values()];
};

function sentence(finding, more) {
  const isOpen = isMissing(finding);
  const lead = element("strong", {}, isOpen ? "Nog niet klaar: " : isError(finding) ? "Fout: " : "Tip: ");
  const line = element("span", {}, lead, `${finding.message}. ${finding.hint} ${others(finding, more)}`.trimEnd());
  line.classList.toggle("kb-tip", isOpen || !isError(finding));
  return line;
}

// Where what people can do about a field stands: behind it, so that who goes by keyboard comes to the field first.
function waysOf(control) {
  const field = control.closest(".kb-field") ?? control;
  const last = field.lastElementChild;
  if (last.matches(".kb-ways-on")) return last;
  return field.appendChild(element("p", { class: "kb-help kb-ways-on" }));
}

// What leads on from a finding: a touch that mends it, and what is told of it elsewhere.
function waysOn({ code, title, field, typed, meant }) {
  const link = element("a", { href: new URL(`${code}/`, MESSAGES).href, target: "_blank", rel: "noopener" }, `Meer uitleg: ${title}`);
  link.setAttribute("aria-label", `Meer uitleg: ${title} (in een nieuw tabblad)`);
  const ways = element("span", {}, ...(code === AT_THE_NOTES ? [element("a", { href: "#noten" }, "Naar Noten"), " "] : []));
  if (meant.length) import("./instead.js").then(({ instead }) => ways.append(...instead(controlOf(field), typed, meant).flatMap((one) => [one, " "])));
  return [ways, " ", link, " "];
}

const others = ({ message }, more) => {
  const told = [...new Set(more.map((other) => other.message))].filter((text) => text !== message);
  if (told.length) return `Ook: ${told.map((text) => text.replace(/^hier staat (?=een )/, "")).join("; ")}. `;
  return more.length ? `Dit staat er ${more.length + 1} keer. ` : "";
};

// What people call a field: 'Afslag 2, Wanneer'.
export function labelOf(field) {
  const control = document.getElementById(idOf(field));
  const owner = control?.closest("[data-field]");
  const label = owner?.querySelector("list" in owner.dataset ? "h2" : "label, legend") ?? control?.closest("[data-part]")?.querySelector("h2");
  const item = control?.closest("[data-item]")?.querySelector("[data-called]");
  const text = (part) => [...(part?.childNodes ?? [])].filter((node) => !node.classList?.contains("kb-optional") && !node.classList?.contains("kb-step-count")).map((node) => node.textContent).join("").trim();
  return [item && text(item), text(label)].filter(Boolean).join(", ");
}

// Links to the fields where something is wrong; what to do about it stands beside the field.
// `go`: what leads to a field.
export function linkList(findings, go) {
  const controls = [...document.querySelectorAll('[id^="v-"]')];
  const place = ({ field }) => controls.indexOf(controlOf(field));
  const link = ({ field: own, code }, text) => {
    const field = code === AT_THE_NOTES ? "noten" : own;
    const made = element("a", { href: field === own ? `#${idOf(field)}` : "#noten" }, text);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      go(field);
    });
    return made;
  };
  const sorted = findings.toSorted((one, other) => place(one) - place(other));
  return ofOneKind(sorted, ({ code }) => code).map((same) => {
    const fields = same.filter(({ field }, index) => same.findIndex((other) => other.field === field) === index);
    if (fields.length === 1) return element("li", {}, link(same[0], `${labelOf(same[0].field)}: ${same[0].message}`));
    const isAlike = same.every(({ message }) => message === same[0].message);
    const links = fields.map((finding) => element("li", {}, link(finding, labelOf(finding.field)), isAlike ? "" : `: ${finding.message}`));
    return element("li", {}, `${isAlike ? same[0].message.replace(/^./, (sign) => sign.toUpperCase()) : `${same[0].title}, op ${fields.length} plaatsen`}:`, element("ul", {}, ...links));
  });
}
