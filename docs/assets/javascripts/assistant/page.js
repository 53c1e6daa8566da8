// The parts of the page of the case-assistent, and what it says in view.

import { element } from "../dom.js";

export const root = document.getElementById("assistent");
export const form = root.querySelector("form");
export const parts = [...form.querySelectorAll("[data-part]")];
export const status = document.getElementById("assistent-stand");
const notice = document.getElementById("assistent-let-op");

export function warn(text, ...buttons) {
  status.textContent = "";
  notice.replaceChildren(element("p", {}, text), ...buttons);
  notice.hidden = false;
}

export const unwarn = () => (notice.hidden = true);

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
