// Puts a file that somebody made before, here or elsewhere, in the form.

import { answersFrom, isFilled } from "./form.js";
import { opened, settled, textOf } from "./open.js";
import { form, inform, leadToNotice, parts, warn } from "./page.js";
import "./paper.js";
import { pages } from "./pages.js";
import { restore, save } from "./saving.js";
import { forget, knowledge, show } from "./steps.js";

// Opens a file, or says why it cannot be; nothing when people keep what they had.
export async function open(file) {
  const { rules } = await knowledge();
  try {
    const said = await put(file, rules);
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

async function put(file, rules) {
  const { answers, kept, said } = opened(await textOf(file), file.name, rules);
  if (parts.slice(0, -1).some(isFilled) && !confirm("Wil je dit bestand openen? Wat je hier hebt ingevuld, komt dan niet terug. Download het eerst als je het wilt bewaren.")) return "";
  forget();
  restore(answers);
  const settling = settled(kept, answers, answersFrom(form), rules);
  form.elements.kept.value = settling.kept;
  const odd = settling.odd.length ? ` Niet alles is te laten zien bij: ${settling.odd.join(", ")}. Ook dat blijft staan zolang je dat veld niet verandert.` : "";
  return `${file.name} is geopend. ${said && `${said} `}Wat dit formulier niet kent, blijft in het bestand zoals het was.${odd}`;
}
