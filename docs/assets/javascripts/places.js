// Completes the names of municipalities while people type: a combobox with a list, by the pattern of WAI-ARIA
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Villages and former names lead to the municipality of now.

import { instead } from "./assistant/instead.js";
import { element } from "./dom.js";
import { folded } from "./dutch.js";
import { isNationwide, isNothing, isOrganisation, names, saysAround } from "./meaning.js";
import { fit, keyOf, NOT, placeNames } from "./place-names.js";
import { released } from "./press.js";

const MOST_SHOWN = 8;
const LEAST_TYPED = 2;
const MOST_TYPED = 100; // of one name
const MOST_NAMES = 2000; // signs of all names together
// Below this two names are different places.
const ALIKE = 0.75;
const completing = new WeakSet();
const kept = new WeakMap(); // of the lists that were loaded: it is asked at every key

// All names of municipalities and of provinces, each with the title of what it is a name of, and those of regions.
async function known() {
  const lists = await placeNames();
  if (!kept.has(lists)) kept.set(lists, { towns: named(lists.municipalities), provinces: named(lists.provinces), regions: lists.regions ?? [] });
  return kept.get(lists);
}

const named = (list) => list.flatMap(([title, ...other]) => [title, ...other].map((name) => ({ title, name, key: keyOf(name) })));

const say = (input, ...said) => document.getElementById(`${input.id}-gelezen`).replaceChildren(...said);

// The names that fit what was typed, the best first and each municipality once; of those that fit alike its own name goes
// before that of a village.
function fitting(all, typed) {
  const wanted = keyOf(typed);
  if (wanted.length < LEAST_TYPED || wanted.length > MOST_TYPED) return [];
  const rank = ({ title, name, key }) => 2 * fit(key, wanted) + (title === name ? 0 : 1);
  const found = all.map((one) => [rank(one), one]).filter(([place]) => place < 2 * NOT).sort(([one], [other]) => one - other).map(([, one]) => one);
  return found.filter(({ title }, index) => found.findIndex((one) => one.title === title) === index).slice(0, MOST_SHOWN);
}

// Lets a combobox of the page offer names; it holds several, with commas between them.
export function complete(input) {
  if (completing.has(input)) return;
  completing.add(input);
  const list = document.getElementById(input.getAttribute("aria-controls"));
  let active = -1;

  function close() {
    if (!list.hidden) say(input, ""); // how many fit
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    const { length } = list.children;
    active = (index + length) % length;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  async function offer() {
    const typed = input.value;
    const found = fitting((await known()).towns, typed.split(/[,;]/).at(-1));
    if (typed !== input.value || document.activeElement !== input) return;
    close();
    list.replaceChildren(...found.map(({ title, name }, index) => {
      const option = element("li", { id: `${list.id}-${index}`, role: "option", "aria-selected": "false" }, title === name ? title : `${name} (gemeente ${title})`);
      option.dataset.title = title;
      return option;
    }));
    // What was said of an earlier name is not true of this one.
    if (!found.length) return say(input, "");
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    say(input, found.length === 1 ? "1 gemeente past. Kies met pijltje omlaag en Enter." : `${found.length} gemeenten passen. Kies met pijltje omlaag en Enter.`);
  }

  function choose(option) {
    const before = /^[^]*[,;]\s*/.exec(input.value)?.[0] ?? "";
    input.value = before + option.dataset.title;
    close();
    say(input, `${option.dataset.title} gekozen. Nog een? Typ dan een komma.`);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  input.addEventListener("input", (event) => event.isTrusted && offer());
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      if (!isOpen) offer();
      else if (event.key === "ArrowDown") mark(active + 1);
      else mark(active < 0 ? list.children.length - 1 : active - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    }
  });
  // The field keeps the focus, so that the list is still there at the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => target.closest("[role=option]") && choose(target.closest("[role=option]")));
  input.addEventListener("blur", close);
  if (input.value && document.activeElement === input) offer();
}

// The municipality whose name looks most like what was typed; empty when none does.
async function like(name, all) {
  const { nearest } = await import("./assistant/rules/nearest.js");
  const titles = [...new Set(all.map(({ title }) => title))];
  return nearest(name.replace(/^gemeente /i, ""), titles, ALIKE);
}

// Puts the municipalities in place of what was typed for them, and says what became of villages and unknown names.
export async function settle(input) {
  await released();
  const typed = input.value;
  const { towns: all, provinces, regions } = await known();
  if (typed !== input.value || !typed.trim() || !all.length) return;
  if (typed.length > MOST_NAMES) return say(input, "Dit zijn meer namen dan we hier kunnen nakijken. Noem de gemeenten waar de case speelt.");
  // 'Gelderland (12 gemeenten)' is Gelderland; what else stands between brackets may tell places apart.
  const alone = (name) => name.replace(/ ?\(\d+ [^()]*\)$/, "");
  const province = (name) => provinces.find(({ key }) => key === keyOf(alone(name).replace(/^provincie /i, "")))?.title ?? "";
  const region = (name) => regions.find((title) => folded(title) === folded(alone(name)).replace(/^(energieregio|regio|res|de|het) /, "")) ?? "";
  // A municipality goes before a province, and that before a village.
  const town = (name) => {
    const key = keyOf(name);
    const own = all.find((one) => one.key === key && one.name === one.title);
    if (own || province(name)) return own ? [own.title] : [];
    return [...new Set(all.filter((one) => one.key === key).map(({ title }) => title))];
  };
  if (isNothing(typed)) return put(input, "", `Je typte '${typed.trim()}'. Dit vak blijft leeg.`);
  const told = [];
  const strange = [];
  const wrong = document.getElementById(`${input.id}-fout`);
  const isToldAsMistake = (name) => !wrong.hidden && wrong.textContent.includes(`'${name}'`);
  const isOnList = (name) => Boolean(town(name).length || province(name) || region(name));
  const made = names(typed, isOnList).map((name) => {
    const [first, ...more] = town(name);
    if (!first) strange.push(name);
    else if (more.length && !isToldAsMistake(name)) told.push(`${name} ligt in ${[first, ...more].join(" en in ")}: kies er een.`, ...instead(input, name, [first, ...more]));
    else if (!more.length && keyOf(first) !== keyOf(name)) told.push(`${name} hoort bij de gemeente ${first}.`);
    return more.length || !first ? name : first;
  });
  if (typed.split(/[,;/\n]/).some(saysAround)) told.push("Wat 'e.o.' is, weten we niet: noem ook de andere gemeenten.");
  const place = input.form.elements.organisation ? moved(input.form) : inConcept();
  for (const name of strange) {
    const [elsewhere, ...left] = place(name, province(name), region(name)) || [];
    if (elsewhere) {
      told.push(elsewhere);
      made.splice(made.indexOf(name), 1, ...left);
      continue;
    }
    if (isToldAsMistake(name)) continue;
    if (isOrganisation(name) || region(name)) {
      told.push(`${name} lezen we als ${region(name) ? "energieregio" : "organisatie"}. We laten het staan; de redactie kijkt ernaar.`);
      continue;
    }
    const meant = province(name) ? "" : await like(name, all);
    told.push(`'${name}' staat niet op de lijst van gemeenten. We laten het staan; de redactie kijkt ernaar.`);
    if (meant) told.push(`Bedoelde je ${meant}?`, ...instead(input, name, [meant]));
  }
  if (typed !== input.value) return;
  put(input, [...new Set(made)].join(", "), ...told.flatMap((one) => [one, " "]));
}

function put(input, value, ...said) {
  say(input, ...said);
  if (value === input.value) return;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// What the concept of the quick start has a place for: says so, and how the name then stands in the field.
function inConcept() {
  const taken = new Set();
  const isFirst = (what) => !taken.has(what) && taken.add(what);
  return (name, province, region) => {
    const meant = isNationwide(name) ? "Landelijk" : province ? `Provincie ${province}` : region ? isFirst("region") && `Energieregio ${region}` : isOrganisation(name) && isFirst("organisation") && name;
    const kind = isNationwide(name) ? "heel Nederland" : province ? `provincie ${province}` : region ? `energieregio ${region}` : "organisatie";
    return meant && [`${name} lezen we als ${kind}.`, meant];
  };
}

// Puts what is a place and no municipality where the form asks for it, and says so; not when that holds something else.
const moved = ({ elements }) => (name, province, region) => {
  if (isNationwide(name)) {
    for (const one of elements.provinces ?? []) one.checked = true;
    return [`Je koos voor heel Nederland. We vinkten hieronder alle provincies aan.`];
  }
  const box = province && [...elements.provinces].find((one) => one.closest("label").textContent.trim() === province);
  if (box) {
    box.checked = true;
    return [`${province} is een provincie. We vinkten haar hieronder aan.`];
  }
  const option = region && [...elements.region.options].find(({ text }) => text === region);
  if (option && ["", option.value].includes(elements.region.value)) {
    elements.region.value = option.value;
    return [`${region} is een energieregio. We kozen die hieronder.`];
  }
  if (!isOrganisation(name) || !["", name].includes(elements.organisation.value.trim())) return null;
  elements.organisation.value = name;
  return [`${name} lezen we als organisatie. We zetten het hierboven, bij Organisatie.`];
};
