// All cases with their titles, from the search index: fetched when a reader looks for one to put beside others.

import { ROOT } from "./dom.js";
import { openIndex } from "./search/index.js";
import { kept } from "./selection.js";

const MOST_MEANT = 8; // so many are asked about

// The cases besides `cases`; those of the selection and those that go with what is there first.
export async function others(cases) {
  const index = await openIndex();
  const [start, end] = index.kinds.get("case") ?? [0, 0];
  const cards = await Promise.all(Array.from({ length: end - start }, (_, at) => index.card(start + at)));
  const all = cards.map(({ url, title, meta }) => ({ id: new URL(url, ROOT).href.slice(ROOT.href.length, -1), title, who: meta.van ?? "" }));
  const left = all.filter(({ id }) => !cases.some((one) => one.id === id));
  const near = new Set([...kept().items.map(({ id }) => id), ...cases.flatMap(({ related = [] }) => related).map(({ page }) => page.slice(0, -1))]);
  return [...left.filter(({ id }) => near.has(id)), ...left.filter(({ id }) => !near.has(id))];
}

// The first cases that somebody may mean by what was typed: the one with that title, or all that have each of these
// words; and what to tell when it is not one.
export async function meant(cases, typed) {
  const all = await others(cases);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const same = all.filter(({ title }) => title === typed.trim());
  const says = ({ title, who }) => words.every((word) => `${title} ${who}`.toLowerCase().includes(word));
  const found = same.length || !words.length ? same : all.filter(says);
  if (found.length === 1) return { found };
  const told = found.length ? "Meer cases passen hierbij. Kies er een, of typ meer woorden." : "Geen case past hierbij. Typ een plaats of een woord uit de titel.";
  return { found: found.slice(0, MOST_MEANT), told };
}
