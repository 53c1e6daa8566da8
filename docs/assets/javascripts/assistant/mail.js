// A case goes by mail: in the mail itself when it is short, else over the clipboard; or by what the device shares with.

const at = (name) => document.getElementById(`assistent-${name}`);
// Windows and many mail programs cut off longer links without a word.
const LONGEST = 1800;
const LONGEST_SUBJECT = 120;
const PASTE = "Plak hieronder de tekst van je case; die staat op je klembord.\nOp een computer: Ctrl+V, of Cmd+V op een Mac. Op een telefoon: houd je vinger hier en kies Plakken.";
let going;
let copies = true; // until that fails
let isCopied = false;
let words; // of the link that copies

// A link that begins a mail; lines end as mail wants them (RFC 6068). Half a sign, as a storage may hold, has no code.
const coded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
const link = (contact, subject, body) => `mailto:${contact}?subject=${coded(subject)}&body=${coded(body.replaceAll("\n", "\r\n"))}`;

const cut = (text) => ([...text].length > LONGEST_SUBJECT ? `${[...text].slice(0, LONGEST_SUBJECT - 1).join("")}…` : text);

// Fills the links to a mail; answers whether the text does not fit in one.
// `isOld`: whether the case is on the site already; `photo`: its name and bytes, if there is one here; `copy` puts the text
// on the clipboard, and answers whether it is there.
export function byMail({ contact, title, name, text, isOld, photo, copy }) {
  const first = !going;
  const subject = cut(`${isOld ? "Wijziging van een case" : "Nieuwe case"}: ${title}`);
  const whole = link(contact, subject, text);
  const along = photo ? `\n\nVoeg de foto ${photo.name} toe als bijlage.` : "";
  if (text !== going?.text) anew();
  going = { subject, contact, name, text, photo, copy };
  at("mail").href = whole;
  at("begin-mail").href = link(contact, subject, `${PASTE}${along}\n\nVoor de redactie: de case ${isOld ? "komt in de plaats van" : "heet"} ${name} en heeft ${[...text].length} tekens.\n\n`);
  if (first) listen();
  at("delen").hidden = !navigator.canShare?.({ files: shared() });
  return whole.length > LONGEST;
}

// Another text has not been copied yet, whatever became of the one before.
function anew() {
  words ??= at("begin-mail").textContent;
  at("begin-mail").textContent = words;
  at("gemaild").textContent = "";
  copies = true;
  isCopied = false;
}

// A text as a file that a phone lets go: not all share what ends in .md. And the photo.
function shared() {
  const { name, text, photo } = going;
  const along = photo ? [new File([photo.blob], photo.name, { type: photo.blob.type })] : [];
  return [new File([text], name.replace(/md$/, "txt"), { type: "text/plain" }), ...along];
}

function listen() {
  at("begin-mail").addEventListener("click", async (event) => {
    if (isCopied || !copies) return void (isCopied = false);
    // The mail opens only once the text is there to be pasted.
    event.preventDefault();
    if (await going.copy()) {
      isCopied = true;
      at("gemaild").textContent = `De hele tekst staat op je klembord. Plak hem in de mail die nu opent. Opent er geen? Begin er dan zelf een aan ${going.contact}, en plak hem daarin.`;
      // Not within the press itself: WebKit drops a click in a click that a key made.
      setTimeout(() => at("begin-mail").click());
      return;
    }
    copies = false;
    at("begin-mail").textContent = "Begin de mail";
  });
  at("deel").addEventListener("click", () => {
    const { subject, contact } = going;
    navigator.share({ files: shared(), title: subject, text: `Voor ${contact}: ${subject}` }).catch(() => {}); // who shares nothing after all
  });
}
