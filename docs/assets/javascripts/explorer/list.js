// The cases that were found, as cards that are loaded a few at a time.

import { element, ROOT } from "../dom.js";
import { addKeepButton } from "../keep.js";
import { matcherOf, why } from "../search/excerpt.js";

const STEP = 20;

// The cards of some results.
// `found`: as `answer` gives it.
// `from`: how many to leave out.
// `outcomes`: what each outcome is called.
export async function cardsOf({ index, concepts, results }, from, outcomes) {
  const pages = await Promise.all(results.slice(from, from + STEP).map((result) => result.data()));
  const says = concepts.length ? matcherOf(index, concepts) : undefined;
  return pages.map((page) => cardOf(page, says, outcomes));
}

function cardOf(page, says, outcomes) {
  const { url, title, meta } = page;
  const facts = [meta.van, meta.provincie !== meta.van && meta.provincie, meta.periode?.replaceAll(" ", "\u00a0")].filter(Boolean).join("\u00a0· ");
  const badge = element("span", { class: `kb-badge kb-badge--${meta.afloop}` }, markOf(`outcome-${meta.afloop}`), outcomes.get(meta.afloop) ?? "");
  const keep = element("span", { class: "kb-keep", "data-keep": idOf(page) });
  addKeepButton(keep, title);
  return element(
    "article",
    { class: `kb-card kb-case kb-theme--${meta.merk ?? ""}` },
    element("p", { class: "kb-case-asked" }, meta.vraag ?? ""),
    element("h3", {}, element("a", { href: url }, title)),
    ...(says ? [element("p", {}, ...why(page, says))] : []),
    ...(meta.getal ? [figureOf(meta)] : []),
    element("p", { class: "kb-meta kb-case-foot" }, badge, keep, element("span", {}, facts, ...(meta.thema ? ["\u00a0· ", themeOf(meta)] : []))),
  );
}

// A mark as it stands beside the choice of the same.
const markOf = (name) => document.querySelector(`.kb-choices .kb-mark--${name}`)?.cloneNode(true) ?? "";

const themeOf = ({ thema, merk }) =>
  element("span", { class: `kb-theme kb-theme--${merk}` }, markOf(`theme-${merk}`), "\u00a0", element("span", {}, thema.toLowerCase()));

const figureOf = ({ getal, eenheid, wat, verwacht }) =>
  element("p", { class: "kb-case-figure" }, ...(verwacht ? [element("span", { class: "kb-expected" }, verwacht), " "] : []), element("strong", {}, getal), ` ${eenheid} `, element("span", { class: "kb-meta" }, wat));

// The id of a case that was found, such as `cases/tilburg-moed`.
const idOf = ({ url }) => new URL(url, ROOT).href.slice(ROOT.href.length).replace(/\/$/, "");
