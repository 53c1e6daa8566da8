// Texts, wherever they stand: their words, links and marks, privacy, and signs that only the author can mend.

import { covers } from "../prose.js";
import { inForm, say, shown } from "./saying.js";

export function passages(room) {
  const inFields = room.texts.filter(({ field }) => field.prose);
  return [...inFields, { field: { official: true, isBody: true }, text: room.body, path: ["sections"] }];
}

// Where a finding in a passage belongs in the form.
export function placeOf(room, { field, path }, start) {
  if (!field.isBody) return inForm(field, path);
  room.tops ??= room.read.headings(room.body).filter((heading) => heading.level === 2);
  return ["sections", Math.max(0, room.tops.findLastIndex((heading) => heading.start <= start))];
}

export function plainWords(room) {
  const { read, rules } = room;
  for (const passage of passages(room)) {
    const { field, text } = passage;
    const links = read.links(text);
    const at = (start) => placeOf(room, passage, start);
    for (const link of links) linkText(room, link, at(link.start));
    for (const match of field.official ? read.all("jargon", read.masked(text)) : []) {
      if (links.some(({ start, end }) => start <= match.index && match.index < end)) continue;
      const plain = rules.plainWords[match[0].toLowerCase()].replaceAll(", ", "' of '");
      say(room, "official-word", at(match.index), { word: match[0], plain });
    }
    for (const match of read.all("html", read.masked(text))) {
      if (links.some(({ start, end, target }) => start < match.index && match.index < end && match[0] === `<${target}>`)) continue;
      say(room, "html", at(match.index), { tag: shown(text.substr(match.index, match[0].length)) });
    }
    const open = field.plain ? -1 : read.masked(text).indexOf("<!--"); // a remark that ends is blanked out
    if (open >= 0) say(room, "open-comment", at(open), { begin: shown(read.masked(text).slice(open).split("\n")[0]) });
    for (const match of field.plain ? read.all("plainMarks", text) : []) say(room, "marks", at(0), { mark: shown(match[0]) });
  }
}

function linkText(room, { text, target, image }, path) {
  const words = room.read.plain(text).replace(/^[ .,:;!→>»]+|[ .,:;!→>»]+$/g, "");
  if (image || text.includes("![")) return;
  if (!words) say(room, "link-without-text", path, { target: shown(target) });
  else if (room.rules.emptyTexts.includes(words.toLowerCase()) || covers(room.find.bareAddress, words)) {
    say(room, "link-text", path, { text: shown(words) });
  }
}

export function contacts(room) {
  const inSections = room.sections.map((text, index) => ({ field: {}, text, path: ["sections", index] }));
  const unlisted = Object.entries(room.unlisted).map(([name, text]) => ({ field: {}, text, path: ["unlisted", name] }));
  for (const { field, text, path } of [...room.texts, ...inSections, ...unlisted]) {
    const bare = text.replace(room.find.webAddress, (match) => " ".repeat(match.length));
    const place = inForm(field, path);
    for (const match of room.read.all("mail", bare)) say(room, "mail-address", place, { value: match[0] });
    for (const match of room.read.all("phone", bare)) say(room, "phone-number", place, { value: match[0].trim() });
  }
}

export function lostSigns(room) {
  const kinds = room.rules.characters.lost.map(([[source], called]) => [new RegExp(source, "gu"), called]);
  const inSections = room.sections.map((text, index) => ({ field: {}, text, path: ["sections", index] }));
  for (const { field, text, path } of [...room.texts, ...inSections]) {
    for (const [pattern, called] of kinds) {
      for (const _ of text.matchAll(pattern)) {
        say(room, "lost-sign", inForm(field, path), { called });
      }
    }
  }
}
