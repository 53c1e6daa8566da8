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
const AGREES = 0.35;
// Pages that are for doing something: of these many purposes together tell too what they are for. When only one word of a
// question says much, that counts for so much; and so slowly more does a word that more purposes have.
const [FOR_USE, ONE_WORD, SLOWLY] = [new Set(["overzicht", "pagina", "meedoen"]), 0.6, 0.5];

// For each page that may be meant how well one of its purposes and the question agree, from `AGREES` to 1.
// `concepts`: as `understand` gives them, each with its `rarity`: what is rare says more of what is asked.
export async function purposesOf(index, concepts) {
  const found = new Map();
  const asked = concepts.filter(({ rarity }) => rarity).map((concept) => waysToSay(index, concept));
  if (!asked.length) return found;
  index.weakStems ??= new Set([...index.weakWords].map((word) => stem(word, index.functionWords)));
  index.purposes ??= purposesIn(await index.file("purposes.json"));
  for (const { page, purposes, whole } of index.purposes) {
    const one = Math.max(0, ...whole.map((purpose) => agreement(asked, purpose, index.weakStems)));
    const best = FOR_USE.has(index.kindOf(page)) ? Math.max(one, together(asked, asked.length > 1 ? purposes : whole)) : one;
    if (best >= AGREES) found.set(page, best);
  }
  return found;
}

// What is after a `~` tells what a page is for only together with the rest.
function purposesIn(pages) {
  const stemsOf = (purposes) => purposes.map((purpose) => purpose.replace("~", "").split(" "));
  return pages.map(([page, ...said]) => ({ page, whole: stemsOf(said.filter((purpose) => purpose[0] !== "~")), purposes: stemsOf(said) }));
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

// How much of a question the purposes of a page say together: tabel invullen na een bijeenkomst is in none of them whole.
function together(asked, purposes) {
  const uses = (stem) => purposes.filter((purpose) => purpose.includes(stem)).length;
  const worth = ({ stems, weight }) => Math.min(...stems.map((one) => (weight * uses(one)) / (uses(one) + SLOWLY)));
  const heard = asked.reduce((sum, { counts, ways }) => sum + counts * Math.max(0, ...ways.map(worth)), 0);
  const whole = asked.reduce((sum, { counts }) => sum + counts, 0);
  return (asked.filter(({ strong }) => strong).length === 1 ? ONE_WORD : 1) * (heard / whole);
}
