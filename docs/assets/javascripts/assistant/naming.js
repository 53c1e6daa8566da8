// Gives a source its key, as long as nothing refers to it yet.

import { answersFrom } from "./form.js";
import { sourceKey } from "./names.js";

// At once, and again when the sources of other cases are known, as long as its page is open: on another it may be chosen.
// Without those, the editor renames what has the name of one. Ready when the name is final.
// `item`: the group of the source.
export function nameSource(form, item) {
  give(form, item);
  const loaded = [import("./knowledge.js").then(({ knowledge }) => knowledge()), import("./rules/sources.js")];
  return Promise.all(loaded).then(([{ sources }, { address }]) => item.checkVisibility() && give(form, item, sources, address)).catch(() => {});
}

function give(form, item, sources = [], address = String) {
  const answers = answersFrom(form).sources;
  const index = [...item.parentElement.children].indexOf(item);
  const control = item.querySelector('[name$=".key"]');
  const isOwn = control.value && control.value !== control.dataset.made && control.dataset.made !== undefined;
  if (isOwn || (control.value && isUsed(form, control.value))) return;
  const { publisher, title, url } = answers[index];
  const own = answers.filter((_, place) => place !== index).map((source) => source.key);
  const others = sources.filter(([, , , , theirs]) => !url.trim() || address(theirs ?? "") !== address(url.trim())).map(([key]) => key);
  control.value = publisher.trim() || title.trim() ? sourceKey(answers[index], [...own, ...others]) : "";
  control.dataset.made = control.value;
}

const isUsed = (form, key) => JSON.stringify(answersFrom(form)).includes(`[^${key}]`) ||
  [...form.querySelectorAll("select[name][data-sources]")].some((select) => select.value === key);
