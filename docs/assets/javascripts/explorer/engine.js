// Asks the search index which cases fit, in which order, and how many each further choice would give.

import { openIndex, understand } from "../index-client.js";
import { usualSort, without } from "./state.js";

// What every case fits: Pagefind counts only the facets that a question names.
const ANY = { none: ["-"] };

/**
 * What the library answers to a state.
 * @param {object} state as `readState` gives it
 * @param {string[]} facets the names of all facets
 * @returns {Promise<{results: object[], counts: Map<string, object>, cases?: object, loosen: [string, number][], instead: string}>}
 *   the results, still to be loaded; the number of cases of each value; which cases fit (for the map); what is left
 *   when a facet is let go (`zoek` stands for the words); and the words that were searched for instead of those typed
 */
export async function answer({ q, sort, view, choices }, facets) {
  const index = await openIndex();
  const { words, instead } = await understand(q);
  const named = view === "kaart" ? [...facets, "case"] : facets;
  const order = sort || usualSort(q);
  const ask = (chosen, text) => {
    const clauses = named.map((name) => [name, chosen.has(name) ? { any: chosen.get(name) } : ANY]);
    const options = { filters: { type: "case", ...Object.fromEntries(clauses) } };
    return index.search(text || null, order === "relevantie" ? options : { ...options, sort: { [order]: "asc" } });
  };
  const text = words.join(" ");
  const main = await ask(choices, text);
  // Within a facet choices add up, so its own numbers come from the cases that fit all other choices.
  const others = new Map();
  for (const name of choices.keys()) others.set(name, await ask(without(choices, name), text));
  const loosen = [...others].map(([name, { results }]) => [name, results.length]);
  if (text && !main.results.length) loosen.push(["zoek", (await ask(choices, "")).results.length]);
  return {
    results: main.results,
    counts: new Map(facets.map((name) => [name, (others.get(name) ?? main).filters[name] ?? {}])),
    cases: main.filters.case,
    loosen: loosen.filter(([, count]) => count),
    instead,
  };
}
