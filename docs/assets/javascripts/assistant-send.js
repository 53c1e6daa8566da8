// The last step: what is still wrong, the preview, and the three ways to hand the case in.

import { isError, linkList } from "./assistant-findings.js";
import { caseName } from "./assistant-names.js";
import { preview } from "./assistant-preview.js";
import { caseFile, toCase } from "./assistant-writer.js";

// GitHub refuses longer addresses.
const LONGEST_ADDRESS = 8000;
const at = (name) => document.getElementById(`assistent-${name}`);
let ready;

// Fills the last step.
export function finishing({ answers, rules, newFile, findings, focusOn }) {
  const first = !ready;
  const name = `${caseName(answers.title ?? "", rules.cases)}.md`;
  const text = caseFile(answers, rules);
  const whole = `${newFile}?${new URLSearchParams({ filename: name, value: text })}`;
  ready = { name, text, isLong: whole.length > LONGEST_ADDRESS };
  at("github").href = ready.isLong ? `${newFile}?${new URLSearchParams({ filename: name })}` : whole;
  at("naam").textContent = name;
  at("tekst").value = text;
  at("voorbeeld").replaceChildren(...preview(toCase(answers, rules), rules));
  at("nog").replaceChildren(...todo(findings, focusOn));
  at("uitgangen").hidden = false;
  if (first) listen();
}

function todo(findings, focusOn) {
  const errors = findings.filter(isError);
  const tips = findings.filter((finding) => !isError(finding));
  const part = (title, about, items) => {
    const list = document.createElement("ul");
    list.append(...linkList(items, focusOn));
    return items.length ? [paragraph("h3", title), paragraph("p", about), list] : [];
  };
  if (!findings.length) return [paragraph("p", "De assistent vindt niets meer om te verbeteren. Na het insturen kijkt de controle nog naar de leesbaarheid als geheel en naar links binnen de site.")];
  return [
    ...part("Dit moet nog", "Zonder dit kan de case niet op de site. Je mag hem toch al insturen: de redactie helpt je verder.", errors),
    ...part("Dit kan beter", "Dit houdt niets tegen zolang je case een concept is.", tips),
  ];
}

const paragraph = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
const say = (text) => (at("gelukt").textContent = text);

function listen() {
  at("github").addEventListener("click", () => {
    if (ready.isLong) copy("Je case is te lang om mee te sturen in het adres. De tekst staat nu op je klembord: plak hem op GitHub in het grote vak.");
  });
  at("download").addEventListener("click", download);
  at("kopie").addEventListener("click", () => copy(`De tekst staat op je klembord. Noem het bestand ${ready.name}.`));
}

async function copy(done) {
  try {
    await navigator.clipboard.writeText(ready.text);
    say(done);
  } catch {
    at("tekst").closest("details").open = true;
    at("tekst").focus();
    at("tekst").select();
    say("Kopiëren lukte niet vanzelf. De tekst is hieronder geselecteerd: kopieer hem met Ctrl+C, of met Cmd+C op een Mac.");
  }
}

function download() {
  const href = URL.createObjectURL(new Blob([ready.text], { type: "text/markdown" }));
  Object.assign(document.createElement("a"), { href, download: ready.name }).click();
  setTimeout(() => URL.revokeObjectURL(href));
  say(`${ready.name} staat bij je downloads.`);
}
