// What the case-assistent knows: the rules, the sources of all cases and how to tell what is found, loaded when first
// needed.

import * as telling from "./findings.js";
import { controlOf, form } from "./page.js";
import { tables } from "../dom.js";

const FILES = new URL("../../../bijdragen/assistent/", import.meta.url);
let known;

// The rules, the sources of all cases, the functions that use them and those that tell what is found; loaded once, and
// again after a failure.
export async function knowledge() {
  known ??= Promise.all([
    import("./rules.js"),
    ...["regels.json", "bronnen.json"].map((name) => fetch(new URL(name, FILES)).then(tables)),
  ]).catch((error) => {
    known = undefined;
    throw error;
  });
  const [{ check }, rules, sources] = await known;
  const { around } = form.elements.kept.value ? await import("./open.js") : {};
  const findings = (answers) => {
    const own = around?.(answers, rules) ?? { rules };
    const shown = (finding) => controlOf(finding.field);
    return check(answers, own.rules, { today: today(), sources, cited: own.cited }).filter(shown);
  };
  return { rules, sources, findings, telling };
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
