// What four answers make: a first concept, or what is wrong with them.
// `textOf`: gives what somebody typed in a field, by its name.

import { sourceKey } from "./assistant/names.js";

const OUTSIDE = "KB215"; // a municipality of another region
const CONTACTS = ["KB409", "KB410"];
// An address of a computer that only colleagues reach: a name without a point.
const INSIDE = /^https?:\/\/[^\s/.:]+(?::\d+)?(?:\/|$)/i;

// What is missing or cannot be, with the name of its field.
export function* mistakes(textOf, most, { addressOf, isNothing }) {
  const title = [...textOf("titel")].length;
  if (!title) yield ["titel", "Geef je case een titel, in één zin."];
  if (title > most) yield ["titel", `De titel is ${title - most} ${title - most === 1 ? "teken" : "tekens"} te lang.`];
  if (!textOf("plaats")) yield ["plaats", "Noem de gemeente, of de streek."];
  if (!textOf("verhaal")) yield ["verhaal", "Schrijf in een paar zinnen wat er gebeurde."];
  for (const name of ["titel", "verhaal"]) {
    if (isNothing(textOf(name))) yield [name, `Met '${textOf(name)}' kunnen we nog niets. Vertel wat je wel weet.`];
  }
  const link = textOf("link");
  if (INSIDE.test(link)) yield ["link", "Dit adres werkt alleen binnen je eigen organisatie. Geef een adres dat iedereen kan openen, of laat dit leeg."];
  else if (link && !isNothing(link) && !addressOf(link)) yield ["link", "Dit lezen we niet als webadres. Er hoort geen spatie in, en het begint met https:// of www."];
}

// The answers as the whole form knows them. What is a place and no municipality comes in its own field, and what is on no
// list stays in the text.
export function answers(textOf, rules, toCase, { addressOf, besideAddress, isNationwide, isOrganisation, names, tidied }) {
  const isListed = (list, id = "") => Object.hasOwn(rules.terms[list].titles, id);
  const isTown = (place) => isListed("municipalities", toCase({ places: [place] }, rules).fields.places?.[0]);
  const isProvince = (place) => isListed("provinces", toCase({ provinces: [place] }, rules).fields.provinces?.[0]);
  const isRegion = (place) => isListed("regions", toCase({ region: place }, rules).fields.region);
  const places = names(textOf("plaats"), (place) => isTown(place) || isProvince(place) || isRegion(place));
  const others = places.filter((place) => !isTown(place));
  const provinces = others.filter(isProvince);
  const region = others.find((place) => !isProvince(place) && isRegion(place)) ?? "";
  const organisation = others.find((place) => !isProvince(place) && isOrganisation(place)) ?? "";
  const all = others.some(isNationwide) && Object.keys(rules.terms.provinces.titles);
  const strange = others.filter((place) => !isNationwide(place) && place !== organisation && place !== region && !provinces.includes(place));
  const typed = addressOf(textOf("link"));
  const url = typed && new URL(typed);
  const publisher = url ? url.hostname.replace(/^www\./, "") : "";
  const note = besideAddress(textOf("link")); // what is not understood, for the editor
  const story = apart(tidied(textOf("verhaal")));
  const key = url ? sourceKey({ publisher: `${publisher} ${/[^/]*.?$/.exec(url.pathname)}` }) : "";
  return {
    title: textOf("titel"),
    places: places.filter(isTown),
    organisation,
    provinces: all || provinces,
    region,
    sources: url ? [{ key, publisher, url: url.href, ...(note ? { note } : {}) }] : [],
    sections: [strange.length ? `Waar: ${strange.join(", ")}.` : "", story + (url ? `${story.endsWith("|") ? "\n\nBron: " : ""}[^${key}]` : "")],
  };
}

// A text in which a line that ends a sentence, or holds an address, does not run on in the next.
function apart(text) {
  return text.replace(/^(?![-*|>#]|\d+\.)(.*[.?!:]|.*(?:https?:|www\.).*)\n(?=[^\s\-*|>#])/gm, "$1\n\n");
}

// Mail addresses and telephone numbers, at the field where each was typed.
export function contacts(findings) {
  const places = { title: "titel", "sections.0": "plaats", "sections.1": "verhaal", "sources.0.note": "link" };
  const found = findings.filter(({ code, field }) => CONTACTS.includes(code) && places[field]);
  return [...new Set(found.map(({ field }) => field))].map((field) => {
    const [first, ...more] = found.filter((one) => one.field === field);
    const others = [...new Set(more.map(({ message }) => message))].filter((message) => message !== first.message);
    return [places[field], `${[first.message, ...others.map((message) => message.replace(/^hier staat /, ""))].join(" en ")}. ${first.hint}`];
  });
}

// A municipality and a region that do not belong together, at their field; only what was not told before: it may be meant.
export function doubts(findings, told) {
  const found = findings.filter(({ code, message }) => code === OUTSIDE && !told.has(message));
  for (const { message } of found) told.add(message);
  return found.map(({ message }) => ["plaats", `${message}. Klopt het toch? Maak er dan nog eens een concept van.`]);
}
