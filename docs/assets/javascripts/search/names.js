// What a question may be the name of, and whether it asks for a meaning.

import { contentOf, keyOf, LONGEST_PHRASE } from "./same.js";

const ARTICLES = new Set(["de", "het", "een", "s", "t"]);
// How a question for a meaning begins after wat, and words that ask for one wherever they stand.
const OPENS = new Set(["is", "zijn", "was", "waren", "betekent", "betekenen", "houdt", "houden"]);
const EXPLAINS = new Set(["afkorting", "begrip", "betekenis", "betekent", "definitie", "term", "uitleg", "uitleggen"]);
// Words that ask for one only together: heet is also hot, and noem also asks for a list.
const EXPLAINS_TOGETHER = new RegExp(
  "\\bhoe heet(?: (?:dat|die|dit|een|de|het|iets|als|zo)\\b|$)|\\bhoe noem(?:t|en)? (?:je|men|we|ze)\\b|" +
    "\\bwat wordt (?:er )?(?:bedoeld met|met .+ bedoeld)\\b|\\bwat bedoel(?:t|en)? (?:je|men|we|ze|jullie) met\\b",
);

export function withoutArticles(words) {
  const first = words.findIndex((word, at) => !ARTICLES.has(word) || at === words.length - 1);
  return words.slice(Math.max(first, 0));
}

// What the whole question may be the name of: without the words around it that only ask, such as wat is een.
export function namesIn(index, all) {
  const asks = (word) => index.functionWords.has(word) || index.shapeWords.has(word);
  let words = all;
  const keys = new Set([keyOf(index, withoutArticles(all))]);
  while (words.length > 1 && asks(words.at(-1))) words = words.slice(0, -1);
  for (;;) {
    keys.add(keyOf(index, withoutArticles(words)));
    if (words.length < 2 || !asks(words[0])) break;
    words = words.slice(1);
  }
  // A name of several words is known by these alone, in any order: vergelijk cases is cases vergelijken.
  const content = contentOf(index, words).filter((word) => !index.shapeWords.has(word));
  if (content.length > 1) keys.add(keyOf(index, content).split(" ").sort().join(" "));
  // Where to look may come last: alle windparken op de kaart.
  if (all.length > 3 && all.at(-3) === "op" && ARTICLES.has(all.at(-2))) keys.add(keyOf(index, all.slice(-3)));
  return [...keys].filter(Boolean);
}

// What may be a name between words that say little, welke provincies hebben cases, or before them: wat ging er mis bij anderen.
export function looseNames(index, all) {
  const little = (word) => [index.functionWords, index.shapeWords, index.weakWords].some((words) => words.has(word));
  const strong = contentOf(index, all).filter((word) => !little(word));
  const last = all.findLastIndex((word) => !little(word));
  const before = last > 0 && last < all.length - 1 ? [withoutArticles(all.slice(0, last + 1))] : [];
  return [...(strong.length === 1 ? [strong] : []), ...before].map((words) => keyOf(index, words));
}

const opensSo = (all) => all[0] === "wat" && OPENS.has(all[1]);
export const asksMeaning = (all) => opensSo(all) || all.some((word) => EXPLAINS.has(word)) || EXPLAINS_TOGETHER.test(all.join(" "));

// What a question that asks for a meaning may name among other words: BENG in betekenis eisen BENG, and what comes right
// after wat is. Longer names first.
export function termsIn(index, all) {
  const says = (word) => word.length > 1 && !index.functionWords.has(word) && !index.shapeWords.has(word);
  const first = all.findIndex(says);
  if (first < 0) return [];
  if (!asksMeaning(all)) return [];
  const last = opensSo(all) ? first : all.length - 1;
  const found = [];
  for (let length = LONGEST_PHRASE; length; length--) {
    for (let at = first; at <= last && at + length <= all.length; at++) {
      if (says(all[at]) && says(all[at + length - 1])) found.push(keyOf(index, all.slice(at, at + length)));
    }
  }
  return found;
}
