// Says why a page was found: a piece of its text, with the words that answer marked.

import { element } from "./dom.js";
import { contentWords, folded, shortened, stem } from "./dutch.js";

// So many words are shown before and after the one that answers.
const [BEFORE, AFTER] = [10, 20];

/**
 * The text around the words that were found; when they are not on the page itself, what it was found by.
 * @param {string} excerpt as Pagefind gives it: text with <mark> and nothing else
 * @returns {(Node | string)[]}
 */
export function why(excerpt, meta, question) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  if (parsed.querySelector("mark")) {
    return [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent,
    );
  }
  const inTitle = contentWords(question).some((word) => folded(meta.title ?? "").includes(word));
  return [inTitle ? "" : "Gevonden op een verwant woord. ", meta.samenvatting ?? parsed.textContent];
}

/**
 * The text around the first word that holds one of the words, as netcongestie holds congestie.
 * @param {string} content the text of a page
 * @param {string[]} words folded; one with a space is left out
 * @returns {(Node | string)[] | undefined} nothing when no word of the text does
 */
export function reasonIn(content, words) {
  const stems = words.filter((word) => word.length > 2 && !word.includes(" ")).map(stem);
  const tokens = content.split(/\s+/);
  const holds = stems.map((part) => (part.length > 3 ? (token) => token.includes(part) : (token) => token.startsWith(part)));
  const at = tokens.findIndex((token) => holds.some((test) => test(shortened(folded(token)))));
  if (at < 0) return undefined;
  const before = tokens.slice(Math.max(0, at - BEFORE), at).join(" ");
  const after = tokens.slice(at + 1, at + 1 + AFTER).join(" ");
  const [, word, mark] = tokens[at].match(/^(.*?)([.,:;!?)]*)$/);
  return [`${before} `, element("mark", {}, word), `${mark} ${after}`];
}
