// How far somebody is: says of every page in the list of steps whether it is done.

import { isFilled } from "./form.js";
import { controlOf } from "./page.js";

// `errors`: all that is found, as far as the author must mend it.
export function tell(root, errors, { wordings: { missing: [missing] } }) {
  for (const link of root.querySelectorAll("[data-step]")) {
    const page = document.getElementById(link.dataset.step);
    // A list is one, with all that was entered in it.
    const part = page?.closest("[data-list]") ?? page;
    if (!part?.matches("[data-field], :has([data-field])")) continue;
    const here = errors.filter(({ field }) => part.contains(controlOf(field)));
    const state = here.some(({ code }) => code !== missing) ? "fout" : !isFilled(part) ? "nog niet" : here.length ? "nog niet af" : "klaar";
    const place = link.querySelector(".kb-state");
    place.textContent = state;
    place.dataset.state = state;
  }
}
