// Knows which words and phrases mean the same, as editors wrote it down.

import { soundsOther, stem, wordsOf } from "../dutch.js";

// What a word that means the same counts for beside the word itself: the best word for it, and another of its group.
const [HUB, SIBLING] = [0.7, 0.4];
// So many words of a question may mean something together; the names of things are no longer.
export const LONGEST_PHRASE = 4;

// Words as what their forms share.
export const keyOf = (index, words) => words.map((word) => stem(word, index.functionWords)).join(" ");

// For each word or phrase (as stems) the groups of words that mean the same; the first of a group says it best.
async function meanings(index) {
  index.meanings ??= tableOf(index, await index.file("same.json"));
  return index.meanings;
}

function tableOf(index, all) {
  const found = new Map();
  for (const group of all) {
    // What no page says (`~`) may be asked, but is not looked up.
    const phrases = group.map((phrase) => ({ words: wordsOf(phrase), nowhere: phrase.startsWith("~") }));
    for (const { words } of phrases) {
      const key = keyOf(index, words);
      found.set(key, [...(found.get(key) ?? []), { words, phrases, best: words === phrases[0].words }]);
    }
  }
  return found;
}

// Other ways to say some words.
export async function sameAs(index, words) {
  const key = keyOf(index, words);
  const found = ((await meanings(index)).get(key) ?? []).filter((one) => !one.words.some((word, at) => soundsOther(word, words[at])));
  return found.flatMap(({ phrases, best }) =>
    phrases.flatMap(({ words: phrase, nowhere }, at) => {
      const content = nowhere || keyOf(index, phrase) === key ? [] : contentOf(index, phrase);
      // The words of a phrase need not stand together on a page: only the best way to say it may have several.
      if (!content.length || (at && content.length > 1)) return [];
      return [{ words: content, weight: best || !at ? HUB : SIBLING }];
    }),
  );
}

export const contentOf = (index, words) => words.filter((word) => word.length > 1 && !index.functionWords.has(word));

// Where several words of a question together mean what the site has another word for: van het gas af, urban farming.
export async function phrasesIn(index, all) {
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
