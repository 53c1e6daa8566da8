// All cases with their titles, from the search index: fetched when a reader looks for one.

import { ROOT } from "./dom.js";
import { openIndex } from "./search/index.js";

export async function allCases() {
  const index = await openIndex();
  const [start, end] = index.kinds.get("case") ?? [0, 0];
  const cards = await Promise.all(Array.from({ length: end - start }, (_, at) => index.card(start + at)));
  return cards.map(({ url, title, meta }) => ({ id: new URL(url, ROOT).href.slice(ROOT.href.length, -1), title, who: meta.van ?? "" }));
}

// The cases that somebody may mean by what was typed: the one with that title, or all that have each of these words.
export function meant(cases, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const same = cases.filter(({ title }) => title === typed.trim());
  const said = ({ title, who }) => `${title} ${who}`.toLowerCase();
  return same.length || !words.length ? same : cases.filter((one) => words.every((word) => said(one).includes(word)));
}
