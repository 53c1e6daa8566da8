// The cases that were found, as cards that are loaded a few at a time.

import { element } from "../dom.js";
import { why } from "../excerpt.js";

const STEP = 20;

/**
 * The cards of some results.
 * @param {object[]} results as Pagefind gives them
 * @param {number} from how many to leave out
 * @param {string} q what was typed
 * @param {Map<string, string>} outcomes what each outcome is called
 * @returns {Promise<HTMLElement[]>}
 */
export async function cardsOf(results, from, q, outcomes) {
  const found = await Promise.all(results.slice(from, from + STEP).map((result) => result.data()));
  return found.map((page) => cardOf(page, q, outcomes));
}

function cardOf({ url, meta, excerpt }, q, outcomes) {
  const facts = [meta.van, meta.provincie !== meta.van && meta.provincie, meta.periode, meta.thema?.toLowerCase()];
  const badge = element("span", { class: `kb-badge kb-badge--${meta.afloop}` }, outcomes.get(meta.afloop) ?? "");
  return element(
    "article",
    { class: "kb-card" },
    element("h3", {}, element("a", { href: url }, meta.title)),
    element("p", { class: "kb-meta" }, `${facts.filter(Boolean).join(" · ")} `, badge),
    element("p", {}, ...(q ? why(excerpt, meta, q) : [meta.samenvatting])),
  );
}
