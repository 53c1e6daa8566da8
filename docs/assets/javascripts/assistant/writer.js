// Makes a case file of the answers in the form. Every text is quoted, so that nothing that people type is YAML.

import { clean } from "./clean.js";
import { slug } from "./names.js";
import { BULLETS, asides } from "../bullets.js";
import { sureDecimal } from "../meaning.js";

const BULLET = new RegExp(`^\\s*[${BULLETS}][ \\t]+`);
const INTEGER = /^-?(0|[1-9]\d{0,17})$/;
const DECIMAL = /^-?(0|[1-9]\d{0,17})\.\d{1,17}$/;
// As people type it, and the form shows it.
const WITH_COMMA = /^(-?(?:0|[1-9]\d{0,17})),(\d{1,17})$/;
const RESERVED = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

// A number as it was typed: the file has it without quotes.
export class Bare {
  constructor(text) {
    this.text = text;
    this.value = Number(text);
    this.isWhole = INTEGER.test(text);
  }
}

// Whether a text is a number as the checker reads it.
export const isNumber = (text) => INTEGER.test(text) || DECIMAL.test(text);

// The answers as the fields and sections of a case: cleaned, numbers as numbers, places by their name in the list,
// and nothing that is empty. `origin` says of every list of groups which answer each item came from.
// `answers`: by name of field; `sections` is a list of texts.
// `rules`: from regels.json.
export function toCase(answers, rules) {
  const origin = {};
  const values = rules.fields.map((field) => [field.name, valueOf(field, answers[field.name], rules, origin)]);
  const told = list(answers.sections);
  return {
    fields: withConcept(rules, Object.fromEntries(values)),
    origin,
    sections: rules.sections.map((_, index) => section(told[index], rules)),
  };
}

function valueOf(field, answer, rules, origin) {
  if (field.type === "group" && field.several) return groups(field, answer, rules, origin);
  if (field.type === "group") return group(field, answer, rules);
  if (!field.several) return single(field, answer, rules);
  const items = whole(list(answer), field, rules).map((item) => single(field, item, rules)).filter((item) => item !== undefined);
  return items.length ? items : undefined;
}

const list = (answer) => (Array.isArray(answer) ? answer : []);

// Names that were typed with commas between them, where a name may have a comma itself: Nuenen, Gerwen en Nederwetten.
function whole(names, { target }, rules) {
  const known = rules.terms[target];
  if (!known) return names;
  const isKnown = (name) => Object.hasOwn(known.titles, term(clean(name, rules), known));
  return names.reduce((all, name) => {
    const both = `${all.at(-1)?.trim()}, ${name.trim()}`;
    return all.length && isKnown(both) ? [...all.slice(0, -1), both] : [...all, name];
  }, []);
}

function groups(field, answer, rules, origin) {
  const all = list(answer).map((item) => group(field, item, rules));
  const kept = all.flatMap((item, index) => (item ? [index] : []));
  origin[field.name] = kept;
  return kept.length ? kept.map((index) => all[index]) : undefined;
}

function group(field, answer, rules) {
  const made = {};
  for (const inner of field.fields) {
    const value = valueOf(inner, answer?.[inner.name], rules, {});
    if (value !== undefined) made[inner.name] = value;
  }
  return Object.keys(made).length ? made : undefined;
}

function single(field, answer, rules) {
  const text = clean(answer, rules);
  if (!text) return undefined;
  if (field.type === "yes") return text === "true" ? new Bare(text) : undefined;
  if (field.type === "number") return numberOf(text);
  if (field.type === "year") return isNumber(text) ? new Bare(text) : text;
  return field.target in rules.terms ? term(text, rules.terms[field.target]) : text;
}

function numberOf(text) {
  const point = sureDecimal(text.replace(WITH_COMMA, "$1.$2"));
  // What has a point already says in a file what it says.
  return isNumber(text) ? new Bare(text) : isNumber(point) ? new Bare(point) : text;
}

// The id of a term that people name by its title; what is not known stays as it was typed.
function term(text, { titles, label }) {
  if (Object.hasOwn(titles, text)) return text;
  const same = Object.keys(titles).find((id) => titles[id].toLowerCase() === text.toLowerCase());
  const name = slug(text).replace(new RegExp(`^${slug(label)}-`), "");
  return same ?? [name, name.replace(/^(?:de|het)-/, "")].find((one) => Object.hasOwn(titles, one)) ?? text;
}

// The text of a section: its own headings come below ours, and nothing that is left open runs on into the next.
export function section(answer, rules) {
  const lines = [];
  let open = "";
  const written = clean(answer, rules).split("\n");
  const isAside = asides(written);
  for (const [index, typed] of written.entries()) {
    // A bullet that people typed is a point of a list.
    const line = open || isAside[index] ? typed : typed.replace(BULLET, "- ");
    if (!open && line !== typed && lines.at(-1)?.trim() && !/^[-*+] /.test(lines.at(-1))) lines.push("");
    const [, fence, rest] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    // A line below a text would make a heading of it.
    if (!open && /^ {0,3}(=+|-+)[ \t]*$/.test(line) && lines.at(-1)?.trim()) lines.push("");
    if (fence && !open) open = fence;
    else if (fence && fence === open && !rest.trim()) open = "";
    lines.push(open ? line : line.replace(/^#{1,2}(?=[ \t]+[^\s#])/, "###"));
  }
  return withClosedComments([...lines, ...(open ? [open] : [])].join("\n"));
}

function withClosedComments(text) {
  const start = text.lastIndexOf("<!--");
  return start >= 0 && !text.includes("-->", start) ? `${text.slice(0, start)}&lt;!--${text.slice(start + 4)}` : text;
}

// The body of the file: the fixed sections with their texts.
// `gap`: what stands where a text is missing.
export const bodyOf = (sections, rules, gap = "") =>
  rules.sections.map((title, index) => `## ${title}\n${sections[index] || gap ? `\n${sections[index] || gap}\n` : ""}`)
    .join("\n");

// What stands in a section of a concept in which nobody wrote yet.
export const sectionGap = (rules) => `${rules.placeholder}: schrijf hier een paar korte alinea's.`;

// The text of the file, with a line that asks to fill in what is still missing; so a concept can be handed in with
// gaps.
export function caseFile(answers, rules, gap = sectionGap(rules)) {
  const { fields, sections } = toCase(answers, rules);
  const filled = withConcept(rules, withGaps(rules.fields, fields, rules));
  return caseText({ fields: filled, sections }, rules, gap);
}

// The fields in the order of the model, with the status that every new case has.
function withConcept(rules, values) {
  const made = {};
  for (const { name } of rules.fields) {
    if (values[name] !== undefined) made[name] = values[name];
    if (name === "summary") made.status = "concept";
  }
  return made;
}

function withGaps(asked, values, rules) {
  const made = {};
  for (const field of asked) {
    const value = values[field.name];
    if (value === undefined && field.required) made[field.name] = gap(field, rules);
    else if (value !== undefined && field.fields) made[field.name] = inside(field, value, rules);
    else if (value !== undefined) made[field.name] = value;
  }
  return made;
}

// The value of one field, with the gaps in its groups marked.
export const filled = (field, value, rules) => (field.fields ? inside(field, value, rules) : value);

// One field as it stands in the file.
export const fieldText = (name, value) => mapping({ [name]: value }, "");

const inside = (field, value, rules) =>
  Array.isArray(value) ? value.map((item) => withGaps(field.fields, item, rules)) : withGaps(field.fields, value, rules);

// What a field without a value has in a concept: a line that asks to fill it in.
export function gap(field, rules) {
  const value = field.fields ? withGaps(field.fields, {}, rules) : `${rules.placeholder}: ${field.title}`;
  return field.several ? [value] : value;
}

// The text of a case file.
// `made`: by `toCase`.
// `gap`: what stands in a section without text.
export const caseText = ({ fields, sections }, rules, gap = "") =>
  `---\n${mapping(fields, "")}---\n\n${bodyOf(sections, rules, gap)}`;

function mapping(values, indent) {
  return Object.entries(values).map(([key, value]) => `${indent}${key}:${node(value, indent)}`).join("");
}

function node(value, indent) {
  if (Array.isArray(value) && isGroup(value[0])) {
    return `\n${value.map((item) => `${indent}  - ${mapping(item, `${indent}    `).trimStart()}`).join("")}`;
  }
  if (Array.isArray(value)) return ` [${value.map(scalar).join(", ")}]\n`;
  return isGroup(value) ? `\n${mapping(value, `${indent}  `)}` : ` ${scalar(value)}\n`;
}

const isGroup = (value) => typeof value === "object" && !(value instanceof Bare);

// A value as YAML: bare for numbers, dates and simple names, else in double quotes (YAML 1.2.2, 7.3.1).
export function scalar(value) {
  if (value instanceof Bare) return value.text;
  const isName = /^[a-z][a-z0-9-]*$/.test(value) && !RESERVED.includes(value);
  return isName || /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value);
}
