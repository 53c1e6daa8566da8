// Follows what a reader does: asks, shows, and keeps it in the address.

import { element } from "../dom.js";
import { answer, prepare } from "./engine.js";
import { MOST_BESIDE, versusLink } from "../shared-link.js";
import { cardsOf } from "./list.js";
import { readState, sortWord, usualSort, without, writeState } from "./state.js";

const WAIT = 200; // milliseconds after the last key
const byId = (name) => document.getElementById(`kb-${name}`);
const [status, newest, map, list, more, chips, loosen, beside, take] =
  ["status", "newest", "map", "results", "more", "chips", "loosen", "beside", "take"].map(byId);
const { format: inDutch } = new Intl.NumberFormat("nl");
const counted = (number) => `${inDutch(number)} ${number === 1 ? "case" : "cases"}`;

// Starts the explorer in `root`, whose `data-total` is the number of cases. `tools` is the form with words, order and
// view; `facets` are as explorer.js makes them. Answers a function that follows a change of a control, a step back or
// forward, or a wish for more.
export function explore(root, tools, facets) {
  const { zoek: words, sort: order, weergave: views } = tools.elements;
  const names = [...facets.keys()];
  const known = new Map([...facets].map(([name, { options }]) => [name, options.map(({ box }) => box.value)]));
  const outcomes = new Map(facets.get("afloop")?.options.map(({ box, title }) => [box.value, title.toLowerCase()]));
  const points = [...map.querySelectorAll("[data-case]")];
  const numbers = [...map.querySelectorAll("[data-count]")].map((holder) => [holder, holder.textContent]);
  const total = Number(root.dataset.total);
  let state = readState("", "", known);
  let shown = newest.querySelectorAll(".kb-card").length;
  let [turn, timer, last] = [0];

  function follow(event) {
    if (event.type === "popstate") return show(fromAddress());
    if (event.type === "click") return showMore();
    clearTimeout(timer);
    if (event.type === "input") timer = setTimeout(() => go(chosen(event), "replaceState"), WAIT);
    else go(chosen(event), event.target === words ? "replaceState" : "pushState");
  }

  // What the address says. One with the words before the # is old: they are moved, so that no server hears them again.
  function fromAddress() {
    const read = readState(location.search, location.hash, known);
    if (new URLSearchParams(location.search).has("zoek")) history.replaceState(null, "", location.pathname + writeState(read));
    return read;
  }

  // What the controls say.
  function chosen({ target }) {
    const q = words.value.trim();
    const ticked = ({ options }) => options.filter(({ box }) => box.checked).map(({ box }) => box.value);
    const choices = new Map([...facets].map(([name, facet]) => [name, ticked(facet)]).filter(([, values]) => values.length));
    return { q, choices, view: views.value, sort: sortWord(target === order ? order.value : state.sort, q) };
  }

  // Another state. What is typed replaces the last step in the history; a choice is a step of its own.
  function go(next, step = "pushState") {
    history[step](null, "", location.pathname + writeState(next));
    return show({ unknown: [], ...next });
  }

  // On the map, where each point is a case, it shows which of them fit.
  const ask = () => answer(state, state.view === "kaart" && points.length ? [...names, "case"] : names);

  async function show(next) {
    const mine = ++turn;
    state = next;
    list.ariaBusy = "true";
    showControls();
    try {
      const found = state.q || state.choices.size || state.sort ? await ask() : undefined;
      if (mine !== turn) return;
      const asked = found && state.view === "lijst" ? cardsOf(found, 0, outcomes) : [];
      tellFound(found);
      const cards = await asked;
      if (mine === turn) showFound(found, cards);
    } catch (error) {
      list.ariaBusy = "false";
      status.textContent = "Kiezen lukt nu niet. Ververs de pagina, of kies een lijst bij Verkennen in het menu.";
      throw error;
    }
  }

  function showControls() {
    if (words.value.trim() !== state.q) words.value = state.q;
    order.options[0].hidden = !state.q;
    order.value = state.sort || usualSort(state.q);
    views.value = state.view;
    for (const [name, { group, options }] of facets) {
      const values = state.choices.get(name) ?? [];
      for (const { box } of options) box.checked = values.includes(box.value);
      tell(group, values.length);
      group.open ||= values.length > 0;
    }
    const all = [...state.choices].flatMap(([name, values]) => values.map((value) => chipOf(name, value)));
    tell(root, all.length);
    if (state.q) all.unshift(button(`Woorden: ${state.q} ✕`, () => ({ ...state, q: "" })));
    if (all.length) all.push(button("Wis alle keuzes", () => ({ ...state, q: "", choices: new Map() })));
    fill(chips, all);
  }

  function chipOf(name, value) {
    const { label, options } = facets.get(name);
    const { title } = options.find(({ box }) => box.value === value);
    const rest = state.choices.get(name).filter((other) => other !== value);
    const choices = rest.length ? new Map([...state.choices, [name, rest]]) : without(state.choices, name);
    return button(`${label}: ${title} ✕`, () => ({ ...state, choices }));
  }

  function looser([name, count]) {
    if (name === "zoek") return button(`Zonder de woorden: ${counted(count)}`, () => ({ ...state, q: "" }));
    const choices = without(state.choices, name);
    return button(`Zonder ${facets.get(name).label.toLowerCase()}: ${counted(count)}`, () => ({ ...state, choices }));
  }

  // A button that leads to another state and vanishes: the focus then goes to the number of cases.
  function button(text, next) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", () => {
      const { q, sort, ...rest } = next();
      go({ ...rest, q, sort: sortWord(sort, q), unknown: [] });
      status.focus();
    });
    return element("li", {}, made);
  }

  const numberOf = (found) => (found ? found.results.length : total);

  // The numbers, for which nobody has to wait until the cards are there.
  function tellFound(found) {
    const number = numberOf(found);
    status.textContent = told(number, found);
    fill(loosen, number ? [] : found.loosen.map(looser));
    const filtered = found && (state.q || state.choices.size);
    for (const [name, { options }] of facets) showCounts(options, filtered && found.counts.get(name));
    for (const [holder, all] of numbers) {
      holder.textContent = filtered ? inDutch(found.counts.get("provincie")[holder.dataset.count] ?? 0) : all;
    }
    const onMap = found?.counts.get("case");
    for (const point of points) point.classList.toggle("kb-off", Boolean(onMap && !onMap[point.dataset.case]));
  }

  function showFound(found, cards) {
    const number = numberOf(found);
    const asList = state.view === "lijst";
    last = found;
    shown = found ? cards.length : newest.querySelectorAll(".kb-card").length;
    newest.hidden = Boolean(found) || !asList;
    map.hidden = asList;
    list.replaceChildren(...cards);
    list.ariaBusy = "false";
    more.hidden = !asList || shown >= number;
    showBeside(cards, number);
    take.hidden = !number;
    take.firstElementChild.textContent = `Neem ${number < total ? (number > 1 ? "deze" : "deze ene") : "alle"} ${number < 2 ? "case" : counted(number)} mee`;
  }

  // The way to the cases side by side, when they are few enough.
  function showBeside(cards, number) {
    const items = cards.map((card) => ({ id: card.querySelector("[data-keep]").dataset.keep }));
    const href = number <= MOST_BESIDE && versusLink(items, 2);
    beside.replaceChildren(...(href ? [element("a", { href }, `Leg deze ${number} cases naast elkaar`)] : []));
    beside.hidden = !href;
  }

  function told(number, found) {
    const skipped = state.unknown.slice(0, 3).join("; ");
    const note = skipped && `Deze keuzes uit het adres bestaan niet en tellen niet mee: ${skipped}. `;
    const instead = found?.instead && `Gezocht op: ${found.instead}. `;
    const none = `Geen enkele case past bij alles wat je koos.${found?.loosen.length ? " Laat iets los:" : ""}`;
    return [note, instead, number ? (number < total ? `${inDutch(number)} van ${counted(total)}` : counted(total)) : none].join("");
  }

  async function showMore() {
    const mine = turn;
    last ??= await ask();
    const cards = await cardsOf(last, shown, outcomes);
    if (mine !== turn) return;
    list.append(...cards);
    list.ariaBusy = "false";
    shown += cards.length;
    more.hidden = shown >= last.results.length;
    cards[0]?.querySelector("a").focus();
  }

  // The links give all cases; while some are chosen, only those.
  async function takeAlong(event) {
    const link = event.target.closest("a");
    if (!link || !last || last.results.length === total) return;
    event.preventDefault();
    try {
      const { take: cut } = await import("./take.js");
      await cut(link, last);
    } catch (error) {
      status.textContent = error.told ?? "Het bestand is nu niet op te halen. Probeer het zo nog eens.";
      throw error;
    }
  }

  take.addEventListener("click", (event) => takeAlong(event).catch(() => {})); // the status says it
  map.addEventListener("click", (event) => {
    const link = event.target.closest("[data-province]");
    const option = link && facets.get("provincie").options.find(({ box }) => box.value === link.dataset.province);
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    option.box.click();
  });
  prepare(names).catch(() => {});
  return follow;
}

function showCounts(options, counts) {
  for (const { item, box, count, all } of options) {
    count.textContent = counts ? inDutch(counts[box.value] ?? 0) : all;
    item.classList.toggle("kb-none", count.textContent === "0");
  }
}

function tell(group, number) {
  group.querySelector(".kb-chosen").textContent = number ? `${number} gekozen` : "";
}

function fill(list, items) {
  list.replaceChildren(...items);
  list.hidden = !items.length;
}
