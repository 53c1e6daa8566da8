// Notes in a text: people see the number of a source, the file has its key.

// A note as the file has it; reading/marks.py has the same.
export const NOTE = /\[\^(?<key>[^[\]\s]+)\]/g;
const NUMBER = /\[bron (\d{1,3})\]/g;

// Whether people type in a control what may hold notes; a key is no such text.
const isText = ({ type, name }) => (type === "textarea" || type === "text") && !name.endsWith(".key");

// The keys of the sources in a form, in their order; one that has none yet is empty.
export const keysIn = (form) => [...form.querySelectorAll('[name^="sources."][name$=".key"]')].map(({ value }) => value.trim());

// What a control holds as the file has it.
export const withKeys = (control, keys) =>
  isText(control) ? control.value.replace(NUMBER, (shown, number) => (keys[number - 1] ? `[^${keys[number - 1]}]` : shown)) : control.value;

// How a note to the source at an index is shown.
export const note = (index) => `[bron ${index + 1}]`;

// Shows all notes in a form as people know their sources; one without a source stays as it is, to be told about.
export function showNumbers(form) {
  const keys = keysIn(form);
  for (const control of form.querySelectorAll("[name]")) {
    const shown = isText(control) ? control.value.replace(NOTE, (key, name) => (keys.includes(name) ? note(keys.indexOf(name)) : key)) : control.value;
    if (shown !== control.value) control.value = shown;
  }
}

// What people call the source at an index.
export const named = ({ title, publisher, key }, index) =>
  title.trim() ? `${title.trim()} (bron ${index + 1})` : `Bron ${index + 1}, ${publisher.trim() || key}`;

// The sources that a text rests on, by their indexes, each once and in their order.
export const citedIn = (text) => [...new Set([...text.matchAll(NUMBER)].map(([, number]) => number - 1))].sort((one, other) => one - other);
