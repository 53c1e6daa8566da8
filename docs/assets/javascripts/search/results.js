// Shows what was found: a short answer, the pages, and a way to narrow them down by kind and theme.

import { element, ROOT } from "../dom.js";
import { FAILED } from "./ask.js";
import { headings, matcherOf, why } from "./excerpt.js";
import { find } from "./find.js";
import { suggestions } from "./question.js";

const FACETS_SHOWN = { type: "Soort", thema: "Thema" };
const FACETS = Object.keys(FACETS_SHOWN);
const AT_ONCE = 8;
const HEADINGS = 2;
const ANSWERS = 2;
// More than anybody asks: a link to the results may hold any question, and every word of it is looked up.
const LONGEST = 300;

const inDutch = (number) => number.toLocaleString("nl");

// Makes a list of results that follows what is asked.
// `parts`: where the count, the short answers, the filters and the results go.
export function resultList({ status, answers, filters, list }) {
  const chosen = { type: new Set(), thema: new Set() };
  let turn = 0;

  async function ask(typed, typing) {
    const mine = ++turn;
    const question = typed.slice(0, LONGEST);
    if (!question.trim()) {
      status.textContent = "";
      filters.hidden = true;
      answers.replaceChildren();
      list.replaceChildren();
      return;
    }
    if (!list.children.length) status.textContent = "Zoeken …";
    try {
      const found = await find(question, { typing });
      const sets = await members(found.index);
      if (mine === turn) await show(question, found, sets, mine);
    } catch (error) {
      if (mine === turn) status.textContent = FAILED;
      throw error;
    }
  }

  async function show(question, found, sets, mine) {
    const { index, results } = found;
    const says = matcherOf(index, found.concepts);
    const short = await Promise.all(found.answers.slice(0, ANSWERS).map((number) => index.file(`n/${number}.json`)));
    // What stands on top as a short answer is not said twice.
    const told = new Set(short.filter(({ beside }) => !beside).map(({ page }) => page));
    const kept = results.filter((result) => FACETS.every((facet) => isIn(result, facet, sets)));
    const listed = kept.filter(({ id }) => !told.has(id) || chosen.type.size || chosen.thema.size);
    const items = kept.length ? await itemsOf(listed, says, sets) : await waysOut(index, question);
    if (kept.length && found.lost.length) items.push(...MISSED.map(wayItem));
    const cards = await Promise.all(short.map((answer) => cardOf(index, answer)));
    if (mine !== turn) return;
    drawFilters(question, results, sets);
    const inside = list.contains(document.activeElement);
    status.textContent = summed(kept.length, found, question);
    answers.replaceChildren(...cards);
    list.replaceChildren(...items);
    if (inside) list.querySelector("a, button")?.focus();
  }

  // The first of the results, and a button for the rest.
  async function itemsOf(results, says, sets) {
    const items = await Promise.all(results.slice(0, AT_ONCE).map((result) => resultItem(result, says, sets)));
    const rest = results.slice(AT_ONCE);
    if (!rest.length) return items;
    const button = element("button", { type: "button", class: "kb-search-more" }, `Toon meer (${inDutch(rest.length)})`);
    const holder = element("li", {}, button);
    button.addEventListener("click", async () => {
      const next = await itemsOf(rest, says, sets);
      holder.replaceWith(...next);
      next[0].querySelector("a").focus();
    });
    return [...items, holder];
  }

  function isIn(result, facet, sets) {
    return !chosen[facet].size || [...chosen[facet]].some((value) => sets[facet].get(value)?.ids.has(result.id));
  }

  function drawFilters(question, results, sets) {
    const groups = FACETS.map((facet) => {
      const others = results.filter((result) => FACETS.every((name) => name === facet || isIn(result, name, sets)));
      const buttons = [...sets[facet]].map(([value, { label, ids }]) => {
        const count = others.filter((result) => ids.has(result.id)).length;
        const pressed = String(chosen[facet].has(value));
        const button = element("button", { type: "button", "aria-pressed": pressed }, `${label} (${inDutch(count)})`);
        button.hidden = !count && pressed === "false";
        button.addEventListener("click", () => toggle(facet, value, question));
        button.dataset.value = value;
        return button;
      });
      const label = element("span", { id: `${status.id}-${facet}`, class: "kb-search-facet" }, FACETS_SHOWN[facet]);
      const group = element("div", { role: "group", "aria-labelledby": label.id }, label, ...buttons);
      group.hidden = buttons.every((button) => button.hidden);
      return group;
    });
    const focused = filters.contains(document.activeElement) ? document.activeElement.dataset.value : "";
    filters.replaceChildren(...groups);
    filters.hidden = !results.length;
    if (focused) filters.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  function toggle(facet, value, question) {
    if (!chosen[facet].delete(value)) chosen[facet].add(value);
    ask(question, false).catch(() => {}); // the status says it
  }

  return ask;
}

function summed(count, { instead, empty, lost }, question) {
  if (!count && empty) return `Niets gevonden. ${question.trim()} zegt niet waar je naar zoekt: typ een woord dat je onderwerp noemt.`;
  if (!count) return `Niets gevonden voor ${question.trim()}. Daarover staat hier nog niets. Probeer een ander of een korter woord.`;
  const number = count === 1 ? "1 pagina" : `${inDutch(count)} pagina's`;
  if (lost.length) return `Over ${lost.join(" en ")} staat hier nog niets. ${number} voor ${instead || "de rest"}.`;
  return instead ? `${number} voor ${instead} in plaats van ${question.trim()}` : `${number} gevonden`;
}

// What a thing is in a few lines, with the page that tells more.
async function cardOf(index, { page, label, kind, text }) {
  const { url } = await index.card(page);
  const title = element("a", { href: url, class: "kb-search-title" }, label);
  return element(
    "section",
    { class: "kb-search-answer", "aria-label": `Kort antwoord: ${label}` },
    element("span", { class: "kb-search-about" }, kind),
    title,
    element("p", {}, text),
  );
}

// Where to go with what the library does not have.
const MISSED = [["witte-vlekken/", "Zie waar nog geen case van is"], ["bijdragen/", "Laat weten wat je mist"]];

// What a reader can do when nothing is found: words that look like those asked for, and the lists of everything.
async function waysOut(index, question) {
  const words = await suggestions(index, question);
  const near = words.map((word) => [`zoeken/#q=${encodeURIComponent(word)}`, `Zoek op ${word}`]);
  const ways = [...near, ...MISSED, ["cases/", "Bekijk alle cases"], ["lessen/", "Bekijk alle lessen"], ["themas/", "Bekijk de thema's"]];
  return ways.map(wayItem);
}

const wayItem = ([path, text]) => element("li", { class: "kb-search-item" }, element("a", { href: new URL(path, ROOT).href, class: "kb-search-way" }, text));

async function resultItem(result, says, sets) {
  const page = await result.data();
  const title = element("a", { href: page.url, class: "kb-search-title" }, page.title);
  const item = element("li", { class: "kb-search-item" }, title);
  item.append(element("span", { class: "kb-search-about" }, aboutOf(page, sets)));
  item.append(element("p", {}, ...why(page, says)));
  const below = page.type === "case" || page.type === "les" || page.type === "pagina" ? headings(page, says, HEADINGS) : [];
  if (below.length) {
    const links = below.map(([anchor, text]) => element("li", {}, element("a", { href: `${page.url}#${anchor}` }, text)));
    item.append(element("ul", { class: "kb-search-parts" }, ...links));
  }
  return item;
}

// What kind of page it is, where, when and about which theme; what says the same twice is said once.
function aboutOf({ meta, type }, sets) {
  const kind = meta.soort ?? sets.type.get(type)?.label;
  return [...new Set([kind, meta.plaats ?? meta.van, meta.provincie, meta.periode, meta.thema])].filter(Boolean).join(" · ");
}

let known;

// For each value of each facet: how it is called, and which pages have it.
async function members(index) {
  known ??= fetch(new URL("assets/labels.json", ROOT)).then((answer) => answer.json());
  known.catch(() => (known = undefined));
  const [labels, ...facets] = await Promise.all([known, ...FACETS.map((facet) => index.facet(facet))]);
  const named = (facet, at) => Object.entries(labels[facet]).map(([value, label]) => [value, { label, ids: facets[at].get(value) ?? new Set() }]);
  return Object.fromEntries(FACETS.map((facet, at) => [facet, new Map(named(facet, at))]));
}
