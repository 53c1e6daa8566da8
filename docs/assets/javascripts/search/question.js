// Makes of a question what the index can answer: what it is about, in the words of the site.

import { nearest, wordsOf } from "../dutch.js";
import { conceptsIn, means } from "./concepts.js";
import { asksMeaning, looseNames, namesIn, termsIn, withoutArticles } from "./names.js";
import { keyOf, phrasesIn } from "./same.js";

// An abbreviation with dots, m.e.r., is one word.
const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;

// `index`: as `openIndex` gives it.
// `question`: as typed.
// `typing`: whether the last word may not be finished.
// Gives `concepts`, what a page must tell of; `words`, those of the question; `names`, the keys of what the whole question may be the name of, `loose` of
// what it may be when its other words say little, `terms` of what parts of it may be, and `begun`, the start of one; `explains` when it asks for a meaning; `instead`, what was
// searched for when that differs from what was typed; `lost`, words that no page has; `empty` when there is no word to search for.
export async function understand(index, question, typing = false) {
  const all = wordsOf(question.replace(DOTTED, (short) => short.replaceAll(".", "")));
  const says = (word) => word.length > 1 && !index.functionWords.has(word);
  const content = all.filter(says);
  const subject = content.filter((word) => !index.shapeWords.has(word));
  // Of little that says little every word counts.
  const asked = new Set(subject.some((word) => !index.weakWords.has(word)) ? subject : content);
  const unfinished = typing && /[\p{L}\p{N}]$/u.test(question) && asked.has(all.at(-1));
  // Of a question that says nothing only the whole may be a name.
  const typedNames = content.length ? namesIn(index, all) : [keyOf(index, withoutArticles(all))];
  const words = new Set(all);
  const terms = termsIn(index, all);
  const [phrases, ...entries] = await Promise.all([phrasesIn(index, all), ...typedNames.map((name) => index.named(name, words))]);
  // What is the name of something needs no other words.
  const named = entries.some((found) => found.length);
  const concepts = await conceptsIn(index, all, { asked, phrases, unfinished, named });
  const meant = new Map(concepts.filter(({ typed }) => typed).map(({ typed, text }) => [typed, text]));
  // A name with a typing error is still a name.
  const names = named || !meant.size ? typedNames : namesIn(index, all.map((word) => meant.get(word) ?? word));
  const said = wordsOf(concepts.map(({ text }) => text).join(" ")).filter(says);
  const told = concepts.map(({ as, text }) => as || text).join(" ");
  const typed = [...asked].filter((word) => said.includes(word) || !concepts.some(({ text }) => text.includes(word)));
  const isHeard = (word) => concepts.some(({ text, meant }) => text.includes(word) || meant === word);
  const lost = named ? [] : [...asked].filter((word) => !isHeard(word) && !index.weakWords.has(word) && !(unfinished && word === all.at(-1)));
  // Without the word that matters small ones would find pages about anything.
  const nothing = lost.length && concepts.every(({ weak }) => weak);
  return {
    concepts: nothing ? [] : concepts,
    lost,
    names,
    words: new Set([...words, ...meant.values()]),
    loose: named || nothing ? [] : looseNames(index, all),
    terms: named ? [] : terms,
    explains: asksMeaning(all),
    begun: unfinished ? withoutArticles(all).join(" ") : "",
    instead: named || nothing ? "" : concepts.some(({ as }) => as) ? told : keyOf(index, said) === keyOf(index, typed) ? "" : said.join(" "),
    empty: !content.length,
  };
}

// Words of the site that look like those of a question that finds nothing.
// `question`: as typed.
export async function suggestions(index, question) {
  const near = [];
  for (const word of new Set(wordsOf(question).filter((word) => word.length > 3))) {
    for (const other of nearest(word, await index.knownWords(word[0]))) if (await means(index, other)) near.push(other);
  }
  return near.slice(0, 4);
}
