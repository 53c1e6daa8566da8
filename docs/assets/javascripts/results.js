// Shows search results, and lets readers narrow them down by type and theme.

import { FAILED, NOTHING_ASKED } from "./ask.js";
import { element, ROOT } from "./dom.js";
import { reasonIn, why } from "./excerpt.js";
import { find, openIndex, related, suggestions } from "./index-client.js";

const FACETS_SHOWN = { type: "Soort", thema: "Thema" };
const FACETS = Object.keys(FACETS_SHOWN);
const AT_ONCE = 8;
const HEADINGS = 2;

/**
 * Makes a list of results that follows what is asked.
 * @param {{status: Element, filters: Element, list: Element}} parts where the count, the filters and the results go
 * @returns {(question: string) => Promise<void>} asks and shows; of two calls only the last is shown
 */
export function resultList({ status, filters, list }) {
  const chosen = { type: new Set(), thema: new Set() };
  let turn = 0;

  async function ask(question) {
    const mine = ++turn;
    if (!question.trim()) {
      status.textContent = NOTHING_ASKED;
      filters.hidden = true;
      list.replaceChildren();
      return;
    }
    status.textContent = "Zoeken …";
    try {
      const found = await find(question);
      const sets = await members();
      if (mine === turn) await show(question, found, sets, mine);
    } catch {
      if (mine === turn) status.textContent = FAILED;
    }
  }

  async function show(question, { results, words, instead }, sets, mine) {
    drawFilters(question, results, sets, mine);
    const kept = results.filter((result) => FACETS.every((facet) => isIn(result, facet, sets)));
    const items = kept.length ? await itemsOf(kept, words, sets) : await waysOut(question);
    if (mine !== turn) return;
    const inside = list.contains(document.activeElement);
    status.textContent = told(kept.length, instead, question);
    list.replaceChildren(...items);
    if (inside) list.querySelector("a").focus();
  }

  /** The first of the results, and a button for the rest. */
  async function itemsOf(results, words, sets) {
    const items = await Promise.all(results.slice(0, AT_ONCE).map((result) => resultItem(result, words, sets)));
    const rest = results.slice(AT_ONCE);
    if (!rest.length) return items;
    const button = element("button", { type: "button", class: "kb-search-more" }, `Toon meer (${rest.length})`);
    const holder = element("li", {}, button);
    button.addEventListener("click", async () => {
      const next = await itemsOf(rest, words, sets);
      holder.replaceWith(...next);
      next[0].querySelector("a").focus();
    });
    return [...items, holder];
  }

  function isIn(result, facet, sets) {
    return !chosen[facet].size || [...chosen[facet]].some((value) => sets[facet].get(value)?.ids.has(result.id));
  }

  function drawFilters(question, results, sets, mine) {
    const groups = FACETS.map((facet) => {
      const others = results.filter((result) => FACETS.every((name) => name === facet || isIn(result, name, sets)));
      const buttons = [...sets[facet]].map(([value, { label, ids }]) => {
        const count = others.filter((result) => ids.has(result.id)).length;
        const pressed = String(chosen[facet].has(value));
        const button = element("button", { type: "button", "aria-pressed": pressed }, `${label} (${count})`);
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
    if (mine !== turn) return;
    const focused = filters.contains(document.activeElement) ? document.activeElement.dataset.value : "";
    filters.replaceChildren(...groups);
    filters.hidden = !results.length;
    if (focused) filters.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  function toggle(facet, value, question) {
    if (!chosen[facet].delete(value)) chosen[facet].add(value);
    ask(question);
  }

  return ask;
}

function told(count, instead, question) {
  if (!count) return `Niets gevonden voor ${question}. Probeer een ander of een korter woord.`;
  const number = count === 1 ? "1 pagina" : `${count} pagina's`;
  return instead ? `${number} voor ${instead} in plaats van ${question}` : `${number} gevonden`;
}

/** What a reader can do when nothing is found: other words, and the lists of everything. */
async function waysOut(question) {
  const words = (await suggestions(question)).map((word) => [`zoeken/?q=${encodeURIComponent(word)}`, `Zoek op ${word}`]);
  const ways = [...words, ["cases/", "Bekijk alle cases"], ["lessen/", "Bekijk alle lessen"], ["themas/", "Bekijk de thema's"]];
  return ways.map(([path, text]) =>
    element("li", { class: "kb-search-item" }, element("a", { href: new URL(path, ROOT).href, class: "md-search-result__link" }, text)),
  );
}

async function resultItem(result, words, sets) {
  const page = await result.data();
  const { url, meta, excerpt, sub_results: parts } = page;
  const title = element("span", { class: "kb-search-title" }, meta.title ?? url);
  const item = element("li", { class: "kb-search-item" }, element("a", { href: url, class: "md-search-result__link" }, title));
  item.append(element("span", { class: "kb-search-about" }, aboutOf(page, sets)));
  item.append(element("p", {}, ...(await reason(page, words))));
  const below = parts.filter((part) => part.url.includes("#") && part.title !== meta.title);
  const headings = below.filter((part) => part.excerpt.includes("<mark>")).slice(0, HEADINGS);
  if (headings.length) {
    const links = headings.map((part) => element("li", {}, element("a", { href: part.url }, part.title.replace(/¶$/, ""))));
    item.append(element("ul", { class: "kb-search-parts" }, ...links));
  }
  return item;
}

/** What kind of page it is, where, when and about which theme; what says the same twice is said once. */
function aboutOf({ meta, filters }, sets) {
  const kind = meta.soort ?? sets.type.get(filters.type?.[0])?.label;
  return [...new Set([kind, meta.plaats ?? meta.van, meta.provincie, meta.periode, meta.thema])].filter(Boolean).join(" · ");
}

/** Why a page was found: by the words themselves, by a longer word that holds them, or by a word that means the same. */
async function reason({ excerpt, meta, content }, words) {
  if (excerpt.includes("<mark>")) return why(excerpt, meta, words.join(" "));
  const marked = reasonIn(content, words) ?? reasonIn(content, await related(words));
  return marked ?? why(excerpt, meta, words.join(" "));
}

let known;

/** For each value of each facet: how it is called, and which pages have it. */
function members() {
  known ??= Promise.all([openIndex(), fetch(new URL("assets/labels.json", ROOT)).then((answer) => answer.json())]).then(
    async ([index, labels]) => {
      const sets = {};
      for (const facet of FACETS) {
        sets[facet] = new Map();
        for (const [value, label] of Object.entries(labels[facet])) {
          const { results } = await index.search(null, { filters: { [facet]: value } });
          sets[facet].set(value, { label, ids: new Set(results.map((result) => result.id)) });
        }
      }
      return sets;
    },
  );
  return known;
}
