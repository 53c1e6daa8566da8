// Markdown as nodes: nothing that people type is ever HTML.

import { blocksIn } from "./commonmark.js";
import { marksIn } from "./inlines.js";
import { NOTE } from "./notes.js";
import { element } from "../dom.js";

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

// Text with notes, links and emphasis as nodes, for where only a line fits: blocks lose their form, and keep their words.
// `notes`: of the page.
export function inline(text, notes) {
  const given = {};
  const said = blocksIn(text ?? "", given).flatMap((block) => words(block, given));
  return nodes(said.flatMap((marks, index) => (index ? [" ", ...marks] : marks)), notes);
}

// The marks of a block, in groups.
function words({ type, text, parts, items, rows, start, isOrdered }, given) {
  if (type === "code") return [[{ type, text: text.trim().replace(/\s+/g, " ") }]];
  if (type === "table") return rows.flat().map((cell) => marksIn(cell, given));
  if (type === "plain") return [[text]];
  if (parts) return parts.flatMap((one) => words(one, given));
  if (items) return items.flatMap((item, index) => [...(isOrdered ? [[`${start + index}.`]] : []), ...item.flatMap((one) => words(one, given))]);
  return text === undefined ? [] : [marksIn(text, given)];
}

const MARKS = {
  break: () => element("br"),
  code: ({ text }) => element("code", {}, text),
  em: ({ parts }, notes) => element("em", {}, ...nodes(parts, notes)),
  strong: ({ parts }, notes) => element("strong", {}, ...nodes(parts, notes)),
  link: ({ parts, address }, notes) => link(nodes(parts.flatMap(unlinked), notes), address),
  image: ({ parts }) => element("span", {}, told(parts)),
  note: ({ key }, notes) => notes.note(key),
};

function nodes(marks, notes) {
  const made = [];
  let before;
  for (const mark of marks) {
    const node = mark.type === "entity" ? decoded(mark.text) : typeof mark === "string" ? mark.replaceAll("\n", " ") : MARKS[mark.type](mark, notes);
    if (mark.type === "note" && before?.type === "note") made.push(element("sup", {}, ", "));
    if (typeof node === "string" && typeof made.at(-1) === "string") made.push(made.pop() + node);
    else made.push(node);
    before = mark;
  }
  return made;
}

const unlinked = (mark) => (mark.type === "link" ? mark.parts.flatMap(unlinked) : mark.parts ? [{ ...mark, parts: mark.parts.flatMap(unlinked) }] : [mark]);
const told = (parts) => parts.map((one) => (typeof one === "string" ? one : one.parts ? told(one.parts) : one.key ? `[^${one.key}]` : one.type === "entity" ? decoded(one.text) : one.text ?? " ")).join("");

// The sign that a name such as &amp; stands for; the browser knows them all.
function decoded(name) {
  const place = document.createElement("textarea");
  place.innerHTML = name;
  return place.value;
}

// A link; one inside the site, or to nowhere good, leads nowhere yet.
export const link = (text, address = "") =>
  element("a", /^https?:\/\//i.test(address) ? { href: address, target: "_blank", rel: "noopener noreferrer" } : {}, ...[text].flat());

// The blocks of a text as nodes.
export function blocks(text, notes) {
  const given = {};
  return drawn(blocksIn(text ?? "", given), { notes, given });
}

const drawn = (found, room) => found.flatMap((block) => BLOCKS[block.type](block, room));

const BLOCKS = {
  paragraph: ({ text }, room) => [element("p", {}, ...line(text, room))],
  // A heading in a text stands below those of the form.
  heading: ({ level, text }, room) => (text ? [element(`h${level}`, { "aria-level": "6" }, ...line(text, room))] : []),
  code: ({ text }) => [element("pre", {}, element("code", {}, text))],
  plain: ({ text }) => [element("p", {}, text)],
  rule: () => [element("hr")],
  quote: ({ parts }, room) => [element("blockquote", {}, ...drawn(parts, room))],
  list({ isOrdered, start, items }, room) {
    const isTight = items.every(isCompact);
    const item = (parts) => parts.flatMap((one) => (isTight && one.type === "paragraph" ? line(one.text, room) : drawn([one], room)));
    return [element(isOrdered ? "ol" : "ul", isOrdered && start !== 1 ? { start } : {}, ...items.map((parts) => element("li", {}, ...item(parts))))];
  },
  table({ rows: [head, ...rows] }, room) {
    const row = (cells, tag) => element("tr", {}, ...cells.map((cell) => element(tag, {}, ...line(cell, room))));
    return [element("table", {}, element("thead", {}, row(head, "th")), element("tbody", {}, ...rows.map((cells) => row(cells, "td"))))];
  },
};

const line = (text, { notes, given }) => nodes(marksIn(text, given), notes);

// Whether an item is a line of text, with at most a list of such items below it. Only then the page sets no space between.
const isCompact = ([text, below, ...more]) =>
  !text || (text.type === "paragraph" && !more.length && (!below || (below.type === "list" && below.items.every(isCompact))));
