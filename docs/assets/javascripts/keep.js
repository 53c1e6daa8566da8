// The buttons that keep a record in the selection, on its page and wherever it is listed, and what copies the text for
// a note to colleagues.

import { element } from "./dom.js";
import { counted, keep, kept, MOST } from "./selection.js";
import { sharedLink, versusLink } from "./shared-link.js";

const SELECTION = document.querySelector(".kb-selection").href;
const labels = new WeakMap(); // by the place of a button what says in it whether the record is kept
let told; // where the last change was told

const places = () => document.querySelectorAll("[data-keep]");

for (const place of places()) addKeepButton(place);
for (const change of ["storage", "kb-kept"]) addEventListener(change, () => places().forEach((place) => labels.get(place)?.()));
for (const note of document.querySelectorAll(".kb-nota")) copyAsItOpens(note);

// Puts the button in `place`, which names the record; `title` is asked only where the page itself does not tell it.
export function addKeepButton(place, title = titleAt(place)) {
  const id = place.dataset.keep;
  const isKept = () => kept().items.some((item) => item.id === id);
  const button = element("button", { type: "button", class: "kb-button" });
  const status = element("span", { role: "status", class: "kb-meta" });
  const label = place.matches(".kb-actions") ? () => whole(button, isKept()) : () => short(button, isKept(), title);
  button.addEventListener("click", () => {
    const others = kept().items.filter((item) => item.id !== id);
    if (told !== status) told?.replaceChildren();
    told = status;
    if (!isKept() && others.length >= MOST) {
      status.textContent = `Je selectie is vol: er passen ${counted(MOST)} in. Haal er eerst een weg.`;
      return;
    }
    const items = isKept() ? others : [...others, { id, title }];
    status.replaceChildren(...outcome(keep(items), items));
    dispatchEvent(new Event("kb-kept"));
  });
  labels.set(place, label);
  label();
  place.append(button, " ", status);
}

function whole(button, isKept) {
  const [seen, roomy] = isKept ? ["✓ In mijn selectie", " (haal weg)"] : ["Bewaar", " in mijn selectie"];
  button.replaceChildren(seen, element("span", { class: "kb-roomy" }, roomy));
}

function short(button, isKept, title) {
  button.textContent = isKept ? "Bewaard" : "Bewaar";
  button.setAttribute("aria-label", `${button.textContent}: ${title}`);
  button.setAttribute("aria-pressed", isKept);
}

function titleAt(place) {
  const item = place.closest("li, .kb-card");
  return (item ? item.querySelector("a") : document.querySelector("h1").firstChild).textContent.trim();
}

function outcome(stored, items) {
  if (!stored) {
    const link = element("a", { href: sharedLink(SELECTION, items) }, "open je selectie met deze link");
    return ["Je browser laat niet toe dat deze site iets bewaart. Je kunt wel ", link, " en die zelf bewaren."];
  }
  const text = `Je selectie telt nu ${counted(items.length)}.`;
  const beside = versusLink(items, 2);
  return beside ? [`${text} `, element("a", { href: beside }, "Leg je cases naast elkaar")] : [text];
}

// Copies as the text opens, so that one press does it and one sees what was copied.
function copyAsItOpens(note) {
  const text = note.querySelector("p");
  const status = element("p", { role: "status", class: "kb-meta" });
  note.addEventListener("toggle", async () => {
    status.textContent = "";
    if (!note.open) return;
    try {
      await navigator.clipboard.writeText(text.innerText);
      status.textContent = "Gekopieerd. Plak de tekst in je nota.";
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = "Kopiëren lukt niet vanzelf. De tekst is geselecteerd: druk op Ctrl+C of Cmd+C.";
    }
  });
  text.before(status);
}
