// Shows search results, and lets readers narrow them down by type and theme.

import { element, ROOT } from "./dom.js";
import { contentWords, folded } from "./dutch.js";
import { find, openIndex } from "./index-client.js";

const FACETS = ["type", "thema"];
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
      status.textContent = "Typ een woord of een vraag";
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
      if (mine === turn) status.textContent = "Zoeken lukt nu niet. Probeer het opnieuw, of kies hierboven in het menu.";
    }
  }

  async function show(question, { results, instead }, sets, mine) {
    drawFilters(question, results, sets, mine);
    const kept = results.filter((result) => FACETS.every((facet) => isIn(result, facet, sets)));
    const items = await Promise.all(kept.slice(0, AT_ONCE).map((result) => resultItem(result, question)));
    if (mine !== turn) return;
    status.textContent = told(kept.length, instead, question);
    list.replaceChildren(...items);
    if (kept.length > AT_ONCE) list.append(moreButton(kept.slice(AT_ONCE), question));
  }

  function moreButton(rest, question) {
    const button = element("button", { type: "button", class: "kb-search-more" }, `Toon meer (${rest.length})`);
    const holder = element("li", {}, button);
    button.addEventListener("click", async () => {
      const items = await Promise.all(rest.slice(0, AT_ONCE).map((result) => resultItem(result, question)));
      holder.replaceWith(...items);
      items[0].querySelector("a").focus();
      if (rest.length > AT_ONCE) list.append(moreButton(rest.slice(AT_ONCE), question));
    });
    return holder;
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
      return element("div", { role: "group", "aria-label": facet === "type" ? "Soort pagina" : "Thema" }, ...buttons);
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

async function resultItem(result, question) {
  const { url, meta, excerpt, sub_results: parts } = await result.data();
  const about = [meta.soort, meta.plaats ?? meta.van, meta.periode, meta.thema].filter(Boolean).join(" · ");
  const title = element("span", { class: "kb-search-title" }, meta.title ?? url);
  const link = element("a", { href: url, class: "md-search-result__link" }, title);
  const item = element("li", { class: "kb-search-item" }, link);
  if (about) item.append(element("span", { class: "kb-search-about" }, about));
  item.append(element("p", {}, ...why(excerpt, meta, question)));
  const below = parts.filter((part) => part.url.includes("#") && part.title !== meta.title);
  const headings = below.filter((part) => part.excerpt.includes("<mark>")).slice(0, HEADINGS);
  if (headings.length) {
    const links = headings.map((part) => element("li", {}, element("a", { href: part.url }, part.title.replace(/¶$/, ""))));
    item.append(element("ul", { class: "kb-search-parts" }, ...links));
  }
  return item;
}

/** The text around the words that were found; when they are not on the page itself, what it was found by. */
export function why(excerpt, meta, question) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  if (parsed.querySelector("mark")) {
    return [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent,
    );
  }
  const inTitle = contentWords(question).some((word) => folded(meta.title ?? "").includes(word));
  return [inTitle ? "" : "Gevonden op een verwant woord. ", meta.samenvatting ?? parsed.textContent];
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
