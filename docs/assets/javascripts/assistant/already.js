// Tells below the address of a source that the library has that source, and offers to take over how it is described.

import { announce } from "./page.js";
import { element } from "../dom.js";
import { released } from "../press.js";

const NAMES = ["title", "publisher", "date", "url"];

// `item`: the group of the source; `told`: its title, publisher, date and address as the library has them, or nothing when
// it does not know the address.
export async function tellAlready(item, told) {
  await released();
  const [place, text] = [placeIn(item), told ? `Deze bron staat al op de site: ${called(told)}.` : ""];
  if (place.firstChild?.data === text || (!text && !place.firstChild)) return;
  place.replaceChildren(text);
  if (!told || isSame(item, told)) return announce(text);
  const button = element("button", { type: "button", class: "kb-plain-button" }, "Neem titel, uitgever en datum over");
  button.addEventListener("click", () => takeOver(item, told));
  place.append(" ", button);
  announce(`${text} Je kunt titel, uitgever en datum overnemen.`);
}

const called = ([title, publisher, date]) => [`'${title}'`, publisher, date].filter(Boolean).join(", ");
const control = (item, name) => item.querySelector(`[name$=".${name}"]`);
const isSame = (item, told) => NAMES.every((name, index) => name === "url" || control(item, name).value.trim() === told[index]);

function placeIn(item) {
  const id = `${control(item, "url").id}-bekend`;
  if (!document.getElementById(id)) document.getElementById(`${control(item, "url").id}-gelezen`).after(element("p", { id, class: "kb-help" }));
  return document.getElementById(id);
}

function takeOver(item, told) {
  NAMES.forEach((name, index) => (control(item, name).value = told[index]));
  placeIn(item).replaceChildren(`Titel, uitgever en datum staan er nu: ${called(told)}.`);
  control(item, "url").focus();
  control(item, "url").dispatchEvent(new Event("input", { bubbles: true }));
}
