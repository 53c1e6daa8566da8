// Days and years that cannot be; checking/rules/days.py has the same.

import { moment, noSuchDay } from "../../meaning.js";
import { passages, placeOf } from "./texts.js";
import { say, shown } from "./saying.js";

export function days(room) {
  const { fields, keys, today } = room;
  (fields.sources ?? []).forEach(({ key, date = "" }, index) => {
    if (keys.includes(key) && noSuchDay(date)) say(room, "no-such-day", ["sources", index, "date"], { value: shown(date) });
  });
  for (const passage of passages(room)) {
    if (passage.path[0] === "sources" && !passage.field.isBody) continue;
    for (const match of room.read.all("fleeting", room.read.masked(passage.text))) say(room, "fleeting", placeOf(room, passage, match.index), { words: match[0] });
  }
  if (!today) return;
  for (const [path, value = ""] of told(fields)) {
    const when = moment(String(value.text ?? value));
    if (when > today.slice(0, when.length)) say(room, "still-to-come", path, { value: shown(value) });
  }
  ending(room, Number(today.slice(0, 4)));
}

function* told({ period, turns = [], sources = [] }) {
  yield [["period", "start"], period?.start];
  for (const [index, { when }] of turns.entries()) yield [["turns", index, "when"], when];
  for (const [index, { date }] of sources.entries()) yield [["sources", index, "date"], date];
}

// An end that is still to come while it is over, or that was while it still goes on.
function ending(room, year) {
  const { period: { end } = {}, outcome } = room.fields;
  if (!end?.isWhole || end.value === year || !Object.hasOwn(room.rules.outcomes, outcome ?? "") || outcome === "onbekend") return;
  const isRunning = outcome === "lopend";
  if (isRunning !== end.value < year) return;
  say(room, isRunning ? "running-and-ended" : "ended-to-come", ["period", "end"], { end: end.text, outcome: room.rules.outcomes[outcome] });
}
