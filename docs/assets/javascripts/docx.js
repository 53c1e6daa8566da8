// Turns parts of a page into a Word document (ECMA-376): headings, lists, tables and links stay what they are.
// It is made here because a selection exists in this browser only.

import { crc32 } from "./crc32.js";
import { decoded } from "./dom.js";

const SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE DETAILS DIV DL DD DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE UL".split(" "));
const SKIPPED = new Set("SVG IMG SCRIPT STYLE TEMPLATE NOSCRIPT BUTTON INPUT SELECT HR".split(" "));
const MARKS = { STRONG: "<w:b/>", B: "<w:b/>", DT: "<w:b/>", TH: "<w:b/>", SUMMARY: "<w:b/>", EM: "<w:i/>", I: "<w:i/>", SUP: '<w:vertAlign w:val="superscript"/>', SUB: '<w:vertAlign w:val="subscript"/>', CODE: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>' };
const DEEPEST = 8; // levels of a list that Word knows

// Text as it may stand in XML 1.0.
function escaped(text) {
  const sound = (text.toWellFormed?.() ?? text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return sound.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// A document with a title and below it what stands in `parts`, as bytes.
export function wordDocument(title, parts) {
  const made = { links: new Map(), lists: [], anchors: new Map(), marked: new Set() };
  for (const link of parts.flatMap((part) => [...part.querySelectorAll('a[href^="#"]')])) {
    const id = decoded(link.getAttribute("href").slice(1));
    if (!made.anchors.has(id)) made.anchors.set(id, made.anchors.size + 1);
  }
  const body = paragraph(made, run(title), '<w:pStyle w:val="Title"/>') + parts.map((part) => blocks(made, part)).join("");
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return zipped({
    "[Content_Types].xml": types(),
    "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
    "word/document.xml": `${HEAD}<w:document ${SPACES}><w:body>${body}${page}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations([["styles", "styles.xml"], ["numbering", "numbering.xml"], ...[...made.links.keys()].map((url) => ["hyperlink", url, true])]),
    "word/styles.xml": styles(),
    "word/numbering.xml": numbering(made.lists),
  });
}

// The content of a node as paragraphs and tables; what stands between blocks becomes a paragraph of its own.
function blocks(made, node, how = {}) {
  const written = [];
  let loose = [];
  const flush = () => {
    const text = tidied(loose.map((child) => inline(made, child, how.marks ?? "")).join(""));
    if (text) written.push(paragraph(made, text, how.style ?? ""));
    loose = [];
  };
  for (const child of node.childNodes) {
    if (child.nodeType === 1 && (BLOCKS.has(child.tagName) || child.querySelector?.("p, ul, ol, table, dl"))) {
      flush();
      written.push(...block(made, child, how));
    } else loose.push(child);
  }
  flush();
  if (node.id && written.length && made.anchors.has(node.id)) written[0] = marked(made, node.id, written[0]);
  return written.join("");
}

function block(made, node, how) {
  const tag = node.tagName;
  if (SKIPPED.has(tag.toUpperCase())) return [];
  if (/^H[1-6]$/.test(tag)) return [blocks(made, node, { style: `<w:pStyle w:val="Heading${Math.max(1, tag[1] - 1)}"/>` })];
  if (tag === "UL" || tag === "OL") return [list(made, node, how)];
  if (tag === "TABLE") return [table(made, node)];
  if (tag === "DT" || tag === "SUMMARY") return [blocks(made, node, { ...how, marks: MARKS[tag], style: how.style ?? "<w:keepNext/>" })];
  if (tag === "DD" || tag === "BLOCKQUOTE") return [blocks(made, node, { ...how, style: how.style ?? '<w:ind w:left="360"/>' })];
  return [blocks(made, node, how)];
}

function list(made, node, how) {
  const level = Math.min((how.level ?? -1) + 1, DEEPEST);
  let number = 1;
  if (node.tagName === "OL") number = made.lists.push([level, node.start]) + 1;
  const style = `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
  const below = { style: `<w:pStyle w:val="ListParagraph"/><w:ind w:left="${(level + 1) * 360}"/>`, level };
  return [...node.children].map((item) => {
    // The first paragraph of an item carries its sign; the others stand below it.
    const text = blocks(made, item, { ...below, style: "<!--at-->" + below.style });
    const first = text.indexOf("<!--at-->");
    const signed = first < 0 ? text : text.slice(0, first) + style + text.slice(first + 9 + below.style.length);
    return signed.replaceAll("<!--at-->", "");
  }).join("");
}

function table(made, node) {
  const rows = [...node.rows];
  const width = Math.max(1, ...rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
  const grid = `<w:gridCol w:w="${Math.floor(9638 / width)}"/>`.repeat(width);
  const written = rows.map((row) => {
    const head = [...row.cells].every((cell) => cell.tagName === "TH") ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    return `<w:tr>${head}${[...row.cells].map((cell) => tableCell(made, cell)).join("")}</w:tr>`;
  });
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join("")}</w:tbl><w:p/>`;
}

function tableCell(made, cell) {
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : "";
  const style = cell.classList.contains("kb-right") ? '<w:jc w:val="right"/>' : "";
  const text = blocks(made, cell, { style, marks: cell.tagName === "TH" ? MARKS.TH : "" });
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}</w:tcPr>${text.endsWith("</w:p>") || text.endsWith("<w:p/>") ? text : `${text}<w:p/>`}</w:tc>`;
}

function paragraph(made, text, style = "") {
  return `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ""}${text}</w:p>`;
}

// Runs of text, with what they are marked with.
function inline(made, node, marks) {
  if (node.nodeType === 3) return run(node.data.replace(/\s+/g, " "), marks);
  if (node.nodeType !== 1 || SKIPPED.has(node.tagName.toUpperCase())) return "";
  if (node.tagName === "BR") return "<w:r><w:br/></w:r>";
  const own = MARKS[node.tagName] ?? "";
  const inner = marks.includes(own) ? marks : marks + own;
  const href = node.tagName === "A" ? node.getAttribute("href") : null;
  const style = href && !inner.includes("Hyperlink") ? '<w:rStyle w:val="Hyperlink"/>' + inner : inner;
  const text = [...node.childNodes].map((child) => inline(made, child, style)).join("");
  const linked = text && href ? hyperlink(made, href, text) : text;
  return node.id && made.anchors.has(node.id) ? marked(made, node.id, linked) : linked;
}

function hyperlink(made, href, text) {
  if (text.includes("<w:hyperlink")) return text;
  if (href.startsWith("#")) return `<w:hyperlink w:anchor="deel${made.anchors.get(decoded(href.slice(1)))}">${text}</w:hyperlink>`;
  if (!/^(https?|mailto):/.test(href)) return text;
  if (!made.links.has(href)) made.links.set(href, made.links.size + 3);
  return `<w:hyperlink r:id="rId${made.links.get(href)}">${text}</w:hyperlink>`;
}

// A place that a link in the document leads to; Word wants every name once.
function marked(made, id, text) {
  const number = made.anchors.get(id);
  if (made.marked.has(id)) return text;
  made.marked.add(id);
  const mark = `<w:bookmarkStart w:id="${number}" w:name="deel${number}"/><w:bookmarkEnd w:id="${number}"/>`;
  return mark + text;
}

const run = (text, marks = "") => (text ? `<w:r>${marks ? `<w:rPr>${ordered(marks)}</w:rPr>` : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>` : "");

// The marks of a run in the order that the schema asks.
function ordered(marks) {
  const order = ["w:rStyle", "w:rFonts", "w:b/", "w:i/", "w:vertAlign"];
  const found = marks.match(/<[^>]+>/g);
  return order.flatMap((name) => found.filter((mark) => mark.startsWith(`<${name}`)).slice(0, 1)).join("");
}

// Runs without space at both ends of their paragraph; empty when there is nothing to read.
function tidied(text) {
  const trimmed = text.replace(/(<w:t xml:space="preserve">) +/, (found, tag, at) => (/<w:t /.test(text.slice(0, at)) ? found : tag));
  return /<w:t xml:space="preserve">[^<]*[^\s<]/.test(trimmed) ? trimmed : "";
}

function relations(items) {
  const written = items.map(([type, target, outside], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${escaped(target)}"${outside ? ' TargetMode="External"' : ""}/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join("")}</Relationships>`;
}

function types() {
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const parts = ["document.main", "styles", "numbering"].map((name) => `<Override PartName="/word/${name.split(".")[0]}.xml" ContentType="${word}.${name}+xml"/>`);
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

function styles() {
  const named = (id, name, inside, based = "Normal") => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === "Normal" ? "" : `<w:basedOn w:val="${based}"/><w:next w:val="Normal"/>`}<w:qFormat/>${inside}</w:style>`;
  const heading = (level, size) => named(`Heading${level}`, `heading ${level}`, `<w:pPr><w:keepNext/><w:spacing w:before="${360 - level * 40}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:color w:val="14504B"/><w:sz w:val="${size}"/></w:rPr>`);
  const usual = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const link = '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0F5F58"/><w:u w:val="single"/></w:rPr></w:style>';
  return `${HEAD}<w:styles ${SPACES}>${usual}${named("Normal", "Normal", "").replace("<w:style ", '<w:style w:default="1" ')}${named("Title", "Title", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>')}${[34, 28, 24, 22, 22].map((size, at) => heading(at + 1, size)).join("")}${named("ListParagraph", "List Paragraph", '<w:pPr><w:spacing w:after="60"/></w:pPr>')}${link}</w:styles>`;
}

// Number 1 is the list with dots; every numbered list has one of its own, so that it starts where it should.
function numbering(lists) {
  const levels = (format, text) => [...Array(DEEPEST + 1).keys()].map((at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(at)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(at + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>`).join("");
  const kinds = `<w:abstractNum w:abstractNumId="0">${levels("bullet", () => "•")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels("decimal", (at) => `%${at + 1}.`)}</w:abstractNum>`;
  const own = lists.map(([level, start], at) => `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`);
  return `${HEAD}<w:numbering ${SPACES}>${kinds}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${own.join("")}</w:numbering>`;
}

// Texts as one zip file; nothing is pressed together (APPNOTE 4.4.5, method 0), which needs no library.
function zipped(files) {
  const encoder = new TextEncoder();
  const [parts, index] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, data] = [encoder.encode(name), encoder.encode(text)];
    // Version 2.0, names in UTF-8, 1 January 1980: the same selection gives the same bytes.
    const about = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]];
    const head = bytes([0x04034b50, 4], ...about);
    index.push(bytes([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), title);
    parts.push(head, title, data);
    at += head.length + title.length + data.length;
  }
  const size = index.reduce((sum, part) => sum + part.length, 0);
  const number = index.length / 2;
  return [...parts, ...index, bytes([0x06054b50, 4], [0, 2], [0, 2], [number, 2], [number, 2], [size, 4], [at, 4], [0, 2])];
}

// Numbers in so many bytes each, the least of them first.
function bytes(...fields) {
  return Uint8Array.from(fields.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)));
}
