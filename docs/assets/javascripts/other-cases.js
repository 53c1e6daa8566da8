// Other cases to put beside those that are there: those at hand, and those that the search finds.

import { ROOT } from "./dom.js";
import { find } from "./search/find.js";
import { kept } from "./selection.js";

const MOST_MEANT = 8; // so many are asked about
const idOf = (url) => new URL(url, ROOT).href.slice(ROOT.href.length, -1);

// The cases of the selection, then those that go with what is there; each once.
function atHand(cases) {
  const near = cases.flatMap(({ related = [] }) => related).map(({ page, title }) => ({ id: idOf(page), title }));
  const all = [...kept().items.filter(({ id }) => id.startsWith("cases/")), ...near];
  return all.filter(({ id }, at) => isOther(cases, id) && all.findIndex((one) => one.id === id) === at);
}

const isOther = (cases, id) => !cases.some((one) => one.id === id);

// The first cases that somebody may mean by what was typed: the one with that title, or those that are called so or
// are of somebody called so, or else those that tell of it. Nothing for what says nothing.
async function meant(cases, typed) {
  const same = atHand(cases).filter(({ title }) => title === typed.trim());
  if (same.length) return same;
  const { index, results } = await find(typed, { typing: true });
  const cards = await Promise.all(results.filter(({ id }) => index.kindOf(id) === "case").slice(0, 2 * MOST_MEANT).map(({ id }) => index.card(id)));
  const found = cards.map(({ url, title, meta }) => ({ id: idOf(url), title, who: meta.van ?? "" })).filter(({ id }) => isOther(cases, id));
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const called = found.filter(({ title, who }) => words.every((word) => `${title} ${who}`.toLowerCase().includes(word)));
  const exact = called.filter(({ title }) => title === typed.trim());
  return [exact, called, found].find((some) => some.length)?.slice(0, MOST_MEANT) ?? [];
}

// What is offered in a list while people type.
export async function offer(cases, input, list) {
  const typed = input.value;
  const some = typed.trim() ? await meant(cases, typed) : atHand(cases);
  if (typed === input.value) list.replaceChildren(...some.map(({ title, who = "" }) => new Option(who, title)));
}

// The cases that somebody asks for, each with its title and whose it is; and what to tell unless it is one.
export async function asked(cases, typed) {
  const found = await meant(cases, typed);
  if (found.length === 1) return { found };
  const told = found.length ? "Meer cases passen hierbij. Kies er een, of typ meer woorden." : "Geen case past hierbij. Typ een plaats of een woord uit de titel.";
  return { found: found.map((one) => ({ ...one, named: one.who ? `${one.title} (${one.who})` : one.title })), told };
}
