// Takes along the cases that were found, cut from the open data: the same columns and fields, version and licence.

import { download } from "../download.js";

// A row of a table; a cell between quotes may hold the end of a line.
const ROW = /(?:"[^"]*"|[^"\r\n])*\r\n/g;
const BOM = "\ufeff"; // a browser takes it off, and Excel needs it

// Hand the reader the file behind a link, with only these cases in it.
// `results`: as `answer` gives them.
export async function take(link, { index, results }) {
  const [answer, names] = await Promise.all([fetch(link.href), index.facet("case")]);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const found = new Set(results.map(({ id }) => id));
  const wanted = new Set([...names].flatMap(([name, ids]) => ([...ids].some((id) => found.has(id)) ? [name] : [])));
  const text = await answer.text();
  const made = link.href.endsWith(".csv") ? BOM + rowsOf(text, wanted) : JSON.stringify(partOf(JSON.parse(text), wanted));
  download(link.download.replace(".", "-gekozen."), answer.headers.get("content-type") ?? "", [made]);
}

function rowsOf(text, wanted) {
  const [head, ...rows] = text.match(ROW);
  return [head, ...rows.filter((row) => wanted.has(row.slice(0, row.indexOf(";"))))].join("");
}

function partOf(data, wanted) {
  const list = data.features ? "features" : "cases";
  return { ...data, [list]: data[list].filter(({ id }) => wanted.has(id)) };
}
