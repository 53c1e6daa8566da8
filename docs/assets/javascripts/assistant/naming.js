// Gives a source its key, as long as nothing refers to it yet, and tells when the library has it.

import { answersFrom } from "./form.js";
import { known, lookUp } from "./known.js";
import { numbered, sourceKey, sourceStem } from "./names.js";

const AFTER = 300; // milliseconds after the last sign, so that not every half word is looked up
const last = new WeakMap(); // by item: when it was named last

// At once, and again when is known which keys the library has, as long as its page is open: on another it may be chosen.
// Without that, the editor renames what has the name of one. Ready when the name is final.
// `item`: the group of the source.
export async function nameSource(form, item) {
  const mine = {};
  last.set(item, mine);
  give(form, item, sourceKey);
  await new Promise((done) => setTimeout(done, AFTER));
  if (last.get(item) !== mine) return;
  const [{ knowledge }, { address }, { tellAlready }] = await Promise.all([import("./knowledge.js"), import("./rules/sources.js"), import("./already.js")]);
  const { pieces } = (await knowledge()).rules;
  const [source, own] = apart(form, item);
  const theirs = await keyOfAddress(address(source.url.trim()), pieces);
  const key = theirs && !own.includes(theirs) ? theirs : await freeKey(sourceStem(source), own, pieces);
  if (last.get(item) !== mine || !item.checkVisibility()) return;
  give(form, item, () => key);
  await tellAlready(item, known.sources[theirs]);
}

function give(form, item, keyOf) {
  const control = item.querySelector('[name$=".key"]');
  const isOwn = control.value && control.value !== control.dataset.made && control.dataset.made !== undefined;
  if (isOwn || (control.value && isUsed(form, control.value))) return;
  const [source, own] = apart(form, item);
  control.value = source.publisher.trim() || source.title.trim() ? keyOf(source, own) : "";
  control.dataset.made = control.value;
}

// The answers of a source, and the keys of all others.
function apart(form, item) {
  const answers = answersFrom(form).sources;
  const index = [...item.parentElement.children].indexOf(item);
  return [answers[index], answers.filter((_, place) => place !== index).map(({ key }) => key)];
}

// The key that the library has for an address; with it comes what the library tells of that source.
async function keyOfAddress(address, pieces) {
  if (!address) return "";
  await lookUp([address], pieces);
  const key = known.addresses[address] ?? "";
  if (key) await lookUp([key], pieces);
  return key;
}

// A key that nobody has: what the library tells of the first, saves asking for each number.
async function freeKey(stem, own, pieces) {
  for (let number = 1; ; ) {
    const key = numbered(stem, number);
    await lookUp([key], pieces);
    const theirs = known.sources[key];
    if (!theirs && !own.includes(key)) return key;
    number = theirs && number === 1 ? theirs.at(-1) : number + 1;
  }
}

const isUsed = (form, key) => JSON.stringify(answersFrom(form)).includes(`[^${key}]`) ||
  [...form.querySelectorAll("select[name][data-sources]")].some((select) => select.value === key);
