// What the checker would say about the answers in the form: the same codes at the same places, in the words of the form.
// All that it knows comes from regels.json, which is made of the content model and the checker itself.
// tests/support/assistant_vectors keeps both equal.

import { covers, patterns, reader } from "./assistant-prose.js";
import { slug } from "./assistant-names.js";
import { Bare, bodyOf, toCase } from "./assistant-writer.js";

// A finding has a code, the field (the path of the answer: `title`, `turns.0.when`, `sections.2`), a message, a hint and
// a severity.

// Everything that is wrong with a case.
// `answers`: by name of field; groups are objects, `sections` is a list of texts.
// `rules`: regels.json.
// `around`: the day, the sources that other files describe, and those that are cited where the form does not look.
export function check(answers, rules, { today = "", sources = [], cited = [] } = {}) {
  const find = patterns(rules.patterns);
  const made = toCase(answers, rules);
  const room = { ...made, rules, find, today, known: sources, cited, read: reader(find), found: [] };
  room.keys = (made.fields.sources ?? []).map((source) => source.key).filter((key) => key && !isGap(room, key));
  room.texts = [...textsOf(rules.fields, made.fields)];
  room.body = bodyOf(made.sections, rules);
  for (const rule of [shapes, together, terms, plainWords, evidence, sourcesElsewhere, story, contacts, lostSigns]) rule(room);
  return room.found.map((finding) => ({ ...finding, field: asAnswered(finding.field, made.origin) }));
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const isGap = ({ rules }, value) => typeof value === "string" && value.startsWith(rules.placeholder);
const plainValue = (value) => (value instanceof Bare ? value.text : value);

function say(room, wording, path, values = {}) {
  const [code, message, hint] = room.rules.wordings[wording];
  const { severity, title } = room.rules.codes[code];
  room.found.push({ code, title, field: path.join("."), message: fill(message, values), hint: fill(hint, values).trim(), severity });
}

// A value as it fits in a message: on one line, and not too long.
export function shown(value) {
  const line = [...String(plainValue(value)).trim().split(/\s+/).join(" ")];
  return line.length <= 60 ? line.join("") : `${line.slice(0, 59).join("")}…`;
}

// The path in the form of a place in the case, where groups without answers are left out.
function asAnswered(field, origin) {
  const [name, index, ...rest] = field.split(".");
  return origin[name] && index !== undefined ? [name, origin[name][index], ...rest].join(".") : field;
}

function* textsOf(asked, values, path = []) {
  for (const field of asked) {
    const value = values?.[field.name];
    for (const [item, place] of each(value, [...path, field.name])) {
      if (field.fields) yield* textsOf(field.fields, item, place);
      else if (typeof item === "string") yield { field, text: item, path: place };
    }
  }
}

function each(value, path) {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map((item, index) => [item, [...path, index]]) : [[value, path]];
}

// The field of the form that a path leads to: several values on one list have one field.
const inForm = (field, path) => (field.several && !field.fields ? path.slice(0, -1) : path);

// The form of single fields.

function shapes(room) {
  groupShapes(room, room.rules.fields, room.fields, []);
}

function groupShapes(room, asked, values, path) {
  for (const field of asked) {
    const value = values[field.name];
    const place = [...path, field.name];
    if (value === undefined) {
      if (field.required && !field.editor) say(room, "missing", place);
    } else if (field.fields) {
      for (const [item, inner] of each(value, place)) groupShapes(room, field.fields, item, inner);
    } else {
      for (const [item, inner] of each(value, place)) shape(room, field, item, inner);
      if (field.several) twice(room, value, place, room.rules.terms[field.target]?.titles ?? {});
    }
  }
}

function shape(room, field, value, path) {
  const place = inForm(field, path);
  const about = { value: shown(value) };
  if (isGap(room, value)) say(room, "field-to-fill-in", place);
  else if (["year", "number"].includes(field.type)) number(room, field, value, path);
  else if (field.type === "date") date(room, value, place, about);
  else if (field.type === "choice" && !field.choices.includes(value)) {
    say(room, "not-allowed", place, { ...about, suggestion: suggest(room, value, field.choices, "waarden") });
  } else if (field.type === "moment") {
    if (!isMoment(value)) say(room, "moment", place, about);
  } else if (field.type === "url" && !isAddress(value)) say(room, "web-address", place, about);
  else if (field.most && [...value].length > field.most) {
    const length = [...value].length;
    say(room, "too-long", place, { ...about, length, limit: field.most, over: length - field.most });
  } else if (field.pattern && !new RegExp(field.pattern).test(value)) say(room, "key-pattern", place, about);
}

function number(room, field, value, path) {
  const { rules } = room;
  const isNumber = value instanceof Bare;
  if (!isNumber || (field.type === "year" && !value.isWhole)) {
    const mend = field.type === "year" ? rules.mends.year : mendNumber(room, value);
    return say(room, "wrong-type", path, { wanted: rules.wanted[field.type], value: shown(value), mend });
  }
  const low = value.value < (field.least ?? -Infinity);
  if (low || value.value > (field.most || Infinity)) {
    const word = low ? "minstens" : "hoogstens";
    say(room, "out-of-bounds", path, { value: value.text, word, bound: low ? field.least : field.most });
  } else if (!value.isWhole && covers(room.find.thousands, value.text)) {
    const decimal = `${value.text.endsWith("0") ? value.text.replace(/0+$/, "") : value.text}0`;
    say(room, "thousands", path, { written: value.text, whole: value.text.replace(".", ""), decimal });
  }
}

function mendNumber({ rules: { mends } }, text) {
  const with_ = (name, mended) => fill(mends[name], { mended });
  if (/^-?\d+,\d+$/.test(text)) return with_("comma", text.replaceAll(",", "."));
  if (/^\d{1,3}([.\s]\d{3})+(,\d+)?$/.test(text)) return with_("thousands", text.replace(/[.\s]/g, "").replaceAll(",", "."));
  if (/^\d+([.,]\d+)? ?%$/.test(text)) return with_("percent", text.replace(/[% ]+$/, "").replaceAll(",", "."));
  return /^0\d+$/.test(text) ? with_("zero", text.replace(/^0+/, "") || "0") : mends.other;
}

function isDay(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === Number(year) && made.getUTCMonth() === month - 1 && made.getUTCDate() === Number(day);
}

function isMoment(value) {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  return year !== undefined && isDay(year, month, day);
}

function date(room, value, path, about) {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (iso && isDay(...iso.slice(1))) {
    if (room.today && value > room.today) say(room, "reviewed-in-future", path, { reviewed: value, today: room.today });
    return;
  }
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(value)?.slice(1);
  const named = /^(\d{1,2}) ([a-z]+) (\d{4})$/.exec(value.toLowerCase())?.slice(1);
  const [day, month, year] = numbers ?? (named ? [named[0], room.rules.months.indexOf(named[1]) + 1, named[2]] : []);
  const mended = [year, ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
  if (!year || !isDay(year, month, day)) return say(room, "date", path, about);
  say(room, "date-order", path, { ...about, mend: fill(room.rules.mends.date, { mended }) });
}

function isAddress(value) {
  const host = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1] ?? "";
  return host.includes(".") && !/[\s<>"\\]/.test(value);
}

function twice(room, values, path, titles) {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) say(room, "value-twice", path, { value: shown(titles[value] ?? value) });
  });
}

// What fields say together.
function together(room) {
  const { fields, rules } = room;
  const { start, end } = fields.period ?? {};
  if (start?.isWhole && end?.isWhole && end.value < start.value) {
    say(room, "end-before-start", ["period", "end"], { start: start.text, end: end.text });
  }
  if (fields.question && !fields.question.endsWith("?")) say(room, "no-question", ["question"], { value: shown(fields.question) });
  const title = fields.title ?? "";
  if (title.endsWith(".") && title.search(room.find.abbreviation) < 0) say(room, "title-with-period", ["title"], { title: shown(title) });
  const same = (one) => one.toLowerCase().split(/\s+/).join(" ");
  const other = title && Object.keys(rules.cases).find((id) => same(rules.cases[id]) === same(title));
  if (other) say(room, "title-twice", ["title"]);
  for (const [index, turn] of (fields.turns ?? []).entries()) {
    const options = turn.options ?? [];
    const about = { number: index + 1, option: shown(options[0]) };
    if (options.length === 1 && !isGap(room, options[0])) say(room, "single-option", ["turns", index, "options"], about);
    if (!turn.because && !turn.open) say(room, "no-reason", ["turns", index, "because"], about);
    if (turn.because && turn.open) say(room, "reason-and-open", ["turns", index, "open"], about);
    else if (turn.because && !isGap(room, turn.because) && !room.read.citations(turn.because).length) {
      say(room, "reason-without-source", ["turns", index, "because"], about);
    }
  }
  for (const [index, result] of (fields.results ?? []).entries()) {
    const what = shown(result.what ?? index + 1);
    const { kind = "uitkomst", target, achieved } = result;
    if (!target && !achieved) say(room, "result-without-figure", ["results", index, "what"], { what });
    if (kind === "verwachting" && achieved) say(room, "expected-and-achieved", ["results", index, "achieved"], { what });
    if (kind === "uitkomst" && target && !achieved) say(room, "target-only", ["results", index, "target"], { what });
    const instead = kind === "uitkomst" && noOutcome(room, result.what ?? "", result.unit ?? "");
    if (instead) say(room, instead, ["results", index, "what"], { what });
  }
  const large = (fields.results ?? []).flatMap(({ highlight }, index) => (highlight ? [index] : []));
  if (large.length > rules.mostHighlights) {
    say(room, "too-many-highlights", ["results", large[rules.mostHighlights], "highlight"], { count: large.length, most: rules.mostHighlights });
  }
  lessonTwice(room);
}

// The wording for a figure that is no outcome, by its own words.
function noOutcome({ read, find }, what, unit) {
  const speaks = (name, text) => read.all(name, text).length > 0;
  if (speaks("gain", what)) return "";
  if (speaks("against", what) || speaks("against", unit)) return "opposition-as-outcome";
  const counted = what.split(find.aside)[0];
  return speaks("money", unit) || speaks("costs", unit) || speaks("costs", counted) ? "costs-as-outcome" : "";
}

function lessonTwice(room) {
  const lessons = (room.fields.lessons ?? []).map((link) => link.lesson);
  lessons.forEach((lesson, index) => {
    const first = lessons.indexOf(lesson);
    if (lesson && first < index) say(room, "lesson-twice", ["lessons", index, "lesson"], { number: first + 1 });
  });
}

// References.

function terms(room) {
  const { rules, fields } = room;
  for (const { field, text, path } of room.texts) {
    const list = rules.terms[field.target];
    if (!list || isGap(room, text) || Object.hasOwn(list.titles, text)) continue;
    noSuchTerm(room, field.target, text, inForm(field, path));
  }
  for (const place of fields.places ?? []) {
    const listed = rules.regions[place];
    if (fields.region && listed && !listed.includes(fields.region)) {
      const [towns, regions] = ["municipalities", "regions"].map((target) => rules.terms[target].titles);
      const about = { place: towns[place], listed: regions[listed[0]], region: regions[fields.region] ?? fields.region };
      say(room, "outside-region", ["places"], about);
    }
  }
}

function noSuchTerm(room, target, value, path) {
  const { titles, label, plural, path: file } = room.rules.terms[target];
  const ids = Object.keys(titles);
  const names = Object.values(titles);
  const about = { label, value };
  const meant = slug(value).replace(new RegExp(`^${slug(label)}-`), "");
  if (!file) say(room, "no-such-record", path, { ...about, suggestion: suggest(room, value, names, plural) });
  else if (ids.includes(meant)) say(room, "term-misspelt", path, { ...about, meant: titles[meant] });
  else if (target === "municipalities" && room.rules.inSeveral[slug(value)]) {
    say(room, "in-several", path, { value, towns: room.rules.inSeveral[slug(value)].join(" en ") });
  }
  else if (ids.length) {
    const add = ids.length > room.rules.shortList ? room.rules.addTerm : "";
    say(room, "no-such-term", path, { ...about, suggestion: suggest(room, value, names, plural), add });
  }
}

// A hint: the nearest match first, then what there is to choose from.
function suggest({ rules: { nearest: hints } }, word, options, name, limit = 12) {
  const close = nearest(word, options);
  if (!options.length) return fill(hints.none, { name });
  const about = { close, name, choices: [...options].sort().join(", "), count: options.length };
  return (close ? fill(hints.close, about) : "") + fill(hints[options.length <= limit ? "few" : "many"], about);
}

// The option that looks most like a word, by the measure of Ratcliff and Obershelp that Python's difflib uses.
export function nearest(word, options, least = 0.6) {
  const asked = [...word.toLowerCase()].slice(0, 80).join("");
  let [best, most] = ["", least];
  for (const option of options) {
    const name = option.toLowerCase();
    const likeness = (2 * matching(name, asked)) / (name.length + asked.length);
    if (likeness > most || (likeness === most && name > best.toLowerCase())) [best, most] = [option, likeness];
  }
  return best;
}

function matching(one, other) {
  let [start, at, length] = [0, 0, 0];
  let lengths = [];
  for (let i = 0; i < one.length; i++) {
    const row = [];
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      row[j] = (lengths[j - 1] ?? 0) + 1;
      if (row[j] > length) [start, at, length] = [i - row[j] + 1, j - row[j] + 1, row[j]];
    }
    lengths = row;
  }
  if (!length) return 0;
  const before = matching(one.slice(0, start), other.slice(0, at));
  return before + length + matching(one.slice(start + length), other.slice(at + length));
}

// Texts, wherever they stand.

function passages(room) {
  const inFields = room.texts.filter(({ field }) => field.prose);
  return [...inFields, { field: { official: true, isBody: true }, text: room.body, path: ["sections"] }];
}

// Where a finding in a passage belongs in the form.
function placeOf(room, { field, path }, start) {
  if (!field.isBody) return inForm(field, path);
  room.tops ??= room.read.headings(room.body).filter((heading) => heading.level === 2);
  return ["sections", Math.max(0, room.tops.findLastIndex((heading) => heading.start <= start))];
}

function plainWords(room) {
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

// Sources.

function evidence(room) {
  const { fields, keys, read } = room;
  const used = new Set(room.cited);
  const cite = (key, path) => (keys.includes(key) ? used.add(key) : unknownSource(room, key, path));
  for (const { field, text, path } of room.texts) {
    if (field.target === "source" && !isGap(room, text)) cite(text, path);
  }
  for (const passage of passages(room)) {
    for (const match of read.all("citation", read.masked(passage.text))) {
      cite(match.groups.key, placeOf(room, passage, match.index));
    }
    almostCited(room, passage);
  }
  (fields.sources ?? []).forEach(({ key }, index) => {
    const first = fields.sources.findIndex((source) => source.key === key);
    if (!keys.includes(key)) return;
    if (first < index) say(room, "source-twice", ["sources", index, "key"], { number: first + 1 });
    else if (!used.has(key)) say(room, "unused-source", ["sources", index, "key"]);
  });
  if (!fields.sources) say(room, "no-source", ["sources"]);
  if (!fields.lessons) say(room, "no-lesson", ["lessons"]);
}

function unknownSource(room, key, path) {
  const suggestion = suggest(room, key, [...new Set(room.keys)], "korte namen");
  say(room, room.keys.length ? "unknown-source" : "unknown-source-of-none", path, { key, suggestion });
}

function almostCited(room, passage) {
  for (const match of room.read.all("almost", room.read.masked(passage.text))) {
    const right = `[^${match.groups.key}]`;
    if (!room.keys.includes(match.groups.key) || match[0] === right) continue;
    say(room, "almost-a-citation", placeOf(room, passage, match.index), { written: match[0], right });
  }
}

function sourcesElsewhere(room) {
  const byKey = new Map(room.known.map((row) => [row[0], row]));
  const byAddress = new Map(room.known.toReversed().filter((row) => row[4]).map((row) => [address(row[4]), row]));
  (room.fields.sources ?? []).forEach((source, index) => {
    const { key, url } = source;
    const other = byKey.get(key);
    Object.entries(room.rules.compared).forEach(([name, what], place) => {
      const theirs = other?.[place + 1];
      if (!other || (source[name] ?? "") === theirs) return;
      say(room, "described-differently", ["sources", index, name], { what, theirs: quoted(room, theirs) });
    });
    const first = url && key && (byAddress.get(address(url)) ?? [key]);
    if (first && first[0] !== key) say(room, "same-address", ["sources", index, "url"], { known: first[0] });
    if (first) byAddress.set(address(url), first);
  });
}

const quoted = ({ rules }, value) => (value ? `'${shown(value)}'` : rules.notFilledIn);

function address(url) {
  const [, host, path, query] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  return host === undefined ? url : `${host.toLowerCase().replace(/^www\./, "")}${path.replace(/\/+$/, "")}${query && query !== "?" ? query : ""}`;
}

// The story.

function story(room) {
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

// Privacy.

function contacts(room) {
  const inSections = room.sections.map((text, index) => ({ field: {}, text, path: ["sections", index] }));
  for (const { field, text, path } of [...room.texts, ...inSections]) {
    const bare = text.replace(room.find.webAddress, (match) => " ".repeat(match.length));
    const place = inForm(field, path);
    for (const match of room.read.all("mail", bare)) say(room, "mail-address", place, { value: match[0] });
    for (const match of room.read.all("phone", bare)) say(room, "phone-number", place, { value: match[0].trim() });
  }
}

// Characters that only the author can mend.

function lostSigns(room) {
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
