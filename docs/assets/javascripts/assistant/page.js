// The parts of the page of the case-assistent, and what it says in view.

import { element } from "../dom.js";

export const root = document.getElementById("assistent");
export const form = root.querySelector("form");
export const parts = [...form.querySelectorAll("[data-part]")];
export const status = document.getElementById("assistent-stand");
const aloud = document.getElementById("assistent-hardop");
let said = "";
const notice = document.getElementById("assistent-let-op");

// The id of the control of a field, and the control, which can have the focus.
export const idOf = (field) => `v-${field.replaceAll(".", "-")}`;
export const controlOf = (field) => document.getElementById(idOf(field));

export function warn(text, ...buttons) {
  status.textContent = "";
  notice.classList.remove("kb-notice--passing");
  notice.replaceChildren(element("p", {}, text), ...buttons);
  notice.hidden = false;
}

// Tells who does not see it that something in view came, changed or went; it is said when nothing else is.
export function announce(text) {
  said = text;
  aloud.textContent = "";
  // The same words are said again only when they come anew.
  if (text) requestAnimationFrame(() => (aloud.textContent = said));
}

// Brings what was said in view, for who did something elsewhere on the page.
export function leadToNotice() {
  notice.tabIndex = -1;
  notice.focus({ preventScroll: true });
  notice.scrollIntoView({ block: "center" });
}

export const unwarn = () => (notice.hidden = true);

// Says what went well: it does not stay in view, and goes as soon as `isOver` when somebody goes to another step.
export function inform(text, isOver) {
  warn(text);
  notice.classList.add("kb-notice--passing");
  addEventListener("hashchange", function leave() {
    if (!isOver()) return;
    removeEventListener("hashchange", leave);
    pass();
  });
}

// Takes away what went well, once it is of no use any more.
export const pass = () => notice.classList.contains("kb-notice--passing") && unwarn();

// Gives a field the focus with its question and what is wrong with it in view. A browser by itself brings only the cursor
// into view, which in a long text is far below them.
export function leadTo(control) {
  control.focus({ preventScroll: true });
  (control.closest(".kb-field") ?? control).scrollIntoView();
}

// A button in what `warn` says; the focus goes on to the step in view, or to the first field of a form without steps.
export function choice(text, action) {
  const button = element("button", { type: "button", class: "md-button" }, text);
  button.addEventListener("click", () => {
    unwarn();
    action();
    (form.querySelector("[data-page]:not([hidden]) h2") ?? form.querySelector("[name]")).focus();
  });
  return button;
}

export const notThere = () => warn("Dit onderdeel is nu niet te laden. Kijk of je verbinding hebt en kies de stap opnieuw. Alles wat je typte staat er nog.");
