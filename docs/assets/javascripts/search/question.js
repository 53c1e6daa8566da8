// Makes of a question what the index can answer: what it is about, in the words of the site.

import { ROOT } from "../dom.js";
import { halves, nearest, stem, wordsOf } from "../dutch.js";

// What a word that means the same counts for beside the word itself: the best word for it, and another of its group.
const [HUB, SIBLING] = [0.8, 0.5];
// What the start of a word counts for, when the site also knows it as a whole word and when not.
const [BEGUN_KNOWN, BEGUN] = [0.3, 0.9];
const WEAK = 0.35;
const LINK_LETTERS = ["", "s", "e", "en", "n"];
const ARTICLES = new Set(["de", "het", "een", "s", "t"]);
const LONGEST_PHRASE = 4;

// One thing that a question names; its alternatives are the ways to say that: words that must all be there, and how much
// saying it so counts.
// @typedef {{text: string, weight: number, alternatives: {words: string[], weight: number, prefix?: boolean}[]}} Concept

// `index`: as `openIndex` gives it.
// `question`: as typed.
// `typing`: whether the last word may not be finished.
//   the keys of what the whole question may be the name of, `begun` the start of one; `instead` is what was searched for
//   when that differs from what was typed; `empty` when there is no word to search for
export async function understand(index, question, typing = false) {
  const all = wordsOf(question);
  const says = (word) => word.length > 1 && !index.functionWords.has(word);
  const content = all.filter(says);
  const subject = content.filter((word) => !index.shapeWords.has(word));
  const asked = new Set(subject.length ? subject : content);
  const unfinished = typing && /[\p{L}\p{N}]$/u.test(question) && asked.has(all.at(-1));
  const names = namesIn(index, all);
  const [phrases, ...entries] = await Promise.all([phrasesIn(index, all), ...names.map((name) => index.entry(name))]);
  // What is the name of something needs no other words.
  const named = entries.some(({ named: found }) => found.length);
  const concepts = [];
  for (let at = 0; at < all.length; at++) {
    const phrase = phrases.get(at);
    const last = unfinished && at === all.length - 1;
    if (phrase) concepts.push(phrase.concept);
    else if (asked.has(all[at])) concepts.push(...(await conceptsOf(index, all[at], last, !named)));
    at += phrase ? phrase.length - 1 : 0;
  }
  await joinNeighbours(index, concepts);
  const said = wordsOf(concepts.map(({ text }) => text).join(" ")).filter(says);
  const typed = [...asked].filter((word) => said.includes(word) || !concepts.some(({ text }) => text.includes(word)));
  return {
    concepts,
    names,
    begun: unfinished ? withoutArticles(all).join(" ") : "",
    instead: named || keyOf(index, said) === keyOf(index, typed) ? "" : said.join(" "),
    empty: !content.length,
  };
}

const keyOf = (index, words) => words.map((word) => stem(word, index.functionWords)).join(" ");

function withoutArticles(words) {
  const first = words.findIndex((word, at) => !ARTICLES.has(word) || at === words.length - 1);
  return words.slice(Math.max(first, 0));
}

// What the whole question may be the name of: without the words around it that only ask, such as wat is een.
function namesIn(index, all) {
  const asks = (word) => index.functionWords.has(word) || index.shapeWords.has(word);
  let words = all;
  while (words.length > 1 && index.shapeWords.has(words.at(-1))) words = words.slice(0, -1);
  const keys = new Set([keyOf(index, withoutArticles(all))]);
  for (;;) {
    keys.add(keyOf(index, withoutArticles(words)));
    if (words.length < 2 || !asks(words[0])) break;
    words = words.slice(1);
  }
  return [...keys].filter(Boolean);
}

// What one word stands for: itself and what means the same, or else the nearest words that the site does use.
async function conceptsOf(index, word, unfinished, guessing) {
  const [known, others] = await Promise.all([isKnown(index, word), sameAs(index, [word])]);
  const weight = index.weakWords.has(word) ? WEAK : 1;
  const own = known ? [{ words: [word], weight: 1 }] : [];
  if (unfinished && (!known || word.length > 3) && (await index.startingWith(word, 1)).words.length) {
    own.push({ words: [word], weight: known ? BEGUN_KNOWN : BEGUN, prefix: true });
  }
  const alternatives = [...own, ...others];
  if (alternatives.length) return [{ text: word, weight, alternatives }];
  const meant = guessing ? await guess(index, word) : [];
  return (await Promise.all(meant.map((part) => conceptsOf(index, part, false, false)))).flat();
}

async function isKnown(index, word) {
  const [itself, root] = await Promise.all([index.entry(word), index.entry(keyOf(index, [word]))]);
  return Boolean(itself.word || root.word || root.forms.length);
}

// The words that a reader may have meant with one that the site does not know: none, one, or the halves of it.
async function guess(index, word) {
  const letters = await index.knownWords(word[0]);
  const [near] = nearest(word, letters);
  if (near && word.length < 8) return [near];
  for (const [head, tail] of halves(word, letters)) {
    if (!index.functionWords.has(tail) && (await isKnown(index, tail))) return [head, tail];
  }
  if (near) return [near];
  const longer = word.length > 3 && letters.find((other) => other.startsWith(word));
  return longer ? [longer] : [];
}

let groups;

// For each word or phrase (as stems) the groups of words that mean the same; the first of a group says it best.
async function meanings(index) {
  groups ??= fetch(new URL("assets/synonyms.json", ROOT)).then((answer) => answer.json());
  groups.catch(() => (groups = undefined));
  index.meanings ??= tableOf(index, await groups);
  return index.meanings;
}

function tableOf(index, all) {
  const found = new Map();
  for (const group of all) {
    const phrases = group.map(wordsOf);
    for (const words of phrases) {
      const key = keyOf(index, words);
      found.set(key, [...(found.get(key) ?? []), { phrases, best: words === phrases[0] }]);
    }
  }
  return found;
}

// Other ways to say some words.
async function sameAs(index, words) {
  const key = keyOf(index, words);
  const found = (await meanings(index)).get(key) ?? [];
  const others = found.flatMap(({ phrases, best }) =>
    phrases
      .filter((phrase) => keyOf(index, phrase) !== key)
      .map((phrase) => ({ words: contentOf(index, phrase), weight: best || phrase === phrases[0] ? HUB : SIBLING })),
  );
  return others.filter((other) => other.words.length);
}

const contentOf = (index, words) => words.filter((word) => word.length > 1 && !index.functionWords.has(word));

// Where several words of a question together mean what the site has another word for: van het gas af, urban farming.
async function phrasesIn(index, all) {
  const known = await meanings(index);
  const found = new Map();
  for (let at = 0; at < all.length; at++) {
    for (let length = Math.min(LONGEST_PHRASE, all.length - at); length > 1; length--) {
      const words = all.slice(at, at + length);
      if (!known.has(keyOf(index, words))) continue;
      const content = contentOf(index, words);
      const alternatives = [...(content.length ? [{ words: content, weight: 1 }] : []), ...(await sameAs(index, words))];
      found.set(at, { length, concept: { text: words.join(" "), weight: 1, alternatives } });
      at += length - 1;
      break;
    }
  }
  return found;
}

// Words that the site writes as one, such as water plein, may be found so.
async function joinNeighbours(index, concepts) {
  for (let at = 0; at + 1 < concepts.length; at++) {
    const [one, other] = [concepts[at], concepts[at + 1]];
    if (/\s/.test(one.text + other.text)) continue;
    for (const link of LINK_LETTERS) {
      const joined = one.text + link + other.text;
      if (!(await isKnown(index, joined))) continue;
      for (const concept of [one, other]) concept.alternatives.push({ words: [joined], weight: 1 });
    }
  }
}

// Words of the site that look like those of a question that finds nothing.
// `question`: as typed.
export async function suggestions(index, question) {
  const near = [];
  for (const word of new Set(wordsOf(question).filter((word) => word.length > 3))) {
    near.push(...nearest(word, await index.knownWords(word[0])));
  }
  return near.slice(0, 4);
}
