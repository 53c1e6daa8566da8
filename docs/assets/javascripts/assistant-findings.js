// Shows what is wrong: beside each field, and in a summary that leads to the fields.

import { element } from "./dom.js";

const idOf = (field) => `v-${field.replaceAll(".", "-")}`;
const MESSAGES = new URL("../../bijdragen/meldingen/", import.meta.url);

// Whether a finding must be mended before the case can be published.
export const isError = ({ severity }) => severity === "fout";

// Shows findings beside their fields, and takes away those that were there.
// `part`: of the form.
export function showBeside(part, findings) {
  for (const wrong of part.querySelectorAll(".kb-wrong:not([hidden])")) {
    wrong.replaceChildren();
    wrong.hidden = true;
  }
  for (const control of part.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const finding of findings) {
    const wrong = part.querySelector(`#${CSS.escape(`${idOf(finding.field)}-fout`)}`);
    if (!wrong) continue;
    wrong.hidden = false;
    wrong.append(sentence(finding));
    const control = part.querySelector(`#${CSS.escape(idOf(finding.field))}`);
    if (isError(finding) && control.matches("[name]")) control.setAttribute("aria-invalid", "true");
  }
}

function sentence(finding) {
  const lead = element("strong", {}, isError(finding) ? "Fout: " : "Tip: ");
  const more = element("a", { href: new URL(`${finding.code}/`, MESSAGES).href, target: "_blank", rel: "noopener" }, "Meer hierover");
  more.setAttribute("aria-label", `Meer hierover (${finding.code}, in een nieuw tabblad)`);
  const line = element("span", {}, lead, `${finding.message}. ${finding.hint} `, more);
  line.classList.toggle("kb-tip", !isError(finding));
  return line;
}

// What people call a field: 'Afslag 2, Wanneer'.
function labelOf(field) {
  const control = document.getElementById(idOf(field));
  const owner = control?.closest("[data-field]");
  const label = owner?.querySelector("list" in owner.dataset ? ":scope > h3" : "label, legend") ?? control?.closest("[data-part]")?.querySelector("h2");
  const item = control?.closest("[data-item]")?.querySelector("legend");
  const text = (part) => [...(part?.childNodes ?? [])].filter((node) => !node.classList?.contains("kb-optional") && !node.classList?.contains("kb-step-count")).map((node) => node.textContent).join("").trim();
  return [item && text(item), text(label)].filter(Boolean).join(", ");
}

// Links to the fields where something is wrong; what to do about it stands beside the field.
// `go`: what leads to a field.
export function linkList(findings, go) {
  const controls = [...document.querySelectorAll('[id^="v-"]')];
  const place = ({ field }) => controls.indexOf(controlOf(field));
  return findings.toSorted((one, other) => place(one) - place(other)).map((finding) => {
    const link = element("a", { href: `#${idOf(finding.field)}` }, `${labelOf(finding.field)}: ${finding.message}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(finding.field);
    });
    return element("li", {}, link);
  });
}

// The control of a field, which can have the focus.
export const controlOf = (field) => document.getElementById(idOf(field));
