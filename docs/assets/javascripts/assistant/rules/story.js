// The story: its sections, headings, sentences and figures.

import { isNothing } from "../../meaning.js";
import { placeOf } from "./texts.js";
import { isGap, say, shown } from "./saying.js";

export function story(room) {
  const { body, read, rules } = room;
  const passage = { field: { isBody: true }, path: [] };
  const at = (start) => placeOf(room, passage, start);
  for (const [index, { heading, text }] of read.parts(body).entries()) sectionRules(room, heading, text, index);
  let above = 1;
  for (const { text, level, start } of read.headings(body)) {
    const about = { heading: text, above, level, right: "#".repeat(above + 1), marks: "#".repeat(level) };
    if (level > above + 1) say(room, "level-skipped", at(start), about);
    above = level;
  }
  for (const { text, start } of read.sentences(body)) {
    const { length } = read.words(text);
    if (length > rules.mostWords && !read.isHeading(text)) {
      say(room, "long-sentence", at(start), { length, most: rules.mostWords, value: shown(text) });
    }
  }
  for (const match of read.all("quote", read.masked(body))) {
    const words = Object.values(match.groups).find(Boolean) ?? "";
    if (read.words(words).length >= rules.quoteWords && !words.includes("\n\n")) {
      say(room, "quotation", at(match.index), { value: shown(read.plain(words)) });
    }
  }
}

function sectionRules(room, heading, text, index) {
  const { read, rules, fields } = room;
  const path = ["sections", index];
  const own = read.masked(text).split("\n").filter((line) => !read.isHeading(line)).join("").trim();
  const isFilled = own || text.trim().startsWith("```") || fields[rules.filledBy[heading.text]];
  if (!isFilled) say(room, "section-empty", path, { section: heading.text });
  for (const paragraph of read.paragraphs(text)) {
    if (isGap(room, paragraph.text.replace(/^[-*+ ]+/, ""))) say(room, "text-to-fill-in", path, { value: shown(paragraph.text) });
    if (isNothing(paragraph.text)) say(room, "says-nothing", path, { value: shown(paragraph.text) });
    const cites = paragraph.text.includes("[^") || read.isHeading(paragraph.text) || rules.advice.includes(heading.text);
    const number = cites ? null : firstNumber(room, paragraph.text);
    if (number) say(room, "figure-without-source", path, { number });
  }
}

// The first number that counts something: no year, date or name, and not in the address of a link.
function firstNumber({ read, find }, text) {
  let masked = text;
  const hide = (start, end) => (masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end));
  for (const link of read.links(text)) hide(link.target === link.text ? link.start : text.indexOf(link.target, link.start), link.end);
  for (const name of ["editions", "names"]) for (const match of read.all(name, masked)) hide(match.index, match.index + match[0].length);
  return masked.match(new RegExp(find.number.source, "u"))?.[0];
}
