// How far somebody is: says of every page in the list of steps whether it is done.

import { isMissing } from "./findings.js";
import { nameNumbers } from "./figure-kind.js";
import { isFilled } from "./form.js";
import { controlOf, form } from "./page.js";

// `findings`: all of them. What a concept may lack, and a case may not, keeps a page from being done.
export function tell(root, findings, { codes }) {
  nameNumbers(form);
  const heavy = findings.filter(({ code, severity }) => severity === "fout" || codes[code].weighs);
  for (const link of root.querySelectorAll("[data-step]")) {
    const page = document.getElementById(link.dataset.step);
    // A list is one, with all that was entered in it.
    const part = page?.closest("[data-list]") ?? page;
    if (!part?.matches("[data-field], :has([data-field])")) continue;
    const here = heavy.filter(({ field }) => part.contains(controlOf(field)));
    const state = here.some((one) => one.severity === "fout" && !isMissing(one)) ? "fout" : !isFilled(part) ? "nog niet" : here.length ? "nog niet af" : "klaar";
    const place = link.querySelector(".kb-state");
    place.textContent = state;
    place.dataset.state = state;
  }
}
