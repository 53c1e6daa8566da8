// The pages of a selection as a table for Excel, with every field of each: one row a page.

import { ROOT } from "./dom.js";
import { dataOf } from "./record-data.js";

// The table as CSV: semicolons, a byte order mark, and nothing that Excel would take for a formula.
export async function asTable(pages) {
  const names = await (await fetch(new URL("assets/fields.json", ROOT))).json();
  const found = await Promise.all(pages.map(({ item, page }) => (page ? dataOf(item.id) : null)));
  const kinds = Object.keys(names).filter((kind) => found.some((data) => data?.kind === kind));
  const columns = [...new Set(kinds.flatMap((kind) => [...fieldsOf(names[kind])].map(([, title]) => title)))];
  const rows = pages.map(({ item, url }, index) => {
    const data = found[index];
    const cells = new Map(data ? [...fieldsOf(names[data.kind])].map(([path, title, inner]) => [title, told(at(data, path), inner)]) : [["Titel", item.title]]);
    return [index + 1, data ? names[data.kind][""] : "Niet gevonden", ...columns.map((title) => cells.get(title) ?? ""), data ? "CC BY 4.0" : "", url];
  });
  const head = ["Volgnummer", "Soort", ...columns, "Licentie", "Adres"];
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

// The fields of a kind: where each stands in the data, what it is called, and what is inside it.
function* fieldsOf(names) {
  for (const [name, inner] of Object.entries(names)) {
    if (name === "text") for (const title of Object.keys(inner)) yield [["text", title], title, {}];
    else if (name) yield [[name], inner[""] ?? inner, inner];
  }
}

const at = (data, path) => path.reduce((value, name) => value?.[name], data);

// A value in one cell. A list of groups has a line for each; inside a group everything stands on one line.
function told(value, names, inside = false) {
  if (value === undefined) return "";
  if (Array.isArray(value)) {
    const parts = value.map((item) => told(item, names, true));
    const groups = value.some((item) => typeof item === "object" && !item.page);
    if (!groups) return parts.join("; ");
    return inside ? parts.map((part) => `[${part}]`).join(" ") : parts.map((part, index) => `${index + 1}. ${part}`).join("\n");
  }
  if (typeof value !== "object") return String(value).replace(/^- /gm, "• "); // a cell may not begin with a dash
  if (value.page) return value.title;
  return Object.entries(value).map(([name, item]) => `${names[name]?.[""] ?? names[name] ?? name}: ${told(item, names[name] ?? {}, true)}`).join("; ");
}

// See https://owasp.org/www-community/attacks/CSV_Injection.
function cell(value) {
  const text = String(value);
  return `"${(/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
