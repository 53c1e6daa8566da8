// The buttons of a record's page: keep it in the selection, copy the paragraph for a note to colleagues.

import { element } from "./dom.js";
import { counted, keep, kept, MOST } from "./selection.js";
import { sharedLink } from "./shared-link.js";

const SELECTION = document.querySelector(".kb-selection").href;

for (const place of document.querySelectorAll("[data-keep]")) addKeepButton(place);
for (const note of document.querySelectorAll(".kb-nota")) addCopyButton(note);

function addKeepButton(place) {
  const id = place.dataset.keep;
  const title = document.querySelector("h1").firstChild.textContent.trim();
  const button = element("button", { type: "button", class: "kb-button" });
  const status = element("span", { role: "status", class: "kb-meta" });
  const isKept = () => kept().items.some((item) => item.id === id);
  const label = () => (button.textContent = isKept() ? "✓ In mijn selectie (haal weg)" : "Bewaar in mijn selectie");
  button.addEventListener("click", () => {
    const others = kept().items.filter((item) => item.id !== id);
    if (!isKept() && others.length >= MOST) {
      status.textContent = `Je selectie is vol: er passen ${counted(MOST)} in. Haal er eerst een weg.`;
      return;
    }
    const items = isKept() ? others : [...others, { id, title }];
    status.replaceChildren(...told(keep(items), items));
    label();
  });
  addEventListener("storage", label);
  label();
  place.append(button, status);
}

function told(stored, items) {
  if (!stored) {
    const link = element("a", { href: sharedLink(SELECTION, items) }, "open je selectie met deze link");
    return ["Je browser laat niet toe dat deze site iets bewaart. Je kunt wel ", link, " en die zelf bewaren."];
  }
  return [`Je selectie telt nu ${counted(items.length)}.`];
}

function addCopyButton(note) {
  const text = note.querySelector("p");
  const button = element("button", { type: "button", class: "kb-button" }, "Kopieer deze tekst");
  const status = element("span", { role: "status", class: "kb-meta" });
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.innerText);
      status.textContent = "Gekopieerd. Plak de tekst in je nota.";
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = "Kopiëren lukt niet vanzelf. De tekst is geselecteerd: druk op Ctrl+C of Cmd+C.";
    }
  });
  note.append(button, status);
}
