// What the checker would say about the answers in the form: the same codes at the same places, in the words of the form.
// All that it knows comes from regels.json, which is made of the content model and the checker itself.
// tests/support/assistant_vectors keeps both equal.

import { known as all } from "./known.js";
import { patterns, reader } from "./prose.js";
import { days } from "./rules/days.js";
import { shapes } from "./rules/fields.js";
import { each, isGap } from "./rules/saying.js";
import { address, evidence, sourcesElsewhere } from "./rules/sources.js";
import { story } from "./rules/story.js";
import { contacts, lostSigns, plainWords } from "./rules/texts.js";
import { plainTitle, terms, together } from "./rules/together.js";
import { bodyOf, toCase } from "./writer.js";

// A finding has a code, the field (the path of the answer: `title`, `turns.0.when`, `sections.2`), a message, a hint and
// a severity.

// Everything that is wrong with a case.
// `answers`: by name of field; groups are objects, `sections` is a list of texts.
// `rules`: regels.json.
// `around`: the day, what the library knows, the name of the case itself when that is in it, and the sources that are cited
// where the form does not look.
export function check(answers, rules, { today = "", known = all, stem = "", cited = [] } = {}) {
  const find = patterns(rules.patterns);
  const made = toCase(answers, rules);
  const room = { ...made, unlisted: answers.unlisted ?? {}, rules, find, today, known, stem, cited, read: reader(find), found: [] };
  room.keys = (made.fields.sources ?? []).map((source) => source.key).filter((key) => key && !isGap(room, key));
  room.texts = [...textsOf(rules.fields, made.fields)];
  room.body = bodyOf(made.sections, rules);
  for (const rule of [shapes, together, terms, plainWords, evidence, sourcesElsewhere, story, contacts, lostSigns, days]) rule(room);
  return room.found.map((finding) => ({ ...finding, field: asAnswered(finding.field, made.origin) }));
}

// The keys of what the library may know of the answers.
export function lookedUp(answers, rules) {
  const { title, sources = [] } = toCase(answers, rules).fields;
  return [title && plainTitle(title), ...sources.flatMap(({ key, url }) => [key, url && address(url)])].filter(Boolean);
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
