// The text of a file that is put on a field: a Word document (ECMA-376), Markdown or plain text.

import { REMARKS, TAKEN_OUT, markdownOf } from "./markdown.js";
import { isBounded, tidied } from "./paste.js";
import { MOST_TEXT, Refused } from "./refused.js";

const MOST_BYTES = 20_000_000;
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TOO_MUCH = "In dat bestand staat veel te veel voor een case. Kopieer alleen wat je wilt gebruiken, en plak dat hier.";
const DAMAGED = "Dit Word-bestand is niet te lezen: het is beschadigd, of er zit een wachtwoord op. Open het in Word, kopieer de tekst en plak die hier.";

// The text of a file as Markdown, and what could not come along; throws `Refused`.
export async function fileText(file) {
  if (file.size > MOST_BYTES) throw new Refused("Dat bestand is te groot. Kopieer de tekst die je wilt gebruiken, en plak die hier.");
  const ending = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase() ?? "";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = { docx: wordText, md: plainText, markdown: plainText, txt: plainText }[ending];
  if (!read) throw new Refused(`Een bestand dat eindigt op .${ending} kan ik niet lezen, alleen .docx, .md en .txt. Open het zelf, kopieer de tekst en plak die hier.`);
  const found = await read(bytes).catch((error) => {
    // So many layers that this browser cannot go down them.
    throw error instanceof RangeError || error.name === "InternalError" ? new Refused(TOO_MUCH) : error;
  });
  if (!found.text) throw new Refused("In dat bestand staat geen tekst. Kies een ander bestand.");
  if (found.text.length > MOST_TEXT) throw new Refused(TOO_MUCH);
  return found;
}

async function plainText(bytes) {
  const label = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.subarray(0, 2).join()] ?? "utf-8";
  let text;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  if (/^\uFEFF?---[ \t]*\r?\n/.test(text)) throw new Refused("Dat is het bestand van een hele case. Open het boven aan deze pagina, bij Verder met een bestand.");
  if (text.includes("\0")) throw new Refused("Dat bestand is geen gewone tekst. Open het zelf, kopieer de tekst en plak die hier.");
  return { text: tidied(text), left: [] };
}

async function wordText(bytes) {
  const files = await unpacked(bytes, ["document", "styles", "numbering", "footnotes", "_rels/document.xml.rels"]);
  const parsed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new DOMParser().parseFromString(text, "application/xml")]));
  const body = parsed.document?.getElementsByTagNameNS(WORD, "body")[0];
  if (!body || parsed.document.querySelector("parsererror")) throw new Refused(DAMAGED);
  const page = document.implementation.createHTMLDocument();
  const room = { page, styles: stylesOf(parsed.styles), lists: listsOf(parsed.numbering), links: linksOf(parsed["_rels/document.xml.rels"]), notes: notesOf(parsed.footnotes), left: MOST_TEXT };
  blocks(body, page.body, room);
  if (!isBounded(page.body)) throw new Refused(TOO_MUCH);
  const images = parsed.document.getElementsByTagNameNS("http://schemas.openxmlformats.org/drawingml/2006/main", "blip").length;
  const left = images ? [images === 1 ? "een afbeelding" : `${images} afbeeldingen`] : [];
  if (["delText", "moveFrom"].some((name) => all(parsed.document, name).length)) left.push(TAKEN_OUT);
  if (all(parsed.document, "commentReference").length) left.push(REMARKS);
  return { text: markdownOf(page.body).text, left };
}

// Zip.

async function unpacked(bytes, names) {
  const view = new DataView(bytes.buffer);
  const found = {};
  try {
    for (const { name, method, start, packed } of entries(view)) {
      const wanted = names.find((part) => name === `word/${part}` || name === `word/${part}.xml`);
      if (!wanted) continue;
      // A part that is there more than once may be there thousands of times, all of them the same few bytes.
      if (Object.hasOwn(found, wanted)) throw new Refused(DAMAGED);
      found[wanted] = await inflated(bytes.subarray(start, start + packed), method);
      // No Word document has one, and it may ask for gigabytes.
      if (found[wanted].includes("<!DOCTYPE")) throw new Refused(DAMAGED);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(DAMAGED);
  }
  return found;
}

function* entries(view) {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const [length, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, length));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield { name, method: view.getUint16(at + 10, true), start, packed: view.getUint32(at + 20, true) };
    at += 46 + length + extra + comment;
  }
}

async function inflated(packed, method) {
  if (method === 0) return new TextDecoder().decode(packed);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MOST_BYTES) throw new Refused("Dat bestand is uitgepakt te groot. Kopieer de tekst die je wilt gebruiken, en plak die hier.");
  }
  return text;
}

// The document as the elements that pasted text has.

const inside = (node, name) => [...(node?.children ?? [])].find((child) => child.namespaceURI === WORD && child.localName === name);
const value = (node, name = "val") => node?.getAttributeNS(WORD, name) ?? undefined;
const all = (node, name) => [...(node?.getElementsByTagNameNS(WORD, name) ?? [])];
const isOn = (node) => Boolean(node) && !["0", "false", "none", "off"].includes(value(node));

function stylesOf(page) {
  const own = new Map(all(page, "style").map((style) => [value(style, "styleId"), style]));
  // Every paragraph asks.
  const known = new Map();
  const told = (id) => {
    if (!known.has(id)) known.set(id, read(id, 0));
    return known.get(id);
  };
  const read = (id, depth) => {
    const style = own.get(id);
    if (!style || depth > 10) return {};
    const properties = inside(style, "pPr");
    const name = value(inside(style, "name"))?.toLowerCase() ?? "";
    const level = /^heading (\d)$/.exec(name)?.[1] ?? (name === "title" ? "1" : undefined);
    const based = read(value(inside(style, "basedOn")), depth + 1);
    return { level: level ?? based.level, numbers: inside(properties, "numPr") ?? based.numbers };
  };
  return told;
}

function listsOf(page) {
  const shapes = new Map(all(page, "abstractNum").map((shape) => [value(shape, "abstractNumId"), shape]));
  const lists = new Map(all(page, "num").map((list) => [value(list, "numId"), shapes.get(value(inside(list, "abstractNumId")))]));
  const formats = new Map();
  return (id, depth) => {
    if (!formats.has(id)) formats.set(id, new Map(all(lists.get(id), "lvl").map((one) => [value(one, "ilvl"), value(inside(one, "numFmt"))])));
    return formats.get(id).get(String(depth));
  };
}

const linksOf = (page) => new Map([...(page?.getElementsByTagName("Relationship") ?? [])].map((one) => [one.getAttribute("Id"), one.getAttribute("Target")]));
const notesOf = (page) => new Map(all(page, "footnote").map((note) => [value(note, "id"), all(note, "t").map((text) => text.textContent).join("").trim()]));

function blocks(node, target, room) {
  for (const child of node.children) {
    if (child.localName === "p") paragraph(child, target, room);
    else if (child.localName === "tbl") table(child, target, room);
    else if (["sdt", "sdtContent", "ins", "moveTo", "customXml"].includes(child.localName)) blocks(child, target, room);
  }
}

function paragraph(node, target, room) {
  const properties = inside(node, "pPr");
  const style = room.styles(value(inside(properties, "pStyle")));
  const numbers = inside(properties, "numPr") ?? style.numbers;
  const made = room.page.createElement(style.level ? `h${Math.min(style.level, 6)}` : "p");
  const depth = value(inside(numbers, "ilvl")) ?? "0";
  const kind = !style.level && numbers && room.lists(value(inside(numbers, "numId")), depth);
  if (kind && kind !== "none") Object.assign(made.dataset, { depth, ordered: kind !== "bullet" });
  words(node, made, room);
  target.append(made);
}

function table(node, target, room) {
  const made = room.page.createElement("table");
  for (const row of node.children) {
    if (row.localName !== "tr") continue;
    const line = made.insertRow();
    for (const cell of row.children) {
      if (cell.localName !== "tc") continue;
      const place = line.insertCell();
      place.colSpan = Number(value(inside(inside(cell, "tcPr"), "gridSpan")) ?? 1) || 1;
      blocks(cell, place, room);
    }
  }
  target.append(made);
}

// What was taken out, and what only programs read, is left.
const NO_WORDS = ["del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "drawing", "pict"];

function words(node, target, room) {
  for (const child of node.children) {
    const name = child.localName;
    if (NO_WORDS.includes(name)) continue;
    if (name === "t") say(target, child.textContent, room);
    else if (name === "tab") target.append(" ");
    else if (name === "br" || name === "cr") target.append(room.page.createElement("br"));
    else if (name === "noBreakHyphen") target.append("-");
    else if (name === "footnoteReference") say(target, room.notes.get(value(child, "id")) ? ` (${room.notes.get(value(child, "id"))})` : "", room);
    else words(child, placeFor(child, target, room), room);
  }
}

// One note may be a megabyte, and be asked for a thousand times.
function say(target, text, room) {
  room.left -= text.length;
  if (room.left < 0) throw new Refused(TOO_MUCH);
  target.append(text);
}

function placeFor(child, target, room) {
  const made = [];
  const properties = inside(child, "rPr");
  const address = child.localName === "hyperlink" && room.links.get(child.getAttributeNS(LINKS, "id"));
  if (address) made.push(Object.assign(room.page.createElement("a"), { href: address }));
  if (child.localName === "r" && isOn(inside(properties, "b"))) made.push(room.page.createElement("b"));
  if (child.localName === "r" && isOn(inside(properties, "i"))) made.push(room.page.createElement("i"));
  return made.reduce((place, one) => place.appendChild(one), target);
}

// Puts the text of a file in a field, and says so below it, or why not.
// `reading`: the module that reads what is pasted; `isStory`: whether the field keeps layout.
export async function putFile(field, file, reading, isStory) {
  const found = await fileText(file).catch((error) => {
    if (error.name !== "Refused") throw error;
    reading.tell(field, `${file.name}: ${error.message}`);
  });
  if (!found) return;
  reading.insert(field, isStory ? found.text : reading.lines(found.text).text);
  reading.tell(field, `De tekst van ${file.name} staat erin. ${reading.remarks(found)}`.trim());
}
