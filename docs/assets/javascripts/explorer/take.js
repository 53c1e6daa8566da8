// Takes along the cases that were found, as the open data has them: the same columns and fields, version and licence.

import { ROOT, tables } from "../dom.js";
import { download } from "../download.js";
import { piecesOf } from "../pieces.js";

const FOLDER = new URL("data/meenemen/", ROOT);
const MOST = 200; // files at a time; of more cases the whole is cut
const LARGEST = 2000; // cases; the JSON of more is too much for a browser to cut
// A row of a table; a cell between quotes may hold the end of a line.
const ROW = /(?:"[^"]*"|[^"\r\n])*\r\n/g;
const BOM = "\ufeff"; // a browser takes it off, and Excel needs it
const TYPES = { csv: "text/csv", json: "application/json", geojson: "application/geo+json" };

// Hand the reader the file behind a link, with only these cases in it. What it throws may have `told`: what to say of it.
// `results`: as `answer` gives them.
export async function take(link, found) {
  const kind = link.download.split(".").at(-1);
  const given = found.results.length > MOST ? await cut(link, kind, found) : await joined(kind, found);
  // Where the site was built without knowing where it is, the page does.
  const made = kind === "csv" ? given.replace(/;(?=cases\/[\w-]+\/;)/g, `;${ROOT.href}`) : given;
  download(link.download.replace(".", "-gekozen."), TYPES[kind], [made]);
}

// Put together from the parts of these cases alone, in the order of the whole.
async function joined(kind, { results }) {
  const pages = await Promise.all(results.map(({ data }) => data()));
  const files = pages.map(({ url }) => `${url.split("/").at(-2)}.md`).sort();
  const ids = files.map((file) => file.slice(0, -3));
  if (kind === "json") {
    const [rest, ...cases] = await Promise.all(["rest", ...ids.map((id) => `cases/${id}`)].map(json));
    return JSON.stringify({ ...rest, cases });
  }
  const { pieces, head, collection } = await json("over");
  const known = Object.assign({}, ...(await Promise.all(piecesOf(ids, pieces).map((number) => json(`${pieces}/${number}`)))));
  const both = ids.map((id) => known[id]);
  return kind === "csv" ? BOM + head + both.map(([row]) => row).join("") : JSON.stringify({ ...collection, features: both.map(([, feature]) => feature) });
}

const json = (name) => fetched(new URL(`${name}.json`, FOLDER)).then(tables);

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

// Cut from the whole.
async function cut(link, kind, { index, results }) {
  const [start, end] = index.kinds.get("case");
  if (kind === "json" && end - start > LARGEST) {
    throw Object.assign(new Error("too many"), { told: `Van zoveel cases kun je alle velden niet in één keer kiezen. Kies er hoogstens ${MOST}, of neem ze als Excel mee.` });
  }
  const [answer, names] = await Promise.all([fetched(link.href), index.facet("case")]);
  const found = new Set(results.map(({ id }) => id));
  const wanted = new Set([...names].flatMap(([name, ids]) => ([...ids].some((id) => found.has(id)) ? [name] : [])));
  const text = await answer.text();
  return kind === "csv" ? BOM + rowsOf(text, wanted) : JSON.stringify(partOf(JSON.parse(text), wanted));
}

function rowsOf(text, wanted) {
  const [head, ...rows] = text.match(ROW);
  return [head, ...rows.filter((row) => wanted.has(row.slice(0, row.indexOf(";"))))].join("");
}

function partOf(data, wanted) {
  const list = data.features ? "features" : "cases";
  return { ...data, [list]: data[list].filter(({ id }) => wanted.has(id)) };
}
