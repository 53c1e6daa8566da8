// What is pasted or dropped in the form: text with its layout, or a file. The reading is loaded when it is first needed.

// More than a browser puts in a text rightly by itself: signs, all bullets among them (bullets.js), and tabs.
export const NEEDS_READING = /[·•‣→\u25a0-\u27ff\uf000-\uf0ff\t]/;

// What stands before a point of a list: any sign on a line of its own kind, or more than one line with a dash or number.
const POINTS = /(?:^|\n)[ \t]*[§·•‣→\u25a0-\u27ff\uf000-\uf0ff][ \t\u00a0]*\S|\t|\n[ \t]*(?:[-*–]|\d{1,2}[.)])[ \t]/;

// More than a whole case; it would keep the page busy at every key.
const MOST_TEXT = 128 * 1024;

// What a text that holds a whole case has, also below a greeting or behind the signs of a quotation.
const CASE = [/^[> \t]*(?:---|[–—])[ \t]*\r?\n[> \t]*["'#\w]/m, /^[> \t]*(?:title|question|turns):/m];

// Listens to a form.
// `open`: opens a file that holds a whole case; `warn`: shows a text to people.
export function takeIn(form, { open, warn }) {
  form.addEventListener("paste", (event) => takeText(event, event.clipboardData, open));
  form.addEventListener("drop", (event) => takeText(event, event.dataTransfer, open));
  // Elsewhere a browser would leave the page for a file that lands on it.
  addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  addEventListener("drop", (event) => {
    const [file] = event.dataTransfer.files;
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    if (/\.(md|markdown)$/i.test(file.name)) open(file);
    else warn("Zet het bestand op het vak waar de tekst in hoort. Dat kan met Word (.docx), Markdown (.md) en gewone tekst (.txt).");
  });
}

function takeText(event, data, open) {
  const [html, plain] = ["text/html", "text/plain"].map((kind) => data.getData(kind));
  if (CASE.every((part) => part.test(plain))) {
    event.preventDefault();
    return open(new File([plain], "De geplakte tekst"));
  }
  const field = event.target.closest("textarea");
  if (!field || event.defaultPrevented) return;
  const [file] = data.files;
  if (plain.length > MOST_TEXT) return refuse(event, field);
  const isLines = "lines" in field.dataset;
  if (!isStory(field) && !isLines) {
    // Such a field has no layout; only the points of a list would be lost in it.
    if (!POINTS.test(plain)) return;
  } else if (!html && !file && !NEEDS_READING.test(plain)) return;
  event.preventDefault();
  // Office puts a picture of the text beside the text.
  if (file && !plain) putFile(field, file);
  else put(field, html, plain);
}

async function refuse(event, field) {
  event.preventDefault();
  const { tell } = await import("./paste.js");
  tell(field, "Dat is veel te veel tekst voor een case; er is niets geplakt. Kopieer alleen wat je wilt gebruiken, en plak dat hier.");
}

// Whether the layout of a text has a meaning in a field: such a field has notes.
const isStory = (field) => Boolean(document.querySelector(`[data-notes="${field.id}"]`));

async function put(field, html, plain) {
  let reading, found;
  try {
    reading = await import("./paste.js");
    found = isStory(field) ? reading.pasted(html, plain) : "lines" in field.dataset ? reading.lines(plain) : reading.paragraph(plain);
  } catch {
    field.setRangeText(plain, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  reading.insert(field, found.text);
  reading.tell(field, reading.remarks(found));
}

async function putFile(field, file) {
  try {
    const [{ putFile: putIn }, reading] = await Promise.all([import("./word.js"), import("./paste.js")]);
    await putIn(field, file, reading, isStory(field));
  } catch {
    field.after(Object.assign(document.createElement("p"), { className: "kb-help", textContent: "Dit bestand is nu niet te lezen. Kopieer de tekst en plak die hier." }));
  }
}
