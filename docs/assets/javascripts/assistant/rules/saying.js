// How a rule says what is wrong: the words of a finding, and the place in the form where it belongs.

import { nearest } from "./nearest.js";
import { Bare } from "../writer.js";

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const isGap = ({ rules }, value) => typeof value === "string" && value.startsWith(rules.placeholder);
const plainValue = (value) => (value instanceof Bare ? value.text : value);

export function say(room, wording, path, values = {}) {
  const [code, message, hint] = room.rules.wordings[wording];
  const { severity, title } = room.rules.codes[code];
  const { value: typed, meant = [] } = values;
  room.found.push({ code, title, field: path.join("."), message: fill(message, values), hint: fill(hint, values).trim(), severity, typed, meant });
}

// A value as it fits in a message: on one line, and not too long.
export function shown(value) {
  const line = [...String(plainValue(value)).trim().split(/\s+/).join(" ")];
  return line.length <= 60 ? line.join("") : `${line.slice(0, 59).join("")}…`;
}

export function each(value, path) {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map((item, index) => [item, [...path, index]]) : [[value, path]];
}

// The field of the form that a path leads to: several values on one list have one field.
export const inForm = (field, path) => (field.several && !field.fields ? path.slice(0, -1) : path);

// The nearest match, and a hint with that first, then what there is to choose from.
export function suggest({ rules: { nearest: hints } }, word, options, name, limit = 12) {
  const close = nearest(word, options);
  if (!options.length) return { suggestion: fill(hints.none, { name }) };
  const about = { close, name, choices: [...options].sort().join(", "), count: options.length };
  return { meant: close ? [close] : [], suggestion: (close ? fill(hints.close, about) : "") + fill(hints[options.length <= limit ? "few" : "many"], about) };
}
