// The names of all municipalities and provinces, each with the other names that people have for it, and how well a name
// fits what somebody typed.

import { folded } from "./dutch.js";

let loading;

// Phones type ’s-Hertogenbosch, and people Hertogenbosch.
export const keyOf = (text) =>
  folded(text.replace(/[’‘ʼ´`]/g, "'").trim())
    .replace(/^gemeente /, "")
    .replace(/^'?s[- ]/, "");

export const [SAME, BEGINS_IN_WORDS, BEGINS, HAS_WORD, NOT] = [0, 1, 2, 3, 4];

const inWords = (key) => ` ${key.replace(/[^a-z0-9]+/g, " ")}`;

// How well a name fits what was typed, the best first: it is the same, begins with it (in whole words), or has a word
// that does. Both by their keys: it is asked of thousands at every key that is pressed.
export function fit(key, wanted) {
  if (key === wanted) return SAME;
  if (key.startsWith(wanted)) return /[a-z0-9]/.test(key[wanted.length]) ? BEGINS : BEGINS_IN_WORDS;
  return inWords(key).includes(inWords(wanted)) ? HAS_WORD : NOT;
}

// Two lists of rows, in which the title comes first; empty ones when they cannot be loaded now.
export function placeNames() {
  loading ??= fetch(new URL("../../bijdragen/assistent/plaatsen.json", import.meta.url))
    .then((answer) => answer.json())
    .catch(() => {
      loading = undefined;
      return { municipalities: [], provinces: [] };
    });
  return loading;
}
