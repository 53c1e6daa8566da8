// Puts a file that somebody made before, here or elsewhere, in the form.

import { answersFrom, isFilled } from "./assistant-form.js";
import { opened, settled, textOf } from "./assistant-open.js";

// What there is to tell once the file is open; empty when people kept what they had. Throws `Refused`.
// `restore`: puts answers in the form.
export async function openIn(form, file, rules, restore) {
  const { answers, kept } = opened(await textOf(file), file.name, rules);
  const parts = [...form.querySelectorAll("[data-part]")].slice(0, -1);
  if (parts.some(isFilled) && !confirm("Wil je dit bestand openen? Wat je hier hebt ingevuld, komt dan niet terug. Download het eerst als je het wilt bewaren.")) return "";
  restore(answers);
  const settling = settled(kept, answers, answersFrom(form), rules);
  form.elements.kept.value = settling.kept;
  const odd = settling.odd.length ? ` Niet alles is te laten zien bij: ${settling.odd.join(", ")}. Ook dat blijft staan zolang je dat veld niet verandert.` : "";
  return `${file.name} is geopend. Wat dit formulier niet kent, blijft in het bestand zoals het was.${odd}`;
}
