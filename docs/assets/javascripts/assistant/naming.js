// Gives a source its key, as long as nothing refers to it yet.

import { answersFrom } from "./form.js";
import { sourceKey } from "./names.js";

// `item`: the group of the source.
export function nameSource(form, item) {
  const answers = answersFrom(form).sources;
  const index = [...item.parentElement.children].indexOf(item);
  const control = item.querySelector('[name$=".key"]');
  const isOwn = control.value && control.value !== control.dataset.made && control.dataset.made !== undefined;
  if (isOwn || (control.value && isUsed(form, control.value))) return;
  const { publisher, title } = answers[index];
  const taken = answers.filter((_, place) => place !== index).map((source) => source.key);
  control.value = publisher.trim() || title.trim() ? sourceKey(answers[index], taken) : "";
  control.dataset.made = control.value;
}

const isUsed = (form, key) => JSON.stringify(answersFrom(form)).includes(`[^${key}]`) ||
  [...form.querySelectorAll("select[name][data-sources]")].some((select) => select.value === key);
