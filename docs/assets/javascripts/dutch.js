// What a reader of Dutch knows about words: which forms belong together, and which word was meant.

// Text in lower case and without diacritics.
export const folded = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

// The folded words of a text.
export const wordsOf = (text) => folded(text).match(/[a-z0-9]+/g) ?? [];

const SHORTEST = 3;
const RULES = [
  [/((?<!re|ro|pa)gaa|slaa|doe|zie)t$/, "$1n"],
  [/^(aan|af|be|bij|bloot|door|klaar|leeg|onder|ont|op|open|over|stil|tegen|terug|toe|uit|vast|ver|vol|voor|vrij|weer)staat$/, "$1staan"],
  [/(?<=.{4})(heden|heid|lijke?|ingen|ing)$/, ""],
  [/(?<=.{2}[bgkplmnrt])s$/, ""],
  [/(?<=.[itl]e)s$/, ""],
  [/(?<=.{3})(en|e)$/, ""],
  [/([bcdfgklmnprst])\1$/, "$1"],
  [/(?<=.{2})v$/, "f"],
  [/(?<=.{2})z$/, "s"],
  [/(?<=.{3}[fgklmnpw])t$/, ""],
  [/([aeou])\1(?=[^aeiou]*$)/, "$1"],
];

// What the forms of a word share: zonnepaneel and zonnepanelen, huis and huizen. The same as
// scripts/kennisbank/publishing/search/stems.py, which says why.
// `word`: folded.
// `functionWords`: words that no other word is a form of.
export function stem(word, functionWords) {
  if (word.length <= SHORTEST || !/^[a-z]+$/.test(word) || functionWords.has(word)) return word;
  for (;;) {
    let shorter = word;
    for (const [pattern, by] of RULES) {
      const tried = shorter.replace(pattern, by);
      if (tried.length >= SHORTEST && !functionWords.has(tried)) shorter = tried;
    }
    if (shorter === word) return word;
    word = shorter;
  }
}

const [LONG, SHORT] = [/^[^aeiou]*(aa|ee|oo|uu)[^aeiou]+$/, /^[^aeiou]*[aeiou](?:[^aeiou]+|([^aeiou])\1en?)$/];

// Whether two words of one syllable with one stem are not forms of each other: boos and bos, zoon and zonnen.
export const soundsOther = (one, other) => (LONG.test(one) && SHORT.test(other)) || (SHORT.test(one) && LONG.test(other));

// What a word may be a small one of: kaartje of kaart, boompje of boom, weggetje of weg, woninkje of woning.
export function withoutSmallness(word) {
  const base = word.match(/^(.{3,})jes?$/)?.[1];
  if (!base) return [];
  return [base, base.replace(/t$/, ""), base.replace(/(.)\1?et$/, "$1"), base.replace(/(?<=m)p$/, ""), base.replace(/k$/, "g")];
}

// How many typing errors apart two words are (a wrong, missing, extra or swapped letter), up to `most`.
export function typingErrors(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// Whether another letter stands in the place of one: of a short word that makes another word, vlees and vrees.
const replaced = (one, other) => one.length === other.length && [...one].sort().join() !== [...other].sort().join();

// The known words that look most like a word, the nearest first.
// `word`: folded.
// `known`: folded words with the same first letter, the most used first.
export function nearest(word, known) {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  const near = known.map((other) => [typingErrors(word, other, most), other]).filter(([errors, other]) => errors <= most && (word.length > 5 || !replaced(word, other)));
  return near.sort(([one], [other]) => one - other).map(([, other]) => other);
}

// The places where a word may fall apart into a known word and the rest, the longest first; linking letters go.
// `word`: folded.
// `known`: folded words with the same first letter.
export function halves(word, known) {
  const set = new Set(known);
  const found = [];
  for (let at = word.length - 4; at >= 3; at--) {
    const head = [word.slice(0, at), word.slice(0, at).replace(/(s|en|n)$/, "")].find((part) => set.has(part));
    if (head) found.push([head, word.slice(at)]);
  }
  return found;
}
