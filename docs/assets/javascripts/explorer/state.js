// What a reader chose, and how that stands in the address. Everything from an address is checked here.

const SORTS = ["nieuw", "oud", "titel", "nagekeken"];

// The state in an address: words, order, view and the choices by facet, with the values that it names but that do not
// exist. `search` is the query string, `hash` what stands after the #: the words, which a browser never sends to a
// server; `known` has the values of each facet.
export function readState(search, hash, known) {
  const params = new URLSearchParams(search);
  const unknown = [];
  const pick = (name, values) => {
    const asked = params.getAll(name);
    unknown.push(...asked.filter((value) => !values.includes(value)).map((value) => `${name} ${value.slice(0, 40)}`));
    return values.filter((value) => asked.includes(value));
  };
  const choices = new Map([...known].map(([name, values]) => [name, pick(name, values)]).filter(([, values]) => values.length));
  const words = new URLSearchParams(hash.slice(1)).get("zoek") ?? params.get("zoek") ?? "";
  const q = words.slice(0, 200).trim();
  const sort = pick("sort", q ? ["relevantie", ...SORTS] : SORTS)[0];
  return { q, choices, sort: sortWord(sort, q), view: pick("weergave", ["lijst", "kaart"])[0] ?? "lijst", unknown };
}

// The query string and the hash of a state; empty when nothing is chosen.
export function writeState({ q, sort, view, choices }) {
  const params = new URLSearchParams();
  for (const [name, values] of choices) values.forEach((value) => params.append(name, value));
  if (sort) params.set("sort", sort);
  if (view !== "lijst") params.set("weergave", view);
  const words = q ? `#${new URLSearchParams({ zoek: q })}` : "";
  return (params.size ? `?${params}` : "") + words;
}

// The order of a list when the reader chose none.
export const usualSort = (q) => (q ? "relevantie" : "nieuw");

// An order as it stands in a state: empty for the usual one, and for one that cannot be.
export const sortWord = (sort, q) => (!sort || sort === usualSort(q) || (sort === "relevantie" && !q) ? "" : sort);

// The choices without those of one facet.
export const without = (choices, name) => new Map([...choices].filter(([other]) => other !== name));
