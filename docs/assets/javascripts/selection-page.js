// The page with the selection: put in order, print as one document, take along, share.

import { element } from "./dom.js";
import { download } from "./download.js";
import { addressOf } from "./record-data.js";
import { counted, isId, keep, kept, MOST, spare } from "./selection.js";
import { MOST_BESIDE, sharedLink, versusLink } from "./shared-link.js";

const [box, message, question, list, actions, paper] = [
  "selectie",
  "selectie-melding",
  "selectie-vraag",
  "selectie-lijst",
  "selectie-acties",
  "selectie-document",
].map((id) => document.getElementById(id));
const PROBLEMS = {
  blocked: "Je browser laat niet toe dat deze site iets bewaart. Kopieer de link om je selectie niet kwijt te raken.",
  damaged: "Een deel van je bewaarde selectie was niet te lezen. Wat goed was, staat hieronder; de rest is niet weggegooid.",
};

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
// What it takes to make something of the pages comes when somebody asks for it.
const documents = () => import("./selection-document.js");
const asMarkdown = async (pages) => (await documents()).asMarkdown(pages);
const asWord = async (pages) => (await documents()).asWord(pages);
const asTable = async (pages) => (await import("./selection-table.js")).asTable(pages);

let items = [];
let shared; // the pages that the address brings, as long as the reader has not decided about them
let before; // what there was before the last change

function start() {
  const { items: found, problem } = kept();
  items = found;
  if (problem === "damaged") keep(items);
  box.hidden = false;
  const given = fromAddress();
  const known = given.length === items.length && given.every(({ id }) => items.some((item) => item.id === id));
  if (given.length && !known) return openShared(given, problem === "damaged" ? `${PROBLEMS.damaged} ` : "");
  draw();
  say(PROBLEMS[problem] ?? standing());
}

function standing() {
  if (items.length) return `Je selectie telt ${counted(items.length)}.`;
  return "Je selectie is nog leeg. Open een case of les en kies Bewaar in mijn selectie.";
}

function say(text) {
  message.textContent = text;
}

function change(next, told) {
  before = items;
  items = next;
  const stored = keep(items);
  paper.replaceChildren();
  draw();
  say(stored ? told : `${told} ${PROBLEMS.blocked}`);
}

function button(text, act, label) {
  const made = element("button", { type: "button", class: "kb-button", ...(label && { "aria-label": label }) }, text);
  made.addEventListener("click", act);
  return made;
}

function draw() {
  const shown = shared ?? items;
  list.replaceChildren(...shown.map(shared ? sharedLine : line));
  const parts = shown.length ? [...waysToTake(shown)] : [];
  if (items.length && !shared) parts.push(button("Maak leeg", () => (change([], "Je selectie is leeg."), focusOn(actions.querySelector("button")))));
  if (before && !shared) parts.push(button("Maak ongedaan", () => (change(before, "De vorige selectie staat er weer."), focusOn(message))));
  if (spare()) parts.push(button("Neem het onleesbare deel mee", () => download("onleesbaar.txt", "text/plain;charset=utf-8", [spare()])));
  actions.replaceChildren(...parts);
}

function* waysToTake(shown) {
  const beside = versusLink(shown, 2);
  const many = shown.filter(({ id }) => id.startsWith("cases/")).length > MOST_BESIDE;
  if (beside) yield element("p", {}, element("a", { href: beside }, `Leg ${many ? "de eerste vier" : "deze"} cases naast elkaar`));
  yield button("Druk af als één document", () => print());
  yield button("Druk af in het kort", () => print(true));
  yield button("Neem mee als Markdown", () => take("md", "text/markdown;charset=utf-8", asMarkdown));
  yield button("Neem mee voor Word", () => take("docx", WORD, asWord));
  yield button("Neem mee als tabel (CSV)", () => take("csv", "text/csv;charset=utf-8", asTable));
  yield button("Kopieer link om te delen", copyLink);
}

const sharedLine = (item) => element("li", {}, element("a", { href: addressOf(item) }, item.title));

function line(item, index) {
  const move = (step) => () => {
    const next = items.toSpliced(index, 1).toSpliced(index + step, 0, item);
    change(next, `‘${item.title}’ staat nu op plaats ${index + step + 1} van ${items.length}.`);
    const buttons = list.children[index + step].querySelectorAll("button");
    focusOn(buttons[step < 0 ? 0 : 1].disabled ? buttons[step < 0 ? 1 : 0] : buttons[step < 0 ? 0 : 1]);
  };
  const remove = () => {
    change(items.toSpliced(index, 1), `‘${item.title}’ is uit je selectie.`);
    focusOn(list.children[Math.min(index, items.length - 1)]?.querySelector("button:last-child") ?? message);
  };
  const up = button("Omhoog", move(-1), `Omhoog: ${item.title}`);
  const down = button("Omlaag", move(1), `Omlaag: ${item.title}`);
  up.disabled = index === 0;
  down.disabled = index === items.length - 1;
  const buttons = element("span", { class: "kb-line-buttons" }, up, down, button("Haal weg", remove, `Haal weg: ${item.title}`));
  return element("li", {}, element("a", { href: addressOf(item) }, item.title), buttons);
}

function focusOn(node) {
  if (!node) return;
  if (!node.matches("a, button")) node.tabIndex = -1;
  node.focus();
}

async function collected() {
  say("De pagina's ophalen …");
  const pages = await (await documents()).fetched(shared ?? items);
  const lost = pages.filter(({ page }) => !page).length;
  say(lost ? `${counted(lost)} niet gevonden; het document zegt welke.` : "Klaar.");
  return pages;
}

async function print(short = false) {
  const { joined } = await documents();
  paper.replaceChildren(...joined(await collected(), short));
  paper.className = short ? "kb-short" : "";
  window.print();
}

async function take(suffix, type, make) {
  try {
    const made = await make(await collected());
    download(`selectie.${suffix}`, type, Array.isArray(made) ? made : [made]);
  } catch (error) {
    say("Het bestand is niet gemaakt, want niet alles was op te halen. Probeer het zo nog eens.");
    throw error;
  }
}

async function copyLink() {
  const link = sharedLink(location.href, shared ?? items);
  try {
    await navigator.clipboard.writeText(link);
    say("De link is gekopieerd. Wie hem opent, krijgt de vraag om deze selectie over te nemen.");
  } catch {
    const field = element("input", { type: "text", readonly: "", "aria-label": "Link naar deze selectie", value: link });
    question.replaceChildren(field);
    field.select();
    say("Kopiëren lukt niet vanzelf. De link is geselecteerd: druk op Ctrl+C of Cmd+C.");
  }
}

// The pages that the address names; what is not an id is left out.
function fromAddress() {
  const ids = [...new URLSearchParams(location.search)].flatMap(([kind, names]) =>
    names.split(",").map((name) => `${kind}/${name}`),
  );
  return [...new Set(ids.filter(isId))].slice(0, MOST).map((id) => ({ id, title: id }));
}

// A selection that somebody shared is there at once, to read and to take along; it is kept only when the reader says so.
async function openShared(given, problem) {
  say("De pagina's uit de link ophalen …");
  const { fetched, titleOf } = await documents();
  const pages = await fetched(given);
  const found = pages.filter(({ page }) => page).map(({ item, page }) => ({ id: item.id, title: titleOf(page) }));
  const lost = pages.length - found.length;
  if (found.length) shared = found;
  draw();
  const told = shared ? `Iemand deelde ${counted(found.length)} met je.` : standing();
  say(problem + told + (lost ? ` In de link ${lost === 1 ? "staat 1 adres" : `staan ${lost} adressen`} zonder pagina.` : ""));
  if (shared) ask();
}

function ask() {
  const taken = shared;
  const own = new Set(items.map((item) => item.id));
  const decide = (next, told) => () => {
    shared = undefined;
    question.replaceChildren();
    history.replaceState(null, "", location.pathname);
    if (next) change(next, told);
    else (paper.replaceChildren(), draw(), say(standing()));
    focusOn(message);
  };
  const choices = [
    button(items.length ? "Vervang mijn selectie" : "Neem over", decide(taken, "De selectie uit de link staat er nu.")),
  ];
  if (items.length) {
    const both = [...items, ...taken.filter((item) => !own.has(item.id))].slice(0, MOST);
    choices.push(button("Voeg toe aan mijn selectie", decide(both, `Toegevoegd. Je selectie telt nu ${counted(both.length)}.`)));
  }
  choices.push(button("Nee, laat zoals het is", decide()));
  const about = items.length ? `Je eigen selectie telt ${counted(items.length)} en verandert pas als je kiest.` : "Ze komt pas in jouw browser als je Neem over kiest.";
  question.replaceChildren(element("h2", {}, "Wil je deze selectie overnemen?"), element("p", {}, about), ...choices);
}

start();
