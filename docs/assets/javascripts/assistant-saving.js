// Saves what is typed in the case-assistent, and says when that does not work or another tab did.

import { answersFrom, showAnswers } from "./assistant-form.js";
import { choice, form, status, warn } from "./assistant-page.js";
import { caseStore, whenSavedElsewhere } from "./assistant-store.js";

export const store = caseStore();
const SAVE_AFTER = 400;
let waiting;
let risk = false;

// Whether what stands here is kept nowhere.
export const isAtRisk = () => risk;

export function saveLater() {
  clearTimeout(waiting);
  waiting = setTimeout(save, SAVE_AFTER);
}

export const saveIfWaiting = () => waiting && save();

export function save() {
  clearTimeout(waiting);
  const outcome = store.save(answersFrom(form));
  risk = outcome !== "kept";
  if (outcome === "kept") status.textContent = "Bewaard in deze browser.";
  if (outcome === "blocked") warn("Je browser bewaart hier niets. Blijf op deze pagina tot je klaar bent, of download tussendoor het bestand bij de laatste stap.");
  if (outcome === "conflict") conflict();
  store.aside(outcome === "conflict" ? answersFrom(form) : null);
}

export function conflict() {
  risk = true;
  warn(
    "Er is in een ander tabblad aan deze case gewerkt. Wat je hier typt, blijft alleen in dit tabblad staan, tot je kiest.",
    choice("Neem over wat daar staat", () => {
      restore(store.load() ?? {});
      store.aside(null);
    }),
    choice("Ga verder met wat hier staat", () => {
      store.take();
      save();
    }),
  );
}

export function restore(answers) {
  showAnswers(form, answers);
  risk = false;
}

whenSavedElsewhere(conflict);
