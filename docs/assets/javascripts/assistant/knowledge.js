// What the case-assistent knows: the rules, what the library knows of the answers and how to tell what is found, loaded
// when first needed.

import { answersFrom } from "./form.js";
import * as telling from "./findings.js";
import { lookUp } from "./known.js";
import { controlOf, form, unwarn, warn } from "./page.js";
import { element, tables } from "../dom.js";

const RULES = new URL("../../../bijdragen/assistent/regels.json", import.meta.url);
const MISSED = "Of je titel en bronnen hier al bekend zijn, is nu niet na te kijken. Kijk of je verbinding hebt. Je kunt gewoon verder: als het weer lukt, kijken we het alsnog na, en anders na het insturen.";
const notice = document.getElementById("assistent-let-op");
let loading;

// The rules, the functions that use them and those that tell what is found; loaded once, and again after a failure.
export async function knowledge() {
  loading ??= Promise.all([import("./rules.js"), fetch(RULES).then(tables)]).catch((error) => {
    loading = undefined;
    throw error;
  });
  const [{ check, lookedUp }, rules] = await loading;
  const { around } = form.elements.kept.value ? await import("./open.js") : {};
  // What is found of the answers in the form, and whether all was there to look it up.
  const findings = async () => {
    for (;;) {
      const answers = answersFrom(form);
      const { isNew, isWhole } = await lookUp(lookedUp(answers, rules), rules.pieces);
      if (isNew && isWhole) continue; // people typed on in the meantime
      tellMissed(!isWhole);
      const shown = (finding) => controlOf(finding.field);
      return { found: check(answers, rules, { today: today(), ...around?.(answers, rules) }).filter(shown), isWhole };
    }
  };
  return { rules, findings, telling };
}

function tellMissed(isMissed) {
  const told = notice.hidden ? undefined : [...notice.children].find(({ textContent }) => textContent === MISSED);
  if (isMissed === Boolean(told)) return;
  if (isMissed && notice.hidden) warn(MISSED);
  else if (isMissed) notice.append(element("p", {}, MISSED)); // what else is told, such as that a file is open, stays
  else if (notice.children.length > 1) told.remove();
  else unwarn();
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
