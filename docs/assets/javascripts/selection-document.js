// Turns the pages of a selection into one document: to print, as Markdown, for Word and as a table.

import { element } from "./dom.js";
import { addressOf, load, movedTo } from "./record-data.js";

const KINDS = { cases: "Case", lessen: "Les", communities: "Community", werkvormen: "Werkvorm" };
// Parts of a page that have no use in a document, or should never be taken over.
const LEFT_OUT =
  "script, style, link, iframe, object, form, button, nav, details, .headerlink, .footnote-backref, .kb-actions, .kb-keep, .kb-here, li:has(> .kb-edit)";
const POINTERS = ["href", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];
const WORD_STYLE = "body{font:11pt Calibri,sans-serif}h1,h2,h3{color:#14504b}dt{font-weight:bold}table{border-collapse:collapse}td,th{border:1px solid #999;padding:3pt;vertical-align:top}.footnote{font-size:9pt}";

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
export function joined(pages) {
  return pages.map(({ item, url, page }, index) => {
    const heading = `${index + 1}. ${page ? titleOf(page) : item.title}`;
    const part = element("section", { class: "kb-part" });
    if (!page) {
      part.append(element("h2", {}, heading), element("p", {}, `Deze pagina is niet gevonden: ${url}`));
      return part;
    }
    const article = document.importNode(page.querySelector("article"), true);
    for (const node of article.querySelectorAll(LEFT_OUT)) node.remove();
    for (const node of article.querySelectorAll("*")) settle(node, `deel-${index + 1}-`, url);
    for (const node of article.querySelectorAll("h1, h2, h3, h4, h5")) lower(node, heading);
    part.append(...article.childNodes);
    return part;
  });
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

// The pages as HTML that Word and LibreOffice Writer open.
export function asWord(pages) {
  const body = element("body", {}, element("h1", {}, "Mijn selectie"), ...joined(pages));
  const namespaces = 'xmlns="http://www.w3.org/TR/REC-html40" xmlns:w="urn:schemas-microsoft-com:office:word"';
  const type = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
  const head = `<head>${type}<title>Mijn selectie</title><style>${WORD_STYLE}</style></head>`;
  return `<!DOCTYPE html><html ${namespaces} lang="nl">${head}${body.outerHTML}</html>`;
}

// The pages as a table for Excel: semicolons, a byte order mark, and nothing that Excel would take for a formula.
export function asTable(pages) {
  const rows = pages.map(({ item, url, page }, index) => [
    index + 1,
    KINDS[item.id.split("/")[0]],
    page ? titleOf(page) : item.title,
    page?.querySelector('meta[name="description"]')?.content ?? "",
    page ? reviewed(page) : "",
    page ? "CC BY 4.0" : "niet gevonden",
    url,
  ]);
  const head = ["Nummer", "Soort", "Titel", "Samenvatting", "Nagekeken op", "Licentie", "Adres"];
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

// The day of the last review, from what the page says about itself to programs.
function reviewed(page) {
  const about = page.querySelector('script[type="application/ld+json"]');
  return (about && JSON.parse(about.textContent)["@graph"][0].dateModified) ?? "";
}

// See https://owasp.org/www-community/attacks/CSV_Injection.
function cell(value) {
  const text = String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
