// The last step: what is still wrong, the preview, and the ways to hand the case in: by mail, on GitHub, as a file.

import { isError, linkList } from "./findings.js";
import { withKept } from "./kept.js";
import { known, lookUp } from "./known.js";
import { byMail } from "./mail.js";
import { announce, root } from "./page.js";
import { stemFor, stemOf, written } from "./written.js";
import { preview } from "./preview.js";
import { showPage } from "./shown.js";
import { toCase } from "./writer.js";
import { download } from "../download.js";

// GitHub refuses longer addresses.
const LONGEST_ADDRESS = 8000;
const MISSED = "Of je titel, je bronnen en de naam van het bestand hier al bekend zijn, was nu niet na te kijken. Dat houdt niets tegen: de controle na het insturen doet het alsnog.";
const CONTACTS = ["mail-address", "phone-number"];
const at = (name) => document.getElementById(`assistent-${name}`);
let ready;

// Fills the last step. Gives whether it is known that no other case has the name of the file.
// `findings`: none when nobody looked for them; `isWhole`: whether all was there to look them up; `gap`: what stands in a
// section without text, when that is not a whole sentence; `rename`: what takes another name for the file; `photo`: its
// name, bytes and canvas, or what to do when it is not here.
export async function finishing({ answers, rules, newFile, contact, findings, isWhole = true, focusOn, gap, rename, photo }) {
  const named = await lookUp([stemFor(answers)], rules.pieces);
  const first = !ready;
  const asked = ready?.asked;
  const { name, text, isOld } = written(answers, rules, known.cases, gap);
  const whole = `${newFile}?${new URLSearchParams({ filename: name, value: text })}`;
  ready = { name, text, isOld, isLong: isOld || whole.length > LONGEST_ADDRESS, rename, photo };
  const empty = isOld ? `${newFile.replace("/new/", "/edit/")}/${name}` : `${newFile}?${new URLSearchParams({ filename: name })}`;
  at("github").href = ready.isLong ? empty : whole;
  choose("github", ready.isLong);
  for (const part of document.querySelectorAll("[data-old]")) part.hidden = (part.dataset.old === "yes") !== isOld;
  if (contact) choose("mail", byMail({ contact, title: answers.title?.trim() || name, name, text, isOld, photo: photo?.blob && photo, copy: mailed }));
  at("naam").value = name.replace(/\.md$/, "");
  if (asked !== undefined) say(`${Object.hasOwn(known.cases, stemOf(asked)) && !isOld ? "Die naam is al van een andere case. " : ""}Het bestand heet nu ${name}.`);
  at("tekst").value = text;
  showPage(at("voorbeeld"), preview(withKept(toCase(answers, rules), answers), rules, photo?.canvas));
  showPhoto();
  if (findings) at("nog").replaceChildren(...todo(findings, isWhole && named.isWhole, focusOn));
  at("uitgangen").hidden = false;
  if (first) listen();
  keepPrivate((findings ?? []).filter(({ code }) => CONTACTS.some((name) => rules.wordings[name][0] === code)), focusOn);
  return named.isWhole;
}

// Nobody can say that there are no contact data in a text while there are, and so nothing goes out.
function keepPrivate(found, focusOn) {
  for (const part of document.querySelectorAll("[data-private]")) part.hidden = !found.length;
  at("prive").replaceChildren(...linkList(found, focusOn));
  at("niemand").disabled = Boolean(found.length);
  at("niemand").checked &&= !found.length;
  // What is hidden would be read out all the same.
  at("niemand").setAttribute("aria-describedby", found.length ? "assistent-prive-kop" : "");
  showWays();
}

const agreed = () => [...document.querySelectorAll("[data-agreed]")];
const showWays = () => (at("insturen").hidden = !agreed().every(({ checked }) => checked));

function todo(findings, isWhole, focusOn) {
  const errors = findings.filter(isError);
  const tips = findings.filter((finding) => !isError(finding));
  const part = (title, about, items) => {
    const list = document.createElement("ul");
    list.append(...linkList(items, focusOn));
    return items.length ? [paragraph("h3", title), paragraph("p", about), list] : [];
  };
  const missed = isWhole ? [] : [paragraph("h3", "Dit kijken we later na"), paragraph("p", MISSED)];
  if (!findings.length) return [...missed, paragraph("p", "De assistent vindt niets meer om te verbeteren. Na het insturen kijkt de controle nog naar de leesbaarheid als geheel en naar links binnen de site.")];
  return [
    ...missed,
    ...part("Dit moet nog", `Zonder dit kan de case niet op de site. Je mag hem toch al ${root.dataset.contact ? "insturen: de redactie helpt je verder" : "doorgeven"}.`, errors),
    ...part("Dit kan beter", "Dit houdt niets tegen zolang je case een concept is.", tips),
  ];
}

// Shows how a way goes for a case that fits in a link, or for one that does not.
function choose(way, isLong) {
  for (const part of document.querySelectorAll(`[data-long="${way}"]`)) part.hidden = !isLong;
  for (const part of document.querySelectorAll(`[data-short="${way}"]`)) part.hidden = isLong;
}

// Tells how the photo goes along.
function showPhoto() {
  const state = !ready.photo ? "no" : ready.photo.elsewhere ? "elsewhere" : "yes";
  for (const part of document.querySelectorAll("[data-photo]")) part.hidden = part.dataset.photo !== state;
  at("foto-elders").textContent = ready.photo?.elsewhere ?? "";
}

const paragraph = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
const say = (text) => (at("gelukt").textContent = text);

// Brings the place where something is told to what was pressed; what was told before is over then.
function bringTo(pressed) {
  const own = pressed.closest("p, li");
  say("");
  if (own.localName === "p") own.after(at("gelukt"));
  else own.append(at("gelukt"));
}

function listen() {
  at("uitgangen").addEventListener("click", ({ target }) => {
    const pressed = target.closest("button[id], a[id]");
    if (pressed) bringTo(pressed);
  }, true);
  const copied = () => copy(`De tekst staat op je klembord. Plak hem op GitHub in het grote vak${ready.isOld ? ", in de plaats van alles wat er staat" : ""}.`);
  at("stap").addEventListener("click", copied);
  // Who goes past the first step has the text as well.
  at("github").addEventListener("click", () => ready.isLong && copied());
  const file = () => give(ready.name, "text/markdown", ready.text);
  at("download").addEventListener("click", file);
  at("bijlage")?.addEventListener("click", file);
  at("foto-download")?.addEventListener("click", () => give(ready.photo.name, ready.photo.blob.type, ready.photo.blob));
  at("naam").addEventListener("change", ({ target }) => {
    ready.asked = target.value;
    bringTo(target);
    ready.rename(target.value);
  });
  for (const box of agreed()) {
    box.addEventListener("change", () => {
      const was = at("insturen").hidden;
      const isNow = showWays();
      const way = root.dataset.contact ? "instuurt" : "doorgeeft";
      announce(!isNow ? `Hieronder staat nu hoe je de case ${way}.` : !was ? `Hoe je de case ${way}, is nu niet meer te zien.` : box.checked ? `Vink ook het andere aan. Daarna zie je hoe je de case ${way}.` : "");
    });
  }
  at("kopie").addEventListener("click", () => copy(`De tekst staat op je klembord. Noem het bestand ${ready.name}.`));
}

const mailed = () => copy("", " Kies daarna Begin de mail, en plak de tekst daarin.");

function give(name, type, part) {
  download(name, type, [part]);
  say(`${name} staat bij je downloads.`);
}

// Answers whether the text is on the clipboard; `next` is what to do once somebody put it there by hand.
async function copy(done, next = "") {
  try {
    await navigator.clipboard.writeText(ready.text);
    say(done);
    return true;
  } catch {
    at("tekst").closest("details").open = true;
    at("tekst").focus();
    at("tekst").select();
    say(`Kopiëren lukte niet vanzelf. De tekst is hieronder geselecteerd: kopieer hem met Ctrl+C of Cmd+C, of op een telefoon met een vinger op de tekst en dan Kopieer.${next}`);
    return false;
  }
}
