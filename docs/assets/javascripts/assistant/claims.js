// The step of the notes: every paragraph and item of a list in the story, with the source that it rests on.

import { NOTE, citedIn, named, note } from "./notes.js";
import { element } from "../dom.js";

const ON_A_PAGE = 4;
const AGAIN = "Nog een bron kiezen …";

// Shows the paragraphs, a few on a page.
// `first`: the first page of the step; `sources`: all of them; one without a key cannot be chosen yet.
export function claims(form, first, sources) {
  const texts = [...form.querySelectorAll('textarea[name^="sections."]')].filter((text) => text.value.trim());
  const all = texts.flatMap((text) => paragraphs(text, sources).map((node) => [form.querySelector(`label[for="${text.id}"]`).textContent, node]));
  if (!sources.some(({ key }) => key.trim())) show(first, [[element("p", {}, "Er is nog geen bron met een titel of uitgever. Vul er een in bij de vorige stap, of sla dit over.")]]);
  else if (!all.length) show(first, [[element("p", {}, "Je verhaal is nog leeg. Dan valt hier nog niets te kiezen.")]]);
  else show(first, sheets(all));
}

// What stands on each page, below the heading of the text that it is from.
function sheets(all) {
  const cut = Array.from({ length: Math.ceil(all.length / ON_A_PAGE) }, (_, page) => all.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE));
  return cut.map((some) => some.flatMap(([title, node], index) => (some[index - 1]?.[0] === title ? [node] : [element("h3", {}, title), node])));
}

// Fills the pages of this step, and makes or takes away those behind the first.
function show(first, contents) {
  const there = [...first.parentElement.querySelectorAll("[data-page]")];
  for (const page of there.slice(contents.length)) page.remove();
  contents.forEach((content, index) => {
    const page = there[index] ?? another(first, index + 1);
    page.querySelector(".kb-claims").replaceChildren(...content);
    page.querySelector(".kb-step-count").textContent = first.querySelector(".kb-step-count").textContent.replace(/ ·.*|$/, contents.length > 1 ? ` · Deel ${index + 1} van ${contents.length}` : "");
  });
}

function another(first, number) {
  const id = `${first.id}-${number}`;
  const page = first.cloneNode(true);
  page.hidden = true;
  page.id = id;
  page.setAttribute("aria-labelledby", `${id}-kop`);
  page.querySelector("h2").id = `${id}-kop`;
  page.querySelector(".kb-claims").removeAttribute("id");
  first.parentElement.append(page);
  return page;
}

// A text in paragraphs and items of lists, and what stands between them: for each of these a checker asks a source.
const parts = (text) => text.value.split(/(\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]))/);

function paragraphs(text, sources) {
  return parts(text).flatMap((part, index) => {
    if (!part.trim() || part.trim().startsWith("#")) return [];
    const id = `${text.id}-alinea-${index}`;
    const cited = element("p", { class: "kb-help", role: "status" }, told(part, sources));
    const rewrite = (change) => {
      const all = parts(text);
      all[index] = change(all[index]);
      text.value = all.join("");
      cited.textContent = told(all[index], sources);
      text.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const select = chooser(id, rewrite, sources, citedIn(part).length ? AGAIN : "Kies een bron …");
    return [element("div", { class: "kb-claim" }, element("label", { for: id }, element("span", {}, shown(part))), select, cited)];
  });
}

// A list of sources for one note of a paragraph: another choice takes the place of the first, so that who goes through
// the list with the arrow keys leaves one note. Behind it comes a list for the next.
function chooser(id, rewrite, sources, first) {
  const select = element("select", { id }, element("option", { value: "" }, first));
  sources.forEach((source, number) => source.key.trim() && select.append(new Option(named(source, number), note(number))));
  let chosen = "";
  select.addEventListener("change", () => {
    const [before, now] = [chosen, select.value];
    rewrite((part) => {
      const at = before ? part.lastIndexOf(before) : -1;
      const without = at < 0 ? part : part.slice(0, at) + part.slice(at + before.length);
      chosen = now && !without.includes(now) ? now : "";
      // Behind the last line of a table a note would be no part of it.
      return chosen ? without.trimEnd().replace(/\s*\|$|$/, (end) => (end && " ") + chosen + end) : without;
    });
    const next = `${id}-nog`;
    if (!now || document.getElementById(next)) return;
    const more = chooser(next, rewrite, sources, AGAIN);
    more.setAttribute("aria-label", "Nog een bron bij deze alinea");
    select.after(more);
  });
  return select;
}

// A paragraph as people read it, without the marks of its layout.
function shown(part) {
  const lines = part.replace(/\[bron \d+\]/g, "").replace(NOTE, "").trim().split("\n").filter((line) => !/^\|[\s:|-]+\|$/.test(line.trim()));
  return lines.map((line) => line.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/, "").replaceAll("**", "").replace(/\*(\S(?:[^*]*\S)?)\*/g, "$1").replace(/^\s*\|\s*|\s*\|\s*$/g, "").replace(/\s+\|\s+/g, ", ")).join("\n");
}

function told(part, sources) {
  const cited = citedIn(part).filter((number) => sources[number]);
  return cited.length ? `Steunt op: ${cited.map((number) => named(sources[number], number)).join("; ")}.` : "Nog zonder bron.";
}
