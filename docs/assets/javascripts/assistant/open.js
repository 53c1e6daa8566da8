// Opens a case file in the form: what it has a field for is shown, and all else is kept beside it.

import { compared, isGap, isGroup, isPlain, keptOf } from "./kept.js";
import { NOTE } from "./notes.js";
import { patterns, reader } from "./prose.js";
import { decoded } from "./decoded.js";
import { fenced, unfenced } from "./fences.js";
import { headed } from "./headings.js";
import { unmailed } from "./mailed.js";
import { unquoted } from "./quotes.js";
import { MOST_TEXT, Refused } from "./refused.js";
import { saidOutcome } from "./said-outcome.js";
import { withUnlisted, withoutUnlisted } from "./unlisted.js";
import { Bare } from "./writer.js";
import { Unreadable, readYaml } from "./yaml.js";
import { sureDecimal } from "../meaning.js";

const CITED = new RegExp(`${NOTE.source}|source"?:\\s*"?([a-z0-9-]+)`, "g");
const FRONT = /^---[ \t]*\n([^]*?\n)?---[ \t]*(?:\n|$)/;
// The answers of a case that do not end.
const CUT_OFF = /^---[ \t]*\n(?:.*\n)*?(?:title|question|turns):/;
// Only a case has these.
const OF_A_CASE = ["question", "turns", "outcome", "organisation"];
const MOST_TO_PICK = 60;
const MOST_SHOWN = 120; // signs of a line that cannot be read
const OFFICE = /\.(docx?|odt|rtf|pdf|pages)$/i;

// The text of a file that somebody chose; throws `Refused`.
export async function textOf(file) {
  if (OFFICE.test(file.name)) throw new Refused("Dit formulier opent alleen een case die hier eerder is gedownload. Kopieer de tekst uit Word en plak haar in de vakken van het formulier; of sleep het bestand naar het vak van het verhaal.");
  if (file.size > MOST_TEXT) throw new Refused("Dat bestand is te groot voor een case. Kies een bestand dat eindigt op .md.");
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text !== undefined) return text;
  throw new Refused("Dat bestand is geen gewone tekst, of het is beschadigd. Kies een bestand dat eindigt op .md; uit Word kun je de tekst plakken.");
}

// What the form shows of a text, all that it keeps beside it, and what to say of what was passed over or mended; throws
// `Refused`.
// `name`: of the file.
export function opened(text, name, rules) {
  const given = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const mail = unmailed(fenced(given, rules.sections));
  const whole = fenced(mail?.text ?? given, rules.sections);
  const [head, written = ""] = FRONT.exec(whole) ?? [];
  if (head === undefined && CUT_OFF.test(whole)) {
    throw new Refused("Dat bestand is niet heel: de regel --- onder de antwoorden ontbreekt, en het verhaal ook. Download of kopieer het nog eens.");
  }
  if (head === undefined || whole.includes("\0")) {
    throw new Refused((head === undefined && unfenced(whole)) || "Dat is geen case die hier is gedownload. Kies een eerdere download, of het bestand van een case. Wil je tekst overnemen? Kopieer haar, en plak haar in de vakken van het formulier.");
  }
  const { front, values, mended } = mendedFields(written, mail?.above);
  const { outcome } = values;
  const ending = endingOf(outcome, rules);
  if (ending) values.outcome = ending;
  // Its words may say more, such as when.
  const asRead = (one) => (ending && one.key === "outcome" ? { ...one, raw: `outcome: ${ending} # ${outcome.split(/\s+/).join(" ")}\n` } : one);
  if (!OF_A_CASE.some((key) => Object.hasOwn(values, key))) {
    throw new Refused("Dat bestand heeft niets van een case, zoals een vraag of een afslag. Kies een ander bestand.");
  }
  const read = reader(patterns(rules.patterns));
  const { text: story, found } = headed(whole.slice(head.length), rules.sections, read);
  if (found.length) mended.push(`Gelezen als kop: '${found.join("', '")}'. Kijk na of onder elke kop staat wat er hoort.`);
  const body = parts(story, read);
  mended.push(...unseen(body, rules));
  const answers = Object.fromEntries(rules.fields.map((field) => [field.name, shown(field, values[field.name], rules)]));
  const inside = rules.fields.filter((field) => isPlain(field) && isGroup(values[field.name]))
    .map((field) => [field.name, beside(field, values[field.name])]);
  const told = rules.sections.map((title) => body.find((part) => part.title === title)?.text ?? "");
  const { text: last, unlisted } = withoutUnlisted(told.at(-1), rules);
  answers.unlisted = unlisted;
  answers.sections = [...told.slice(0, -1), last].map((part) => withoutGap(part, rules));
  // A mail is not called as the case.
  const stem = mail && !mail.itself ? undefined : /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md)?(?: ?\(\d+\))?(?:\.md)+$/.exec(name)?.[1];
  return { answers, said: [mail?.said, ...mended].filter(Boolean).join(" "), kept: { stem, pieces: pieces(front).map(asRead), inside: Object.fromEntries(inside), body: body.map(({ title, raw }) => ({ title, raw })) } };
}

// Remembers what the form shows of a file right after it was opened, and names the fields that it cannot show whole.
// `asked`: the answers as they were put in the form; `answers`: as the form gives them back.
export function settled(kept, asked, answers, rules) {
  const [before, after] = [asked, answers].map((one) => compared(withUnlisted(one, rules), rules));
  const names = kept.pieces.map(({ key }) => key);
  const odd = rules.fields.filter(({ name }) => names.includes(name) && before[name] !== after[name]);
  const lists = odd.filter(({ several, type }) => several && type !== "group");
  const unknown = lists.map(({ name }) => [name, asked[name].filter((value) => !(answers[name] ?? []).includes(value))]);
  return { kept: JSON.stringify({ ...kept, was: after, unknown: Object.fromEntries(unknown) }), odd: odd.map(({ title }) => title) };
}

// What the form has to know to judge an opened case: its name, and the sources that are cited where the form does not look;
// nothing when no case was opened.
export function around(answers, rules) {
  const kept = keptOf(answers);
  if (!kept) return undefined;
  const { stem, pieces: all } = kept;
  const names = rules.fields.map(({ name }) => name);
  const items = rules.fields.filter(({ type, several }) => type === "group" && several).flatMap(({ name }) => (answers[name] ?? []).map((item) => item.kept ?? ""));
  const text = [...all.filter(({ key }) => !names.includes(key)).map(({ raw }) => raw), ...items].join("\n");
  const cited = [...text.matchAll(CITED)].map((found) => found[1] ?? found[2]);
  return { stem, cited };
}

// What somebody wrote for the outcome, as the file has it; empty when it is so already, or says something else.
const endingOf = (told, { outcomes, saidOutcomes }) => (typeof told === "string" && !Object.hasOwn(outcomes, told) ? saidOutcome(told, saidOutcomes) : "");

// The fields as text and as values, with what was mended of them.
// `above`: how many lines of the file stand above them.
function mendedFields(written, above) {
  const again = ({ front, mended }) => ({ front, mended, values: valuesOf(front, above) });
  let values;
  try {
    values = valuesOf(written, above);
  } catch (error) {
    // With curled quotes around it a text may hold what YAML takes for its own.
    const straight = unquoted(written);
    if (!straight.mended.length) throw error;
    return again(straight);
  }
  const mend = unquoted(written, new Set(textsIn(values)));
  return mend.mended.length ? again(mend) : { ...mend, values };
}

const textsIn = (value) => (typeof value === "string" ? [value] : value instanceof Bare ? [] : Object.values(value ?? {}).flatMap(textsIn));

function valuesOf(front, above = 0) {
  try {
    const values = readYaml(front);
    if (isGroup(values)) return values;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const shown = front.split("\n")[error.line - 1]?.trim() ?? "";
    throw new Refused(`Regel ${error.line + 1 + above} van dat bestand is niet te lezen: ${error.message}. Daar staat nu '${shown.slice(0, MOST_SHOWN)}${shown.length > MOST_SHOWN ? " …" : ""}'. Herstel die regel in een programma voor platte tekst, zoals Kladblok, en kies het bestand opnieuw.`);
  }
  throw new Refused("Bovenaan dat bestand staan geen antwoorden. Kies een ander bestand.");
}

// The fields as they stand in the file, each with what stands above it.
function pieces(front) {
  const found = [];
  let lead = "";
  for (const line of front.match(/[^\n]*\n/g) ?? []) {
    const key = /^(?:(?:"([^"]*)"|'([^']*)')[ \t]*|([^\s"'#-][^:]*)):(?=\s)/.exec(line)?.slice(1).find((name) => name !== undefined)?.trimEnd();
    if (key !== undefined && /^\S/.test(line)) found.push({ key, lead, raw: line });
    else if (/^(#.*)?\n$/.test(line) || !found.length) lead += line;
    else found.at(-1).raw += lead + line;
    if (!/^(#.*)?\n$/.test(line)) lead = "";
  }
  return lead ? [...found, { key: "", lead, raw: "" }] : found;
}

// What the form keeps of the body and has nowhere to show.
function unseen([above, ...all], { sections }) {
  const places = [...(above.raw.trim() ? ["boven de eerste kop"] : []), ...all.filter(({ title }) => !sections.includes(title)).map(({ title }) => `onder de kop '${title}'`)];
  return places.length ? [`Voor de tekst ${places.join(" en ")} heeft dit formulier geen vak; die blijft in het bestand staan.`] : [];
}

// The body in parts by its headings; what stands above the first has no title.
function parts(body, read) {
  const tops = read.headings(body).filter(({ level }) => level === 2);
  const starts = [0, ...tops.map(({ start }) => start)];
  return starts.map((start, index) => ({
    title: index ? tops[index - 1].text : null,
    text: index ? body.slice(tops[index - 1].end, starts[index + 1]).trim() : "",
    raw: body.slice(start, starts[index + 1]),
  }));
}

const withoutGap = (text, rules) => (isGap(text, rules) ? "" : text);

// A value of the file as an answer; undefined when the form has no way to show it.
function shown(field, value, rules) {
  if (field.type === "group" && field.several) {
    if (!Array.isArray(value) || !value.every(isGroup)) return undefined;
    const begun = value.filter((item) => !isEmpty(item, rules));
    return begun.map((item) => ({ ...group(field, item, rules), kept: JSON.stringify(beside(field, item)) }));
  }
  if (field.type === "group") return isGroup(value) ? group(field, value, rules) : undefined;
  if (!field.several) return field.type === "number" ? withComma(text(value, rules)) : text(value, rules);
  if (!Array.isArray(value)) return undefined;
  const told = value.map((item) => text(isGroup(item) ? item.what : item, rules)).filter(Boolean);
  const titles = rules.terms[field.target]?.titles ?? {};
  const isTyped = Object.keys(titles).length > MOST_TO_PICK;
  return isTyped ? told.map((id) => (Object.values(titles).filter((title) => title === titles[id]).length === 1 ? titles[id] : id)) : told;
}

// A decimal as the form shows it; what may be thousands is asked, and stays as the file has it.
const withComma = (typed) => (typed && sureDecimal(typed) === typed ? typed.replace(/^(-?\d+)\.(\d+)$/, "$1,$2") : typed);

// Whether nothing was filled in of a value yet.
const isEmpty = (value, rules) => (isGroup(value) || Array.isArray(value) ? Object.values(value).every((one) => isEmpty(one, rules)) : (value ?? "") === "" || isGap(value, rules));

const group = (field, value, rules) => Object.fromEntries(field.fields.map((inner) => [inner.name, shown(inner, value[inner.name], rules)]));

function text(value, rules) {
  if (value instanceof Bare) return value.text;
  return typeof value === "string" ? withoutGap(value, rules) : undefined;
}

// What the form has no field for, of a group: its other fields, and of a choice all but its words.
function beside(field, value) {
  const names = field.fields.map(({ name }) => name);
  const isBeside = ([key, inner]) => inner !== null && (!names.includes(key) || !canShow(field.fields[names.indexOf(key)], inner));
  const more = Object.fromEntries(Object.entries(value).filter(isBeside));
  const lists = field.fields.filter(({ name, several, fields }) => several && !fields && Array.isArray(value[name]) && value[name].some(isGroup));
  const groups = field.fields.filter((inner) => isPlain(inner) && isGroup(value[inner.name]));
  return {
    more,
    choices: Object.fromEntries(lists.map(({ name }) => [name, value[name].filter(isGroup)])),
    inside: Object.fromEntries(groups.map((inner) => [inner.name, beside(inner, value[inner.name])])),
  };
}

const canShow = (field, value) => (field.type === "group" ? isGroup(value) : field.several ? Array.isArray(value) : typeof value === "string" || value instanceof Bare);
