// The page that lays two to four cases side by side; its address says which.

import { element, ROOT } from "./dom.js";
import { dataOf } from "./record-data.js";
import { isId, kept } from "./selection.js";
import { MOST_BESIDE, versusLink } from "./shared-link.js";

const [box, message, choose, place] = ["naast", "naast-melding", "naast-kiezen", "naast-tabel"].map((id) => document.getElementById(id));
const COUNT = ["Er staan nog geen cases naast elkaar.", "Eén case. Zet er een bij om te vergelijken.", "Twee cases naast elkaar.", "Drie cases naast elkaar.", "Vier cases naast elkaar; dat is het meeste. Haal er een weg als je een andere wilt."];
const MOST_ASKED = 20; // so many names from an address are looked up
let turn = 0;

// What the address asks for: ids of cases, and what is no id.
function asked() {
  const names = new URLSearchParams(location.search).getAll("cases").flatMap((value) => value.split(","));
  const given = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  return { ids: given.map((name) => `cases/${name}`).filter(isId).slice(0, MOST_ASKED), strange: given.filter((name) => !isId(`cases/${name}`)) };
}

// The data of the first cases that exist, each once; the names that are of no case; and how many did not come.
async function fetchCases(ids) {
  const cases = new Map();
  const [unknown, failed] = [[], []];
  let left = ids;
  while (left.length && cases.size < MOST_BESIDE) {
    const now = left.slice(0, MOST_BESIDE - cases.size);
    left = left.slice(now.length);
    const answers = await Promise.allSettled(now.map(dataOf));
    answers.forEach(({ status, value }, at) => {
      if (value) cases.set(value.id, value);
      else (status === "rejected" ? failed : unknown).push(now[at].slice("cases/".length));
    });
    if (failed.length) break;
  }
  return { cases: [...cases.values()], unknown, failed: failed.length, over: failed.length ? 0 : left.length };
}

async function show(told = "") {
  const mine = ++turn;
  const { ids, strange } = asked();
  box.hidden = false;
  if (ids.length) message.textContent = "De cases ophalen …";
  const { cases, unknown, failed, over } = await fetchCases(ids);
  const table = cases.length ? await drawn(cases) : [];
  if (mine !== turn) return;
  message.textContent = [told, COUNT[cases.length], notFound([...strange, ...unknown]), tooMany(over), lost(failed)].filter(Boolean).join(" ");
  place.replaceChildren(...table);
  document.querySelector(".kb-masthead span").textContent = location.href;
  document.body.classList.toggle("kb-comparing", cases.length > 1);
  choose.replaceChildren(...choices(cases));
}

// The table and where it comes from, with below every case the ways to remove and to keep it; the scripts come when there is something to show.
async function drawn(cases) {
  const [{ colophon, tableOf }, { addKeepButton }] = await Promise.all([import("./versus-table.js"), import("./keep.js")]);
  const table = tableOf(cases, (data) => {
    const holder = element("span", { "data-keep": data.id });
    addKeepButton(holder, data.title);
    return [element("p", { class: "kb-versus__tools" }, removeButton(data, cases), holder)];
  });
  return [table, colophon()];
}

function notFound(names) {
  const shown = names.slice(0, 3).map((name) => name.slice(0, 60)).join(", ");
  const more = names.length > 3 ? " en meer" : "";
  return names.length ? `Deze ${names.length === 1 ? "case uit het adres bestaat" : "cases uit het adres bestaan"} niet: ${shown}${more}.` : "";
}

const tooMany = (over) => (over ? `${over === 1 ? "Eén case" : `${over} cases`} uit het adres ${over === 1 ? "staat" : "staan"} er niet bij.` : "");
const lost = (failed) => (failed ? `${failed === 1 ? "Eén case was" : `${failed} cases waren`} niet op te halen. Ververs de pagina om het nog eens te proberen.` : "");

function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", class: "kb-button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

// Other cases in the address, with the focus on what is told of it.
async function go(cases, told) {
  history.pushState(null, "", cases.length ? versusLink(cases) : location.pathname);
  await show(told);
  message.focus();
}

function removeButton(data, cases) {
  const rest = cases.filter((other) => other !== data);
  return button("Haal weg", () => go(rest, `‘${data.title}’ staat er niet meer bij.`), { "aria-label": `Haal weg: ${data.title}` });
}

function choices(cases) {
  const parts = [];
  if (cases.length < MOST_BESIDE) parts.push(adder(cases));
  if (cases.length > 1) parts.push(element("p", { class: "kb-actions" }, button("Druk af", () => window.print()), button("Kopieer link om te delen", copy)));
  return parts;
}

// A field for any case, found by typing.
function adder(cases) {
  const offered = element("datalist", { id: "naast-lijst" });
  const input = element("input", { id: "naast-erbij", type: "text", list: offered.id, autocomplete: "off", maxlength: "200" });
  const which = element("p", { class: "kb-actions" });
  const add = (one) => go([...cases, one], `‘${one.title}’ staat er nu bij.`);
  const others = () => import("./other-cases.js");
  // Who adds one hears what is wrong.
  for (const sign of ["focus", "input"]) input.addEventListener(sign, () => others().then(({ offer }) => offer(cases, input, offered)).catch(() => {}));
  const form = element("form", { class: "kb-go-to" }, element("label", { for: input.id }, "Zet er een case bij: typ een plaats of een woord uit de titel"), input, offered, element("button", { type: "submit", class: "md-button" }, "Zet erbij"), which);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const { found, told } = await (await others()).asked(cases, input.value);
      if (!told) return void (await add(found[0]));
      which.replaceChildren(...found.map((one) => button(one.named, () => add(one))));
      message.textContent = told;
    } catch {
      message.textContent = "De lijst met cases is niet op te halen. Probeer het nog eens.";
    }
  });
  return form;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    message.textContent = "De link is gekopieerd. Wie hem opent, ziet dezelfde cases naast elkaar.";
  } catch {
    message.textContent = `Kopiëren lukt niet vanzelf. Neem dit adres over: ${location.href}`;
  }
  message.focus();
}

// Who comes by a menu finds the first cases of the selection.
const first = location.search ? "" : versusLink(kept().items, 2);
if (first) history.replaceState(null, "", first);
addEventListener("popstate", () => show());
show(first && "Dit zijn de eerste cases uit je selectie.").finally(() => delete document.documentElement.dataset.kbAsked); // see asked.js
