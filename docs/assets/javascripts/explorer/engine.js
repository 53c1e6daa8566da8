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
  const { words, instead, nowhere } = await understand(q);
  const text = words.join(" ");
  const named = view === "kaart" ? [...facets, "case"] : facets;
  const type = nowhere ? "-" : "case";
  const main = await ask(text, filtersOf(choices, named, type), sort || usualSort(q));
  // Within a facet choices add up, so its own numbers come from the cases that fit all other choices.
  const others = new Map();
  for (const name of choices.keys()) others.set(name, await numbers(text, filtersOf(without(choices, name), named, type)));
  const loosen = [...others].map(([name, { number }]) => [name, number]);
  if (text && !main.results.length) loosen.push(["zoek", (await numbers("", filtersOf(choices, named))).number]);
  return {
    results: main.results,
    counts: new Map(facets.map((name) => [name, (others.get(name) ?? main).filters[name] ?? {}])),
    cases: main.filters.case,
    loosen: loosen.filter(([, count]) => count),
    instead,
  };
}

/** No page has the type "-": that is how a question that nothing can answer finds nothing. */
function filtersOf(choices, named, type = "case") {
  const clauses = named.map((name) => [name, choices.has(name) ? { any: choices.get(name) } : ANY]);
  return { type, ...Object.fromEntries(clauses) };
}

const remembered = new Map();

async function ask(text, filters, order) {
  const index = await openIndex();
  const found = await index.search(text || null, { filters, sort: order === "relevantie" ? {} : { [order]: "asc" } });
  remembered.set(JSON.stringify([text, filters]), { number: found.results.length, filters: found.filters });
  return found;
}

/** How many cases fit, and the numbers per value; a next choice often asks the same again. */
async function numbers(text, filters) {
  const key = JSON.stringify([text, filters]);
  if (!remembered.has(key)) await ask(text, filters, "relevantie");
  return remembered.get(key);
}
