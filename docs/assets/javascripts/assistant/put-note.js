// Below a text somebody chooses a source, and a note to it comes at the cursor.

import { keysIn, note } from "./notes.js";

// Another choice takes the place of the first, so that who goes through the list with the arrow keys leaves one note, until
// the list is left or pressed anew.
export function change(list) {
  const text = document.getElementById(list.parentElement.dataset.notes);
  const { put = "" } = list.dataset;
  const made = list.value && note(keysIn(text.form).indexOf(list.value.trim()));
  const isLast = text.value.slice(0, text.selectionStart).endsWith(put);
  text.setRangeText(made, text.selectionStart - (isLast ? put.length : 0), text.selectionEnd, "end");
  list.dataset.put = made;
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

export function focusout(list) {
  delete list.dataset.put;
  list.value = "";
}

export const pointerdown = focusout;
