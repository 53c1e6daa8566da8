// The case-assistent: leads through the steps, saves what is typed, and says what is wrong. The rules, the preview and
// the ways out are loaded when they are first needed.

import { controlOf, isError, linkList, showBeside } from "./assistant-findings.js";
import { addItem, answersFrom, insertNote, isFilled, nameSource, removeItem, showAnswers, showCited, showSources } from "./assistant-form.js";
import { showNumbers } from "./assistant-notes.js";
import { caseStore, whenSavedElsewhere } from "./assistant-store.js";
import { takeIn } from "./assistant-take.js";
import { element, tables } from "./dom.js";
import { released } from "./press.js";

const SAVE_AFTER = 400;
const CHECK_AFTER = 700;
const MOST_WAITING = 2000;
const root = document.getElementById("assistent");
const form = root.querySelector("form");
const parts = [...form.querySelectorAll("[data-part]")];
const status = document.getElementById("assistent-stand");
const summary = document.getElementById("assistent-fouten");
const notice = document.getElementById("assistent-let-op");
const store = caseStore();
const checked = new Set();
const told = new Map(); // by step: the mistakes that were told of it
let current = parts[0];
let timers = {};
let isAtRisk = false;
let isReviewing = false; // whether somebody came here from the last step, to change something
let helping = Promise.resolve();

const FILES = new URL("../../bijdragen/assistent/", import.meta.url);
let known;

// The rules, the sources that are known and the functions that use them; loaded once, and again after a failure.
async function knowledge() {
  known ??= Promise.all([
    import("./assistant-rules.js"),
    ...["regels.json", "bronnen.json"].map((name) => fetch(new URL(name, FILES)).then(tables)),
  ]).catch((error) => {
    known = undefined;
    throw error;
  });
  const [{ check }, rules, sources] = await known;
  const { around } = form.elements.kept.value ? await import("./assistant-open.js") : {};
  const findings = (answers) => {
    const own = around?.(answers, rules) ?? { rules };
    const shown = (finding) => controlOf(finding.field);
    return check(answers, own.rules, { today: today(), sources, cited: own.cited }).filter(shown);
  };
  return { rules, findings };
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

// Saving.

function later(name, action, delay) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(action, delay);
}

function save() {
  clearTimeout(timers.save);
  const outcome = store.save(answersFrom(form));
  isAtRisk = outcome !== "kept";
  if (outcome === "kept") status.textContent = "Bewaard in deze browser.";
  if (outcome === "blocked") warn("Je browser bewaart hier niets. Blijf op deze pagina tot je klaar bent, of download tussendoor het bestand bij de laatste stap.");
  if (outcome === "conflict") conflict();
  store.aside(outcome === "conflict" ? answersFrom(form) : null);
}

function warn(text, ...buttons) {
  status.textContent = "";
  notice.replaceChildren(element("p", {}, text), ...buttons);
  notice.hidden = false;
}

function choice(text, action) {
  const button = element("button", { type: "button", class: "md-button" }, text);
  button.addEventListener("click", () => {
    notice.hidden = true;
    action();
    current.querySelector("h2").focus();
  });
  return button;
}

function conflict() {
  isAtRisk = true;
  warn(
    "Er is in een ander tabblad aan deze case gewerkt. Wat je hier typt, blijft alleen in dit tabblad staan, tot je kiest.",
    choice("Neem over wat daar staat", () => {
      restore(store.load() ?? {});
      store.aside(null);
    }),
    choice("Ga verder met wat hier staat", () => {
      store.take();
      save();
    }),
  );
}

function restore(answers) {
  showAnswers(form, answers);
  isAtRisk = false;
}

// What was found and told of answers that are not there any more.
function forget() {
  checked.clear();
  told.clear();
  isReviewing = false;
  showBeside(form, []);
}

async function startOver() {
  if (!confirm("Wil je opnieuw beginnen? Alles wat je hier hebt ingevuld, wordt gewist.")) return;
  store.clear();
  forget();
  history.replaceState(null, "", location.pathname);
  restore({});
  notice.hidden = true;
  show(parts[0]);
  const isGone = await photo((one) => one.forgetPhoto()).catch(() => false);
  status.textContent = `Alles is gewist${isGone ? "" : ", maar een foto die je koos misschien niet. Kijk of je verbinding hebt en kies nog eens Begin opnieuw"}.`;
}

// A file that somebody made before, here or elsewhere.
async function openFile(file) {
  try {
    const [{ openIn }, { rules }] = await Promise.all([import("./assistant-opening.js"), knowledge()]);
    const said = await openIn(form, file, rules, (answers) => {
      forget();
      restore(answers);
    });
    if (!said) return;
    save();
    goTo(parts[0]);
    warn(said);
  } catch (error) {
    warn(error.name === "Refused" ? error.message : "Het bestand is nu niet te openen. Kijk of je verbinding hebt, en probeer het nog eens. Wat je typte staat er nog.");
  }
}

const notThere = () => warn("Dit onderdeel is nu niet te laden. Kijk of je verbinding hebt en kies de stap opnieuw. Alles wat je typte staat er nog.");
const photo = (action) => import("./assistant-photo.js").then(action);

// Steps.

function show(part, { focus = true } = {}) {
  current = part;
  summary.hidden = true;
  for (const other of parts) other.hidden = other !== part;
  for (const link of root.querySelectorAll("[data-step]")) {
    if (link.dataset.step === part.id) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  document.getElementById("assistent-terug").hidden = part === parts[0];
  document.getElementById("assistent-verder").hidden = part === parts.at(-1);
  if (part === parts.at(-1)) isReviewing = false;
  document.getElementById("assistent-klaar").hidden = !isReviewing;
  store.visit(part.id);
  showSources(form);
  if (focus) {
    part.querySelector("h2").focus({ preventScroll: true });
    part.scrollIntoView();
  }
  if (part === parts.at(-1)) finish();
  if (part.id === "noten") showClaims();
  if (part.id === "foto") photo((one) => one.showPhoto(form, knowledge)).catch(notThere);
  if (known) showStates().catch(() => {});
}

async function showClaims() {
  const { claims } = await import("./assistant-claims.js");
  claims(form, document.getElementById("assistent-noten"), answersFrom(form).sources ?? []);
}

// Says of every step in the list whether it is done.
async function showStates() {
  const { rules, findings } = await knowledge();
  const errors = findings(answersFrom(form)).filter(isError);
  const [missing] = rules.wordings.missing;
  for (const part of parts.filter((one) => one.querySelector("[data-field]"))) {
    const here = errors.filter(({ field }) => partOf(field) === part);
    const state = here.some(({ code }) => code !== missing) ? "fout" : !isFilled(part) ? "nog niet" : here.length ? "nog niet af" : "klaar";
    const place = root.querySelector(`[data-step="${part.id}"] .kb-state`);
    place.textContent = state;
    place.dataset.state = state;
  }
}

function goTo(part) {
  save();
  if (location.hash === `#${part.id}`) show(part);
  else location.hash = part.id;
}

const next = () => goTo(parts[Math.min(parts.indexOf(current) + 1, parts.length - 1)]);

function fromAddress() {
  return parts.find((part) => part.id === location.hash.slice(1));
}

// Findings.

const partOf = (field) => controlOf(field)?.closest("[data-part]");

async function step() {
  let found;
  // What somebody typed last is understood when the field is left.
  document.activeElement?.blur();
  await Promise.race([helping, new Promise((done) => setTimeout(done, MOST_WAITING))]);
  try {
    found = await findingsHere();
  } catch {
    warn("De regels zijn nu niet te laden. Je kunt gewoon verder; de controle op GitHub kijkt alles later na.");
    return next();
  }
  const errors = found.filter(isError);
  const { rules } = await knowledge();
  // What is not filled in yet can wait; what is wrong is told once, and then stands beside its field.
  const wrong = errors.filter(({ code }) => code !== rules.wordings.missing[0]);
  const said = wrong.map(({ field, message }) => `${field} ${message}`).join();
  if (!wrong.length || told.get(current) === said) return next();
  told.set(current, said);
  summary.querySelector("ul").replaceChildren(...linkList(errors, focusOn));
  summary.hidden = false;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

async function findingsHere() {
  const { findings } = await knowledge();
  checked.add(current);
  const here = findings(answersFrom(form)).filter(({ field }) => partOf(field) === current);
  showBeside(current, here);
  return here;
}

function focusOn(field) {
  const part = partOf(field);
  isReviewing ||= current === parts.at(-1);
  if (part && part !== current) {
    checked.add(part);
    history.pushState(null, "", `#${part.id}`);
    show(part, { focus: false });
    findingsHere();
  }
  controlOf(field)?.focus();
}

async function finish() {
  try {
    const [{ lastStep }, { rules, findings }] = await Promise.all([import("./assistant-last.js"), knowledge()]);
    await lastStep({ root, form, parts, rules, findings, focusOn, rename });
  } catch {
    document.getElementById("assistent-nog").replaceChildren();
    notThere();
  }
}

function rename(name) {
  form.elements.stem.value = name;
  save();
  finish();
}

// What people do.

const help = (action) => (helping = import("./assistant-help.js").then(action).catch(() => {}));

form.addEventListener("focusin", ({ target }) => {
  if ("places" in target.dataset) helping = import("./places.js").then(({ complete }) => complete(target)).catch(() => {});
  if (target.dataset.most) help(({ count }) => count(target));
});
form.addEventListener("change", async ({ target }) => {
  if (target.dataset.means || target.dataset.most) help(({ understand }) => understand(target));
  if (target.matches("textarea, input[type=text]")) {
    // What comes and goes below a field must not move a button that is being pressed.
    await released();
    // What was pasted may hold notes as a file has them.
    showNumbers(form);
    showSources(form);
  }
  if (target.matches("select[name]")) help(({ tellAbout }) => tellAbout(target));
});
form.addEventListener("focusout", ({ target }) => {
  if ("places" in target.dataset) helping = import("./places.js").then(({ settle }) => settle(target)).catch(() => {});
});
form.addEventListener("input", ({ target }) => {
  if (target.dataset.most) help(({ count }) => count(target));
  const source = target.closest('[data-list="sources"] [data-item]');
  if (source && !target.name.endsWith(".key")) nameSource(form, source);
  if (target.matches("textarea")) showCited(target);
  later("save", save, SAVE_AFTER);
  if (checked.has(current)) later("check", () => findingsHere().catch(() => {}), CHECK_AFTER);
});

form.addEventListener("click", ({ target }) => {
  const item = target.closest("[data-item]");
  const list = target.closest("[data-list]");
  if (target.dataset.note) insertNote(target);
  if ("add" in target.dataset) {
    const added = addItem(list);
    showSources(form);
    added.querySelector("[name]").focus();
  }
  if ("remove" in target.dataset && (!isFilled(item) || confirm("Wil je dit verwijderen? Wat je hier hebt ingevuld, ben je dan kwijt."))) {
    removeItem(form, item);
    list.querySelector("[data-add]").focus();
    save();
  }
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!document.getElementById("assistent-verder").hidden) step();
});
document.getElementById("assistent-klaar").addEventListener("click", () => goTo(parts.at(-1)));
document.getElementById("assistent-toch").addEventListener("click", next);
document.getElementById("assistent-terug").addEventListener("click", () => goTo(parts[parts.indexOf(current) - 1]));
document.getElementById("assistent-bestand").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file) await openFile(file);
  target.value = "";
});
document.getElementById("assistent-opnieuw").addEventListener("click", startOver);
addEventListener("hashchange", () => show(fromAddress() ?? parts[0]));
addEventListener("pagehide", () => timers.save && save());
addEventListener("beforeunload", (event) => isAtRisk && isFilled(form) && event.preventDefault());
whenSavedElsewhere(conflict);
takeIn(form, { open: openFile, warn });

// The start.

async function start() {
  const asked = location.search ? await import("./assistant-address.js").then(({ prefilled }) => prefilled(form)).catch(() => ({})) : {};
  const kept = store.load();
  const own = store.own();
  const place = kept && store.visited();
  restore({ ...asked, ...(own ?? kept) });
  root.hidden = false;
  if (kept) {
    status.textContent = "Dit had je al ingevuld. Je kunt verder waar je was.";
    if (Object.keys(asked).length) warn("Je was al bezig met een case; die staat hieronder. Wil je met een andere beginnen, maak deze dan eerst af of kies Begin opnieuw.");
  } else save();
  if (own) conflict();
  const first = fromAddress() ?? parts.find(({ id }) => id === place) ?? parts[0];
  show(first, { focus: Boolean(fromAddress()) });
}

start();
