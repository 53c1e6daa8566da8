// Sources: described once, and cited where they are needed.

import { isNothing } from "../../meaning.js";
import { isDated } from "../../source-dates.js";
import { passages, placeOf } from "./texts.js";
import { isGap, say, shown, suggest } from "./saying.js";

export function evidence(room) {
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
  (fields.sources ?? []).forEach(({ key, date = "" }, index) => {
    if (date && !isGap(room, date) && !isNothing(date) && !isDated(date)) say(room, "no-year", ["sources", index, "date"], { value: shown(date) });
    const first = fields.sources.findIndex((source) => source.key === key);
    if (!keys.includes(key)) return;
    if (first < index) say(room, "source-twice", ["sources", index, "key"], { number: first + 1 });
    else if (!used.has(key)) say(room, "unused-source", ["sources", index, "key"]);
  });
  if (!fields.sources) say(room, "no-source", ["sources"]);
  if (!fields.lessons) say(room, "no-lesson", ["lessons"]);
}

function unknownSource(room, key, path) {
  const { suggestion } = suggest(room, key, [...new Set(room.keys)], "korte namen");
  say(room, room.keys.length ? "unknown-source" : "unknown-source-of-none", path, { key, suggestion });
}

function almostCited(room, passage) {
  for (const match of room.read.all("almost", room.read.masked(passage.text))) {
    const right = `[^${match.groups.key}]`;
    if (!room.keys.includes(match.groups.key) || match[0] === right) continue;
    say(room, "almost-a-citation", placeOf(room, passage, match.index), { written: match[0], right });
  }
}

export function sourcesElsewhere(room) {
  const { sources, addresses } = room.known;
  const own = new Map();
  (room.fields.sources ?? []).forEach((source, index) => {
    const { key, url } = source;
    const other = key && sources[key];
    Object.entries(room.rules.compared).forEach(([name, what], place) => {
      const theirs = other?.[place];
      if (!other || (source[name] ?? "") === theirs) return;
      say(room, "described-differently", ["sources", index, name], { what, theirs: quoted(room, theirs) });
    });
    if (!url || !key) return;
    const first = addresses[address(url)] ?? own.get(address(url)) ?? key;
    if (first !== key) say(room, "same-address", ["sources", index, "url"], { known: first });
    own.set(address(url), first);
  });
}

const quoted = ({ rules }, value) => (value ? `'${shown(value)}'` : rules.notFilledIn);

// An address by which two ways to write it are the same.
export function address(url) {
  const [, host, path, query] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  return host === undefined ? url : `${host.toLowerCase().replace(/^www\./, "")}${path.replace(/\/+$/, "")}${query && query !== "?" ? query : ""}`;
}
