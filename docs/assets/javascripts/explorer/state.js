// What a reader chose, and how that stands in the address. Everything from an address is checked here.

const SORTS = ["nieuw", "oud", "titel", "nagekeken"];

/**
 * The state in an address, with the values that it names but that do not exist.
 * @param {string} search the query string
 * @param {Map<string, string[]>} known the values of each facet
 * @returns {{q: string, sort: string, view: string, choices: Map<string, string[]>, unknown: string[]}}
 */
export function readState(search, known) {
  const params = new URLSearchParams(search);
  const unknown = [];
  const pick = (name, values) => {
    const asked = params.getAll(name);
    unknown.push(...asked.filter((value) => !values.includes(value)).map((value) => `${name} ${value.slice(0, 40)}`));
    return values.filter((value) => asked.includes(value));
  };
  const choices = new Map([...known].map(([name, values]) => [name, pick(name, values)]).filter(([, values]) => values.length));
  const q = (params.get("zoek") ?? "").slice(0, 200).trim();
  const sort = pick("sort", q ? ["relevantie", ...SORTS] : SORTS)[0];
  return { q, choices, sort: sortWord(sort, q), view: pick("weergave", ["lijst", "kaart"])[0] ?? "lijst", unknown };
}

/** The query string of a state; empty when nothing is chosen. */
export function writeState({ q, sort, view, choices }) {
  const params = new URLSearchParams(q && { zoek: q });
  for (const [name, values] of choices) values.forEach((value) => params.append(name, value));
  if (sort) params.set("sort", sort);
  if (view !== "lijst") params.set("weergave", view);
  return params.size ? `?${params}` : "";
}

/** The order of a list when the reader chose none. */
export const usualSort = (q) => (q ? "relevantie" : "nieuw");

/** An order as it stands in a state: empty for the usual one, and for one that cannot be. */
export const sortWord = (sort, q) => (!sort || sort === usualSort(q) || (sort === "relevantie" && !q) ? "" : sort);

/** The choices without those of one facet. */
export const without = (choices, name) => new Map([...choices].filter(([other]) => other !== name));
