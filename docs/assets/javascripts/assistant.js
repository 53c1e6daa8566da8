// The case-assistent: leads through the steps and saves what is typed.

import { addItem, isFilled, showCited, showSources } from "./assistant/form.js";
import { showNumbers } from "./assistant/notes.js";
import { announce, form, leadToNotice, notThere, root, status, warn } from "./assistant/page.js";
import { pageAt, pages } from "./assistant/pages.js";
import { conflict, isAtRisk, restore, save, saveIfWaiting, saveLater, store } from "./assistant/saving.js";
import { back, checkLater, fromAddress, goTo, list as listHere, onward, show, showList, showStates, stay, step, toLast } from "./assistant/steps.js";
import { takeIn } from "./assistant/take.js";
import { released } from "./press.js";

let helping = Promise.resolve();

// A file that somebody made before, here or elsewhere.
const openFile = (file) =>
  import("./assistant/opening.js")
    .then(({ open }) => open(file))
    .catch(() => {
      warn("Het bestand is nu niet te openen. Kijk of je verbinding hebt, en probeer het nog eens. Wat je typte staat er nog.");
      leadToNotice();
    });

const name = (source) => (helping = import("./assistant/naming.js").then(({ nameSource }) => nameSource(form, source)).then(saveLater, () => {}));

const help = (action) => (helping = import("./assistant/help.js").then(action).catch(() => {}));

form.addEventListener("focusin", ({ target }) => {
  if ("places" in target.dataset) helping = import("./places.js").then(({ complete }) => complete(target)).catch(() => {});
  if (target.dataset.most && !target.ariaInvalid) help(({ count }) => count(target));
});
form.addEventListener("change", async ({ target }) => {
  if ("lines" in target.dataset) helping = import("./assistant/paste.js").then(({ apart, unmark }) => [unmark, apart].forEach((mend) => mend(target))).catch(() => {});
  if (target.dataset.means || target.dataset.most) help(({ understand }) => understand(target));
  if (target.matches("textarea, input[type=text]")) {
    // What comes and goes must not move a button that is being pressed.
    await released();
    // What was pasted may hold notes.
    showNumbers(form);
    showSources(form);
  }
  if (target.matches("select[name]")) help(({ tellAbout }) => tellAbout(target));
});
for (const kind of ["change", "focusout", "pointerdown"]) {
  form.addEventListener(kind, ({ target }) => {
    if (target.matches(".kb-notes select")) helping = import("./assistant/put-note.js").then((note) => note[kind](target)).catch(notThere);
  });
}
form.addEventListener("focusout", ({ target }) => {
  if ("places" in target.dataset) helping = import("./places.js").then(({ settle }) => settle(target)).catch(() => {});
});
form.addEventListener("input", ({ target }) => {
  if (target.dataset.most) help(({ count }) => count(target));
  const source = target.closest('[data-list="sources"] [data-item]');
  if (source && !target.name.endsWith(".key")) name(source);
  if (target.matches("textarea")) showCited(target);
  saveLater();
  checkLater();
});

form.addEventListener("click", ({ target }) => {
  const list = target.closest("[data-list]");
  if ("add" in target.dataset) {
    goTo(addItem(list).querySelector("[data-page]"));
  }
  const item = target.dataset.remove && list.querySelectorAll("[data-item]")[target.dataset.remove];
  if (item) takeOut(item, list).catch(notThere);
});

async function takeOut(item, list) {
  const called = item.querySelector("[data-called]").textContent;
  const { remove } = await import("./assistant/removing.js");
  if (!remove(form, item)) return;
  showList(list);
  list.querySelector("[data-add]").focus();
  save();
  announce(`${called} is verwijderd.`);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!document.getElementById("assistent-verder").hidden) step(() => helping);
});
document.getElementById("assistent-klaar").addEventListener("click", toLast);
document.getElementById("assistent-genoeg").addEventListener("click", () => step(() => helping, listHere));
document.getElementById("assistent-toch").addEventListener("click", onward);
document.getElementById("assistent-terug").addEventListener("click", back);
document.getElementById("assistent-bestand").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file) await openFile(file);
  target.value = "";
});
document.getElementById("assistent-opnieuw").addEventListener("click", () => {
  if (!confirm("Wil je opnieuw beginnen? Alles wat je hier hebt ingevuld, wordt gewist.")) return;
  import("./assistant/again.js").then(({ startOver }) => startOver()).catch(notThere);
});
form.addEventListener("kb-shown", stay);
addEventListener("hashchange", () => show(fromAddress() ?? pages()[0]));
addEventListener("pagehide", saveIfWaiting);
addEventListener("beforeunload", (event) => isAtRisk() && isFilled(form) && event.preventDefault());
// What Word shows in a text that is not of it.
for (const kind of ["focusin", "dragenter"]) form.addEventListener(kind, () => import("./assistant/tracked.js").catch(() => {}));
const onPaper = () => import("./assistant/paper.js").catch(() => {});
form.addEventListener("input", onPaper, { once: true });
takeIn(form, { open: openFile, warn });

async function start() {
  const asked = location.search ? await import("./assistant/address.js").then(({ prefilled }) => prefilled(form)).catch(() => ({})) : {};
  const kept = store.load();
  const own = store.own();
  const place = kept && store.visited();
  restore({ ...asked, ...(own ?? kept) });
  root.hidden = false;
  if (kept) {
    onPaper();
    showStates().catch(() => {});
    status.textContent = "Dit had je al ingevuld. Je kunt verder waar je was.";
    if (Object.keys(asked).length) warn("Je was al bezig met een case; die staat hieronder. Wil je met een andere beginnen, maak deze dan eerst af of kies Begin opnieuw.");
  } else save();
  if (own) conflict();
  const first = fromAddress() ?? pageAt(place ?? "") ?? pages()[0];
  show(first, { focus: Boolean(fromAddress()) });
}

start();
