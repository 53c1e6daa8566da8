// Saves what is typed.

import { answersFrom, showAnswers } from "./form.js";
import { form } from "./page.js";
import { CASE } from "./store.js";
import { saver } from "../saving.js";

export const { store, isAtRisk, saveLater, saveIfWaiting, save, conflict, restore } = saver({
  key: CASE,
  read: () => answersFrom(form),
  show(answers) {
    showAnswers(form, answers);
    form.dispatchEvent(new Event("kb-shown"));
    const lessons = form.querySelectorAll("[data-list=lessons] select");
    if (lessons.length) import("./help.js").then(({ tellAbout }) => lessons.forEach(tellAbout)).catch(() => {});
  },
  blocked: "Je browser bewaart hier niets. Blijf op deze pagina tot je klaar bent, of download tussendoor het bestand bij de laatste stap.",
});
