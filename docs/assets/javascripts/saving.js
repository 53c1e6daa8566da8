// Saves what is typed in a form, and says when that does not work or another tab did.

import { choice, status, unwarn, warn } from "./assistant/page.js";
import { caseStore, whenSavedElsewhere } from "./assistant/store.js";

const SAVE_AFTER = 400;

// What saves one form.
// `key`: where it keeps its answers; `read` gives and `show` shows them; `blocked`: what people hear when the browser keeps
// nothing; `older`: see `caseStore`.
export function saver({ key, read, show, blocked, older }) {
  const store = caseStore(key, older);
  let waiting;
  let risk = false;
  let isBlocked;
  let blank; // of a form in which nobody typed nothing is kept

  function save() {
    clearTimeout(waiting);
    const answers = read();
    const outcome = JSON.stringify(answers) === blank ? store.works() : store.save(answers);
    risk = outcome === "blocked" || outcome === "conflict";
    if (outcome !== "nothing") blank = undefined;
    const said = outcome === "kept" ? "Bewaard in deze browser." : "";
    // The same words anew are read out again.
    if (status.textContent !== said) status.textContent = said;
    if (outcome === "blocked") warn(blocked);
    else if (isBlocked) unwarn();
    isBlocked = outcome === "blocked";
    if (outcome === "conflict") conflict();
    store.aside(outcome === "conflict" ? answers : null);
  }

  function conflict() {
    risk = true;
    const takeOver = () => {
      restore(store.load() ?? {});
      store.aside(null);
    };
    const goOn = () => {
      store.take();
      save();
    };
    warn("Er is in een ander tabblad aan deze case gewerkt. Wat je hier typt, blijft alleen in dit tabblad staan, tot je kiest. Wat je niet kiest, komt niet terug.", choice("Neem over wat daar staat", takeOver), choice("Ga verder met wat hier staat", goOn));
  }

  function restore(answers) {
    // What was said of other answers does not hold for these.
    for (const told of document.querySelectorAll("[id$=-gelezen], [id$=-geplakt], [id$=-tel]")) told.textContent = "";
    show(answers);
    risk = false;
    const spare = store.spare();
    if (spare) import("./spare.js").then(({ tell }) => tell(spare));
    blank = Object.keys(answers).length ? undefined : JSON.stringify(read());
  }

  whenSavedElsewhere(key, conflict);
  return {
    store, save, conflict, restore,
    isAtRisk: () => risk, // whether what stands here is kept nowhere
    saveIfWaiting: () => waiting && save(),
    saveLater: () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, SAVE_AFTER);
    },
  };
}
