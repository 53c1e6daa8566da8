// Asks the search index of the site: loads it when it is first needed, and understands Dutch questions.

import { ROOT } from "./dom.js";
import { contentWords, folded, halves, nearest } from "./dutch.js";

const RANKING = { termFrequency: 0.6, pageLength: 0.3, termSaturation: 1.2, termSimilarity: 4 };
const WEIGHTS = { title: 15, samenvatting: 5, woorden: 0.2, plaats: 1, thema: 0.5 };
// With fewer answers than this, or with this many words, pages that hold only some of the words are shown too.
const ENOUGH = 3;
// So many answers are looked at more closely before they are put in order.
const LOOKED_AT = 8;
// What holding all words, and saying them in the title, is worth beside how well the text fits (at most 1). Tuned on
// tests/relevance.yml.
const [ALL_WORDS, IN_TITLE] = [0.5, 1.6];

let opened;

/**
 * The search index, loaded once.
 * @returns {Promise<object>} Pagefind (https://pagefind.app/docs/api/)
 */
export function openIndex() {
  opened ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (index) => {
    await index.options({ baseUrl: ROOT.pathname, ranking: { ...RANKING, metaWeights: WEIGHTS } });
    return index;
  });
  return opened;
}

/**
 * The pages that answer a question, best first.
 * @param {string} question as typed; an empty one gives all pages
 * @param {{filters?: object, sort?: object}} options as Pagefind wants them
 * @returns {Promise<{results: object[], instead: string}>} `instead` is what was searched for when words of the
 *   question are nowhere, or empty
 */
export async function find(question, options = {}) {
  const index = await openIndex();
  const { words, instead } = await understand(question);
  if (!words.length) return { results: (await index.search(null, options)).results, instead };
  const whole = (await index.search(words.join(" "), options)).results;
  if (options.sort) return { results: whole, instead };
  const seen = new Set(whole.map((result) => result.id));
  const loose = whole.length < ENOUGH || words.length >= ENOUGH;
  const rest = loose ? await anyWord(index, words, options) : [];
  const partly = rest.filter((result) => !seen.has(result.id));
  return { results: await ordered(whole, partly, words), instead };
}

/**
 * The words of a question as the index knows them.
 * @returns {Promise<{words: string[], instead: string}>} `instead` as for `find`
 */
export async function understand(question) {
  const asked = contentWords(question);
  const words = (await Promise.all(asked.map(understood))).flat();
  return { words, instead: words.join(" ") === asked.join(" ") ? "" : words.join(" ") };
}

/** The words that a reader meant with one word: itself, the nearest known word, or its two halves. */
async function understood(word) {
  const known = await knownWords(word[0]);
  const near = nearest(word, known);
  if (near === word) return [word];
  for (const [head, tail] of halves(word, known)) {
    if ((await knownWords(tail[0])).includes(tail)) return [head, tail];
  }
  return [near || word];
}

/** Pages with at least one of the words: those with more and rarer words first. */
async function anyWord(index, words, options) {
  const found = new Map();
  for (const word of new Set(words)) {
    const { results } = await index.search(word, options);
    const rarity = 1 / Math.log2(2 + results.length);
    const best = results[0]?.score || 1;
    for (const result of results) {
      const score = rarity * (1 + result.score / best);
      const before = found.get(result.id);
      // Not a copy: Pagefind lets go of the text of a result once the object that it gave for it is gone.
      if (before) before.score += score;
      else found.set(result.id, Object.assign(result, { score }));
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

/**
 * The results that hold all words and those that hold some, in one order. The first of both are looked at: what counts
 * is how well the text fits, whether it has all the words, and how much of the question the title says.
 */
async function ordered(whole, partly, words) {
  const first = [...valued(whole, ALL_WORDS), ...valued(partly, 0)];
  await Promise.all(first.map(async (item) => {
    const { meta } = await item.result.data();
    item.value += IN_TITLE * titleCovers(folded(meta.title ?? ""), words);
  }));
  first.sort((one, other) => other.value - one.value);
  const looked = new Set(first.map(({ result }) => result));
  return [...looked, ...[...whole, ...partly].filter((result) => !looked.has(result))];
}

function valued(results, extra) {
  const best = Math.max(...results.map((result) => result.score), 1e-9);
  return results.slice(0, LOOKED_AT).map((result) => ({ result, value: extra + result.score / best }));
}

/** Which part of the words a title holds, from 0 to 1; the start of a word is enough. */
function titleCovers(title, words) {
  const stems = words.map((word) => (word.length > 5 ? word.slice(0, -2) : word));
  return stems.filter((stem) => title.includes(stem)).length / stems.length;
}

const lists = new Map();

function knownWords(letter) {
  if (!/^[a-z]$/.test(letter ?? "")) return [];
  if (!lists.has(letter)) lists.set(letter, fetch(new URL(`pagefind/words/${letter}.json`, ROOT)).then((answer) => answer.json()));
  return lists.get(letter);
}
