// The answers in the form as one object, and back; lists of groups that grow and shrink; notes in a text.

import { citedIn, keysIn, named, showNumbers, withKeys } from "./notes.js";

const MOST_ITEMS = 60;

// All answers: texts by name of field, groups as objects, lists as lists.
export function answersFrom(form) {
  const answers = {};
  const keys = keysIn(form);
  // In the order of the case that was opened.
  const ticked = [...form.querySelectorAll("[name]:checked:not([data-yes])")].sort((one, other) => one.dataset.rank - other.dataset.rank || 0);
  for (const { name, value } of ticked) answers[name] = [...(answers[name] ?? []), value];
  for (const control of form.querySelectorAll("[name]")) {
    if (control.type !== "checkbox" || "yes" in control.dataset) put(answers, control.name.split("."), valueOf(control, keys));
  }
  return answers;
}

function valueOf(control, keys) {
  const { dataset, checked } = control;
  const value = withKeys(control, keys);
  if ("yes" in dataset) return checked ? value : "";
  if ("lines" in dataset) return value.split("\n");
  return "commas" in dataset ? value.split(",") : value;
}

function put(target, [key, ...rest], value) {
  if (!rest.length) target[key] = value;
  else put((target[key] ??= /^\d+$/.test(rest[0]) ? [] : {}), rest, value);
}

// Puts answers in the form; what is not text, or of no field, is passed over: it may come from an older version.
export function showAnswers(form, answers) {
  for (const list of form.querySelectorAll("[data-list]")) {
    const given = Array.isArray(answers[list.dataset.list]) ? answers[list.dataset.list].length : 0;
    list.querySelector("[data-items]").replaceChildren();
    for (let count = Math.min(given, MOST_ITEMS); count > 0; count--) addItem(list);
  }
  for (const control of form.querySelectorAll("[name]")) {
    const value = control.name.split(".").reduce((place, key) => (Object.hasOwn(place ?? {}, key) ? place[key] : undefined), answers);
    if ("yes" in control.dataset) control.checked = value === control.value;
    else if (control.type === "checkbox") {
      const rank = Array.isArray(value) ? value.indexOf(control.value) : -1;
      control.checked = rank >= 0;
      control.dataset.rank = rank >= 0 ? rank : MOST_ITEMS;
    } else setValue(control, value);
  }
  showNumbers(form);
  showSources(form);
}

function setValue(control, value) {
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
  const text = texts.join("lines" in control.dataset ? "\n" : ", ");
  // What the list does not know stays to be seen, and to be told about.
  if (control.matches("select") && text && ![...control.options].some(({ value: known }) => known === text)) control.add(new Option(text, text));
  control.value = text;
}

// Adds an empty group to a list.
export function addItem(list) {
  const items = list.querySelector("[data-items]");
  const index = items.children.length;
  const item = list.querySelector("template").content.firstElementChild.cloneNode(true);
  for (const element of [item, ...item.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (/__[nm]__/.test(value)) element.setAttribute(name, value.replaceAll("__n__", index).replaceAll("__m__", index + 1));
    }
  }
  for (const place of item.querySelectorAll("[data-number]")) place.textContent = index + 1;
  items.append(item);
  return item;
}

// Whether anybody filled in something in a part of the form.
export const isFilled = (part) => [...part.querySelectorAll("[name]")].some((control) => control.type === "checkbox" ? control.checked : control.value.trim());

// Lets every list of sources offer the sources that are filled in.
export function showSources(form) {
  const all = answersFrom(form).sources ?? [];
  const sources = all.filter(({ key }) => key.trim());
  for (const select of form.querySelectorAll("select[data-sources]")) {
    // Only an answer stays when no source has that key any more.
    const chosen = select.name || sources.some(({ key }) => key === select.value) ? select.value : "";
    const options = sources.map((source) => new Option(named(source, all.indexOf(source)), source.key));
    if (chosen && !sources.some(({ key }) => key === chosen)) options.push(new Option(chosen, chosen));
    select.replaceChildren(new Option(select.name ? "Kies …" : "Kies een bron …", ""), ...options);
    select.value = chosen;
  }
  for (const tools of form.querySelectorAll(".kb-notes")) {
    tools.hidden = !sources.length;
    showCited(document.getElementById(tools.dataset.notes), all);
  }
}

// Says below a text which sources its notes lead to.
export function showCited(text, all = answersFrom(text.form).sources ?? []) {
  const place = document.getElementById(`${text.id}-bronnen`);
  const cited = place ? citedIn(text.value).filter((index) => all[index]) : [];
  const said = cited.length ? `Bronnen in deze tekst: ${cited.map((index) => named(all[index], index)).join("; ")}.` : "";
  if (place && place.textContent !== said) place.textContent = said;
}
