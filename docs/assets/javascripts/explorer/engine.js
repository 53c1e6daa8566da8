// Asks the search index which cases fit, in which order, and how many each further choice would give.

import { find } from "../search/find.js";
import { openIndex } from "../search/index.js";
import { usualSort, without } from "./state.js";

// Fetches what every answer needs; what fails is asked for again with the question.
export async function prepare(facets) {
  const index = await openIndex();
  await Promise.all(facets.map((name) => index.facet(name)));
}

// What the library answers to a state, as `readState` gives it: the results, still to be loaded; the number of cases of
// each value of each of the `facets`; what is left when a facet is let go (`zoek` stands for the words); and the words
// that were searched for instead of those typed.
export async function answer({ q, sort, choices }, facets) {
  const index = await openIndex();
  const [start, end] = index.kinds.get("case") ?? [0, 0];
  const every = Array.from({ length: end - start }, (_, at) => start + at);
  const found = q ? await find(q, { typing: true }) : undefined;
  const said = found ? found.results.map(({ id }) => id).filter((id) => start <= id && id < end) : every;
  const values = new Map(await Promise.all(facets.map(async (name) => [name, await index.facet(name)])));
  const having = (cases, [name, wanted]) => among(cases, marksOf(index, wanted.flatMap((value) => [...(values.get(name).get(value) ?? [])])));
  const fitting = (cases, chosen) => [...chosen].reduce(having, cases);
  const fit = fitting(said, choices);
  // Within a facet choices add up, so its own numbers come from the cases that fit all other choices.
  const others = new Map([...choices.keys()].map((name) => [name, fitting(said, without(choices, name))]));
  const marked = marksOf(index, fit);
  const counts = facets.map((name) => [name, numbersOf(values.get(name), others.has(name) ? marksOf(index, others.get(name)) : marked)]);
  const loosen = [...others].map(([name, cases]) => [name, cases.length]);
  if (q && !fit.length) loosen.push(["zoek", fitting(every, choices).length]);
  const order = await inOrder(index, fit, sort || usualSort(q));
  return {
    index,
    concepts: found?.concepts ?? [],
    results: order.map((id) => ({ id, data: () => (found ? index.page(id) : index.card(id)) })),
    counts: new Map(counts),
    loosen: loosen.filter(([, count]) => count),
    instead: found?.instead ?? "",
  };
}

// A 1 at the place of each of the cases: with many cases that is looked up much sooner than a set.
function marksOf(index, cases) {
  const marks = new Uint8Array(index.pages);
  for (const id of cases) marks[id] = 1;
  return marks;
}

const among = (cases, marks) => cases.filter((id) => marks[id]);

// For each value how many of the marked cases have it; values of none are left out.
function numbersOf(values, marks) {
  const counted = (ids) => {
    let count = 0;
    for (const id of ids) count += marks[id];
    return count;
  };
  return Object.fromEntries([...values].map(([value, ids]) => [value, counted(ids)]).filter(([, count]) => count));
}

async function inOrder(index, cases, order) {
  if (order === "relevantie") return cases;
  if (order === "nieuw") return cases.toSorted((one, other) => one - other); // as they stand in the index
  return among(await index.file(`o/${order}.json`), marksOf(index, cases));
}
