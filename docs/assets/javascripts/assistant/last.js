// The last step of the whole form: the answers to read again, and the ways to hand the case in, with its photo.

import { answerList } from "./answers.js";
import { nameNumbers } from "./figure-kind.js";
import { answersFrom } from "./form.js";
import { photoFor } from "./photo.js";
import { finishing } from "./send.js";
import { element } from "../dom.js";

// `rules`, `findings`: what the form knows, and finds; `focusOn` leads to a field; `rename` takes another name for the file.
export async function lastStep({ root, form, parts, rules, findings, focusOn, rename }) {
  const { found, isWhole } = await findings();
  const answers = answersFrom(form);
  nameNumbers(form);
  document.getElementById("assistent-antwoorden").replaceChildren(element("h3", {}, "Controleer je antwoorden"), ...answerList(parts, focusOn));
  const { new: newFile, contact } = root.dataset;
  await finishing({ answers, rules, newFile, contact, findings: found, isWhole, focusOn, rename, photo: await photoFor(form) });
}
