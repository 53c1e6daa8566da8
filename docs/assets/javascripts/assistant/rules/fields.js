// The form of single fields.

import { isNothing, sureDecimal } from "../../meaning.js";
import { covers } from "../prose.js";
import { each, fill, inForm, isGap, say, shown, suggest } from "./saying.js";
import { Bare } from "../writer.js";

export function shapes(room) {
  groupShapes(room, room.rules.fields, room.fields, []);
}

function groupShapes(room, asked, values, path) {
  for (const field of asked) {
    const value = values[field.name];
    const place = [...path, field.name];
    if (value === undefined) {
      if (field.required && !field.editor) {
        say(room, "missing", place);
        noDate(room, place);
      }
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
  else if (field.type === "text" && isNothing(value)) {
    say(room, "says-nothing", place, about);
    noDate(room, place);
  } else if (["year", "number"].includes(field.type)) number(room, field, value, path);
  else if (field.type === "date") date(room, value, place, about);
  else if (field.type === "choice" && !field.choices.includes(value)) {
    const called = { ...room.rules.outcomes, ...room.rules.reporters };
    const names = field.choices.map((one) => called[one] ?? one);
    say(room, "not-allowed", place, { ...about, ...suggest(room, value, names, "waarden") });
  } else if (field.type === "moment") {
    if (!isMoment(value)) say(room, "moment", place, about);
  } else if (field.type === "url" && !isAddress(value)) say(room, "web-address", place, about);
  else if (field.most && [...value].length > field.most) {
    say(room, "too-long", place, { ...about, over: [...value].length - field.most });
  } else if (field.pattern && !new RegExp(field.pattern).test(value)) say(room, "key-pattern", place, about);
}

// A source has a date, or says that it has none.
function noDate(room, [list, , name]) {
  if (list === "sources" && name === "date") room.found.at(-1).hint = room.rules.noDate;
}

function number(room, field, value, path) {
  const { rules } = room;
  const isNumber = value instanceof Bare;
  if (!isNumber || (field.type === "year" && !value.isWhole)) {
    const mend = isNothing(shown(value)) ? rules.mends.nothing : field.type === "year" ? rules.mends.year : mendNumber(room, value);
    return say(room, "wrong-type", path, { wanted: rules.wanted[field.type], value: shown(value), mend });
  }
  const low = value.value < (field.least ?? -Infinity);
  if (low || value.value > (field.most || Infinity)) {
    const word = low ? "minstens" : "hoogstens";
    say(room, "out-of-bounds", path, { value: value.text, word, bound: low ? field.least : field.most });
  } else if (!value.isWhole && covers(room.find.thousands, value.text)) {
    const decimal = sureDecimal(value.text).replace(".", ",");
    say(room, "thousands", path, { written: value.text, whole: value.text.replace(".", ""), decimal });
  }
}

function mendNumber({ rules: { mends }, find }, text) {
  const with_ = (name, mended) => fill(mends[name], { mended });
  if (/^-?[1-9]\d{0,2}([.\s]\d{3})+(,\d+)?$/.test(text)) return with_("thousands", text.replace(/[.\s]/g, ""));
  const [, percent] = /^((?:0|[1-9]\d*)(?:[.,]\d+)?) ?%$/.exec(text) ?? [];
  if (percent && !covers(find.thousands, percent)) return with_("percent", percent.replace(".", ","));
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
  return host.replace(/^www\./, "").includes(".") && !/[\s<>"\\]/.test(value);
}

function twice(room, values, path, titles) {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) say(room, "value-twice", path, { value: shown(titles[value] ?? value) });
  });
}
