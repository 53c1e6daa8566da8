// The marks within a line, as CommonMark has them (https://spec.commonmark.org/0.31.2/#phase-2-inline-structure).

import { nameOf } from "./commonmark.js";
import { NOTE } from "./notes.js";

const PUNCTUATION = /[\p{P}\p{S}]/u;
const PLAIN = /[^\\`*_[\]!&<\n ]+/y;
const SPACE = /( *)(\n *)?/y;
const ESCAPE = /\\(?:([!-/:-@[-`{-~])|\n *|([^]))/y;
const TICKS = /`+/y;
const ENTITY = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iy;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*)>/iy;
const TAG = /<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/iy;
const TARGET = /\(\s*(?:<((?:[^<>\\\n]|\\.)*)>|((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*))(?:\s+(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)))?\s*\)/y;
const LABEL = /\[((?:[^[\]\\]|\\.)*)\]/y;
const CITATION = new RegExp(NOTE.source, "yu");

// The marks of a text: strings, and nodes with a type and what is in them.
// `given`: the addresses by name, from `blocksIn`.
export function marksIn(text, given = {}) {
  const room = { text, given, at: 0, made: [], brackets: [] };
  while (room.at < text.length) {
    if (!READERS.some((read) => read(room))) room.made.push(text[room.at++]);
  }
  return emphasized(room.made);
}

// What a pattern finds here; the place goes on behind it.
function found(room, pattern) {
  pattern.lastIndex = room.at;
  const match = pattern.exec(room.text);
  if (match) room.at = pattern.lastIndex;
  return match;
}

const add = (room, node) => room.made.push(node) > 0;

const READERS = [
  (room) => { const match = found(room, PLAIN); return match && add(room, match[0]); },
  space,
  (room) => { const match = found(room, ESCAPE); return match && add(room, match[1] ?? (match[2] ? match[0] : { type: "break" })); },
  code,
  (room) => { const match = found(room, ENTITY); return match && add(room, { type: "entity", text: match[0] }); },
  (room) => { const match = found(room, AUTOLINK); return match && add(room, { type: "link", address: match[1].includes(":") ? match[1] : `mailto:${match[1]}`, parts: [match[1]] }); },
  comment,
  (room) => { const match = found(room, TAG); return match && add(room, match[0]); },
  (room) => { const match = found(room, CITATION); return match && add(room, { type: "note", key: match.groups.key }); },
  run,
  opened,
  closed,
];

function space(room) {
  const [all, before, end] = found(room, SPACE);
  if (!all) return false;
  return add(room, end === undefined ? before : before.length > 1 ? { type: "break" } : "\n");
}

// What is for other authors.
function comment(room) {
  if (!room.text.startsWith("<!--", room.at) || room.hasNoEnd) return false;
  const end = room.text.indexOf("-->", room.at + 2);
  room.hasNoEnd = end < 0;
  if (end >= 0) room.at = end + 3;
  return end >= 0;
}

function code(room) {
  const { at, text } = room;
  const ticks = found(room, TICKS)?.[0];
  if (!ticks) return false;
  for (const end of text.slice(room.at).matchAll(/`+/g)) {
    if (end[0] !== ticks) continue;
    const inner = text.slice(room.at, room.at + end.index).replaceAll("\n", " ");
    room.at += end.index + ticks.length;
    return add(room, { type: "code", text: /^ [^]* $/.test(inner) && inner.trim() ? inner.slice(1, -1) : inner });
  }
  room.at = at + ticks.length;
  return add(room, ticks);
}

// A run of stars or lines below, which may open or close emphasis by what stands around it.
function run(room) {
  const { text, at } = room;
  const sign = text[at];
  if (sign !== "*" && sign !== "_") return false;
  let end = at;
  while (text[end] === sign) end++;
  const [before, behind] = [[...text.slice(Math.max(0, at - 2), at)].at(-1) ?? " ", [...text.slice(end, end + 2)][0] ?? " "];
  const [isSpaceBefore, isSpaceBehind] = [before, behind].map((one) => /\s/.test(one));
  const [isMarkBefore, isMarkBehind] = [before, behind].map((one) => PUNCTUATION.test(one));
  const left = !isSpaceBehind && (!isMarkBehind || isSpaceBefore || isMarkBefore);
  const right = !isSpaceBefore && (!isMarkBefore || isSpaceBehind || isMarkBehind);
  room.at = end;
  const [opens, closes] = sign === "*" ? [left, right] : [left && (!right || isMarkBefore), right && (!left || isMarkBehind)];
  return add(room, { type: "run", sign, count: end - at, whole: end - at, opens, closes });
}

function opened(room) {
  const isImage = room.text.startsWith("![", room.at);
  if (!isImage && room.text[room.at] !== "[") return false;
  room.at += isImage ? 2 : 1;
  room.brackets.push({ isImage, index: room.made.length, start: room.at, isDead: false });
  return add(room, isImage ? "![" : "[");
}

function closed(room) {
  if (room.text[room.at] !== "]") return false;
  const bracket = room.brackets.pop();
  const label = bracket && room.text.slice(bracket.start, room.at);
  room.at++;
  // A source is no part of the words of a link.
  const isNone = !bracket || bracket.isDead || (!bracket.isImage && room.made.slice(bracket.index).some(({ type }) => type === "note"));
  const address = !isNone ? addressHere(room, label) : undefined;
  if (address === undefined) return add(room, "]");
  const parts = emphasized(room.made.splice(bracket.index).slice(1));
  // A link holds no other.
  if (!bracket.isImage) for (const other of room.brackets) other.isDead ||= !other.isImage;
  return add(room, { type: bracket.isImage ? "image" : "link", address, parts });
}

// Where a link leads whose words end here; undefined when they are none.
function addressHere(room, label) {
  const target = found(room, TARGET);
  if (target) return unescaped(target[1] ?? target[2]);
  const { at } = room;
  const name = found(room, LABEL)?.[1];
  const address = Object.hasOwn(room.given, nameOf(name || label)) ? room.given[nameOf(name || label)] : undefined;
  if (address === undefined) room.at = at;
  return address === undefined ? undefined : unescaped(address);
}

const unescaped = (address) => address.replace(/\\([!-/:-@[-`{-~])/g, "$1");

// The nodes with each pair of runs as emphasis around what stands between them.
function emphasized(nodes) {
  const made = [...nodes];
  const open = { "*": 0, _: 0 }; // how many runs may still be opened
  for (let at = 0; at < made.length; at++) {
    const closer = made[at];
    if (closer.type !== "run") continue;
    while (closer.closes && closer.count) {
      const start = open[closer.sign] ? openerOf(made, at) : -1;
      if (start < 0) break;
      const opener = made[start];
      const size = opener.count > 1 && closer.count > 1 ? 2 : 1;
      const inner = made.splice(start + 1, at - start - 1);
      for (const one of inner) if (one.opens) open[one.sign]--;
      made.splice(start + 1, 0, { type: size === 2 ? "strong" : "em", parts: inner.map(asText) });
      opener.count -= size;
      closer.count -= size;
      if (!opener.count) open[opener.sign] -= made.splice(start, 1).length;
      at = made.indexOf(closer);
    }
    if (!closer.count) made.splice(at--, 1);
    else if (!closer.opens) made[at] = asText(closer);
    else open[closer.sign]++;
  }
  return made.map(asText);
}

function openerOf(made, at) {
  const closer = made[at];
  for (let start = at - 1; start >= 0; start--) {
    const one = made[start];
    if (one.type !== "run" || one.sign !== closer.sign || !one.opens) continue;
    // https://spec.commonmark.org/0.31.2/#can-open-emphasis, rule 9 and 10
    const isOdd = (one.closes || closer.opens) && (one.whole + closer.whole) % 3 === 0 && (one.whole % 3 || closer.whole % 3);
    if (!isOdd) return start;
  }
  return -1;
}

const asText = (node) => (node.type === "run" ? node.sign.repeat(node.count) : node);
