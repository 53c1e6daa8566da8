// What the library knows already: looked up in pieces, of which only those are fetched that the answers ask for.

import { ROOT, tables } from "../dom.js";
import { piecesOf } from "../pieces.js";

const FOLDER = new URL("bijdragen/assistent/bekend/", ROOT);
// Milliseconds; who waits longer goes on without, and does not wait for the same again soon.
const LONGEST = 5000;
const NOT_AGAIN = 20_000;
const asked = new Map(); // by number of a piece

// What came so far, by the name of a table and then by key; scripts/kennisbank/faces/assistant_known.py says which.
export const known = Object.fromEntries(["sources", "addresses", "cases", "titles"].map((name) => [name, Object.create(null)]));

// Fetches the pieces in which these keys are, each once, and again after a failure. Says whether any was asked for now,
// and whether all are there.
// `pieces`: how many there are.
export async function lookUp(keys, pieces) {
  const numbers = piecesOf(keys, pieces);
  const isNew = numbers.some((number) => !asked.has(number));
  const came = await Promise.allSettled(numbers.map((number) => piece(number, pieces)));
  return { isNew, isWhole: came.every(({ status }) => status === "fulfilled") };
}

function piece(number, pieces) {
  if (!asked.has(number)) {
    const coming = fetched(new URL(`${pieces}/${number}.json`, FOLDER));
    coming.catch(({ name }) => setTimeout(() => asked.delete(number), name === "TimeoutError" ? NOT_AGAIN : 0));
    asked.set(number, coming);
  }
  return asked.get(number);
}

async function fetched(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(LONGEST) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  for (const [name, table] of Object.entries(await tables(answer))) Object.assign(known[name], table);
}
