// Asks the search index of the site: loads it when it is first needed, and understands Dutch questions.

import { ROOT } from "./dom.js";
import { contentWords, folded, halves, nearest, stem, typingErrors } from "./dutch.js";

const RANKING = { termFrequency: 0.6, pageLength: 0.3, termSaturation: 1.2, termSimilarity: 4 };
const WEIGHTS = { title: 15, samenvatting: 5, verwant: 3, woorden: 0.2, plaats: 1, thema: 0.5 };
// With fewer answers than this, or with this many words, pages that hold only some of the words are shown too.
const ENOUGH = 3;
// So many answers are looked at more closely before they are put in order.
const LOOKED_AT = 8;
// What holding all words, and saying them in the title, is worth beside how well the text fits (at most 1). Tuned on
// tests/browser/relevance.yml.
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
 * @returns {Promise<{results: object[], words: string[], instead: string}>} `words` is what was searched for, and
 *   `instead` the same as text when words of the question are nowhere, or else empty
 */
export async function find(question, options = {}) {
  const index = await openIndex();
  const { words, instead, nowhere } = await understand(question);
  if (nowhere) return { results: [], words, instead };
  if (!words.length) return { results: (await index.search(null, options)).results, words, instead };
  const whole = (await index.search(words.join(" "), options)).results;
  if (options.sort) return { results: whole, words, instead };
  const seen = new Set(whole.map((result) => result.id));
  const loose = whole.length < ENOUGH || words.length >= ENOUGH;
  const rest = loose ? await anyWord(index, words, options) : [];
  const partly = rest.filter((result) => !seen.has(result.id));
  return { results: await ordered(whole, partly, words), words, instead };
}

/**
 * The words that say what a question is about, as the index knows them.
 * @param {string} question as typed
 * @returns {Promise<{words: string[], instead: string, nowhere: boolean}>} `instead` as for `find`; `nowhere` when no
 *   page can be about any of the words, and then they are as typed
 */
export async function understand(question) {
  const asked = contentWords(question);
  const known = (await Promise.all(asked.map(understood))).flat();
  const words = known.length ? known : asked;
  const same = words.length === asked.length && words.every((word, place) => stem(word) === stem(asked[place]));
  return { words, instead: same ? "" : words.join(" "), nowhere: asked.length > 0 && !known.length };
}

/**
 * Words of the site that look like those of a question that finds nothing.
 * @param {string} question as typed
 * @returns {Promise<string[]>} at most four, the nearest first
 */
export async function suggestions(question) {
  const near = [];
  for (const word of contentWords(question)) {
    const most = Math.floor(word.length / 2);
    for (const known of await knownWords(word[0])) {
      const errors = typingErrors(word, known, most);
      if (errors <= most) near.push([errors / word.length, known]);
    }
  }
  near.sort(([one], [other]) => one - other);
  return near.slice(0, 4).map(([, word]) => word);
}

let synonyms;

/**
 * Words that mean the same as one of the words, from the reviewed list.
 * @param {string[]} words folded
 * @returns {Promise<string[]>} folded
 */
export async function related(words) {
  synonyms ??= fetch(new URL("assets/synonyms.json", ROOT))
    .then((answer) => answer.json())
    .then((groups) => groups.map((group) => group.map(folded)));
  const stems = new Set(words.map(stem));
  return (await synonyms).filter((group) => group.some((word) => stems.has(stem(word)))).flat();
}

/**
 * The words that a reader meant with one word: itself, the nearest known word, or its two halves. Nothing when no page
 * can be about it: Pagefind would find pages by the first letter then.
 */
async function understood(word) {
  const { words: known, all } = await vocabulary(word[0]);
  const near = nearest(word, known);
  if (near === word) return [word];
  for (const [head, tail] of halves(word, known)) {
    if ((await knownWords(tail[0])).includes(tail)) return [head, tail];
  }
  if (near) return [near];
  return all && /^[a-z]{3,}$/.test(word) ? [] : [word];
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
    item.value += IN_TITLE * titleCovers(folded(`${meta.title} ${meta.verwant}`), words);
  }));
  first.sort((one, other) => other.value - one.value);
  const looked = new Set(first.map(({ result }) => result));
  return [...looked, ...[...whole, ...partly].filter((result) => !looked.has(result))];
}

function valued(results, extra) {
  const best = Math.max(...results.map((result) => result.score), 1e-9);
  return results.slice(0, LOOKED_AT).map((result) => ({ result, value: extra + result.score / best }));
}

/** Which part of the words a title (or what means the same) holds, from 0 to 1; the start of a word is enough. */
function titleCovers(title, words) {
  const stems = words.map((word) => (word.length > 5 ? word.slice(0, -2) : word));
  return stems.filter((stem) => title.includes(stem)).length / stems.length;
}

const lists = new Map();

/** The words of the site with a first letter, and whether these are all. */
async function vocabulary(letter) {
  if (!/^[a-z]$/.test(letter ?? "")) return { words: [], all: false };
  if (!lists.has(letter)) lists.set(letter, fetch(new URL(`pagefind/words/${letter}.json`, ROOT)).then((answer) => answer.json()));
  return lists.get(letter);
}

const knownWords = async (letter) => (await vocabulary(letter)).words;
