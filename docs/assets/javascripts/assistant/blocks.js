// A small and safe part of Markdown as nodes: nothing that people type is ever HTML.

import { NOTE } from "./notes.js";
import { element } from "../dom.js";

const MARKED = /\\(?<sign>[\\`*_{}[\]()#+.!|>-])|\[(?<text>[^\[\]]+)\]\((?<address>[^\s()<>"]+)\)|\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|`(?<code>[^`\n]+)`/;
const INLINE = new RegExp(`${NOTE.source}|${MARKED.source}`, "gu");

// The sources of a page by their keys, numbered in the order in which the page comes to them.
export class Numbered {
  constructor(sources) {
    this.sources = new Map(sources.map((source) => [source.key, source]));
    this.met = new Set();
  }

  // What stands where a text refers to a source; a key of none stays to be seen.
  note(key) {
    if (!this.sources.has(key)) return element("sup", {}, `${key}?`);
    this.met.add(key);
    return element("sup", {}, element("a", { class: "footnote-ref" }, String([...this.met].indexOf(key) + 1)));
  }

  // The keys in the order of the page: what a source itself refers to comes behind all that the page does, and what
  // nothing refers to comes last.
  inOrder() {
    for (const key of this.met) {
      const cited = [...(this.sources.get(key).note ?? "").matchAll(NOTE)].map(({ groups }) => groups.key);
      for (const other of cited.filter((one) => this.sources.has(one))) this.met.add(other);
    }
    for (const key of this.sources.keys()) this.met.add(key);
    return [...this.met];
  }
}

// Text with notes, links and emphasis as nodes.
// `notes`: of the page.
export function inline(text, notes) {
  const nodes = [];
  let [end, before] = [0, ""];
  for (const match of text.matchAll(INLINE)) {
    const { key } = match.groups;
    if (key && before && end === match.index) nodes.push(element("sup", {}, ", "));
    nodes.push(plain(text.slice(end, match.index)), node(match.groups, notes));
    end = match.index + match[0].length;
    before = key;
  }
  return [...nodes, plain(text.slice(end))];
}

const plain = (text) => text.replaceAll("&lt;", "<");

function node({ sign, key, text, address, bold, italic, code }, notes) {
  if (sign) return sign;
  if (key) return notes.note(key);
  if (address) return link(text, address);
  return bold ? element("strong", {}, bold) : italic ? element("em", {}, italic) : element("code", {}, code);
}

// A link; one inside the site, or to nowhere good, leads nowhere yet.
export const link = (text, address = "") =>
  element("a", /^https?:\/\//i.test(address) ? { href: address, target: "_blank", rel: "noopener noreferrer" } : {}, text);

// The blocks of a text as nodes.
export function* blocks(text, notes) {
  for (const block of (text ?? "").split(/\n\s*\n|\n(?=#)/)) {
    const lines = block.split("\n").filter((line) => line.trim());
    const [first, ...rest] = lines;
    const heading = /^#{3,6}\s+(.+)/.exec(first ?? "");
    const from = lines.findIndex(isItem);
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith("|"))) yield table(lines, notes);
    else if (heading) {
      yield element("h3", { "aria-level": "6" }, heading[1]);
      if (rest.length) yield* blocks(rest.join("\n"), notes);
    } else if (first?.trim().startsWith(">")) {
      yield element("blockquote", {}, ...blocks(lines.map((line) => line.replace(/^\s*>\s?/, "")).join("\n"), notes));
    } else if (from >= 0) {
      if (from) yield element("p", {}, ...inline(lines.slice(0, from).join(" "), notes));
      yield list(lines.slice(from), notes);
    } else if (lines.length) yield element("p", {}, ...inline(lines.join(" "), notes));
  }
}

const isItem = (line) => /^\s*([-*+]|\d+\.)\s/.test(line);
const indent = (line) => /^\s*/.exec(line)[0].length;

// Items, each with what goes on below it and with the list that stands further in.
function list(lines, notes) {
  const items = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (isItem(line) && indent(line) < indent(lines[0]) + 2) items.push({ text: line.replace(/^\s*\S+\s+/, ""), inner: [] });
    else if (isItem(line) || last.inner.length) last.inner.push(line);
    else last.text += ` ${line.trim()}`;
  }
  const start = Number(/^\s*(\d+)\./.exec(lines[0])?.[1] ?? NaN);
  const made = items.map(({ text, inner }) => element("li", {}, ...inline(text, notes), ...(inner.length ? [list(inner, notes)] : [])));
  return isNaN(start) ? element("ul", {}, ...made) : element("ol", start === 1 ? {} : { start }, ...made);
}

function table(lines, notes) {
  const [head, , ...rows] = lines.map((line) => line.trim().replace(/^\||\|$/g, "").replaceAll("\\|", "\0").split("|").map((cell) => cell.replaceAll("\0", "|")));
  const row = (cells, tag) => element("tr", {}, ...cells.map((cell) => element(tag, {}, ...inline(cell.trim(), notes))));
  return element("table", {}, element("thead", {}, row(head, "th")), element("tbody", {}, ...rows.map((cells) => row(cells, "td"))));
}
