// The choices of a case for the preview: as its road, and in words.

import { inline } from "./blocks.js";
import { road } from "./drawn.js";
import { element } from "../dom.js";
import { inWords } from "../meaning.js";

const bare = (value) => (value === undefined ? undefined : String(value.text ?? value));
const isYes = (value) => bare(value) === "true";
const isGroup = (option) => typeof option !== "string";
const wordsOf = (option) => (isGroup(option) ? option.what : option);

// The road; `read`: a reader of texts; `ending`: how the case ended.
export const roadOf = (turns, { page, read, ending }) => road(turns.map((turn) => junction(turn, page.roadWords, read)), ending);

function junction({ when, choice = "", options = [], because, open, later }, most, read) {
  const taken = options.find((one) => isGroup(one) && isYes(one.taken));
  const others = taken ? options.filter((one) => !(isGroup(one) && isYes(one.taken))) : [];
  const short = (text) => read.plain(firstSentences(text, most, read));
  const said = [[because ? "Want:" : "Open vraag:", because ?? open], ["Daarna:", later]].filter(([, text]) => text);
  return {
    year: bare(when) ?? "jaar nog niet ingevuld",
    taken: read.plain(taken ? taken.what : choice),
    others: others.map((one) => sidingOf(one, read)),
    said: said.map(([word, text]) => [word, short(text)]),
  };
}

function sidingOf(one, read) {
  const ours = isGroup(one) && isYes(one.ours);
  return { what: read.plain(wordsOf(one)), ours };
}

// The whole sentences of a text that fit in so many signs; at least one.
function firstSentences(text, most, read) {
  let end = 0;
  for (const following of [...read.sentences(text).slice(1).map(({ start }) => start), text.length]) {
    if (end && [...read.plain(text.slice(0, following))].length > most) break;
    end = following;
  }
  return text.slice(0, end).trim();
}

// The choices in words, below their heading.
export function turnsInWords(turns, { called, notes, read, heading, folded, facts }) {
  const told = turns.map((turn) => element("div", { class: "kb-turn" }, ...turnInWords(turn, { called, notes, read, heading, facts })));
  const summary = `Toon de ${turns.length} afslagen, met de opties en de redenen`;
  return [
    heading(2, "Afslagen"),
    element("p", {}, "De weg in woorden: momenten waarop het ook anders had kunnen gaan."),
    ...(turns.length > 2 ? [folded(summary, told)] : told),
  ];
}

function turnInWords(turn, { called, notes, read, heading, facts }) {
  const told = (text) => (text ? inline(text, notes) : []);
  const cited = (key) => (key ? [notes.note(key)] : []);
  const year = bare(turn.when) ?? "Jaar nog niet ingevuld";
  const { what, date, vote, source } = turn.decision ?? {};
  return [
    heading(3, `${year}: ${read.plain(turn.choice ?? "")}`),
    // In the order of the page, in which its notes are numbered.
    ...facts([
      ["Opties", (turn.options ?? []).flatMap((one, index) => [...(index ? [element("br")] : []), ...option(one, { called, told, cited })])],
      ["Waarom", told(turn.because)],
      ["Open vraag", told(turn.open)],
      ["Wie besloot", told(turn.decided_by)],
      // The page leaves out a decision that names no source.
      ["Besluit", what && source ? [...told(what), ...(date ? [`, ${inWords(bare(date))}`] : []), ...(vote ? [" (", ...told(vote), ")"] : []), ...cited(source)] : []],
      ["Wat het kostte", told(turn.cost)],
      ["Soort keuze", turn.kind ? called("choice-kinds", turn.kind) : []],
      ["Wat ervan kwam", told(turn.later)],
    ]),
  ];
}

// An option, and what an opened file says of it.
function option(one, { called, told, cited }) {
  if (!isGroup(one)) return told(one);
  const way = typeof one.kind === "string" && one.kind && called("option-kinds", one.kind).replace(/^./, (sign) => sign.toLowerCase());
  const words = [...told(one.what), ...cited(typeof one.source === "string" && one.source)];
  const said = [isYes(one.taken) && "gekozen", way && `weg: ${way}`, isYes(one.ours) && "door ons ingevuld"].filter(Boolean).join("; ");
  const shown = isYes(one.taken) ? [element("strong", {}, element("span", { "aria-hidden": "true" }, "✓"), " ", ...words)] : words;
  return [...shown, ...(said ? [" ", element("span", { class: "kb-meta" }, `(${said})`)] : [])];
}
