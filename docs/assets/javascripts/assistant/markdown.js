// What the browser read as Markdown: by a walk that knows a few elements and passes over all others. Nothing of it is ever
// put in the page but as text.

import { BULLETS } from "../bullets.js";

const PASSED_OVER = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "SVG", "HEAD", "TITLE", "META", "LINK", "HR", "BUTTON", "SELECT"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "FIGURE", "FIGCAPTION", "DL", "DT", "DD", "BODY", "BLOCKQUOTE", "PRE", "TABLE", "UL", "OL", "LI", "H1", "H2", "H3", "H4", "H5", "H6"]);
export const STRUCTURE = "p, ul, ol, table, h1, h2, h3, h4, h5, h6, li, pre, blockquote";
// The sign § is what is left of a bullet of Word in another font.
const TYPED = new RegExp(`^(?:[${BULLETS}§*–-]|(\\d{1,2}|[a-z])[.)])[\\s\u00a0]+`);
// What a program shows in a text that is not of the text: what was taken out, and remarks in the margin. A remark stands
// in the text as a mark, and whole below it; both lead to each other.
export const TAKEN_OUT = "tekst die er in je document al uit was gehaald";
export const REMARKS = "opmerkingen in de kantlijn";
const NOT_OF_IT = [
  ["del, [data-style*='mso-deleted']", TAKEN_OUT],
  [".MsoCommentReference, .msocomanchor, [data-style*='mso-element:comment-list'], [href^='#cmnt']", REMARKS],
];
const EMPHASIS = { bold: "**", italic: "*" };

// The content of an element as Markdown, and what could not come along.
export function markdownOf(root) {
  const without = cleared(root);
  const room = { blocks: [], left: root.querySelectorAll("img, svg").length };
  walk(root, room, { depth: 0 });
  const levels = [...new Set(room.blocks.flatMap(({ level }) => level ?? []))].sort();
  const text = joined(room.blocks, levels);
  const images = room.left === 1 ? "een afbeelding" : `${room.left} afbeeldingen`;
  return { text, left: [...(room.left ? [images] : []), ...without] };
}

// Takes out what is not of the text; says what that was.
export const cleared = (root) => NOT_OF_IT.filter(([names]) => removed(root, names)).map(([, said]) => said);

// Takes the elements of these names out; says whether there was a word in them.
function removed(root, names) {
  let isSaid = false;
  for (const found of root.querySelectorAll(names)) {
    const whole = found.matches("[href^='#cmnt_ref']") ? found.closest("div, p") ?? found : found;
    isSaid ||= Boolean(whole.textContent.trim());
    if (whole !== root) whole.remove();
  }
  return isSaid;
}

function walk(node, room, place) {
  let run = "";
  const flush = () => {
    paragraph(run, room);
    run = "";
  };
  for (const child of node.childNodes) {
    if (child.nodeType === 1 && BLOCKS.has(child.tagName)) {
      flush();
      block(child, room, place);
    } else if (child.nodeType === 1 && child.querySelector(STRUCTURE) && !PASSED_OVER.has(child.tagName)) {
      flush();
      walk(child, room, place);
    } else run += inline(child, {});
  }
  flush();
}

function block(node, room, place) {
  const { tagName } = node;
  if (tagName === "UL" || tagName === "OL") list(node, room, place);
  else if (tagName === "LI") item(node, room, place);
  else if (tagName === "TABLE") table(node, room, place);
  else if (/^H[1-6]$/.test(tagName)) heading(node, Number(tagName[1]), room);
  else if (tagName === "PRE") room.blocks.push({ text: `\`\`\`\n${node.textContent.trimEnd()}\n\`\`\`` });
  else if (tagName === "BLOCKQUOTE") quote(node, room);
  else if (tagName === "P" && /\bMsoTitle\b/.test(node.className)) heading(node, 1, room);
  else if (!listed(node, room)) walk(node, room, place);
}

function heading(node, level, room) {
  const text = [...node.childNodes].map((child) => inline(child, { bold: true, italic: true })).join("").replace(/\s+/g, " ").trim();
  if (text) room.blocks.push({ level, text });
}

function quote(node, room) {
  const inner = { ...room, blocks: [] };
  walk(node, inner, { depth: 0 });
  const text = joined(inner.blocks, []);
  if (text) room.blocks.push({ text: text.replace(/^/gm, "> ") });
}

function paragraph(run, room) {
  const text = trimmed(run);
  if (!text) return;
  const typed = TYPED.exec(text);
  if (typed) room.blocks.push({ item: text.slice(typed[0].length), depth: 0, ordered: Boolean(typed[1]) });
  // What begins as markup does, and means none.
  else room.blocks.push({ text: text.replace(/^(?=#{1,6}\s|>|={3}|-{3})/gm, "\\").replace(/^(\d+)(?=[.)]\s)/gm, "$1\\") });
}

function list(node, room, { depth, inList }) {
  const here = { depth: inList ? depth + 1 : depth, inList: true, ordered: node.tagName === "OL" };
  for (const child of node.children) {
    if (child.tagName === "LI") item(child, room, here);
    else block(child, room, here);
  }
}

function item(node, room, place) {
  const inner = { ...room, blocks: [] };
  walk(node, inner, { ...place, inList: true });
  const own = inner.blocks.findIndex(({ item: nested }) => nested !== undefined);
  const texts = own < 0 ? inner.blocks : inner.blocks.slice(0, own);
  const told = Number(node.dataset?.ariaLevel ?? node.getAttribute("aria-level")) - 1;
  const depth = place.depth || Math.min(Math.max(told || 0, 0), 5);
  const text = joined(texts.map(({ level, ...rest }) => rest), []);
  if (text) room.blocks.push({ item: text, depth, ordered: Boolean(place.ordered) });
  if (own >= 0) room.blocks.push(...inner.blocks.slice(own));
}

// A paragraph that Word shows as an item of a list; says whether it was one.
function listed(node, room) {
  const level = /level(\d)/.exec(styleOf(node, "mso-list"))?.[1];
  const depth = level ? level - 1 : node.dataset.depth;
  if (depth === undefined) return false;
  const mark = [...node.querySelectorAll("span")].find((span) => /^ignore/i.test(styleOf(span, "mso-list")));
  const ordered = mark ? /^\s*\(?[\da-z]+[.)]/i.test(mark.textContent) : node.dataset.ordered === "true";
  mark?.remove();
  const text = trimmed([...node.childNodes].map((child) => inline(child, {})).join(""));
  if (text) room.blocks.push({ item: text, depth: Math.min(Math.max(Number(depth) || 0, 0), 5), ordered });
  return true;
}

function table(node, room, place) {
  const rows = [...node.rows].map((row) => [...row.cells].flatMap((cell) => [cell, ...Array(Math.min(cell.colSpan, 50) - 1).fill(null)]));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  // With one column it only puts things below each other.
  if (width < 2) return rows.flat().forEach((cell) => cell && walk(cell, room, place));
  const told = rows.map((cells) => Array.from({ length: width }, (_, index) => cellText(cells[index], room)));
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const filled = told.filter((cells) => cells.some(Boolean));
  if (filled.length) room.blocks.push({ text: [line(filled[0]), line(filled[0].map(() => ":---")), ...filled.slice(1).map(line)].join("\n") });
}

function cellText(cell, room) {
  if (!cell) return "";
  const inner = { ...room, blocks: [] };
  walk(cell, inner, { depth: 0 });
  const texts = inner.blocks.map(({ item: words, text }) => words ?? text);
  return texts.join(inner.blocks.every(({ item: words }) => words) ? "; " : " ").replace(/\s+/g, " ").replaceAll("|", "\\|");
}

// The blocks below each other; headings come below those of the form, in the order of their levels.
function joined(blocks, levels) {
  let text = "";
  const counts = [];
  blocks.forEach((one, index) => {
    const before = blocks[index - 1];
    const isNext = one.item !== undefined && before?.item !== undefined;
    if (!isNext) counts.length = 0;
    const heading = one.level ? `${"#".repeat(Math.min(3 + levels.indexOf(one.level), 6))} ` : "";
    const own = one.item === undefined ? `${heading}${one.text}` : itemText(one, isNext ? before.shown : -1, counts);
    if (index) text += isNext && !one.isApart ? "\n" : "\n\n";
    text += own;
  });
  return text;
}

// A list of another kind stands apart, or it would run on in the one above it. Further in, where white lines end the
// list around it, the first item says of which kind all are.
function itemText(one, above, counts) {
  one.shown = Math.min(one.depth, above + 1);
  const count = counts[one.shown];
  const isOther = count !== undefined && Boolean(count) !== one.ordered;
  one.isApart = isOther && !one.shown;
  const isOrdered = isOther && one.shown ? !one.ordered : one.ordered;
  counts.length = one.shown + 1;
  counts[one.shown] = isOrdered ? (count ?? 0) + 1 : 0;
  const indent = "    ".repeat(one.shown);
  return `${indent}${isOrdered ? `${counts[one.shown]}.` : "-"} ${one.item.replace(/\n(?=[^\n])/g, `\n${indent}    `)}`;
}

function inline(node, place) {
  if (node.nodeType === 3) return escaped(node.data.replace(/[\s\u00a0]+/g, " "));
  if (node.nodeType !== 1 || PASSED_OVER.has(node.tagName.toUpperCase())) return "";
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "CODE") return node.textContent.trim() && `\`${node.textContent.replaceAll("`", "'").trim()}\``;
  const marks = marksOf(node).filter((mark) => !place[mark]);
  const inner = [...node.childNodes].map((child) => inline(child, { ...place, ...Object.fromEntries(marks.map((mark) => [mark, true])) })).join("");
  return marks.reduce((text, mark) => around(text, EMPHASIS[mark]), node.tagName === "A" ? link(node, inner) : inner);
}

const styleOf = (node, name) => new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, "i").exec(node.dataset.style ?? "")?.[1].trim() ?? "";

function marksOf(node) {
  const { tagName } = node;
  const weight = styleOf(node, "font-weight");
  const slant = styleOf(node, "font-style");
  const isBold = ["B", "STRONG"].includes(tagName) ? !/^(normal|[1-4]00)$/.test(weight) : /^(bold|[6-9]00)$/.test(weight);
  const isItalic = ["I", "EM", "CITE"].includes(tagName) ? slant !== "normal" : slant === "italic";
  return [...(isBold ? ["bold"] : []), ...(isItalic ? ["italic"] : [])];
}

// White space stands outside the marks, or they would be no marks.
function around(text, mark) {
  const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
  return inner ? `${before}${mark}${inner}${mark}${after}` : text;
}

function link(node, text) {
  const address = node.getAttribute("href") ?? "";
  const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
  if (!inner || !/^(https?|mailto):/i.test(address)) return text;
  const safe = address.trim().replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
  return `${before}[${inner}](${safe})${after}`;
}

const trimmed = (run) =>
  run.replace(/ {2,}/g, " ").replace(/(^|[^*\\])\*{4}(?=[^*]|$)/g, "$1").replace(/[ \t]*\n[ \t]*/g, "\n").replace(/^\n+|\n+$/g, "").replace(/ {2,}/g, " ").trim().replace(/\n/g, "  \n");

// Signs that would be markup and are none.
const escaped = (text) =>
  text.replace(/\\(?=[\\`*_{}[\]()#+.!-])|`|\*(?=\S)/g, "\\$&").replace(/(^|[^\p{L}\p{N}])_(?=\S)/gu, "$1\\_").replace(/\]\(/g, "]\\(").replace(/<(?=[a-z/!?])/gi, "&lt;");
