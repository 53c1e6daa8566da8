// Gives a source its key, as long as nothing refers to it yet.

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
  const [{ knowledge }, { address }] = await Promise.all([import("./knowledge.js"), import("./rules/sources.js")]);
  const { pieces } = (await knowledge()).rules;
  const [source, own] = apart(form, item);
  const key = (await keyOfAddress(address(source.url.trim()), own, pieces)) || (await freeKey(sourceStem(source), own, pieces));
  if (last.get(item) === mine && item.checkVisibility()) give(form, item, () => key);
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

// The key that the library has for an address, unless another source here has it.
async function keyOfAddress(address, own, pieces) {
  await lookUp([address], pieces);
  const key = known.addresses[address];
  return own.includes(key) ? "" : key;
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
