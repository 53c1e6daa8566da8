// A table with a row for each question and a column for each case, from the data of the cases.

import { element, ROOT } from "./dom.js";

// What stands before a figure of each kind: what was aimed for, and what came.
const AIMED_AND_CAME = { uitkomst: ["doel", "gehaald"], kosten: ["begroot", "besteed"], bijdrage: ["toegezegd", "gekregen"] };
const OTHERS = ["verwacht", "geteld"];
const isMoney = ({ kind }) => kind === "kosten" || kind === "bijdrage";
const NONE = "Staat niet bij deze case.";
// What each row is called, and what stands in it for a case.
const ROWS = [
  ["Over de case", (data, tools) => [paragraph(about(data)), ...tools(data)]],
  ["Vraagstuk", ({ question }) => [paragraph(question)]],
  ["Keuze", (data) => [...lead(data.brief?.choice), ...turns(data, ({ choice }) => choice)]],
  ["Waarom", (data) => turns(data, ({ because, open }) => because ?? (open && `Open vraag: ${open}`))],
  ["Doel en uitkomst", (data) => [...lead(data.brief?.outcome), ...figures(data, (figure) => !isMoney(figure))]],
  ["Kosten, en wie meebetaalde", (data) => [...figures(data, isMoney), ...turns(data, ({ cost }) => cost)]],
  ["Wat misging", ({ brief, text }) => paragraphs(brief?.setback ?? text["Wat werkte en wat niet"])],
  ["Lessen", ({ brief, lessons = [] }) => [...lead(brief?.lesson), ...list(lessons.map(lesson))]],
  ["Hoe zeker is dit?", ({ confidence, certainty }) => [...lead(confidence && `${sentence(confidence)}.`), ...paragraphs(certainty)]],
];

// The table of some cases, in this order. `tools` gives for a case what a reader can do with it.
// Roles say what it is also where a small screen shows it as a list.
export function tableOf(cases, tools) {
  const heads = cases.map((data, at) => cell("th", "columnheader", { scope: "col" }, ...head(data, at)));
  const rows = ROWS.map(([name, fill]) => {
    const parts = cases.map((data, at) => {
      const found = fill(data, tools).filter(Boolean);
      const who = element("p", { class: "kb-versus__who", "aria-hidden": "true" }, nameOf(data, at));
      const none = element("p", { class: "kb-meta" }, NONE);
      return cell("td", "cell", {}, who, ...(found.length ? found : [none]));
    });
    return row(cell("th", "rowheader", { scope: "row" }, name), ...parts);
  });
  const corner = cell("td", "cell", { class: "kb-versus__corner" });
  return element(
    "table",
    { class: `kb-versus kb-versus--${cases.length}`, role: "table", "aria-label": "Cases naast elkaar" },
    element("thead", { role: "rowgroup" }, row(corner, ...heads)),
    element("tbody", { role: "rowgroup" }, ...rows),
  );
}

// For paper: where the table comes from, and what may be done with it.
export function colophon() {
  const site = document.querySelector("meta[property='og:site_name']").content;
  return element("p", { class: "kb-colophon" }, `Bron: ${site}, cases naast elkaar, ${location.href}. De bronnen staan bij elke case, op het adres onder de titel. Licentie: CC BY 4.0.`);
}

const row = (...cells) => element("tr", { role: "row" }, ...cells);
const cell = (tag, role, attributes, ...children) => element(tag, { role, ...attributes }, ...children);
const letter = (at) => String.fromCharCode(65 + at);
const nameOf = ({ organisation }, at) => `${letter(at)}. ${organisation}`;

function head({ id, title, organisation }, at) {
  const link = element("a", { href: new URL(`${id}/`, ROOT).href }, title);
  return [element("span", { class: "kb-versus__title" }, `${letter(at)}. `, link), element("span", { class: "kb-versus__of" }, organisation)];
}

const about = ({ organisation, years, outcome }) => `${organisation}, ${years}, ${outcome}`;

function turns({ id, turns: all }, tell) {
  const told = all.map((turn, at) => [turn, at, tell(turn)]).filter(([, , text]) => text);
  return list(
    told.map(([{ when }, at, text]) => {
      const href = new URL(`${id}/#afslag-${at + 1}`, ROOT).href;
      return [element("a", { href, "aria-label": `Afslag uit ${when}` }, String(when)), `: ${text}`];
    }),
  );
}

function figures({ results = [] }, fits) {
  return list(results.filter(fits).map((result) => [figure(result)]));
}

function figure({ what, kind, target, at_most: isLimit, achieved, unit, year, reported_by: by, note }) {
  const [aimed, came] = AIMED_AND_CAME[kind] ?? OTHERS;
  const numbers = [achieved && `${came} ${achieved} ${unit}`, target && `${aimed} ${isLimit && target !== "0" ? "hoogstens " : ""}${target}${achieved ? "" : ` ${unit}`}`];
  const about = [year, `gemeld door ${by}`].filter(Boolean).join(", ");
  return `${what}: ${numbers.filter(Boolean).join(", ")} (${about})${note ? `. ${note}` : ""}`;
}

function lesson({ lesson: { title, page }, stance, because }) {
  const badge = element("span", { class: `kb-stance kb-stance--${stance}` }, stance);
  return [badge, " ", element("a", { href: new URL(page, ROOT).href }, title), `. ${because}`];
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1);
const paragraph = (text) => element("p", {}, text);
const paragraphs = (text) => (text ?? "").split(/\n+/).filter(Boolean).map(paragraph);
const lead = (text) => (text ? [element("p", { class: "kb-versus__lead" }, text)] : []);
const list = (items) => (items.length ? [element("ul", {}, ...items.map((parts) => element("li", {}, ...parts)))] : []);
