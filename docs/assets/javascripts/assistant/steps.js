// Leads through the steps of the case-assistent, and says at each what is wrong in it.

import { answersFrom, isFilled, showSources } from "./form.js";
import { announce, controlOf, form, leadTo, notThere, parts, root, warn } from "./page.js";
import { pageAt, pages } from "./pages.js";
import { save, saveIfWaiting, store } from "./saving.js";

const CHECK_AFTER = 700;
const MOST_WAITING = 2000;
const summary = document.getElementById("assistent-fouten");
const checked = new Map(); // by page that was looked at: what was said of it last
const told = new Map(); // by page: the mistakes that were told of it
let current = pages()[0];
let after; // where somebody was going when a mistake was told
let waiting;
let steps = 0; // who asks twice while something is looked up, asks once
const { title } = document;
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
  if (isKnown) knowledge().then(({ telling }) => telling.showBeside(form, [])).catch(() => {});
}

const at = (name) => document.getElementById(`assistent-${name}`);
const stepOf = (page) => page.closest("[data-part]").dataset.part;
const itemOf = (page) => page.closest("[data-item]");
const entryOf = (id) => root.querySelector(`[data-step="${id}"]`);
const listOf = (page) => page.closest("[data-list]");
const isLast = (page) => page === pages().at(-1);

// The pages as somebody goes through them: those of one item of a list begin and end at the list.
function road() {
  const item = itemOf(current);
  const all = pages();
  const list = listOf(current)?.querySelector("[data-page]");
  if (item) return [list, ...item.querySelectorAll("[data-page]"), list];
  return all.filter((page, index) => !itemOf(page) && (page === current || !("follows" in page.dataset) || isFilled(all[index - 1])));
}

function beside(by) {
  const all = road();
  return all[all.indexOf(current) + by] ?? current;
}

export function show(page, { focus = true } = {}) {
  clearTimeout(waiting); // what would be looked at again is not in view any more
  if (page !== current) announce(""); // what was said of another page is not true here
  current = page;
  summary.hidden = true;
  for (const other of pages()) other.hidden = other !== page;
  at("naar").href = `#${page.id}`;
  const entry = entryOf(page.id) ?? entryOf(stepOf(page));
  for (const link of root.querySelectorAll("[data-step]")) {
    if (link === entry) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  if (isLast(page)) isReviewing = false;
  showButtons();
  saveIfWaiting();
  store.visit(page.id);
  showSources(form);
  const heading = page.querySelector("h2");
  document.title = `${heading.textContent.trim()} - ${title}`;
  if (focus) {
    heading.focus({ preventScroll: true });
    page.scrollIntoView();
  }
  if (isLast(page)) finish();
  if (stepOf(page) === "noten") showClaims();
  if (stepOf(page) === "foto") photo((one) => one.showPhoto(form, knowledge)).catch(notThere);
  if (page.querySelector("[data-entered]")) showList(listOf(page));
  // What was said of a page may not be true any more.
  if (checked.has(page.id) || entry.lastElementChild.dataset.state === "fout") findingsHere(page, checked.has(page.id)).catch(() => {});
  else if (isKnown) showStates().catch(() => {});
}

function showButtons() {
  const item = itemOf(current);
  const ready = item && listOf(current).dataset.ready;
  const hasMore = item && itemOf(beside(1));
  at("terug").hidden = current === pages()[0];
  at("verder").hidden = isLast(current);
  at("verder").textContent = !item ? "Volgende stap" : hasMore ? "Ga verder" : ready;
  at("genoeg").hidden = !hasMore;
  if (ready) at("genoeg").textContent = ready;
  at("klaar").hidden = !isReviewing;
}

// Stays where somebody is, when all answers were filled in anew.
export function stay() {
  if (!current.isConnected || current.querySelector("[data-entered]")) show(pageAt(current.id), { focus: false });
}

export const showList = (list) => import("./entered.js").then(({ showEntered }) => showEntered(list)).catch(notThere);

async function showClaims() {
  const { claims } = await import("./claims.js");
  claims(form, pageAt("noten"), answersFrom(form).sources ?? []);
  const wanted = fromAddress();
  if (!current.isConnected || (wanted && wanted !== current && stepOf(wanted) === "noten")) show(wanted ?? pageAt("noten"));
}

// Says in the list of steps how far somebody is.
// `all`: what is found of all answers, for who knows that already.
export async function showStates(all) {
  const [{ tell }, { rules, findings }] = await Promise.all([import("./states.js"), knowledge()]);
  tell(root, all ?? (await findings()).found, rules);
}

export function goTo(page) {
  save();
  if (location.hash === `#${page.id}`) show(page);
  else location.hash = page.id;
}

export const toLast = () => goTo(pages().at(-1));
export const back = () => goTo(beside(-1));
export const onward = () => goTo(after);
export const list = () => road()[0];
const next = () => beside(1);
export const fromAddress = () => pageAt(location.hash.slice(1));

const pageOf = (field) => controlOf(field)?.closest("[data-page]");

// Goes on, once what is wrong here was told; `helping` gives what is still being made of an answer.
// `to`: gives the page to go to.
export async function step(helping, to = next) {
  let found;
  const from = current;
  const mine = ++steps;
  after = to();
  // What somebody typed last is understood when the field is left.
  document.activeElement?.blur();
  await Promise.race([helping(), new Promise((done) => setTimeout(done, MOST_WAITING))]);
  try {
    found = await findingsHere(from);
  } catch {
    warn("De regels zijn nu niet te laden. Je kunt gewoon verder; de controle op GitHub kijkt alles later na.");
    return onward();
  }
  const { rules, telling } = await knowledge();
  const errors = found.filter((one) => telling.stops(one, rules));
  if (from !== current || mine !== steps) return; // who went elsewhere in the meantime stays there
  // What is not filled in yet can wait; what is wrong is told once, and then stands beside its field.
  const wrong = errors.filter((one) => !telling.isMissing(one));
  const said = wrong.map(({ field, message }) => `${field} ${message}`).join();
  if (!wrong.length || told.get(current.id) === said) return onward();
  told.set(current.id, said);
  summary.querySelector("ul").replaceChildren(...telling.linkList(errors, focusOn));
  summary.hidden = false;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

// `isSeen`: whether somebody was on the page before; else what is not filled in yet is no news.
async function findingsHere(page = current, isSeen = true) {
  const { findings, rules, telling } = await knowledge();
  const { found: all } = await findings();
  const here = all.filter(({ code, field }) => pageOf(field) === page && (isSeen || !telling.isMissing({ code })));
  checked.set(page.id, here.map(({ message }) => message));
  telling.showBeside(page, here);
  // Before anything is scrolled to: they make the list of steps higher.
  await showStates(all).catch(() => {});
  return here;
}

function focusOn(field) {
  const page = pageOf(field) ?? pageAt(field);
  isReviewing ||= isLast(current);
  if (page && page !== current) {
    checked.set(page.id, []);
    history.pushState(null, "", `#${page.id}`);
    show(page, { focus: false });
  }
  const control = controlOf(field);
  if (control) leadTo(control);
  else page?.querySelector("h2").focus();
}

async function finish() {
  try {
    const [{ lastStep }, { rules, findings }] = await Promise.all([import("./last.js"), knowledge()]);
    await lastStep({ root, form, parts, rules, findings, focusOn, rename });
    announce(`Nagekeken. ${[...at("nog").querySelectorAll("h3")].map((title) => title.textContent).join(" en ") || "Er is niets meer te verbeteren"}.`);
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

// Looks again at a page that was looked at before, once somebody stops typing.
export function checkLater() {
  clearTimeout(waiting);
  if (checked.has(current.id)) waiting = setTimeout(() => checkAgain().catch(() => {}), CHECK_AFTER);
}

// Tells what came to stand beside a field, and not again what stood there.
async function checkAgain() {
  const before = checked.get(current.id);
  const here = await findingsHere();
  const fresh = here.filter(({ message }) => !before.includes(message));
  const { rules, telling } = await knowledge();
  const errors = here.filter((one) => telling.stops(one, rules));
  summary.querySelector("ul").replaceChildren(...telling.linkList(errors, focusOn));
  summary.hidden ||= errors.every((one) => telling.isMissing(one));
  announce(fresh.map((one) => `${telling.isError(one) ? "Fout" : "Tip"} bij ${telling.labelOf(one.field)}: ${one.message}.`).join(" "));
}
