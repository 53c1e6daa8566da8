// Says why a page was found: a piece of its text, with the words that answer marked.

import { element } from "../dom.js";
import { folded, stem } from "../dutch.js";

// So many words are shown, of which so many before the first one that answers.
const [LENGTH, BEFORE] = [32, 8];
// From so many letters on, a word may also stand inside a longer one, as congestie in netcongestie.
const INSIDE = 4;
// Before it must stand a word then, and none that makes another word of it: stopzetten is no opzetten, verkopen no kopen.
const ANOTHER = new Set(["her", "mis", "ont", "ver", "wan"]);

// Tells of a word of a text which concepts of a question it says.
// `concepts`: as `understand` gives them.
export function matcherOf(index, concepts) {
  const sought = concepts.map(({ alternatives }) =>
    alternatives.flatMap(({ words, prefix, weight }) => words.map((word) => ({ word, prefix, own: weight === 1, root: stem(word, index.functionWords) }))),
  );
  // What means the same is marked as the verb or noun that it is: for stichten no stichting.
  const isForm = ({ word, own }, other) => own || word.endsWith("ing") === other.endsWith("ing");
  const stands = ({ word }, other) => {
    const before = other.slice(0, Math.max(0, other.indexOf(word)));
    return word.length >= INSIDE && other.includes(word) && (!before || (before.length > 2 && !ANOTHER.has(before) && !index.functionWords.has(before)));
  };
  const known = new Map();
  const matches = (text) => {
    const word = folded(text).replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
    if (word.length < 2 || index.functionWords.has(word)) return [];
    const root = stem(word, index.functionWords);
    const says = (one) => (one.root === root && isForm(one, word)) || (one.prefix && word.startsWith(one.word)) || stands(one, word);
    return sought.flatMap((ways, at) => (ways.some(says) ? [at] : []));
  };
  return (text) => {
    if (!known.has(text)) known.set(text, matches(text));
    return known.get(text);
  };
}

// The piece of a page that says most of what was asked, with the words marked; its summary when no word is there.
// `says`: as `matcherOf` gives it.
export function why({ sections, meta }, says) {
  let best = { worth: 0 };
  for (const [, , text] of sections) {
    const words = text.split(" ");
    const hits = words.flatMap((word, at) => (says(word).length ? [at] : []));
    for (const first of hits) {
      const inside = hits.filter((at) => at >= first && at < first + LENGTH - BEFORE);
      const worth = new Set(inside.flatMap((at) => says(words[at]))).size + inside.length / LENGTH;
      if (worth > best.worth) best = { worth, words, start: Math.max(0, first - BEFORE) };
    }
  }
  if (!best.worth) return [meta.samenvatting ?? sections[0]?.[2].split(" ").slice(0, LENGTH).join(" ") ?? ""];
  const end = best.start + LENGTH;
  const shown = best.words.slice(best.start, end).flatMap((word) => [...marked(word, says), " "]);
  return [best.start ? "… " : "", ...shown, end < best.words.length ? "…" : ""];
}

function marked(word, says) {
  if (!says(word).length) return [word];
  const [, before, core, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
  return [before, element("mark", {}, core), after];
}

// The headings below which a page says most of what was asked.
export function headings({ sections }, says, most) {
  const worth = sections.map(([anchor, heading, text]) => {
    const hits = `${heading} ${text}`.split(" ").flatMap(says);
    return anchor ? new Set(hits).size + hits.length / 1000 : 0;
  });
  const least = Math.max(1, worth.toSorted((one, other) => other - one)[most - 1] ?? 1);
  return sections.flatMap(([anchor, heading], at) => (worth[at] >= least ? [[anchor, heading]] : [])).slice(0, most);
}
