// Puts a file that somebody made before, here or elsewhere, in the form.

import { answersFrom, isFilled } from "./form.js";
import { opened, settled, textOf } from "./open.js";
import { controlOf, form, inform, leadToNotice, parts, warn } from "./page.js";
import "./paper.js";
import { pages } from "./pages.js";
import { restore, save } from "./saving.js";
import { forget, knowledge, show } from "./steps.js";

// Opens a file, or says why it cannot be; nothing when people keep what they had.
export async function open(file) {
  const { rules, findings, telling } = await knowledge();
  try {
    const said = await put(file, rules, async () => (await findings()).found.filter(telling.isError));
    if (!said) return;
    save();
    const [first] = pages();
    history.pushState(null, "", `#${first.id}`);
    show(first, { focus: false });
    inform(said, () => location.hash !== `#${first.id}`);
  } catch (error) {
    if (error.name !== "Refused") throw error;
    warn(error.message);
  }
  leadToNotice();
}

// `wrong`: gives the mistakes in what stands in the form.
async function put(file, rules, wrong) {
  const { answers, kept, said } = opened(await textOf(file), file.name, rules);
  if (parts.slice(0, -1).some(isFilled) && !confirm("Wil je dit bestand openen? Wat je hier hebt ingevuld, komt dan niet terug. Download het eerst als je het wilt bewaren.")) return "";
  forget();
  restore(answers);
  const settling = settled(kept, answers, answersFrom(form), rules);
  form.elements.kept.value = settling.kept;
  const odd = settling.odd.length ? ` Niet alles is te laten zien bij: ${settling.odd.join(", ")}. Ook dat blijft staan zolang je dat veld niet verandert.` : "";
  const read = await understood((await wrong()).map(({ field }) => controlOf(field)));
  return `${file.name} is geopend. ${said && `${said} `}${read}Wat dit formulier niet kent, blijft in het bestand zoals het was.${odd}`;
}

// Reads what is wrong as it would be read of who typed it, and says what it was read as.
async function understood(controls) {
  const { understand } = await import("./help.js");
  const read = [];
  for (const control of new Set(controls.filter(({ dataset }) => dataset.means))) {
    const { value } = control;
    await understand(control, false);
    const told = document.getElementById(`${control.id}-gelezen`);
    if (told) told.textContent = told.textContent.replace("Je typte", "In het bestand stond");
    if (control.value && control.value !== value) read.push(`'${value}' als ${control.value}`);
  }
  return read.length ? `Gelezen is ${read.join(", ")}. ` : "";
}
