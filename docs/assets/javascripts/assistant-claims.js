// The step of the notes: every paragraph of the story, with the source that it rests on.

import { element } from "./dom.js";

// Shows the paragraphs.
// `sources`: those that are filled in.
export function claims(form, place, sources) {
  const texts = [...form.querySelectorAll('textarea[name^="sections."]')].filter((text) => text.value.trim());
  if (!sources.length) place.replaceChildren(element("p", {}, "Er is nog geen bron met een titel of uitgever. Vul er een in bij de vorige stap, of sla dit over."));
  else if (!texts.length) place.replaceChildren(element("p", {}, "Je verhaal is nog leeg. Dan valt hier nog niets te kiezen."));
  else place.replaceChildren(...texts.flatMap((text) => [element("h3", {}, form.querySelector(`label[for="${text.id}"]`).textContent), ...paragraphs(text, sources)]));
}

const parts = (text) => text.value.split(/(\n\s*\n)/);

function paragraphs(text, sources) {
  return parts(text).flatMap((part, index) => {
    if (!part.trim() || part.trim().startsWith("#")) return [];
    const id = `${text.id}-alinea-${index}`;
    const select = element("select", { id }, element("option", { value: "" }, part.includes("[^") ? "Nog een bron kiezen …" : "Kies een bron …"));
    for (const { key, title } of sources) select.append(new Option(title.trim() || key, key));
    const keys = [...part.matchAll(/\[\^([^[\]\s]+)\]/g)].map(([, key]) => sources.find((source) => source.key === key)?.title ?? key);
    const shown = element("span", {}, part.replace(/\[\^[^[\]\s]+\]/g, "").trim());
    const cited = element("p", { class: "kb-help", role: "status" }, keys.length ? `Steunt op: ${keys.join("; ")}.` : "Nog zonder bron.");
    select.addEventListener("change", () => {
      const all = parts(text);
      if (!select.value || all[index].includes(`[^${select.value}]`)) return;
      all[index] = `${all[index].trimEnd()}[^${select.value}]`;
      text.value = all.join("");
      keys.push(select.selectedOptions[0].textContent);
      cited.textContent = `Steunt op: ${keys.join("; ")}.`;
      select.value = "";
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return [element("div", { class: "kb-claim" }, element("label", { for: id }, shown), select, cited)];
  });
}
