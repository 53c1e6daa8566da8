// What the words of a question stand for, in the words of the site.

import { halves, nearest, typingErrors, withoutSmallness } from "../dutch.js";
import { keyOf, sameAs } from "./same.js";

// What the start of a word counts for, when the site also knows it as a whole word and when not.
const [BEGUN_KNOWN, BEGUN] = [0.3, 0.9];
const WEAK = 0.5;
// What a word counts for beside the small one of it: groep beside groepje.
const BIGGER = 0.8;
// What a word counts for that a reader may have meant, beside words that the site knows; nearly all when it is long and
// only one letter is wrong.
const [GUESSED, NEARLY, LONG] = [0.5, 0.9, 6];
// What both parts of a compound count for beside the compound, when no more pages than these have it.
const [IN_PARTS, FEW] = [0.4, 4];
// A word of the site that begins with so many letters of one that it does not know may be about the same.
const BEGINNING = 5;
// So many words are told that are searched for instead of another.
const SAID = 2;
// What the head of a compound counts for, when hardly any page says it otherwise.
const [ABOUT, RARE] = [0.2, 1];
const LINK_LETTERS = ["", "s", "e", "en", "n"];
const PARTICLES = new Set(["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "samen", "terug", "toe", "uit", "vast", "voor", "weg"]);

// One thing that a question names; its alternatives are the ways to say that: words that must all be there, and how much
// saying it so counts. What is weak may be missing from a page that answers.
// `as` is what it is looked up as when the site does not use the word itself.
// @typedef {{text: string, as?: string, weight: number, weak?: boolean, meant?: string, alternatives: {words: string[], weight: number, prefix?: boolean}[]}} Concept

// What the words say, one by one or together.
export async function conceptsIn(index, all, { asked, phrases, unfinished, named }) {
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
  return concepts;
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
  if (unfinished && (!known || word.length > 3) && (await index.startingWith(word, 2)).words.length) {
    own.push({ words: [word], weight: known ? BEGUN_KNOWN : BEGUN, prefix: true });
  }
  const parts = known && !others.length ? await partsOf(index, word) : !own.length && others.length ? await headOf(index, word, others) : [];
  const bigger = known ? await biggerOf(index, word) : [];
  const alternatives = [...own, ...bigger, ...others, ...parts];
  if (alternatives.length) return [{ text: word, as: own.length ? "" : called([...others, ...parts]), weight, weak, alternatives }];
  const meant = guessing ? await guess(index, word) : [];
  const guessed = await Promise.all(meant.map((part) => conceptsOf(index, part, false, false)));
  const sure = meant.length === 1 && word.length >= LONG && typingErrors(word, meant[0], 1) < 2 ? NEARLY : GUESSED;
  // A word that only begins alike is no name that was misspelt.
  const typed = meant.length === 1 && typingErrors(word, meant[0], 2) <= 2 ? word : "";
  return guessed.flat().map((part) => ({ ...part, typed, meant: word, weight: sure * part.weight, guessed: true, split: meant.length > 1 }));
}

// What is looked up instead of a word that the site does not use: the best ways to say it.
function called(others) {
  const names = [...others].sort((one, other) => other.weight - one.weight).map(({ words }) => words.join(" "));
  return [...new Set(names)].slice(0, SAID).join(" of ");
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
export const means = async (index, word) => (await isKnown(index, word)) || (await sameAs(index, [word])).length > 0;

// A compound that hardly any page has, such as stadsbos, is answered too by a page that says both of its parts.
async function partsOf(index, word) {
  const { word: places } = await index.entry(word);
  if (!places || typeof places === "number" || index.decode(places).length > 2 * FEW || word.length < 8) return [];
  for (const [head, tail] of halves(word, await index.knownWords(word[0]))) {
    if (tail.length > 2 && !index.functionWords.has(tail) && (await isKnown(index, tail))) return [{ words: [head, tail], weight: IN_PARTS }];
  }
  return [];
}

// A compound of which the site only says little, and that in other words, is answered too by what it is about: energie of energiearmoede.
async function headOf(index, word, others) {
  const found = await Promise.all(others.flatMap(({ words }) => words).map((other) => index.entry(other)));
  const isCommon = ({ word: places, forms }) => forms.length > 1 || typeof places === "number" || (places && index.decode(places).length > 2 * RARE);
  if (found.some(isCommon) || word.length < 8) return [];
  const [[head] = []] = halves(word, await index.knownWords(word[0]));
  return head && !index.functionWords.has(head) ? [{ words: [head], weight: ABOUT }] : [];
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
