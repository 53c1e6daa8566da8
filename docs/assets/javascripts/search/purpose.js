// Finds overviews by what they are for, said in other words than their names: stuur mijn lijst naar een collega.

import { stem } from "../dutch.js";

// A word that says little counts so much, in a question and in what a page is for.
const WEAK = 0.35;
// What of a question a purpose leaves unsaid counts more against it than what of the purpose the question leaves unsaid.
const HEARD = 1.5;
const [MOSTLY, LARGELY] = [0.85, 0.7];
// Among so few pages any other way to say it counts for so much.
const OTHERWISE = 0.8;
// What a page is for is told when so much of the question and so much of that purpose agree.
const AGREES = 0.45;

// For each page that may be meant how well one of its purposes and the question agree, from `AGREES` to 1.
// `concepts`: as `understand` gives them, each with its `rarity`: what is rare says more of what is asked.
export async function purposesOf(index, concepts) {
  const found = new Map();
  const asked = concepts.filter(({ rarity }) => rarity).map((concept) => waysToSay(index, concept));
  if (!asked.length) return found;
  index.weakStems ??= new Set([...index.weakWords].map((word) => stem(word, index.functionWords)));
  index.purposes ??= (await index.file("purposes.json")).map(([page, ...said]) => [page, said.map((purpose) => purpose.split(" "))]);
  for (const [page, purposes] of index.purposes) {
    const best = Math.max(...purposes.map((purpose) => agreement(asked, purpose, index.weakStems)));
    if (best >= AGREES) found.set(page, best);
  }
  return found;
}

// The stems of each way to say a concept, and what that way and the whole concept count for.
function waysToSay(index, { alternatives, rarity, weak }) {
  const ways = alternatives.filter(({ prefix }) => !prefix);
  return {
    counts: rarity,
    strong: !weak,
    ways: ways.map(({ words, weight }) => ({
      stems: words.map((word) => stem(word, index.functionWords)),
      weight: Math.max(weight, OTHERWISE),
    })),
  };
}

// How much of a question a purpose says, and how much of the purpose the question says.
function agreement(asked, purpose, weak) {
  const said = new Map();
  let [heard, whole] = [0, 0];
  for (const { counts, ways } of asked) {
    const fitting = ways.filter(({ stems }) => stems.every((one) => purpose.includes(one)));
    const best = Math.max(0, ...fitting.map(({ weight }) => weight));
    for (const { stems, weight } of fitting) for (const one of stems) said.set(one, Math.max(said.get(one) ?? 0, weight));
    heard += counts * best;
    whole += counts;
  }
  const worth = (one) => (weak.has(one) ? WEAK : 1);
  const told = purpose.reduce((sum, one) => sum + worth(one) * (said.get(one) ?? 0), 0);
  const total = purpose.reduce((sum, one) => sum + worth(one), 0);
  // One word is a whole question, but seldom a whole purpose; less so with a word that says little beside it.
  if (asked.filter(({ strong }) => strong).length === 1 && told < (asked.length > 1 ? LARGELY : MOSTLY) * total) return 0;
  return (heard / whole) ** HEARD * (told / total);
}
