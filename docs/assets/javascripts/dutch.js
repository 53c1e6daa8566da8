// What a reader of Dutch knows about words: which ones carry a question, and which one was meant.

const EMPTY = new Set(
  ("aan af al alle als bij ben dan dat de deze die dit doe doen door dus een en er gaat geen goed haar heb hebben " +
    "heeft hem het hij hoe hun ik in is je jij jouw kan kun kunnen krijg laat maar mag me meer men met mij mijn moet " +
    "moeten na naar niet nog nou nu of om omgaan onder ons onze ook op over te ten ter tot toe tussen uit van veel " +
    "verhoud verhouden verhoudt voor vragen vraag waar waarom wanneer wat we wel welk welke werd wie wij wil willen " +
    "word worden wordt zal ze zich zij zijn zo zonder zou").split(" "),
);

/**
 * Text in lower case and without diacritics.
 * @param {string} text
 */
export const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/**
 * The words of a question that say what it is about; all its words when none does.
 * @param {string} question
 * @returns {string[]}
 */
export function contentWords(question) {
  const words = folded(question).match(/[a-z0-9]+/g) ?? [];
  const content = words.filter((word) => !EMPTY.has(word));
  return content.length ? content : words;
}

/**
 * What the singular and the plural of a word share: zonnepaneel and zonnepanelen, huis and huizen. Good enough to
 * compare words; the index has a stemmer of its own.
 * @param {string} word folded
 */
export function stem(word) {
  const root = word
    .replace(/(?<=.{3})(en|es|(?<=[elmnr])s|e)$/, "")
    .replace(/([bcdfgklmnprst])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");
  return shortened(root);
}

/** A folded word with each long vowel short, as `stem` leaves them. */
export const shortened = (word) => word.replace(/([aeou])\1/g, "$1");

/**
 * How many typing errors apart two words are (a wrong, missing, extra or swapped letter), up to `most`.
 * @returns {number} `most` + 1 when there are more
 */
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

/**
 * The known word nearest to one that nobody uses: its plural or singular, or one that looks like it. A known word, or
 * the start of one, is left as it is.
 * @param {string} word folded
 * @param {string[]} known folded words with the same first letter
 * @returns {string} empty when nothing is near
 */
export function nearest(word, known) {
  if (known.some((candidate) => candidate.startsWith(word))) return word;
  const wanted = stem(word);
  const inflected = known.find((candidate) => stem(candidate) === wanted);
  if (inflected) return inflected;
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let [best, errors] = ["", most + 1];
  for (const candidate of known) {
    const found = typingErrors(word, candidate, errors - 1);
    if (found < errors) [best, errors] = [candidate, found];
  }
  return best;
}

/**
 * The places where a word may fall apart into a known word and the rest, the longest first; linking letters go.
 * @param {string} word folded
 * @param {string[]} known folded words with the same first letter
 * @returns {[string, string][]}
 */
export function halves(word, known) {
  const set = new Set(known);
  const found = [];
  for (let at = word.length - 4; at >= 3; at--) {
    const head = [word.slice(0, at), word.slice(0, at).replace(/(s|en|n)$/, "")].find((part) => set.has(part));
    if (head) found.push([head, word.slice(at)]);
  }
  return found;
}
