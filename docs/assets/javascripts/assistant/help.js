// Says what was made of what somebody typed, how much room is left, and what a lesson tells.

import { nameNumbers } from "./figure-kind.js";
import { keysIn, withKeys } from "./notes.js";
import { element } from "../dom.js";
import { addressOf, amount, besideAddress, inDutch, inWords, isNothing, moment, years } from "../meaning.js";
import { isDated } from "../source-dates.js";
import { released } from "../press.js";

const TELL_AFTER = 1000;
const GONE_AFTER = 4000;
const NEAR_THE_END = 20;
const NOT_OVER = /^((t\/m|tot|tot en met) )?(nu|heden|vandaag)$|^loopt( nog)?$|^lopend$|^(nog )?bezig$/i;
// A point with three digits behind it: a thousand for who types it, a decimal in a file.
const THOUSANDS = /^([-−]?[1-9]\d{0,2})\.(\d{3})(?![\d.,])/;
const NO_LINK = /^\(?(geen|nee|niets|geen (link|bron|website)|(die )?heb ik niet|heb ik geen)\)?[.!]?$/i;
// Of a source of which nobody knows the date.
const NO_DATE = /^\(?(?:(?:er is |heeft |noemt )?(?:geen|zonder) (?:datum|jaar|jaartal)(?: bekend)?|(?:de )?(?:datum|jaar|jaartal) (?:is )?(?:onbekend|niet bekend)|ongedateerd|z ?d)\)?[.!]?$/i;
let telling;

const note = (control, text) => {
  const place = document.getElementById(`${control.id}-gelezen`);
  if (place && place.textContent !== text) place.textContent = text;
};

const told = ({ id }) => document.getElementById(`${id}-gelezen`)?.textContent ?? "";

// A sign that stands in the words themselves is none around them.
const youTyped = (typed) => `Je typte ${/['’‘]/.test(typed) ? `“${typed}”` : `'${typed}'`}.`;

// What a text means in a field: its value, what else it fills in (by the last part of the name), and how that is said.
const READERS = {
  url: (text) => ({ value: addressOf(text), more: besideAddress(text) }),
  moment: (text) => ({ value: moment(text), said: inWords(moment(text)) }),
  number(text, control, isTyped) {
    const { value = "", unit = "" } = measured(text);
    const also = { unit };
    // A decimal is shown with a comma; one that has it stays as it was typed.
    if (value) return { value: /^-?\d+,\d+$/.test(text) ? text : value.replace(".", ","), also, said: [inDutch(value), unit].filter(Boolean).join(" ") };
    const whole = isTyped && measured(text.replace(THOUSANDS, "$1$2"));
    if (!whole?.value) return {};
    const decimal = inDutch(THOUSANDS.exec(text)[0].replace("−", "-"));
    return { value: whole.value, also: { unit: whole.unit }, said: [whole.value, whole.unit].filter(Boolean).join(" "), doubt: `Bedoel je een kommagetal? Schrijf ${decimal}.` };
  },
  year(text, { name }) {
    const [first, last] = years(text);
    if (last && !name.endsWith(".start")) return {};
    return { value: String(first ?? ""), also: { end: String(last ?? "") }, said: [first, last].filter(Boolean).join(" tot ") };
  },
};

const measured = (text) => amount(text) ?? counted(text);

// A number with what it counts behind it: '430 ton'; words that have a number of their own say something else.
function counted(text) {
  const [, number, unit] = /^([\d.,]+) (\p{L}[^\d]{0,40})$/u.exec(text.trim()) ?? [];
  const { value } = (number && !/^(?:van|tot|of|en|à|duizend|miljoen|miljard)\b/i.test(unit) && amount(number)) || {};
  return value ? { value, unit } : {};
}

// Puts what somebody means in a field, and says so.
// `isTyped`: by somebody, and not opened from a file.
export async function understand(control, isTyped = true) {
  await released();
  const typed = control.value.trim();
  forget(control);
  // Whoever asks again about what was emptied a moment ago.
  if (!typed) return told(control).includes("Dit vak blijft leeg") || note(control, "");
  if (control.name.endsWith(".end") && NOT_OVER.test(typed)) return put(control, "", `${youTyped(typed)} Dit vak blijft leeg. Kies bij Afloop dat het nog loopt.`);
  const isOfSource = /^sources\..*\.date$/.test(control.name);
  if (isOfSource && (isNothing(typed) || NO_DATE.test(typed))) return put(control, "z.d.", `${youTyped(typed)} Gelezen als z.d.: zonder datum.`);
  if (isNothing(typed) || (control.dataset.means === "url" && NO_LINK.test(typed))) return put(control, "", `${youTyped(typed)} Dit vak blijft leeg.`);
  const { value, more, also = {}, said = value, doubt = "Klopt het niet? Verander het dan." } = READERS[control.dataset.means]?.(typed, control, isTyped) ?? {};
  if (isOfSource && !isDated(typed)) return note(control, `${youTyped(typed)} ${yearOf(typed)}`);
  forgetMore(control, value);
  if (!value) return unsay(control);
  if (more) return keepMore(control, { typed, value, more });
  let isMore = false;
  let stays = "";
  for (const [name, text] of Object.entries(also)) {
    const other = text && control.form.elements[control.name.replace(/[^.]+$/, name)];
    if (!other || other.value.trim() === text) continue;
    // Who is typing the same there is not done yet.
    if (!text.startsWith(other.value.trim())) stays = ` Maar bij ${other.labels[0].firstChild.textContent.trim()} staat '${other.value.trim()}'.`;
    else if (!other.value.trim()) fillIn(other, text);
    isMore = true;
  }
  // With a point or comma people may mean thousands, or a part.
  if (value !== typed || isMore || (control.dataset.means === "number" && /[.,]/.test(typed))) put(control, value, `${youTyped(typed)} Gelezen als ${said}.${stays} ${doubt}`);
  else unsay(control);
}

// Fills in a field so that who types there replaces it.
function fillIn(other, text) {
  other.value = text;
  const select = () => other.value === text && other.select();
  if (other === document.activeElement) select();
  for (const kind of ["focus", "click"]) other.addEventListener(kind, select, { once: true });
}

// What was said of earlier words in a field, at others on its page, is true no more.
function forget({ labels }) {
  const said = ` Maar bij ${labels[0].firstChild.textContent.trim()} staat '`;
  for (const place of labels[0].closest("[data-page]")?.querySelectorAll("[id$=-gelezen]") ?? []) if (place.textContent.includes(said)) place.textContent = "";
}

// What stood beside another address is no remark on this one.
function forgetMore({ dataset, form, name }, value) {
  const remark = form.elements[name.replace(/[^.]+$/, "note")];
  if (!remark || !dataset.of || dataset.of === value) return;
  remark.value = remark.value.split("; ").filter((one) => !dataset.more.includes(one)).join("; ");
  dataset.of = dataset.more = "";
}

// What to do with the date of a source in which no year is sure.
function yearOf(typed) {
  const [, day, year] = /^(\d{1,2}[-/. ]\d{1,2}[-/. ])(\d{2})$/.exec(typed) ?? [];
  if (day) return `Welk jaar is dat? Schrijf het in vier cijfers, zoals ${day}20${year}.`;
  return "Daar staat geen jaar in. Schrijf het in vier cijfers, of typ z.d. als de bron geen datum noemt.";
}

// What somebody typed beside an address goes along as a remark on that source; the quick form has no field for those, and
// keeps all until the concept is made.
function keepMore(control, { typed, value, more }) {
  const remark = control.form.elements[control.name.replace(/[^.]+$/, "note")];
  const said = `${youTyped(typed)} Gelezen als ${value}. De rest, '${more}', gaat mee als opmerking bij de bron.`;
  if (!remark) return control.name === "link" ? note(control, said) : put(control, value, `${youTyped(typed)} Gelezen als ${value}. Klopt het niet? Verander het dan.`);
  if (!remark.value.includes(more)) {
    control.dataset.more = `${control.dataset.more ?? ""}${more}`;
    control.dataset.of = value;
    remark.value = [remark.value.trim(), more].filter(Boolean).join("; ");
  }
  put(control, value, said);
}

// What was said of earlier words in a field does not hold for others.
function unsay(control) {
  if (/^(?:Je typte|In het bestand stond) /.test(told(control))) note(control, "");
}

function put(control, value, said) {
  control.value = value;
  note(control, said);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

// Shows below a field how many signs still fit.
export function count(control) {
  const left = Number(control.dataset.most) - [...withKeys(control, keysIn(control.form)).trim()].length;
  const id = `${control.id}-tel`;
  let place = document.getElementById(id);
  if (!place) {
    place = element("p", { id, class: "kb-help" });
    control.after(place);
    control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby")} ${id}`);
  }
  const signs = `${Math.abs(left)} ${Math.abs(left) === 1 ? "teken" : "tekens"}`;
  place.textContent = left < 0 ? `${signs} te veel.` : `Nog ${signs}.`;
  clearTimeout(telling);
  // Said aloud once somebody stops typing; it stands in view already.
  if (left < NEAR_THE_END) telling = setTimeout(() => tell(control, place.textContent, left < 0), TELL_AFTER);
  else fits(control);
}

function tell(control, text, isOver) {
  const place = aloud(control);
  place.textContent = text;
  place.toggleAttribute("data-over", isOver);
  telling = setTimeout(() => (place.textContent = ""), GONE_AFTER);
}

// Says once that what was too long fits again; for who reads on nothing of it stays.
function fits({ id }) {
  const place = document.getElementById(`${id}-hardop`);
  if (!place) return;
  place.textContent = "";
  if (!("over" in place.dataset)) return;
  telling = setTimeout(() => {
    place.textContent = "Het past weer.";
    delete place.dataset.over;
    telling = setTimeout(() => (place.textContent = ""), GONE_AFTER);
  }, TELL_AFTER);
}

function aloud({ id }) {
  const place = document.getElementById(`${id}-hardop`);
  if (place) return place;
  const made = element("span", { id: `${id}-hardop`, class: "kb-unseen", role: "status" });
  document.getElementById(`${id}-tel`).after(made);
  return made;
}

// Tells what a chosen lesson says, and asks for the numbers of a figure by the kind that was chosen.
export function tellAbout(select) {
  if ("figure" in select.dataset) return nameNumbers(select.form);
  if (select.selectedOptions) note(select, select.selectedOptions[0]?.dataset.about ?? "");
}
