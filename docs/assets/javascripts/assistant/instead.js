// Buttons that put a name that somebody may have meant in the place of what was typed for it.

import { element } from "../dom.js";

export function instead(control, typed, names) {
  if (!control.value?.includes(typed)) return [];
  return names.map((name) => {
    const button = element("button", { type: "button", class: "kb-plain-button" }, `Verander in ${name}`);
    button.addEventListener("click", () => put(control, typed, name));
    return button;
  });
}

function put(control, typed, name) {
  const option = [...(control.options ?? [])].find(({ text }) => text === name);
  control.value = option ? option.value : control.value.replace(typed, () => name);
  control.focus();
  control.dispatchEvent(new Event("input", { bubbles: true }));
  const told = document.getElementById(`${control.id}-gelezen`);
  if (told) told.textContent = `${name} staat er nu.`;
}
