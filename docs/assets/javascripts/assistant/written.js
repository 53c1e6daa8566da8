// Writes the answers as a file. Of an opened case, all that nobody changed stands in it as it stood, letter for letter.

import { asInFile, compared, inFile, isGap, isGroup, isPlain, keptOf, parsed } from "./kept.js";
import { caseName, caseStem, slug } from "./names.js";
import { withUnlisted } from "./unlisted.js";
import { Bare, caseFile, fieldText, filled, gap as gapOf, scalar, sectionGap, toCase } from "./writer.js";

// The answers as a file: its name, and its text.
// `cases`: by a name in use the number that makes it a free one, at least for that of `stemFor`.
export function written(given, rules, cases, gap) {
  const answers = withUnlisted(given, rules);
  const kept = keptOf(answers);
  const stem = stemFor(answers);
  const name = stem === kept?.stem ? stem : caseName(stem, cases);
  return { name: `${name}.md`, isOld: Boolean(kept) && Object.hasOwn(cases, name), text: kept ? renewed(answers, kept, rules) : caseFile(answers, rules, gap) };
}

// The name of the file as long as no other has it: what people typed for it, that of the opened file, or the title.
export function stemFor(answers) {
  const own = stemOf(answers.stem ?? "");
  const old = keptOf(answers)?.stem;
  return own && own !== old ? caseStem(own) : old ?? caseStem(answers.title ?? "");
}

// What somebody typed as the name of a file, as a name without its ending.
export const stemOf = (typed) => slug(typed.trim().replace(/(\.md)+$/i, ""));

function renewed(answers, kept, rules) {
  const made = toCase(answers, rules);
  const now = compared(answers, rules);
  // In a concept what was never there is asked for, as in one that the form makes itself.
  const isConcept = inFile(answers, "status") === "concept";
  const lacksPart = (field) => isConcept && lacks(field, inFile(answers, field.name));
  const changed = new Map(rules.fields.filter((field) => now[field.name] !== kept.was[field.name] || lacksPart(field)).map((field) => [field.name, field]));
  const text = (field) => {
    const value = whole(field, made, answers, kept, rules) ?? (isConcept && field.required ? gapOf(field, rules) : undefined);
    return value === undefined ? "" : fieldText(field.name, value);
  };
  const lines = kept.pieces.map(({ key, lead, raw }) => [key, lead + (changed.has(key) ? text(changed.get(key)) : raw)]);
  const order = rules.fields.map(({ name }) => name);
  for (const [name, field] of changed) {
    if (lines.some(([key]) => key === name)) continue;
    const earlier = order.slice(0, order.indexOf(name));
    lines.splice(lines.findLastIndex(([key]) => earlier.includes(key)) + 1, 0, [name, text(field)]);
  }
  return `---\n${lines.map(([, line]) => line).join("")}---\n${story(made.sections, kept, rules, isConcept ? sectionGap(rules) : "")}`;
}

// Whether a field lacks what it must have: itself, or a part of a group.
function lacks(field, value) {
  if ([undefined, null, ""].includes(value)) return field.required;
  return Boolean(field.fields) && [value].flat().some((item) => isGroup(item) && field.fields.some((inner) => lacks(inner, item[inner.name])));
}

// A field with what the form did not show of it.
function whole(field, made, answers, kept, rules) {
  const unknown = kept.unknown[field.name];
  if (unknown) return [...(made.fields[field.name] ?? []), ...unknown];
  if (made.fields[field.name] === undefined) return undefined;
  const value = filled(field, made.fields[field.name], rules);
  if (isPlain(field)) return withKept(value, rules, kept.inside[field.name]);
  if (field.type !== "group") return value;
  return value.map((item, index) => {
    const own = answers[field.name][made.origin[field.name][index]].kept;
    return withKept(item, rules, own ? parsed(own) : undefined);
  });
}

function withKept(item, rules, { more = {}, choices = {}, inside = {} } = {}) {
  const made = { ...item };
  for (const [name, own] of Object.entries(inside)) if (made[name]) made[name] = withKept(made[name], rules, own);
  for (const [name, groups] of Object.entries(choices)) {
    if (made[name]) made[name] = new Bare(flow(asInFile(made[name], groups)));
  }
  for (const [name, value] of Object.entries(more)) {
    if (!Object.hasOwn(made, name) || isGap(made[name], rules)) made[name] = new Bare(flow(value));
  }
  return made;
}

// A value on one line (YAML 1.2.2, 7.4).
function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isGroup(value)) return `{${Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`).join(", ")}}`;
  return value === null ? "null" : scalar(value);
}

// `gap`: what stands in a section in which nobody wrote.
function story(told, kept, rules, gap) {
  const isEmpty = (index) => !kept.body.some(({ title, raw }) => title === rules.sections[index] && raw.split("\n").slice(1).join("").trim());
  const sections = told.map((text, index) => text || (isEmpty(index) ? gap : ""));
  const seen = new Set();
  const made = kept.body.map(({ title, raw }) => {
    const index = rules.sections.indexOf(title);
    const isFirst = index >= 0 && !seen.has(title);
    seen.add(title);
    return [title, isFirst && sections[index] !== kept.was.sections[index] ? section(title, sections[index]) : raw];
  });
  rules.sections.forEach((title, index) => {
    if (seen.has(title) || !sections[index]) return;
    const isLater = ([other]) => rules.sections.indexOf(other) > index;
    const later = made.some(isLater) ? made.findIndex(isLater) : made.length;
    const place = made.findLastIndex(([other]) => rules.sections.slice(0, index).includes(other)) + 1 || later;
    const above = made[place - 1][1].trimEnd();
    if (!made[place - 1][1].endsWith("\n\n")) made[place - 1][1] = above ? `${above}\n\n` : "\n";
    made.splice(place, 0, [title, section(title, sections[index])]);
  });
  const text = made.map(([, part]) => part).join("");
  return made.every(([, part], index) => part === kept.body[index]?.raw) ? text : `${text.trimEnd()}\n`;
}

const section = (title, text) => `## ${title}\n\n${text ? `${text}\n\n` : ""}`;
