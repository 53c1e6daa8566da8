// The figures of a case for the preview: large above the story, and in tables below it.

import { inline } from "./blocks.js";
import { scale } from "./drawn.js";
import { element } from "../dom.js";
import { inDutch } from "../meaning.js";

const MANY = 6;
const bare = (value) => (value === undefined ? undefined : String(value.text ?? value));
const number = (value) => (value === undefined ? NaN : Number(bare(value)));
// A goal is a number to reach, or, where less is better, one to stay below; of nothing there is no less.
const aimedAt = ({ target, at_most: isLimit }) => `${isLimit && number(target) ? "hoogstens\u00a0" : ""}${inDutch(bare(target) ?? "?")}`;
const cited = (key, notes) => (key ? [notes.note(key)] : []);

// The figures that stand large above the page.
export function large(results, { rules, notes }) {
  const shown = results.map((result) => {
    const { what = "?", unit = "?", kind, target, achieved, year, source, reported_by: by } = result;
    const goal = rules.money.includes(kind) ? rules.figures[kind][1].toLowerCase() : "doel";
    const aim = achieved !== undefined && target !== undefined ? `; ${goal === "doel" ? "het doel" : goal} was ${aimedAt(result)}` : "";
    const said = `${bare(year) ?? "jaar niet bekend"}, gemeld door ${rules.reporters[by] ?? "?"}`;
    const counted = achieved === undefined ? [element("span", { class: "kb-expected" }, `${(rules.figures[kind] ?? rules.figures.uitkomst)[1].toLowerCase()}:`), ` ${aimedAt(result)} `] : [`${inDutch(bare(achieved))} `];
    return element("div", { class: "kb-figure" },
      element("p", { class: "kb-figure-number" }, ...counted, element("span", {}, unit)),
      element("p", {}, `${what}${aim}`),
      element("p", { class: "kb-meta" }, said, ...cited(source, notes)),
      ...scale(number(target), number(achieved), result.at_most ? "hoogstens" : goal));
  });
  return shown.length ? [element("div", { class: "kb-figures" }, ...shown)] : [];
}

// The figures in tables, each kind by itself.
export function tablesOf(results, { rules, notes, heading, folded }) {
  const kinds = Object.keys(rules.figures).map((kind) => [kind, results.filter((result) => (result.kind ?? "uitkomst") === kind)]).filter(([, own]) => own.length);
  const tables = kinds.flatMap(([kind, own]) => {
    const title = kinds.length > 1 || kind !== "uitkomst" ? [element("p", {}, element("strong", {}, rules.figures[kind][0]))] : [];
    return [...title, element("div", { class: "kb-table kb-stack" }, table(kind, own, rules, notes))];
  });
  const isMany = results.length > MANY && results.some(({ highlight }) => highlight);
  const summary = `Toon de ${results.length} cijfers: doel, uitkomst, jaar en wie het meldt`;
  return tables.length ? [heading(3, "In cijfers"), ...(isMany ? [folded(summary, tables)] : tables)] : [];
}

function table(kind, own, rules, notes) {
  const [, ...heads] = rules.figures[kind];
  const columns = ["target", "achieved"].map((name, index) => [name, heads[index] || "Gehaald"])
    .filter(([name]) => kind === "uitkomst" || own.some((result) => result[name] !== undefined));
  const named = (name, ...text) => element("span", { "data-name": name }, ...text);
  const row = (result) => element("tr", {},
    element("td", {}, result.what ?? "?", ...(result.note ? [element("br"), element("small", {}, ...inline(result.note, notes))] : [])),
    ...columns.map(([name, head]) => element("td", { class: "kb-right" }, result[name] === undefined ? "–" : named(head, name === "target" ? aimedAt(result) : inDutch(bare(result[name]))))),
    element("td", {}, named("Eenheid", result.unit ?? "?")),
    element("td", { class: "kb-right" }, named("Jaar", bare(result.year) ?? "–")),
    element("td", {}, named("Gemeld door", rules.reporters[result.reported_by] ?? "?", ...cited(result.source, notes))));
  const head = ["Wat", ...columns.map(([, name]) => name), "Eenheid", "Jaar", "Gemeld door"];
  return element("table", {}, element("thead", {}, element("tr", {}, ...head.map((name) => element("th", {}, name)))), element("tbody", {}, ...own.map(row)));
}
