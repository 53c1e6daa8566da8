// A field that leads to one of the links in the lists below it: by the name of a municipality, that of a village or of a
// municipality that is no more, or that of a province or region. A name that several places have is asked about.

import { element } from "./dom.js";
import { BEGINS, BEGINS_IN_WORDS, fit, keyOf, placeNames, SAME } from "./place-names.js";

const form = document.querySelector(".kb-go-to");
const input = form.querySelector("input");
const status = form.querySelector("[role=status]");

const MOST_OFFERED = 5;
const linksIn = (id, kind) => [...document.querySelectorAll(`#${id} a:not(.headerlink)`)].map((link) => ({ title: link.textContent.trim(), href: link.href, kind }));
const towns = linksIn("alle-gemeenten-lijst", "gemeente");
const areas = [...linksIn("alle-provincies-lijst", "provincie"), ...linksIn("alle-regios-lijst", "energieregio")];

// The links that a name may mean, each with what to call it, and whether it says so in whole words.
async function meant(wanted) {
  const fitting = towns.map((town) => ({ ...town, fit: fit(keyOf(town.title), wanted) })).sort((one, other) => one.title.localeCompare(other.title, "nl"));
  const own = fitting.filter(({ fit: how }) => how === SAME);
  if (own.length) return { found: own, whole: true };
  const inWords = fitting.filter(({ fit: how }) => how === BEGINS_IN_WORDS);
  // Without them its own name still leads to a place.
  const { municipalities, provinces } = await placeNames();
  const alsoCalled = ({ title, kind }) => (kind === "provincie" ? (provinces.find(([own]) => own === title) ?? [title]) : [title]);
  const isSame = (name) => fit(keyOf(name), wanted) === SAME;
  const wide = areas
    .filter((area) => alsoCalled(area).some((name) => isSame(name) || isSame(`${area.kind} ${name}`)))
    .map((area) => ({ ...area, title: `${area.kind} ${area.title}` }));
  const parts = municipalities.flatMap(([name, ...others]) => {
    const part = others.find(isSame);
    return part ? towns.filter(({ title }) => title === name && !inWords.some((town) => town.title === title)).map((town) => ({ ...town, title: `${name} (met ${part})` })) : [];
  });
  const found = [...inWords, ...wide, ...parts];
  return found.length ? { found, whole: true } : { found: fitting.filter(({ fit: how }) => how === BEGINS), whole: false };
}

async function offer() {
  const villages = (await placeNames()).municipalities.flatMap(([title, ...others]) => others.map((name) => new Option(`gemeente ${title}`, name)));
  input.list.append(...villages);
}

// Asks which of some links was meant.
function ask(found) {
  const links = found.map(({ title, href }) => element("a", { href }, title));
  status.replaceChildren(`${input.value} kan dit zijn: `, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), found.length > 1 ? ". Kies er een." : ".");
}

input.list.append(...towns.map(({ title }) => new Option("", title)));
input.addEventListener("focus", offer, { once: true });
form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wanted = keyOf(input.value);
  if (!wanted) {
    status.textContent = "Typ eerst de naam van je gemeente.";
    return;
  }
  const { found, whole } = await meant(wanted);
  if (whole && found.length === 1) location.assign(found[0].href);
  else if (found.length && found.length <= MOST_OFFERED) ask(found);
  else status.textContent = `${input.value} vinden we niet precies. Kies een gemeente uit de lijst hieronder.`;
});
