// Leads through the steps of the case-assistent, and says at each what is wrong in it.

import { controlOf, isError, linkList, showBeside } from "./findings.js";
import { answersFrom, isFilled, showSources } from "./form.js";
import { form, notThere, parts, root, warn } from "./page.js";
import { save, saveIfWaiting, store } from "./saving.js";

const CHECK_AFTER = 700;
const MOST_WAITING = 2000;
const summary = document.getElementById("assistent-fouten");
const checked = new Set();
const told = new Map(); // by step: the mistakes that were told of it
let current = parts[0];
let waiting;
let isKnown = false; // whether what the form knows is there, or is coming
let isReviewing = false; // whether somebody came here from the last step, to change something

// What the form knows is loaded when it is first needed.
export async function knowledge() {
  isKnown = true;
  try {
    return await (await import("./knowledge.js")).knowledge();
  } catch (error) {
    isKnown = false;
    throw error;
  }
}

export const photo = (action) => import("./photo.js").then(action);

// What was found and told of answers that are not there any more.
export function forget() {
  checked.clear();
  told.clear();
  isReviewing = false;
  showBeside(form, []);
}

export function show(part, { focus = true } = {}) {
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
  saveIfWaiting();
  store.visit(part.id);
  showSources(form);
  if (focus) {
    part.querySelector("h2").focus({ preventScroll: true });
    part.scrollIntoView();
  }
  if (part === parts.at(-1)) finish();
  if (part.id === "noten") showClaims();
  if (part.id === "foto") photo((one) => one.showPhoto(form, knowledge)).catch(notThere);
  if (isKnown) showStates().catch(() => {});
}

async function showClaims() {
  const { claims } = await import("./claims.js");
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

export function goTo(part) {
  save();
  if (location.hash === `#${part.id}`) show(part);
  else location.hash = part.id;
}

export const toLast = () => goTo(parts.at(-1));
export const back = () => goTo(parts[parts.indexOf(current) - 1]);
export const next = () => goTo(parts[Math.min(parts.indexOf(current) + 1, parts.length - 1)]);

export function fromAddress() {
  return parts.find((part) => part.id === location.hash.slice(1));
}

const partOf = (field) => controlOf(field)?.closest("[data-part]");

// Goes on, once what is wrong here was told; `helping` gives what is still being made of an answer.
export async function step(helping) {
  let found;
  // What somebody typed last is understood when the field is left.
  document.activeElement?.blur();
  await Promise.race([helping(), new Promise((done) => setTimeout(done, MOST_WAITING))]);
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
    const [{ lastStep }, { rules, findings }] = await Promise.all([import("./last.js"), knowledge()]);
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

// Looks again at a step that was looked at before, once somebody stops typing.
export function checkLater() {
  clearTimeout(waiting);
  if (checked.has(current)) waiting = setTimeout(() => findingsHere().catch(() => {}), CHECK_AFTER);
}
