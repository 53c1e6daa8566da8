// The quick start: four answers become a first concept, with the ways out of the whole form.

import { announce, form, leadTo, root, status, unwarn, warn } from "./assistant/page.js";
import { caseStore } from "./assistant/store.js";
import { element, tables } from "./dom.js";
import "./press.js";
import { saver } from "./saving.js";

const done = document.getElementById("snel-klaar");
const fields = [...form.querySelectorAll("[name]")];
const FINISHED = "klaar:"; // where somebody was who reads or sends the concept; behind it stands the name of the file
const MOST = 60_000; // signs; a case is far shorter, and the checker takes no more than twice that
const textOf = (name) => form.elements[name].value.trim();
const typed = () => fields.map(({ name }) => textOf(name)).join("\n\n");
const again = document.getElementById("snel-opnieuw");
const doubted = new Set(); // what was told once
let made;
let stem = ""; // the name that somebody gave to the file
let madeOf; // what was typed when it was made

const { store, saveLater, saveIfWaiting, isAtRisk, conflict, restore } = saver({
  key: "transitieversneller.snel",
  read: () => Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  // What is not ours is passed over.
  show: (kept) => fields.forEach((field) => (field.value = typeof kept[field.name] === "string" ? kept[field.name] : "")),
  // First answers were kept without names, in this order.
  older: (found) => (Array.isArray(found) ? Object.fromEntries(fields.map(({ name }, index) => [name, found[index]])) : null),
  blocked: "Je browser bewaart hier niets. Verstuur of download je concept voordat je weggaat.",
});

function show(found) {
  for (const field of fields) showAt(field, found.filter(([name]) => name === field.name).map(([, message]) => message));
  const first = fields.find((field) => field.ariaInvalid);
  if (first) leadTo(first);
  count();
}

// Beside the button, for who mends one and does not see the others.
function count() {
  const wrong = fields.filter(({ ariaInvalid }) => ariaInvalid).length;
  again.textContent = wrong ? `Bij ${wrong} ${wrong === 1 ? "vraag" : "vragen"} klopt er nog iets niet.` : "";
}

function showAt(field, messages) {
  const wrong = document.getElementById(`${field.id}-fout`);
  wrong.replaceChildren(...(messages.length ? [element("span", {}, `Fout: ${messages.join(" ")}`)] : []));
  wrong.hidden = !messages.length;
  if (messages.length) document.getElementById(`${field.id}-tel`)?.replaceChildren();
  if (messages.length) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function hide() {
  done.hidden = true;
  announce("");
  store.visit("");
}

// `event`: none when it was finished before the page was loaded anew.
async function finish(event) {
  event?.preventDefault();
  if (!isAtRisk()) unwarn();
  hide();
  const long = fields.filter(({ value }) => value.length > MOST);
  show(long.map(({ name }) => [name, "Dit is veel te veel tekst voor één case. Houd het bij de hoofdzaak; een heel verslag kun je noemen als bron."]));
  if (long.length) return;
  try {
    const [concept, meaning, { tidied }, { settle }, { understand }, { finishing }, { check }, { toCase }, rules] = await Promise.all([
      import("./quick-concept.js"),
      import("./meaning.js"),
      import("./assistant/paste.js"),
      import("./places.js"),
      import("./assistant/help.js"),
      import("./assistant/send.js"),
      import("./assistant/rules.js"),
      import("./assistant/writer.js"),
      fetch(new URL("../../bijdragen/assistent/regels.json", import.meta.url)).then(tables),
    ]);
    await settle(form.elements.plaats);
    await understand(form.elements.link);
    made = concept.answers(textOf, rules, toCase, { ...meaning, tidied });
    made.stem = stem;
    madeOf = typed();
    const checked = check(made, rules);
    const found = [...concept.contacts(checked), ...concept.doubts(checked, doubted), ...concept.mistakes(textOf, Number(form.elements.titel.dataset.most), meaning)];
    show(found);
    if (found.length) return;
    const finished = async () => {
      const isNamed = await finishing({ answers: made, rules, newFile: root.dataset.new, contact: root.dataset.contact, gap: rules.placeholder, rename });
      if (!isNamed) warn("Of er al een case is die zo heet, is nu niet na te kijken. Je kunt gewoon verder: de redactie kijkt het na.");
    };
    const rename = (name) => {
      made.stem = stem = name;
      store.visit(FINISHED + stem);
      finished();
    };
    await finished();
    done.hidden = false;
    again.textContent = "";
    saveIfWaiting();
    store.visit(FINISHED + stem);
    if (event) document.getElementById("snel-klaar-kop").focus();
  } catch {
    warn("Dit onderdeel is nu niet te laden. Kijk of je verbinding hebt en probeer het nog eens. Alles wat je typte staat er nog.");
  }
}

const holdsText = (value) => (typeof value === "string" ? Boolean(value.trim()) : Object.values(value ?? {}).some(holdsText));

// Takes the answers along to the whole form.
function goOn() {
  const whole = caseStore();
  const isSame = whole.load()?.title?.trim() === made.title;
  if (isSame && confirm("In de case-assistent ben je al verder met deze case. Wil je daar verdergaan? Wat je hier daarna veranderde, staat daar niet in.")) return go();
  if (holdsText(whole.load()) && !confirm("In de case-assistent staat al een andere case. Wil je die vervangen door deze? De andere ben je dan kwijt. Wil je haar houden? Kies Annuleren, en download haar eerst in de case-assistent.")) return;
  if (whole.save(made) !== "kept") return warn("Je browser bewaart hier niets. Download het bestand, en open het in de case-assistent.");
  whole.visit(""); // where somebody was in the other case says nothing of this one
  go();
}

const go = () => (location.href = "../assistent/");

// What was made holds only what was typed then.
function outdate() {
  if (done.hidden || typed() === madeOf) return;
  hide();
  again.textContent = "Je veranderde iets. Maak er opnieuw een concept van, dan staat het erin.";
}

form.addEventListener("submit", finish);
form.addEventListener("input", saveLater);
form.addEventListener("input", outdate);
// What was wrong with other words says nothing of these.
form.addEventListener("input", ({ target }) => {
  if (!target.ariaInvalid) return;
  showAt(target, []);
  count();
});
form.addEventListener("focusin", async ({ target }) => {
  if ("places" in target.dataset) (await import("./places.js")).complete(target);
  if (target.dataset.most && !target.ariaInvalid) (await import("./assistant/help.js")).count(target);
});
for (const kind of ["focusin", "dragenter"]) form.addEventListener(kind, () => import("./assistant/tracked.js").catch(() => {}));
form.addEventListener("focusout", async ({ target }) => "places" in target.dataset && (await import("./places.js")).settle(target));
form.addEventListener("input", async ({ target }) => target.dataset.most && (await import("./assistant/help.js")).count(target));
form.addEventListener("change", async ({ target }) => target.dataset.means && (await import("./assistant/help.js")).understand(target));
document.getElementById("snel-verder").addEventListener("click", goOn);
document.getElementById("snel-wis").addEventListener("click", () => {
  if (!fields.some(({ value }) => value.trim()) || !confirm("Wil je alles wissen wat je hier hebt ingevuld?")) return;
  store.clear();
  stem = "";
  restore({});
  status.textContent = "";
  unwarn();
  show([]);
  hide();
  announce("Alles is gewist.");
  again.textContent = "";
});
addEventListener("pagehide", saveIfWaiting);
addEventListener("beforeunload", (event) => isAtRisk() && holdsText(fields.map(({ value }) => value)) && event.preventDefault());
const kept = store.load();
const own = store.own();
restore(own ?? kept ?? {});
root.hidden = false;
const place = store.visited() ?? "";
if (kept && place.startsWith(FINISHED)) {
  stem = place.slice(FINISHED.length);
  finish();
}
if (own) conflict();
