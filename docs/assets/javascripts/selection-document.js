// Turns the pages of a selection into one document: to print, for Word and as Markdown.

import { element } from "./dom.js";
import { addressOf, load, movedTo } from "./record-data.js";

// Parts of a page that have no use in a document, or should never be taken over.
const LEFT_OUT =
  "script, style, link, iframe, object, form, button, nav, .kb-nota, .headerlink, .footnote-backref, .kb-actions, .kb-unfold > summary, .kb-page-tools, .kb-masthead, .kb-keep, .kb-here, li:has(> .kb-edit)";
const SURE = "Hoe zeker: "; // so begins what a note says of that
const POINTERS = ["href", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

// Fetches the pages, in order; follows a page that moved.
export function fetched(items) {
  return Promise.all(
    items.map(async (item) => {
      const url = addressOf(item);
      try {
        const page = await load(url);
        const moved = movedTo(page, url);
        const there = moved ? await load(moved) : page;
        return { item, url: moved ?? url, page: there.querySelector("article") ? there : null };
      } catch {
        return { item, url, page: null };
      }
    }),
  );
}

// The title of a fetched page.
export const titleOf = (page) => page.querySelector("h1").firstChild.textContent.trim();

// One article a page: headings one level down and numbered, ids unique, links whole, notes with their own page.
// `short`: only what stands above the story, with how sure it is and the address of the whole page.
export function joined(pages, short = false) {
  const parts = pages.map(({ item, url, page }, index) => {
    const heading = `${index + 1}. ${page ? titleOf(page) : item.title}`;
    const part = element("section", { class: "kb-part" });
    if (!page) {
      part.append(element("h2", {}, heading), element("p", {}, `Deze pagina is niet gevonden: ${url}`));
      return part;
    }
    const article = document.importNode(page.querySelector("article"), true);
    const told = short ? standing(article) : [];
    for (const node of article.querySelectorAll(LEFT_OUT)) node.remove();
    if (short) shorten(article, told, url);
    for (const node of article.querySelectorAll("details")) unfold(node);
    const asked = article.querySelector(".kb-asked"); // on the page it stands above the title
    if (asked) article.querySelector("h1").after(asked);
    for (const node of article.querySelectorAll("*")) settle(node, `deel-${index + 1}-`, url);
    for (const node of article.querySelectorAll("h1, h2, h3, h4, h5")) lower(node, heading);
    part.append(...article.childNodes);
    return part;
  });
  return short ? [...parts, element("p", { class: "kb-meta" }, "Licentie van deze pagina's: CC BY 4.0. De bronnen staan op elke pagina zelf.")] : parts;
}

// How sure a page is, as its note for colleagues says it, and when it was checked, as its head on paper does.
function standing(article) {
  const note = article.querySelector(".kb-nota > p")?.textContent ?? "";
  const sure = note.includes(SURE) ? note.slice(note.indexOf(SURE), note.lastIndexOf("Bron: ")).trim() : "";
  const [checked = ""] = article.querySelector(".kb-masthead > :last-child")?.textContent.match(/^Nagekeken op [^·]+/) ?? [];
  return [sure, checked && `${checked.trim()}. `];
}

function shorten(article, [sure, checked], url) {
  const range = new Range();
  range.selectNodeContents(article);
  const story = article.querySelector(":scope > h2:not(#in-het-kort)");
  if (story) range.setStartBefore(story);
  else range.collapse();
  range.deleteContents();
  for (const note of article.querySelectorAll("sup")) note.remove(); // the sources stand on the page
  for (const link of article.querySelectorAll("a[href^='#']")) link.setAttribute("href", url + link.getAttribute("href"));
  if (sure) article.append(element("p", {}, sure));
  article.append(element("p", { class: "kb-meta" }, checked + url));
}

// What a reader can fold away stands open in a document.
function unfold(node) {
  const title = node.querySelector(":scope > summary");
  if (title) title.replaceWith(element("p", {}, element("strong", {}, ...title.childNodes)));
  node.replaceWith(element("div", { class: node.className }, ...node.childNodes));
}

function settle(node, prefix, url) {
  for (const name of node.getAttributeNames()) if (name.startsWith("on")) node.removeAttribute(name);
  if (node.id) node.id = prefix + node.id;
  if (node.matches(".kb-address")) node.textContent = url;
  for (const name of POINTERS) {
    const value = node.getAttribute(name);
    if (value === null) continue;
    if (name !== "href") node.setAttribute(name, value.split(" ").map((id) => prefix + id).join(" "));
    else if (value.startsWith("#")) node.setAttribute(name, `#${prefix}${value.slice(1)}`);
    else node.setAttribute(name, new URL(value, url).href);
  }
  if (node.hasAttribute("src")) node.src = new URL(node.getAttribute("src"), url).href;
}

function lower(node, heading) {
  const level = Number(node.tagName[1]);
  const made = element(`h${level + 1}`, node.id ? { id: node.id } : {}, ...node.childNodes);
  if (level === 1) made.replaceChildren(heading);
  node.replaceWith(made);
}

// The pages as one Markdown file; each page brings its own text, with its notes renamed so that they stay apart.
export async function asMarkdown(pages) {
  const parts = await Promise.all(
    pages.map(async ({ item, url, page }, index) => {
      const answer = page && (await fetch(new URL("tekst.txt", url)));
      if (!answer?.ok) return `# ${item.title}\n\nDeze pagina is niet gevonden: ${url}\n`;
      return tidy(await answer.text(), url, `${index + 1}-`);
    }),
  );
  return `# Mijn selectie\n\n${parts.join("\n")}`;
}

function tidy(text, url, prefix) {
  return text
    .replace(/^#{1,5} /gm, "#$&")
    .replace(/\[\^/g, `[^${prefix}`)
    .replace(/\]\((?![a-z]+:)([^()\s]+)\)/g, (_, target) => `](${new URL(target, new URL("tekst.txt", url)).href})`)
    .concat(`\n${url}\n`);
}

// The same pages for Word; what only a drawing shows is told in words below it.
export async function asWord(pages) {
  const parts = joined(pages);
  for (const node of parts.flatMap((part) => [...part.querySelectorAll(".kb-road-key, .kb-road, .kb-neighbours, svg, img")])) {
    const title = node.previousElementSibling;
    if (node.matches(".kb-road") && title?.matches("h2, h3")) title.remove();
    node.remove();
  }
  for (const line of parts.flatMap((part) => [...part.querySelectorAll(".kb-about-line")])) {
    line.querySelector(".kb-reading")?.remove(); // that is of the page
    line.replaceChildren(...[...line.children].flatMap((fact, at) => (at ? [" · ", fact] : [fact])));
  }
  for (const label of parts.flatMap((part) => [...part.querySelectorAll(".kb-brief strong")])) label.append(":");
  const { wordDocument } = await import("./docx.js");
  return wordDocument("Mijn selectie", parts);
}
