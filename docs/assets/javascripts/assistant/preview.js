// Shows a case as its page: the same parts and words in the same order, and the same classes, as templates/case.md.j2.

import { Numbered, blocks, inline, link } from "./blocks.js";
import { mark, meter } from "./drawn.js";
import { large, tablesOf } from "./figures.js";
import { patterns, reader } from "./prose.js";
import { roadOf, turnsInWords } from "./turns.js";
import { element } from "../dom.js";
import { places } from "./where.js";
import { inWords } from "../meaning.js";
import { sourceDate } from "../source-dates.js";

const LINES = { choice: "Koos", outcome: "Leverde op", setback: "Ging mis", lesson: "Les" };
const MANY_SOURCES = 12;
const bare = (value) => (value === undefined ? undefined : String(value.text ?? value));
// A heading looks as on the page, and stands below those of the form.
const heading = (level, text) => element(`h${level}`, { "aria-level": level + 3 }, text);
const folded = (summary, nodes) => element("details", { class: "kb-unfold", open: "" }, element("summary", {}, summary), ...nodes);
const notice = (title, ...text) => element("div", { class: "admonition note" }, element("p", { class: "admonition-title" }, title), element("p", {}, ...text));
const between = (nodes, sign) => nodes.flatMap((node, index) => (index ? [sign, node] : [node]));

// What stands behind a name.
function facts(pairs) {
  const told = pairs.filter(([, value]) => value?.length);
  return told.length ? [element("dl", {}, ...told.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, ...[value].flat())]))] : [];
}

// The page as nodes, without what only the site knows: `_ways.md.j2` names that.
// `made`: the case, from `toCase`, and of an opened one its news and status; `photo`: its photo as a canvas, if any.
export function preview({ fields, sections, news, status }, rules, photo) {
  const notes = new Numbered(fields.sources ?? []);
  const called = (target, id) => rules.terms[target]?.titles[id] ?? id;
  const read = reader(patterns(rules.patterns));
  const know = { rules, page: rules.page, notes, called, read, heading, folded, facts, ending: ended(fields.outcome, rules) };
  const { results: told = [], turns = [] } = fields;
  // The page has no figure of which nobody says where it stands, or who says so.
  const results = told.filter(({ source, reported_by: by }) => source && by);
  // One after another: the notes are numbered as they come.
  return [
    ...(fields.question ? [element("p", { class: "kb-asked" }, element("span", { class: "kb-unseen" }, "Vraagstuk: "), fields.question)] : []),
    heading(1, fields.title ?? "(nog geen titel)"),
    aboutLine(fields, sections, know),
    ...(status === "gearchiveerd" ? [notice("Deze pagina is gearchiveerd", "De pagina wordt niet meer bijgehouden. De inhoud kan verouderd zijn.")] : []),
    ...(fields.summary && !linesOf(fields.brief).length ? [element("p", { class: "kb-lead" }, fields.summary)] : []),
    ...newsOf(news, notes),
    ...brief(fields.brief, know),
    ...large(results.filter(({ highlight }) => highlight), know),
    ...picture(fields.photo, rules, photo),
    heading(2, "De weg"),
    ...(turns.length ? roadOf(turns, know) : [element("p", {}, "De keuzes van deze case zijn nog niet ingevuld.")]),
    beside(fields, know),
    ...rules.sections.flatMap((title, index) => [heading(2, title), ...blocks(sections[index], notes), ...(title === "Resultaat" ? [...tablesOf(results, know), ...without(told.length - results.length)] : [])]),
    ...(turns.length ? turnsInWords(turns, know) : []),
    ...lessonsOf(fields.lessons ?? [], know),
    ...certainty(fields, know),
    ...sourcesOf(notes),
    heading(2, "Over deze pagina"),
    element("ul", {}, element("li", {}, "Licentie: ", link(...rules.page.licence), ".")),
  ];
}

// Tells of the figures that are not there.
const without = (count) => (count ? [element("p", { class: "kb-help" }, `${count === 1 ? "Eén cijfer staat" : `${count} cijfers staan`} nog niet op de pagina: vul er een bron bij in, en wie het meldt.`)] : []);

function yearsOf({ period, outcome }) {
  const [start, end] = [period?.start, period?.end].map(bare);
  if (!start) return "jaren nog niet ingevuld";
  if (end === start) return start;
  return end || outcome === "lopend" ? `${start} tot ${end ?? "nu"}` : `vanaf ${start}`;
}

const ended = (outcome, rules) => ({ outcome: outcome ?? "onbekend", badge: badge(outcome, rules), path: rules.page.marks.outcomes[outcome ?? "onbekend"] ?? "" });

function badge(given, { page, outcomes }) {
  const outcome = given ?? "onbekend";
  return element("span", { class: `kb-badge kb-badge--${outcome}` }, mark(page.marks.outcomes[outcome] ?? "", `outcome-${outcome}`), given ? outcomes[given] ?? given : "afloop nog niet ingevuld");
}

function aboutLine(fields, sections, { rules, page, called, read }) {
  const theme = (id) => element("span", { class: `kb-theme kb-theme--${id}` }, mark(page.marks.themes[id] ?? "", `theme-${id}`), " ", link(called("themes", id)));
  const minutes = minutesOf(sections, page.wordsAMinute, read);
  const parts = [
    ...[fields.organisation, yearsOf(fields)].filter(Boolean).map((text) => element("span", {}, text)),
    element("span", {}, badge(fields.outcome, rules)),
    ...(fields.themes ?? []).map(theme),
    element("span", { class: "kb-reading" }, `verhaal: ${minutes} ${minutes === 1 ? "minuut" : "minuten"} lezen`),
  ];
  return element("p", { class: "kb-about-line" }, ...between(parts, " "));
}

function minutesOf(sections, wordsAMinute, read) {
  const words = sections.reduce((sum, text) => sum + (read.plain(text ?? "").match(/\S+/g) ?? []).length, 0);
  const exact = words / wordsAMinute;
  // Python rounds a half to the even number.
  const rounded = exact % 1 === 0.5 ? 2 * Math.round(exact / 2) : Math.round(exact);
  return Math.max(1, rounded);
}

function newsOf(news, notes) {
  if (!news?.length) return [];
  const items = [...news].sort((one, other) => (bare(one.date) < bare(other.date) ? 1 : bare(one.date) > bare(other.date) ? -1 : 0))
    .map(({ date, what }) => element("li", {}, element("strong", {}, `${inWords(bare(date))}:`), " ", ...inline(what, notes)));
  return [element("div", { class: "kb-news" }, element("p", {}, element("strong", { class: "kb-label" }, "Sindsdien")), element("ul", {}, ...items))];
}

const linesOf = (lines) => Object.keys(LINES).filter((name) => lines?.[name]);

function brief(lines, { page, notes }) {
  const given = linesOf(lines);
  const line = (name) => element("p", {}, element("strong", {}, mark(page.marks.lines[name], `line-${name}`), LINES[name]), " ", ...inline(lines[name], notes));
  return given.length ? [heading(2, "In het kort"), element("div", { class: "kb-brief" }, ...given.map(line))] : [];
}

function picture(about, rules, photo) {
  if (!about) return [];
  if (photo) photo.setAttribute("aria-label", about.alt ?? "Foto zonder beschrijving");
  const maker = about.url ? link(about.maker ?? "?", about.url) : about.maker ?? "?";
  const [terms, address] = rules.page.photoTerms[about.licence] ?? ["?"];
  const caption = element("figcaption", {}, "Foto: ", maker, ", ", address ? link(terms, address) : terms);
  return [element("figure", { class: "kb-photo" }, ...(photo ? [photo] : []), caption)];
}

function beside(fields, { page, rules, called }) {
  const linked = (target, ids) => between([ids ?? []].flat().map((id) => link(called(target, id))), ", ");
  return element("div", { class: "kb-facts kb-beside" }, element("details", { class: "kb-fold", open: "" }, element("summary", {}, "Gegevens"), ...facts([
    ["Van wie", fields.organisation],
    ["Waar", places(fields, { page, rules, linked })],
    ["Wanneer", yearsOf(fields)],
    ["Sector", linked("sectors", fields.sectors)],
    ["Rol van de overheid", linked("roles", fields.role)],
    ["Community", linked("community", fields.communities)],
    ["Werkvorm", linked("werkvorm", fields.werkvormen)],
    ["Partijen", parties(fields.parties ?? [], called)],
  ])));
}

function parties(all, called) {
  const line = ({ name = "?", kind = "" }) => {
    const sort = called("party-kinds", kind).toLowerCase();
    return element("li", {}, name, ...(name.toLowerCase().includes(sort) ? [] : [" ", element("span", { class: "kb-meta" }, `(${sort})`)]));
  };
  return all.length ? [element("ul", {}, ...all.map(line))] : [];
}

function lessonsOf(lessons, { page, notes, called }) {
  if (!lessons.length) return [];
  const line = ({ stance = "?", lesson, because }) => element("li", {},
    element("span", { class: `kb-stance kb-stance--${stance}` }, stance), " ", link(called("lesson", lesson)), element("br"), ...inline(because ?? "", notes));
  const told = [
    "De genoemde lessen zijn een reconstructie van onze redactie; de oorspronkelijke lijsten zijn niet (volledig) gevonden. ",
    link("Lees hoe de lessen zijn gemaakt"), ".",
  ];
  const isOurs = lessons.some(({ lesson }) => page.reconstructed.includes(lesson));
  return [heading(2, "Wat zegt deze case over de lessen?"), element("ul", {}, ...lessons.map(line)), ...(isOurs ? [notice("Reconstructie", ...told)] : [])];
}

function certainty({ confidence, certainty: told }, { page, notes }) {
  if (!confidence && !told) return [];
  const step = confidence ? [element("p", { class: "kb-meter" }, meter(page.confidence[confidence]), " ", confidence.replace(/^./, (sign) => sign.toUpperCase()))] : [];
  return [heading(2, "Hoe zeker is dit?"), ...step, ...blocks(told, notes)];
}

function sourcesOf(notes) {
  if (!notes.sources.size) return [];
  const items = notes.inOrder().map((key) => element("li", {}, element("p", {}, ...source(notes.sources.get(key), notes))));
  const list = element("div", { class: "footnote" }, element("hr"), element("ol", {}, ...items));
  const isLong = items.length > MANY_SOURCES;
  return [heading(2, "Bronnen"), isLong ? folded(`Toon de ${items.length} bronnen`, [list]) : list];
}

function source({ publisher, title, date, url, note }, notes) {
  const name = title ?? url ?? "nog zonder titel";
  const day = date ? ` (${sourceDate(date)})` : "";
  return [publisher ? `${publisher}, ` : "", url ? link(name, url) : name, `${day}.${url ? "" : " Zonder webadres."}`, ...(note ? [" ", ...inline(note, notes)] : [])];
}
