// Puts the pages that answer a question in order: those that are called so, then those that say most about it.

import { soundsOther, stem } from "../dutch.js";
import { purposesOf } from "./purpose.js";

// A page with another form of a word counts for less than one with the word itself.
const OTHER_FORM = 0.8;
// How much more a page counts that answers the whole question than one that answers half of it; a long question is
// answered well by a page that has most of it.
const [WHOLE, WHOLE_LONG, LONG] = [1.5, 1.3, 3];
// Pages that answer less of the question than this are left out, unless there is nothing better.
const [PARTLY, ENOUGH, POOR] = [0.4, 3, 0.12];
// Of pages that are called so, the one that explains comes first. A name that is only begun counts for as much as a
// page that says it well, and a name among words that say little for more than that.
const [CALLED, BEGINS_SO, LONGER, PERHAPS] = [1000, 60, 200, 150];
const KINDS = ["begrip", "onderwerp", "overzicht", "pagina", "werkvorm", "community", "les", "case", "meedoen"];
const TERM = KINDS[0];
// Of what is only begun, so many of the words that are on many pages: each may cost a reader a file.
const BEGUN_COMMON = 12;
// How much more a term counts for who asks what something is called.
const EXPLAINED = 2;
// What an overview counts for when all of the question says what it is for.
const PURPOSE = 300;
// Who does not ask for a meaning wants a term only when it says nearly all of the question.
const TERM_FITS = 0.7;
// A page for who writes along is asked for by its name, or by words that say so much about it as a title does.
const [FOR_CONTRIBUTORS, AS_TITLE] = ["meedoen", 15];

// The pages that answer, best first, and the numbers of the short answers to what the question is the name of.
// `asked`: as `understand` gives it.
export async function ranked(index, { concepts, words, names, loose, terms, begun, explains }) {
  const scored = await Promise.all(concepts.map((concept) => scoresOf(index, concept)));
  const known = scored.filter(({ rarity }) => rarity);
  // What a reader may have meant is no reason to leave out a page that has all words that are sure.
  const sure = known.some(({ guessed }) => !guessed) ? known.filter(({ guessed }) => !guessed) : known;
  const called = await namesOf(index, words, names, terms, begun, loose);
  // What is called so needs no guess at what it is for.
  const named = [...called.pages.values()].some((bonus) => bonus >= CALLED);
  const purposes = named ? new Map() : await purposesOf(index, scored.map(({ rarity }, at) => ({ ...concepts[at], rarity })));
  // Nor is a word that says little.
  const strong = sure.some(({ weak }) => !weak) ? sure.filter(({ weak }) => !weak) : sure;
  const whole = sure.reduce((sum, { rarity }) => sum + rarity, 0);
  const core = strong.reduce((sum, { rarity }) => sum + rarity, 0);
  // Who writes a word that nobody knows does not ask for what the parts of it name.
  const split = concepts.some((concept) => concept.split);
  const power = known.length < LONG ? WHOLE : WHOLE_LONG;
  const found = [];
  for (let id = 0; id < index.pages; id++) {
    let [score, covered, heart, least] = [0, 0, 0, Infinity];
    for (const concept of known) {
      const { scores, rarity } = concept;
      least = Math.min(least, scores[id]);
      if (!scores[id]) continue;
      score += rarity * scores[id];
      if (sure.includes(concept)) covered += rarity;
      if (strong.includes(concept)) heart += rarity;
    }
    const bonus = called.pages.get(id) ?? 0;
    const fits = purposes.get(id) ?? 0;
    const purpose = explains || fits > TERM_FITS || index.kindOf(id) !== TERM ? fits : 0;
    const share = bonus ? 1 : covered / (whole || 1);
    const said = bonus ? 1 : Math.max(purpose, heart / (core || 1));
    if (score || bonus || purpose) {
      const told = explains && index.kindOf(id) === TERM ? EXPLAINED : 1;
      const text = told * score * share ** power;
      const all = text + bonus + PURPOSE * purpose ** 2;
      const named = bonus >= CALLED;
      const asked = named || (!split && (purpose > 0 || (known.length > 1 && least >= AS_TITLE)));
      found.push({ id, score: all, text, share: said, named, asked });
    }
  }
  found.sort((one, other) => other.score - one.score || one.id - other.id);
  const results = worthwhile(withoutContributors(index, found), known.length);
  const [own, parts] = called.answers;
  return { results, answers: own.length || results.length > ENOUGH ? own : parts };
}

// How well each page answers a concept, and how rare that is; no rarity when no page does.
async function scoresOf(index, { alternatives, weight: strength, guessed = false, weak = false }) {
  const scores = new Float32Array(index.pages);
  let rarity;
  for (const { words, weight, prefix } of alternatives) {
    const each = await Promise.all(words.map((word) => (prefix ? begunScores(index, word) : wordScores(index, word))));
    let number = 0;
    for (let id = 0; id < index.pages; id++) {
      const least = Math.min(...each.map((one) => one[id]));
      if (!least) continue;
      number++;
      scores[id] = Math.max(scores[id], weight * least);
    }
    if (number) rarity ??= strength * Math.log(1 + (index.pages - number + 0.5) / (number + 0.5));
  }
  return { scores, rarity, guessed, weak };
}

async function wordScores(index, word) {
  const scores = new Float32Array(index.pages);
  const root = stem(word, index.functionWords);
  const { forms } = await index.entry(root);
  const all = [...new Set([word, ...(forms.length ? forms : [root])])].filter((form) => !soundsOther(word, form));
  const found = await Promise.all(all.map((form) => index.pagesWith(form)));
  found.forEach((pages, at) => add(index, scores, pages, all[at] === word ? 1 : OTHER_FORM));
  return scores;
}

// Of words that are longer than what was typed, those that are nearly finished count most.
async function begunScores(index, word) {
  const scores = new Float32Array(index.pages);
  const { words } = await index.startingWith(word);
  const isCommon = ([, pages]) => typeof pages === "number";
  const common = words.filter(isCommon).sort(([, one], [, other]) => other - one);
  const asked = [...words.filter((one) => !isCommon(one)), ...common.slice(0, BEGUN_COMMON)];
  const found = await Promise.all(asked.map(([longer]) => index.pagesWith(longer)));
  found.forEach((pages, at) => add(index, scores, pages, 0.5 + (0.5 * word.length) / asked[at][0].length));
  return scores;
}

function add(index, scores, text, factor) {
  if (!text) return;
  const pages = index.decode(text);
  for (let at = 0; at < pages.length; at += 2) scores[pages[at]] = Math.max(scores[pages[at]], factor * pages[at + 1]);
}

// The pages that are called what was asked, or whose name begins so, with what that counts for, and short answers. A part
// of a place (a village) may be called as many other things are: it counts less, and answers only when they do not.
async function namesOf(index, words, keys, terms, begun, loose) {
  const pages = new Map();
  const answers = [new Set(), new Set()];
  const count = (id, bonus) => pages.set(id, Math.max(pages.get(id) ?? 0, bonus));
  if (begun.length > 2) {
    const { names } = await index.startingWith(begun);
    for (const [longer, found] of names) {
      for (const [id, , part] of found) count(id, (BEGINS_SO * begun.length) / longer.length / (1 + part));
    }
  }
  const namedBy = (keys) => Promise.all(keys.map((key) => index.named(key, words)));
  // Of two names in a question the longer one says more: nog geen cases is not cases.
  for (const [at, named] of (await namedBy(keys)).entries()) {
    for (const [id, answer, part] of named) {
      count(id, part ? BEGINS_SO : 2 * CALLED - KINDS.indexOf(index.kindOf(id)) + LONGER * keys[at].split(" ").length);
      if (answer >= 0) answers[part].add(answer);
    }
  }
  for (const named of await namedBy(loose)) {
    for (const [id, , part] of named) if (!part) count(id, PERHAPS);
  }
  // A question for a meaning is answered by the longest term in it.
  for (const named of await namedBy(terms)) {
    const explaining = named.filter(([id, answer, part]) => answer >= 0 && !part && index.kindOf(id) === TERM);
    for (const [id, answer] of explaining) {
      count(id, CALLED);
      answers[0].add(answer);
    }
    if (explaining.length) break;
  }
  return { pages, answers: answers.map((found) => [...found]) };
}

function worthwhile(found, concepts) {
  const whole = found.filter(({ share }) => share > 0.999).length;
  const most = found.reduce((best, { share }) => Math.max(best, share), 0);
  const least = concepts < LONG && whole >= ENOUGH ? 0.999 : PARTLY * most;
  const best = found.reduce((most, { text, named }) => (named ? most : Math.max(most, text)), 0);
  return found.filter((one) => one.named || (one.share >= least && one.score >= POOR * best));
}

// Pages for who writes along answer when they are asked for, or when nothing else answers.
function withoutContributors(index, found) {
  const others = found.filter(({ id, asked }) => asked || index.kindOf(id) !== FOR_CONTRIBUTORS);
  return others.length ? others : found;
}
