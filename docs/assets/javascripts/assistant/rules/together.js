// What fields say together, and the terms that they name.

import { slug } from "../names.js";
import { nearest } from "./nearest.js";
import { inForm, isGap, say, shown, suggest } from "./saying.js";

// Below this two names are different places.
const ALIKE = 0.75;

// What fields say together.
export function together(room) {
  const { fields, rules } = room;
  const { start, end } = fields.period ?? {};
  if (start?.isWhole && end?.isWhole && end.value < start.value) {
    say(room, "end-before-start", ["period", "end"], { start: start.text, end: end.text });
  }
  if (fields.question && !fields.question.endsWith("?")) say(room, "no-question", ["question"], { value: shown(fields.question) });
  const title = fields.title ?? "";
  if (title.endsWith(".") && title.search(room.find.abbreviation) < 0) say(room, "title-with-period", ["title"], { title: shown(title) });
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= rules.leastCapitals && title === title.toUpperCase()) say(room, "title-in-capitals", ["title"], { title: shown(title) });
  if (title && room.known.titles[plainTitle(title)]?.some((id) => id !== room.stem)) say(room, "title-twice", ["title"]);
  turns(room);
  results(room);
  lessonTwice(room);
}

// A title without what keeps equal ones apart for a computer alone.
export const plainTitle = (title) => title.toLowerCase().split(/\s+/).join(" ");

function turns(room) {
  for (const [index, turn] of (room.fields.turns ?? []).entries()) {
    const options = turn.options ?? [];
    const about = { number: index + 1, option: shown(options[0]) };
    if (options.length === 1 && !isGap(room, options[0])) say(room, "single-option", ["turns", index, "options"], about);
    if (!turn.because && !turn.open) say(room, "no-reason", ["turns", index, "because"], about);
    if (turn.because && turn.open) say(room, "reason-and-open", ["turns", index, "open"], about);
    else if (turn.because && !isGap(room, turn.because) && !room.read.citations(turn.because).length) {
      say(room, "reason-without-source", ["turns", index, "because"], about);
    }
  }
}

function results(room) {
  const { fields, rules } = room;
  for (const [index, result] of (fields.results ?? []).entries()) {
    const what = result.what ? `'${shown(result.what)}'` : `cijfer ${index + 1} (nog zonder naam)`;
    const { kind = "uitkomst", target, achieved } = result;
    // As the page calls them.
    const [, ...heads] = rules.figures[kind] ?? rules.figures.uitkomst;
    const called = { target: heads[0], achieved: heads[1] || "Gehaald", numbers: heads.filter(Boolean).join(" of ") };
    if (!target && !achieved) say(room, "result-without-figure", ["results", index, "target"], { what, ...called });
    if (kind === "verwachting" && achieved) say(room, "expected-and-achieved", ["results", index, "achieved"], { what, ...called });
    if (kind === "uitkomst" && target && !achieved) say(room, "target-only", ["results", index, "target"], { what });
    const instead = otherKind(room, kind, result.what ?? "", result.unit ?? "");
    if (instead) say(room, instead, ["results", index, "what"], { what });
  }
  const large = (fields.results ?? []).flatMap(({ highlight }, index) => (highlight ? [index] : []));
  if (large.length > rules.mostHighlights) {
    say(room, "too-many-highlights", ["results", large[rules.mostHighlights], "highlight"], { count: large.length, most: rules.mostHighlights });
  }
}

// The wording for a figure of another kind, by its own words.
function otherKind({ read, find }, kind, what, unit) {
  const speaks = (name, text) => read.all(name, text).length > 0;
  if (kind === "kosten") return speaks("given", what) ? "given-as-cost" : "";
  if (kind !== "uitkomst") return "";
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

export function terms(room) {
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
  if (!file) say(room, "no-such-record", path, { ...about, ...suggest(room, value, names, plural) });
  else if (ids.includes(meant)) say(room, "term-misspelt", path, { ...about, meant: [titles[meant]] });
  else if (target === "municipalities" && room.rules.inSeveral[slug(value)]) {
    const towns = room.rules.inSeveral[slug(value)];
    say(room, "in-several", path, { value, towns: towns.join(" en "), meant: towns });
  }
  else if (target === "municipalities" && value.replaceAll("-", " ").search(room.find.organisation) === 0) say(room, "no-town", path, { value });
  else if (ids.length) {
    const add = ids.length > room.rules.shortList ? room.rules.addTerm : "";
    say(room, "no-such-term", path, { ...about, ...suggest(room, value, names, plural), add });
    // An editor adds it to the list; a slip of the pen is mended by who made it.
    if (target === "municipalities") Object.assign(room.found.at(-1), { severity: "waarschuwing", isAlike: Boolean(nearest(value, names, ALIKE)) });
  }
}
