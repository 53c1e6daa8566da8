// The blocks of a text, as CommonMark with tables has them (https://spec.commonmark.org/0.31.2/). HTML is text. The same
// as scripts/kennisbank/reading/commonmark.py, which the page is made by.

const MOST_LAYERS = 12;
const MOST_AGAIN = 2000; // lines
const ITEM = /^( {0,3})(?:([-+*])|(\d{1,9})([.)]))(?= |$)/;
const HR = /^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/;
const FENCE = /^( {0,3})(?:(`{3,})[^`]*|(~{3,}).*)$/;
const HEADING = /^ {0,3}(#{1,6})(?: (.*))?$/;
const QUOTE = /^ {0,3}> ?/;
const COMMENT = /^ {0,3}<!--/;
const UNDERLINE = /^ {0,3}(?:=+|(-+)) *$/;
const REFERENCE = /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.)+)\]: *(?:<([^<>]*)>|(\S+))(?: +(?:"[^"]*"|'[^']*'|\([^()]*\)))? *$/;

const indentOf = (text) => /^ */.exec(text)[0].length;
const isBlank = ({ text }) => !text.trim();
const line = (text, isLazy = false) => ({ text, isLazy });

// The tabs before a line as spaces up to the next stop, for they say how far it stands in.
function untabbed(text) {
  const before = /^[\s>*+\d.)-]*/.exec(text)[0];
  let made = "";
  for (const sign of before) made += sign === "\t" ? " ".repeat(4 - (made.length % 4)) : sign;
  return made + text.slice(before.length);
}

// The blocks of a text; `given` gets the addresses in lines like `[name]: address`.
export const blocksIn = (text, given = {}) => blocks(text.replace(/\r\n?/g, "\n").split("\n").map((one) => line(untabbed(one))), given, 0);

// Whether this line begins a block, also right below a paragraph.
function begins({ text, isLazy }, isBelowText) {
  if (isLazy) return false;
  const [mark, , sign, number] = ITEM.exec(text) ?? [];
  const isItem = mark && (!isBelowText || (text.slice(mark.length).trim() && (sign || Number(number) === 1)));
  return QUOTE.test(text) || HEADING.test(text) || FENCE.test(text) || HR.test(text) || COMMENT.test(text) || Boolean(isItem);
}

function blocks(lines, given, depth) {
  const found = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) at++;
    else {
      const [node, end] = firstOf(lines, at, given, depth) ?? paragraph(lines, at);
      if (node) found.push(node);
      at = end;
    }
  }
  // Whether a line below may still be text of the last paragraph in it.
  found.isOpen = Boolean(found.at(-1)?.isOpen) && lines.length > 0 && !isBlank(lines.at(-1));
  return found;
}

function firstOf(lines, at, given, depth) {
  for (const read of lines[at].isLazy ? [] : BLOCKS) {
    const found = read(lines, at, given, depth);
    if (found) return found;
  }
  return null;
}

function code(lines, start) {
  if (indentOf(lines[start].text) < 4) return null;
  let end = start;
  while (end < lines.length && !lines[end].isLazy && (isBlank(lines[end]) || indentOf(lines[end].text) >= 4)) end++;
  const text = lines.slice(start, end).map((one) => one.text.slice(4)).join("\n");
  return [{ type: "code", text: text.trimEnd() }, end];
}

function fence(lines, start) {
  const [, before, ticks, waves] = FENCE.exec(lines[start].text) ?? [];
  const sign = ticks ?? waves;
  if (!sign) return null;
  const isEnd = ({ text }) => indentOf(text) < 4 && text.trim().length >= sign.length && [...text.trim()].every((one) => one === sign[0]);
  let end = start + 1;
  while (end < lines.length && !lines[end].isLazy && !isEnd(lines[end])) end++;
  const text = lines.slice(start + 1, end).map((one) => one.text.replace(new RegExp(`^ {0,${before.length}}`), "")).join("\n");
  return [{ type: "code", text: text.replace(/\n+$/, "") }, end < lines.length && !lines[end].isLazy ? end + 1 : end];
}

function heading(lines, start) {
  const [, signs, text = ""] = HEADING.exec(lines[start].text) ?? [];
  return signs ? [{ type: "heading", level: signs.length, text: text.trim().replace(/(?:^| +)#+$/, "") }, start + 1] : null;
}

const rule = (lines, start) => (HR.test(lines[start].text) ? [{ type: "rule" }, start + 1] : null);

// Whether a line without the signs before it goes on with the paragraph that ends what stands in `inner`.
const goesOn = (one, inner, given, depth) =>
  !isBlank(one) && !begins(one, false) && inner.length > 0 && (inner.at(-1).isLazy || inner.length > MOST_AGAIN || blocks(inner, { ...given }, depth).isOpen);

function quote(lines, start, given, depth) {
  if (!QUOTE.test(lines[start].text) || depth >= MOST_LAYERS) return null;
  const inner = [];
  let end = start;
  for (; end < lines.length; end++) {
    const one = lines[end];
    if (!one.isLazy && QUOTE.test(one.text)) inner.push(line(one.text.replace(QUOTE, "")));
    else if (goesOn(one, inner, given, depth + 1)) inner.push(line(one.text, true));
    else break;
  }
  const parts = blocks(inner, given, depth + 1);
  return [{ type: "quote", parts, isOpen: parts.isOpen }, end];
}

function list(lines, start, given, depth) {
  if (depth >= MOST_LAYERS) return null;
  const first = ITEM.exec(lines[start].text);
  if (!first) return null;
  const [, , sign, number, point] = first;
  const items = [];
  let end = start;
  while (end < lines.length) {
    let next = end;
    while (next < lines.length && isBlank(lines[next])) next++;
    const mark = next < lines.length && !lines[next].isLazy && !HR.test(lines[next].text) && ITEM.exec(lines[next].text);
    if (!mark || mark[2] !== sign || mark[4] !== point) break;
    const [parts, after] = item(lines, next, mark, given, depth);
    items.push(parts);
    end = after;
  }
  return [{ type: "list", isOrdered: !sign, start: Number(number ?? 1), items, isOpen: items.at(-1).isOpen }, end];
}

function item(lines, start, [mark], given, depth) {
  const behind = lines[start].text.slice(mark.length);
  const spaces = indentOf(behind);
  const isEmpty = !behind.trim();
  // What stands five or more in is code in the item.
  const width = mark.length + (isEmpty || spaces > 4 ? 1 : spaces);
  const inner = [line(behind.slice(width - mark.length))];
  let end = start + 1;
  for (; end < lines.length; end++) {
    const one = lines[end];
    if (isBlank(one)) {
      if (isEmpty && end === start + 1) break;
      inner.push(line(""));
    } else if (!one.isLazy && indentOf(one.text) >= width) inner.push(line(one.text.slice(width)));
    else if (goesOn(one, inner, given, depth + 1)) inner.push(line(one.text, true));
    else break;
  }
  const parts = blocks(inner, given, depth + 1);
  return [parts, end];
}

// The cells of a row; a bar behind a backslash is a sign.
const cellsOf = (text) => text.trim().replaceAll("\\|", "\0").replace(/^\||\|$/g, "").split("|").map((cell) => cell.replaceAll("\0", "|").trim());

// Whether a table begins at a line: a row, and below it a line of dashes for as many cells.
function isTable(lines, at) {
  const [head, below] = [lines[at], lines[at + 1]];
  if (!below || below.isLazy || !head.text.includes("|") || indentOf(head.text) > 3 || indentOf(below.text) > 3) return false;
  const dashes = cellsOf(below.text);
  return /^ *(?:[|:]|-[-:|])/.test(below.text) && dashes.every((cell) => /^:?-+:?$/.test(cell)) && dashes.length === cellsOf(head.text).length;
}

function table(lines, start) {
  if (!isTable(lines, start)) return null;
  let end = start + 2;
  while (end < lines.length && !isBlank(lines[end]) && !lines[end].isLazy && indentOf(lines[end].text) < 4 && !begins(lines[end], true)) end++;
  const [head, , ...rows] = lines.slice(start, end).map(({ text }) => cellsOf(text));
  const same = rows.map((row) => head.map((_, index) => row[index] ?? ""));
  return [{ type: "table", rows: [head, ...same] }, end];
}

// A line that gives an address a name is no text; one like `[^key]: text` is.
function named(lines, start, given) {
  const [, name, inBrackets, address] = REFERENCE.exec(lines[start].text) ?? [];
  if (name === undefined) return null;
  given[nameOf(name)] ??= inBrackets ?? address;
  return [null, start + 1];
}

// A comment is for other authors; what stands behind it on its line is text, and its signs have no meaning.
function remark(lines, start) {
  if (!COMMENT.test(lines[start].text)) return null;
  let end = start;
  while (end < lines.length && !lines[end].isLazy && !lines[end].text.includes("-->")) end++;
  const all = lines.slice(start, end + 1).map(({ text }) => text).join("\n");
  const text = all.split("-->").map((part, index, parts) => (index < parts.length - 1 ? part.split("<!--")[0] : part)).join("").trim();
  return [text ? { type: "plain", text } : null, end + 1];
}

function paragraph(lines, start) {
  let end = start + 1;
  let level = 0;
  for (; end < lines.length; end++) {
    const one = lines[end];
    if (isBlank(one)) break;
    if (one.isLazy) continue;
    const under = UNDERLINE.exec(one.text);
    if (under) level = under[1] ? 2 : 1;
    if (under || begins(one, true) || isTable(lines, end)) break;
  }
  const text = lines.slice(start, end).map((one) => one.text.trimStart()).join("\n").trimEnd();
  return level ? [{ type: "heading", level, text }, end + 1] : [{ type: "paragraph", text, isOpen: end === lines.length }, end];
}

const BLOCKS = [code, fence, quote, heading, rule, list, remark, named, table];

export const nameOf = (name) => name.trim().replace(/\s+/g, " ").toLowerCase();
