// Text from Word, a web page or a file, into a field of the form.

import { BULLETS, asides } from "../bullets.js";
import { element } from "../dom.js";
import { STRUCTURE, cleared, markdownOf } from "./markdown.js";
import { MOST_TEXT } from "./refused.js";

const MEANING = `${STRUCTURE}, a[href], b, strong, i, em, img, span, del`;
const BULLET = new RegExp(`^([ \\t]*)(?:[${BULLETS}][ \\t\u00a0]*|[§–-]\\t[ \\t]*|(o)\\t[ \\t]*)(?=\\S)`);
const LISTED = new RegExp(`^[ \\t]*(?:[${BULLETS}§o–-]|[a-z][.)]|\\d{1,2}[.)])\\t`);
const MARKDOWN = /^(#{1,6} |[-*] |\d+\. |\||```|> )|\]\(https?:|\*\*\S/m;
// More than a story has. What is within these bounds takes a moment; of what is more, only the words come along.
const [MOST_HTML, MOST_ELEMENTS, MOST_LAYERS, MOST_CELLS] = [4_000_000, 20_000, 100, 20_000];

// What was pasted or dropped as Markdown, and what of it could not come along.
// `html`, `plain`: as the clipboard has them; either may be empty.
export function pasted(html, plain) {
  const page = html && html.length <= MOST_HTML && new DOMParser().parseFromString(unstyled(html), "text/html");
  if (page && isRich(page, plain) && isBounded(page.body)) return markdownOf(page.body);
  const isLess = html && (!page || isRich(page, plain));
  return { text: tidied(plain), left: isLess ? ["de opmaak, want die is te groot"] : [] };
}

// Whether an element holds no more than a story has, in every way in which it may grow.
export function isBounded(root) {
  let [elements, cells] = [0, 0];
  for (const node of root.querySelectorAll("*")) {
    if (++elements > MOST_ELEMENTS) return false;
    if (node.localName === "table") cells += node.rows.length * Math.max(0, ...[...node.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + Math.min(cell.colSpan, 50), 0)));
  }
  return cells <= MOST_CELLS && root.textContent.length <= MOST_TEXT && layers(root) <= MOST_LAYERS;
}

function layers(root) {
  let [depth, most] = [0, 0];
  for (let node = root; node; ) {
    most = Math.max(most, depth);
    if (most > MOST_LAYERS) return most;
    if (node.firstElementChild) [node, depth] = [node.firstElementChild, depth + 1];
    else {
      while (node !== root && !node.nextElementSibling) [node, depth] = [node.parentElement, depth - 1];
      node = node === root ? null : node.nextElementSibling;
    }
  }
  return most;
}

// Styles are kept as data: the security policy of the site refuses them, also where nobody sees them, and browsers say so.
const unstyled = (html) => html.replace(/<style\b[^]*?(?:<\/style>|$)/gi, "").replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, "$1data-style");

// Text that looks like Markdown, without anything that is more than its colours, is Markdown.
const isRich = (page, plain) => Boolean(page.querySelector(MEANING)) && !(MARKDOWN.test(plain) && !page.querySelector(STRUCTURE));

// Plain text with its lists as Markdown has them.
// `isList`: whether each line is known to be a thing of its own.
export function tidied(text, isList = false) {
  const lines = [];
  let isNumbered = false; // whether the list that runs on is
  let letter = 0; // the place of the last one that stood before a point: a) is 1
  const given = text.replace(/\r\n?/g, "\n").split("\n");
  const typed = isList ? given : withTables(given);
  const isAside = isList ? [] : asides(typed);
  for (const [index, line] of typed.entries()) {
    const bullet = !isAside[index] && BULLET.exec(line);
    const number = /^[ \t]*(?:(\d{1,2})|([a-z]))[.)]\t[ \t]*(?=\S)/.exec(line);
    // Markdown has no letters before points; those that come one after another are numbers there.
    const place = number?.[2] ? number[2].charCodeAt(0) - 96 : 0;
    if (place === 1 || (place && place === letter + 1)) letter = place;
    const count = number?.[1] ?? (place && place === letter ? place : "");
    const item = bullet ? `${bullet[2] || bullet[1].length > 1 ? "    " : ""}- ${line.slice(bullet[0].length)}` : count && `${count}. ${line.slice(number[0].length)}`;
    // A list that follows a text or a list of another kind at once would run on in it.
    if (item && lines.at(-1)?.trim() && (!isItem(lines.at(-1)) || (/^\S/.test(item) && isNumber(item) !== isNumbered))) lines.push("");
    lines.push(item || line);
    if (/^\S/.test(item || line)) isNumbered = isNumber(item || line);
  }
  return lines.join("\n").trim();
}

// Lines with a table for each run of rows with as many tabs, as programs without any layout give it.
function withTables(all) {
  const made = [];
  for (let start = 0, end; start < all.length; start = end) {
    const tabs = tabsIn(all[start]);
    for (end = start + 1; end < all.length && tabs && tabsIn(all[end]) === tabs; ) end++;
    const rows = all.slice(start, end);
    // What begins with one everywhere is only set in.
    if (rows.length < 2 || rows.every((row) => row.startsWith("\t"))) made.push(...rows);
    else {
      const [head, ...others] = rows.map((row) => `| ${row.split("\t").map((cell) => cell.trim().replaceAll("|", "\\|")).join(" | ")} |`);
      made.push(...(made.at(-1)?.trim() ? [""] : []), head, `|${" --- |".repeat(tabs + 1)}`, ...others, ...(all[end]?.trim() ? [""] : []));
    }
  }
  return made;
}

// How many cells of a row end in a tab; none of a point of a list.
const tabsIn = (line) => (LISTED.test(line) ? 0 : line.split("\t").length - 1);

// Plain text for a field that holds a paragraph: the points of a list come one after another, as in a sentence.
export function paragraph(text) {
  let made = "";
  let wasItem = false;
  for (const line of tidied(text, true).split("\n").map((one) => one.trim().replace(/[ \t]+/g, (gap) => (gap.includes("\t") ? ", " : gap))).filter(Boolean)) {
    const item = /^(?:[-*]|\d{1,2}\.) +(.*)/.exec(line);
    const ends = /[.!?;:,]$/.test(made);
    if (made && item) made += ends ? " " : wasItem ? "; " : ": ";
    else if (made) made += !wasItem ? "\n" : ends ? " " : ". ";
    made += item?.[1] ?? line;
    wasItem = Boolean(item);
  }
  return { text: made, left: [] };
}

// Plain text for a field with one thing on each line: without the marks of a list.
export const lines = (text) => ({ text: tidied(text, true).replace(/^[ \t]*(?:[-*]|\d+[.)])[ \t]+/gm, "").replace(/\n{2,}/g, "\n"), left: [] });

// Takes the marks of a list away that somebody typed on every line of such a field. One alone may be a minus.
export function unmark(field) {
  const typed = field.value.split("\n").filter((line) => line.trim());
  const { text } = lines(field.value);
  const made = text.split("\n");
  if (typed.length < 2 || typed.length !== made.length || typed.some((line, index) => line.trim() === made[index])) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Puts two things that somebody typed on one line of such a field, 'a / b' or 'a; b', each on a line of its own.
export function apart(field) {
  const typed = field.value.trim();
  const parts = typed.split(/ \/ |;/).map((part) => part.trim());
  if (typed.includes("\n") || parts.length < 2 || !parts.every(Boolean)) return;
  field.value = parts.join("\n");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  tell(field, `Je typte '${typed}'. Elk deel staat nu op een eigen regel. Klopt het niet? Zet ze dan weer achter elkaar, met een komma.`);
}

// Puts the words of a page in a field without layout, without what its program shows beside them.
export function putPlain(field, html, plain) {
  const { text, left } = html.length > MOST_HTML || plain.length > MOST_TEXT ? { text: "", left: ["de tekst, want die is te groot"] } : wordsOf(html);
  const made = "lines" in field.dataset ? lines(text).text : field.matches("textarea") ? paragraph(text).text : text.replace(/\n/g, " ");
  insert(field, made);
  tell(field, remarks({ text: "", left }));
}

function wordsOf(html) {
  const { body } = new DOMParser().parseFromString(unstyled(html), "text/html");
  const left = cleared(body);
  for (const one of body.querySelectorAll("script, template, noscript")) one.remove();
  for (const one of body.querySelectorAll(`${STRUCTURE}, div, br`)) one.append("\u2029");
  const all = body.textContent.split("\u2029").map((line) => line.replace(/\s+/g, " ").trim());
  return { text: all.filter(Boolean).join("\n"), left };
}

const isNumber = (line) => /^\d+\. /.test(line);
const isItem = (line) => /^\s*([-*+]|\d+\.) /.test(line);

// Puts Markdown at the cursor, so that it can be undone, on lines of its own when it is more than words. Once it is undone,
// nothing is told of it any more.
export function insert(field, text) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isBlock = /\n|^(#{3,6}|-|\d+\.|\||>) /.test(text);
  const before = isBlock && value.slice(0, start).trim() ? "\n\n".slice(/\n*$/.exec(value.slice(0, start))[0].length) : "";
  const after = isBlock && value.slice(end).trim() ? "\n\n".slice(/^\n*/.exec(value.slice(end))[0].length) : "";
  const whole = before + text + after;
  const undone = () => {
    if (field.value !== value) return;
    field.removeEventListener("input", undone);
    document.getElementById(placeOf(field)).textContent = "";
  };
  field.focus();
  if (!document.execCommand("insertText", false, whole)) {
    field.setRangeText(whole, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.addEventListener("input", undone);
}

const placeOf = ({ id }) => `${id}-geplakt`;

// Says below a field what became of what was put in it.
export function tell(field, text) {
  const id = placeOf(field);
  const told = document.getElementById(id) ?? element("p", { id, class: "kb-help", role: "status" });
  if (!told.isConnected) field.after(told);
  // A place that is new is read out when its words come later than itself.
  requestAnimationFrame(() => (told.textContent = text));
}

const FOOTNOTE = /^\[\d+\] /m;
const CALLED = /[^\s[]\[\d+\](?!\()/;
const MARKS = /^#{3,6} |^\s*(-|\d+\.) |^\|.*\|$|\*\*?\S|\]\(/m;

// What people should know about what was put in; empty when it speaks for itself.
export function remarks({ text, left }) {
  const marked = MARKS.test(text) ? "De opmaak is meegekomen, met tekens zoals - voor een lijst en ** voor vet. Bij de laatste stap zie je hoe het eruitziet." : "";
  const missing = left.length ? `Niet meegekomen: ${left.join(" en ")}.` : "";
  const noted = FOOTNOTE.test(text) ? "De voetnoten staan onderaan, met een nummer. Vul ze in bij de stap Bronnen, en haal ze dan hier weg." : CALLED.test(text) ? "Van een voetnoot, zoals [1], kwam alleen het nummer mee. Zet haar tekst erbij, of haal het nummer weg." : "";
  return [marked, missing, noted].filter(Boolean).join(" ");
}
