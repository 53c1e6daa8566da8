// What a reader keeps: a list of pages, in this browser only. Every page shows how many there are.

import { ROOT } from "./dom.js";

const KEY = "transitieversneller.selectie";
const SPARE = `${KEY}.onleesbaar`;
const ID = /^(cases|lessen|communities|werkvormen)\/[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 200;

// So many pages fit in a selection.
export const MOST = 60;

let unsaved = []; // what is kept as long as this page is open, when the browser stores nothing

// Whether a text is the id of a page that can be kept, such as `cases/tilburg-moed`.
// `id`: untrusted.
export function isId(id) {
  return typeof id === "string" && id.length <= LONGEST && ID.test(id);
}

// What was kept, with everything left out that is not sound.
export function kept() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { items: unsaved, problem: "blocked" };
  }
  if (text === null) return { items: unsaved, problem: unsaved.length ? "blocked" : "" };
  const given = parsed(text);
  const items = sound(given);
  return { items, problem: items.length === given?.length ? "" : "damaged" };
}

// Keep these pages instead of what was kept; what could not be read is put aside first, so that nothing gets lost.
export function keep(items) {
  unsaved = sound(items);
  try {
    if (kept().problem === "damaged") localStorage.setItem(SPARE, spare() + localStorage.getItem(KEY));
    localStorage.setItem(KEY, JSON.stringify(unsaved));
    unsaved = [];
    return true;
  } catch {
    return false;
  } finally {
    showCount();
  }
}

// What was kept but could not be read, as text; empty when there is none.
export function spare() {
  try {
    return localStorage.getItem(SPARE) ?? "";
  } catch {
    return "";
  }
}

// How many pages, in words.
export function counted(number) {
  return number === 1 ? "1 pagina" : `${number} pagina's`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sound(given) {
  if (!Array.isArray(given)) return [];
  const found = new Map();
  for (const { id, title } of given.filter((item) => isId(item?.id)).slice(0, MOST)) {
    if (!found.has(id)) found.set(id, { id, title: typeof title === "string" ? title.slice(0, LONGEST) : id });
  }
  return [...found.values()];
}

function showCount() {
  const link = document.querySelector(".kb-selection");
  if (!link) return;
  const number = kept().items.length;
  link.setAttribute("aria-label", number ? `Mijn selectie: ${counted(number)}` : "Mijn selectie");
  link.querySelector("span").textContent = number || "";
}

// On paper and in a note an address is only of use when it is whole.
for (const address of document.querySelectorAll(".kb-address")) {
  address.textContent = new URL(address.textContent, ROOT).href;
}
addEventListener("storage", showCount);
showCount();
if (document.querySelector("[data-keep]")) import("./keep.js");
