// Makes of a question what the index can answer: what it is about, in the words of the site.

import { halves, nearest, typingErrors, withoutSmallness, wordsOf } from "../dutch.js";
import { contentOf, keyOf, LONGEST_PHRASE, phrasesIn, sameAs } from "./same.js";

// What the start of a word counts for, when the site also knows it as a whole word and when not.
const [BEGUN_KNOWN, BEGUN] = [0.3, 0.9];
const WEAK = 0.5;
// What a word counts for beside the small one of it: groep beside groepje.
const BIGGER = 0.8;
// What a word counts for that a reader may have meant, beside words that the site knows; nearly all when it is long and
// only one letter is wrong.
const [GUESSED, NEARLY, LONG] = [0.5, 0.9, 6];
// An abbreviation with dots, m.e.r., is one word.
const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;
// What both parts of a compound count for beside the compound, when no more pages than these have it.
const [IN_PARTS, FEW] = [0.4, 4];
// A word of the site that begins with so many letters of one that it does not know may be about the same.
const BEGINNING = 5;
const LINK_LETTERS = ["", "s", "e", "en", "n"];
const ARTICLES = new Set(["de", "het", "een", "s", "t"]);
// How a question for a meaning begins after wat, and words that ask for one wherever they stand.
const OPENS = new Set(["is", "zijn", "was", "waren", "betekent", "betekenen", "houdt", "houden"]);
const EXPLAINS = new Set(["afkorting", "begrip", "betekenis", "betekent", "definitie", "term", "uitleg", "uitleggen"]);
// Words that ask for one only together: heet is also hot, and noem also asks for a list.
const EXPLAINS_TOGETHER = new RegExp(
  "\\bhoe heet(?: (?:dat|die|dit|een|de|het|iets|als|zo)\\b|$)|\\bhoe noem(?:t|en)? (?:je|men|we|ze)\\b|" +
    "\\bwat wordt (?:er )?(?:bedoeld met|met .+ bedoeld)\\b|\\bwat bedoel(?:t|en)? (?:je|men|we|ze|jullie) met\\b",
);
const PARTICLES = new Set(["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "samen", "terug", "toe", "uit", "vast", "voor", "weg"]);

// One thing that a question names; its alternatives are the ways to say that: words that must all be there, and how much
// saying it so counts. What is weak may be missing from a page that answers.
// @typedef {{text: string, weight: number, weak?: boolean, alternatives: {words: string[], weight: number, prefix?: boolean}[]}} Concept

// `index`: as `openIndex` gives it.
// `question`: as typed.
// `typing`: whether the last word may not be finished.
// Gives `concepts`, what a page must tell of; `words`, those of the question; `names`, the keys of what the whole question may be the name of, `loose` of
// what it may be when its other words say little, `terms` of what parts of it may be, and `begun`, the start of one; `explains` when it asks for a meaning; `instead`, what was
// searched for when that differs from what was typed; `empty` when there is no word to search for.
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
  const concepts = [];
  for (let at = 0; at < all.length; at++) {
    const phrase = phrases.get(at);
    const last = unfinished && at === all.length - 1;
    const whole = !phrase && asked.has(all[at]) && asked.has(all[at + 1]) ? await wholeOf(index, all[at], all[at + 1]) : "";
    if (phrase) concepts.push(phrase.concept);
    else if (whole) concepts.push(...(await conceptsOf(index, whole, last, false)));
    else if (asked.has(all[at])) concepts.push(...(await conceptsOf(index, all[at], last, !named, particlesOf(all, at))));
    at += phrase ? phrase.length - 1 : Number(Boolean(whole));
  }
  await joinNeighbours(index, concepts);
  const meant = new Map(concepts.filter(({ typed }) => typed).map(({ typed, text }) => [typed, text]));
  // A name with a typing error is still a name.
  const names = named || !meant.size ? typedNames : namesIn(index, all.map((word) => meant.get(word) ?? word));
  const said = wordsOf(concepts.map(({ text }) => text).join(" ")).filter(says);
  const typed = [...asked].filter((word) => said.includes(word) || !concepts.some(({ text }) => text.includes(word)));
  return {
    concepts,
    names,
    words: new Set([...words, ...meant.values()]),
    loose: named ? [] : looseNames(index, all),
    terms: named ? [] : terms,
    explains: asksMeaning(all),
    begun: unfinished ? withoutArticles(all).join(" ") : "",
    instead: named || keyOf(index, said) === keyOf(index, typed) ? "" : said.join(" "),
    empty: !content.length,
  };
}

function withoutArticles(words) {
  const first = words.findIndex((word, at) => !ARTICLES.has(word) || at === words.length - 1);
  return words.slice(Math.max(first, 0));
}

// What the whole question may be the name of: without the words around it that only ask, such as wat is een.
function namesIn(index, all) {
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
function looseNames(index, all) {
  const little = (word) => [index.functionWords, index.shapeWords, index.weakWords].some((words) => words.has(word));
  const strong = contentOf(index, all).filter((word) => !little(word));
  const last = all.findLastIndex((word) => !little(word));
  const before = last > 0 && last < all.length - 1 ? [withoutArticles(all.slice(0, last + 1))] : [];
  return [...(strong.length === 1 ? [strong] : []), ...before].map((words) => keyOf(index, words));
}

const opensSo = (all) => all[0] === "wat" && OPENS.has(all[1]);

const asksMeaning = (all) => opensSo(all) || all.some((word) => EXPLAINS.has(word)) || EXPLAINS_TOGETHER.test(all.join(" "));

// What a question that asks for a meaning may name among other words: BENG in betekenis eisen BENG, and what comes right
// after wat is. Longer names first.
function termsIn(index, all) {
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

// What one word stands for: itself and what means the same, or else the nearest words that the site does use.
// A verb may have fallen apart, with one of `particles` behind it: sluit een groep af is afsluiten.
async function conceptsOf(index, word, unfinished, guessing, particles = []) {
  const weak = index.weakWords.has(word);
  const [known, same] = await Promise.all([isKnown(index, word), sameAs(index, [word])]);
  // Each other way to say it costs a reader a file: too much for a word that says little.
  const others = known && weak ? [] : same;
  const weight = weak ? WEAK : 1;
  const own = known ? [{ words: [word], weight: 1 }] : [];
  for (const whole of particles.map((particle) => particle + word)) {
    if (await isKnown(index, whole)) own.push({ words: [whole], weight: 1 });
  }
  if (unfinished && (!known || word.length > 3) && (await index.startingWith(word, 1)).words.length) {
    own.push({ words: [word], weight: known ? BEGUN_KNOWN : BEGUN, prefix: true });
  }
  const parts = known && !others.length ? await partsOf(index, word) : [];
  const bigger = known ? await biggerOf(index, word) : [];
  const alternatives = [...own, ...bigger, ...others, ...parts];
  if (alternatives.length) return [{ text: word, weight, weak, alternatives }];
  const meant = guessing ? await guess(index, word) : [];
  const guessed = await Promise.all(meant.map((part) => conceptsOf(index, part, false, false)));
  const sure = meant.length === 1 && word.length >= LONG && typingErrors(word, meant[0], 1) < 2 ? NEARLY : GUESSED;
  // A word that only begins alike is no name that was misspelt.
  const typed = meant.length === 1 && typingErrors(word, meant[0], 2) <= 2 ? word : "";
  return guessed.flat().map((part) => ({ ...part, typed, weight: sure * part.weight, guessed: true, split: meant.length > 1 }));
}

// The particles that may belong to a verb: sluit een groep af, toe te voegen.
function particlesOf(words, at) {
  const before = words[at - 1] === "te" ? [words[at - 2]] : [];
  return [...new Set([...before, ...words.slice(at + 1)])].filter((word) => PARTICLES.has(word));
}

async function isKnown(index, word) {
  const [itself, root] = await Promise.all([index.entry(word), index.entry(keyOf(index, [word]))]);
  return Boolean(itself.word || root.word || root.forms.length);
}

// Whether the site knows a word, or another that means the same.
const means = async (index, word) => (await isKnown(index, word)) || (await sameAs(index, [word])).length > 0;

// A compound that hardly any page has, such as stadsbos, is answered too by a page that says both of its parts.
async function partsOf(index, word) {
  const { word: places } = await index.entry(word);
  if (!places || index.decode(places).length > 2 * FEW || word.length < 8) return [];
  for (const [head, tail] of halves(word, await index.knownWords(word[0]))) {
    if (tail.length > 2 && !index.functionWords.has(tail) && (await isKnown(index, tail))) return [{ words: [head, tail], weight: IN_PARTS }];
  }
  return [];
}

// Two words that the site writes as one, of which it does not know each: inter visie is intervisie.
async function wholeOf(index, one, other) {
  const whole = one + other;
  return (await isKnown(index, whole)) && !((await means(index, one)) && (await means(index, other))) ? whole : "";
}

// What a word that the site knows is a small one of.
async function biggerOf(index, word) {
  const bases = withoutSmallness(word);
  const known = await Promise.all(bases.map((base) => isKnown(index, base)));
  return bases.filter((_, at) => known[at]).map((base) => ({ words: [base], weight: BIGGER }));
}

// The words that a reader may have meant with one that the site does not know: none, one, or the halves of it.
async function guess(index, word) {
  for (const base of withoutSmallness(word)) {
    if (await means(index, base)) return [base];
  }
  const letters = await index.knownWords(word[0]);
  const [near] = nearest(word, letters);
  if (near && (word.length < 8 || typingErrors(word, near, 1) < 2)) return [near];
  for (const [head, tail] of halves(word, letters)) {
    if (index.functionWords.has(tail)) continue;
    if (await means(index, tail)) return [head, tail];
    const rest = halves(tail, await index.knownWords(tail[0])).find(([, last]) => !index.functionWords.has(last));
    if (rest && (await means(index, rest[1]))) return [head, ...rest];
  }
  if (near) return [near];
  return letters.filter((other) => alikeAtFirst(word, other) >= BEGINNING).sort((one, other) => alikeAtFirst(word, other) - alikeAtFirst(word, one)).slice(0, 1);
}

// How many letters two words have in common from their beginning.
function alikeAtFirst(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

// Words that the site writes as one, such as water plein, may be found so.
async function joinNeighbours(index, concepts) {
  for (let at = 0; at + 1 < concepts.length; at++) {
    const [one, other] = [concepts[at], concepts[at + 1]];
    if (/\s/.test(one.text + other.text)) continue;
    for (const link of LINK_LETTERS) {
      const joined = one.text + link + other.text;
      if (!(await isKnown(index, joined))) continue;
      for (const concept of [one, other]) {
        concept.alternatives.push({ words: [joined], weight: 1 });
        // A word that says little alone may say much in another: project in projectorganisatie.
        Object.assign(concept, { weight: 1, weak: false });
      }
    }
  }
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
