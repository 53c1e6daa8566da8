// What stands in a field, as people write it: 1.500.000 and 26 november 2019. A year is no number to read so.

import { inDutch, inWords } from "../meaning.js";
import { sourceDate } from "../source-dates.js";

const BY_MEANING = { number: (text) => inDutch(text.replace(",", ".")), moment: inWords };
const OF_A_SOURCE = /^sources\.\d+\.date$/;

export function readBack(control) {
  if (control.selectedOptions) return control.selectedOptions[0]?.textContent ?? "";
  const say = OF_A_SOURCE.test(control.name) ? sourceDate : BY_MEANING[control.dataset.means] ?? String;
  return say(control.value.trim());
}
