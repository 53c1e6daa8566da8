// What the form keeps beside the answers of an opened case.

import { Bare, toCase } from "./writer.js";
import { readYaml } from "./yaml.js";

export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Bare);
export const isPlain = (field) => field.type === "group" && !field.several;
export const isGap = (text, rules) => typeof text === "string" && text.startsWith(rules.placeholder);

// A number or yes-no comes back from storage as one.
const revived = (_, value) => (isGroup(value) && "isWhole" in value && typeof value.text === "string" ? new Bare(value.text) : value);

// What was kept of an opened file; nothing when it is not as it was kept: others may share the storage of this site.
export function keptOf(answers) {
  const kept = answers.kept ? parsed(answers.kept) : undefined;
  const areTexts = (list, ...names) => Array.isArray(list) && list.every((one) => isGroup(one) && names.every((name) => typeof one[name] === "string"));
  const isSound = kept && areTexts(kept.pieces, "key", "lead", "raw") && areTexts(kept.body, "raw") && kept.body.length &&
    [kept.inside, kept.unknown, kept.was].every(isGroup) && Array.isArray(kept.was.sections);
  return isSound ? kept : undefined;
}

export function parsed(text) {
  try {
    const found = JSON.parse(text, revived);
    return isGroup(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

// Texts of a list as an opened file has them: the group with these words, where there still is one.
export const asInFile = (texts, groups) => texts.map((words) => groups.find(({ what }) => what === words) ?? words);

// The case with what an opened file says and the form does not ask: its options, for those whose words are still the
// same, what became of it since, and its status.
// `made`: the case, from `toCase`.
export function withKept(made, answers) {
  const { fields } = made;
  const turns = fields.turns?.map((turn, index) => {
    const groups = parsed(answers.turns[made.origin.turns[index]].kept ?? "")?.choices?.options;
    const own = Array.isArray(groups) ? groups.filter((one) => isGroup(one) && typeof one.what === "string") : [];
    return { ...turn, options: turn.options && asInFile(turn.options, own) };
  });
  const news = inFile(answers, "news");
  const isNews = (one) => isGroup(one) && typeof one.what === "string" && one.date;
  return { ...made, fields: turns ? { ...fields, turns } : fields, news: Array.isArray(news) ? news.filter(isNews) : [], status: inFile(answers, "status") };
}

// A field of an opened file as it stood there.
export function inFile(answers, name) {
  const piece = keptOf(answers)?.pieces.find(({ key }) => key === name);
  try {
    return piece && readYaml(piece.raw)[name];
  } catch {
    return undefined; // others may share the storage of this site
  }
}

// Everything that the answers say, to see what was changed since.
export function compared(answers, rules) {
  const { fields, sections, origin } = toCase(answers, rules);
  const said = rules.fields.map(({ name }) => [name, JSON.stringify([fields[name], (origin[name] ?? []).map((index) => answers[name][index].kept)])]);
  return { ...Object.fromEntries(said), sections };
}
