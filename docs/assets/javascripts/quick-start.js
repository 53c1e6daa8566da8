// The quick start: four answers become a first concept, with the ways out of the whole form.

import { sourceKey } from "./assistant/names.js";
import { form, root, unwarn, warn } from "./assistant/page.js";
import { caseStore } from "./assistant/store.js";
import { element, tables } from "./dom.js";
import "./press.js";
import { saver } from "./saving.js";

const CONTACTS = ["KB409", "KB410"];
const done = document.getElementById("snel-klaar");
const fields = [...form.querySelectorAll("[name]")];
const MOST = 60_000; // signs; a case is far shorter, and the checker takes no more than twice that
const textOf = (name) => form.elements[name].value.trim();
let made;

const { store, save, saveLater, saveIfWaiting, isAtRisk, conflict, restore } = saver({
  key: "transitieversneller.snel",
  read: () => Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  // What is not ours is passed over.
  show: (kept) => fields.forEach((field) => (field.value = typeof kept[field.name] === "string" ? kept[field.name] : "")),
  // First answers were kept without names, in this order.
  older: (found) => (Array.isArray(found) ? Object.fromEntries(fields.map(({ name }, index) => [name, found[index]])) : null),
  blocked: "Je browser bewaart hier niets. Verstuur of download je concept voordat je weggaat.",
});

function* mistakes({ addressOf, isNothing }) {
  const [title, most] = [[...textOf("titel")].length, Number(form.elements.titel.dataset.most)];
  if (!title) yield ["titel", "Geef je case een titel, in één zin."];
  if (title > most) yield ["titel", `De titel is ${title - most} ${title - most === 1 ? "teken" : "tekens"} te lang; hoogstens ${most}.`];
  if (!textOf("plaats")) yield ["plaats", "Noem de gemeente, of de streek."];
  if (!textOf("verhaal")) yield ["verhaal", "Schrijf in een paar zinnen wat er gebeurde."];
  if (textOf("link") && !isNothing(textOf("link")) && !addressOf(textOf("link"))) yield ["link", "Dit lezen we niet als webadres. Er hoort geen spatie in, en het begint met https:// of www."];
}

function show(found) {
  const told = new Map(found);
  for (const field of fields) {
    const wrong = document.getElementById(`${field.id}-fout`);
    wrong.replaceChildren(...(told.has(field.name) ? [element("span", {}, `Fout: ${told.get(field.name)}`)] : []));
    wrong.hidden = !told.has(field.name);
    if (told.has(field.name)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  if (found.length) form.elements[found[0][0]].focus();
}

// The answers as the whole form knows them. A place that is on no list stays in the text.
function answers(rules, toCase, { addressOf, names }) {
  const isKnown = (place) => Object.hasOwn(rules.terms.municipalities.titles, toCase({ places: [place] }, rules).fields.places?.[0] ?? "");
  const places = names(textOf("plaats"), isKnown);
  const strange = places.filter((place) => !isKnown(place));
  const typed = addressOf(textOf("link"));
  const url = typed && new URL(typed);
  const publisher = url ? url.hostname.replace(/^www\./, "") : "";
  const key = url ? sourceKey({ publisher: `${publisher} ${/[^/]*.?$/.exec(url.pathname)}` }, []) : "";
  return {
    title: textOf("titel"),
    places: places.filter(isKnown),
    sources: url ? [{ key, publisher, url: url.href }] : [],
    sections: [strange.length ? `Waar: ${strange.join(", ")}.` : "", textOf("verhaal") + (url ? `[^${key}]` : "")],
  };
}

// Mail addresses and telephone numbers, at the field where each was typed.
function contacts(findings) {
  const places = { title: "titel", "sections.0": "plaats", "sections.1": "verhaal" };
  const found = findings.filter(({ code, field }) => CONTACTS.includes(code) && places[field]);
  return found.map(({ field, message, hint }) => [places[field], `${message}. ${hint}`]);
}

async function finish(event) {
  event.preventDefault();
  if (!isAtRisk()) unwarn();
  done.hidden = true;
  const long = fields.filter(({ value }) => value.length > MOST);
  show(long.map(({ name }) => [name, "Dit is veel te veel tekst voor één case. Houd het bij de hoofdzaak; een heel verslag kun je noemen als bron."]));
  if (long.length) return;
  try {
    const [meaning, { settle }] = await Promise.all([import("./meaning.js"), import("./places.js")]);
    await settle(form.elements.plaats);
    const found = [...mistakes(meaning)];
    show(found);
    if (found.length) return;
    const [{ finishing }, { check }, { toCase }, rules] = await Promise.all([
      import("./assistant/send.js"),
      import("./assistant/rules.js"),
      import("./assistant/writer.js"),
      fetch(new URL("../../bijdragen/assistent/regels.json", import.meta.url)).then(tables),
    ]);
    made = answers(rules, toCase, meaning);
    const personal = contacts(check(made, rules));
    show(personal);
    if (personal.length) return;
    const finished = () => finishing({ answers: made, rules, newFile: root.dataset.new, contact: root.dataset.contact, gap: rules.placeholder, rename });
    const rename = (stem) => {
      made.stem = stem;
      finished();
    };
    finished();
    done.hidden = false;
    document.getElementById("snel-klaar-kop").focus();
  } catch {
    warn("Dit onderdeel is nu niet te laden. Kijk of je verbinding hebt en probeer het nog eens. Alles wat je typte staat er nog.");
  }
}

const holdsText = (value) => (typeof value === "string" ? Boolean(value.trim()) : Object.values(value ?? {}).some(holdsText));

// Takes the answers along to the whole form.
function goOn() {
  const whole = caseStore();
  if (holdsText(whole.load()) && !confirm("In de case-assistent staat al een andere case. Wil je die vervangen door deze?")) return;
  if (whole.save(made) !== "kept") return warn("Je browser bewaart hier niets. Download het bestand, en open het in de case-assistent.");
  whole.visit(""); // where somebody was in the other case says nothing of this one
  location.href = "../assistent/";
}

form.addEventListener("submit", finish);
form.addEventListener("input", saveLater);
form.addEventListener("focusin", async ({ target }) => {
  if ("places" in target.dataset) (await import("./places.js")).complete(target);
  if (target.dataset.most) (await import("./assistant/help.js")).count(target);
});
form.addEventListener("focusout", async ({ target }) => "places" in target.dataset && (await import("./places.js")).settle(target));
form.addEventListener("input", async ({ target }) => target.dataset.most && (await import("./assistant/help.js")).count(target));
form.addEventListener("change", async ({ target }) => target.dataset.means && (await import("./assistant/help.js")).understand(target));
document.getElementById("snel-verder").addEventListener("click", goOn);
document.getElementById("snel-wis").addEventListener("click", () => {
  if (!fields.some(({ value }) => value.trim()) || !confirm("Wil je alles wissen wat je hier hebt ingevuld?")) return;
  form.reset();
  save();
  show([]);
  done.hidden = true;
});
addEventListener("pagehide", saveIfWaiting);
addEventListener("beforeunload", (event) => isAtRisk() && holdsText(fields.map(({ value }) => value)) && event.preventDefault());
const kept = store.load();
const own = store.own();
restore(own ?? kept ?? {});
root.hidden = false;
if (own) conflict();
