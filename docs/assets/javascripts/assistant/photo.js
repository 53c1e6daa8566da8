// The photo of a case: made fit for the site, shown, and kept in this browser. It never leaves the device by itself.

import { slug } from "./names.js";
import { Refused } from "./refused.js";
import { element } from "../dom.js";

const MOST_WIDTH = 1600;
const MOST_PIXELS = 6e6;
const MOST_BYTES = 1e6;
const QUALITIES = [0.86, 0.75, 0.6, 0.45];
const LONGEST_NAME = 50;
const KIND = "image/jpeg";
const NAME = /^[a-z0-9-]+\.jpg$/; // others can write in the storage too, and what they name is downloaded
const UNREADABLE = "Deze foto is hier niet te openen. Bewaar hem als jpg of png, en kies hem dan nog eens. Op een iPhone: stuur hem eerst naar jezelf, dan wordt hij een jpg.";
let held; // as long as this page is open, also where the browser keeps nothing

// Keeping: in IndexedDB, the only place of a browser that takes files.

function changing(mode, action) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open("transitieversneller", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("foto");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const closed = (end) => () => {
        opening.result.close();
        end();
      };
      let asked;
      let change;
      try {
        change = opening.result.transaction("foto", mode);
        asked = action(change.objectStore("foto"));
      } catch (error) {
        return closed(() => fail(error))(); // made by something else, without a place for a photo
      }
      change.oncomplete = closed(() => done(asked.result));
      change.onerror = change.onabort = closed(() => fail(change.error));
    };
  });
}

// Whether it could be done.
const changed = (action) => changing("readwrite", action).then(() => true, () => false);

// Takes away what was kept, and says whether that could be done.
export function forgetPhoto() {
  held = undefined;
  return changed((store) => store.delete("case"));
}

// The photo that the form names, as its name and its bytes; nothing when it is not in this browser.
export async function photoOf(form) {
  const name = nameIn(form).value;
  if (!NAME.test(name)) return undefined;
  held ??= await changing("readonly", (store) => store.get("case")).catch(() => undefined);
  return held?.name === name && held.data instanceof ArrayBuffer ? { name, blob: new Blob([held.data], { type: KIND }) } : undefined;
}

const nameIn = (form) => form.elements["photo.file"];

// Making it fit: not too large, and without what the camera wrote in it.

async function fitting(file, leastWidth) {
  const image = await createImageBitmap(file).catch(() => {
    throw new Refused(UNREADABLE);
  });
  const { width, height } = image;
  const scale = Math.min(1, MOST_WIDTH / width, Math.sqrt(MOST_PIXELS / (width * height)));
  if (width * scale < leastWidth) throw new Refused(`Deze foto is te smal: ${width} bij ${height} beeldpunten. Hij wordt dan wazig. Kies er een die minstens ${leastWidth} beeldpunten breed is, of vraag de maker om het origineel.`);
  const canvas = drawn(image, Math.round(width * scale), Math.round(height * scale));
  for (const quality of QUALITIES) {
    const blob = await new Promise((done) => canvas.toBlob(done, KIND, quality));
    if (blob && blob.size <= MOST_BYTES) return { blob, canvas };
  }
  throw new Refused(UNREADABLE);
}

function drawn(image, width, height) {
  const canvas = Object.assign(element("canvas", { role: "img" }), { width, height });
  const pen = canvas.getContext("2d");
  // A JPEG has no see-through parts; they would come out black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  return canvas;
}

// The photo as something to look at.
async function pictureOf({ blob }) {
  const image = await createImageBitmap(blob);
  return drawn(image, image.width, image.height);
}

// In the form.

const say = (text) => (document.getElementById("v-photo-file-gelezen").textContent = text);

// What to do about a photo of which only the name is here.
const elsewhere = (name) => `De foto ${name} staat niet in deze browser. Staat hij al op de site, dan hoef je niets te doen. Zo niet, kies hem dan nog eens bij de stap Foto.`;

// The photo for the last step: its bytes and a canvas when it is in this browser, else what to do; nothing without one.
export async function photoFor(form) {
  const name = nameIn(form).value;
  if (!name) return undefined;
  const found = await photoOf(form);
  return found ? { ...found, canvas: await pictureOf(found).catch(() => undefined) } : { elsewhere: elsewhere(name) };
}

// Takes in the photo that somebody chose, or says why not.
// `knowledge`: gives the rules.
async function choosePhoto(form, input, knowledge) {
  const [file] = input.files;
  try {
    if (file) await take(form, file, (await knowledge()).rules.photo);
  } catch (error) {
    say(error.name === "Refused" ? error.message : "De foto is nu niet te openen. Kijk of je verbinding hebt, en probeer het nog eens.");
  }
  input.value = "";
}

async function take(form, file, { leastWidth }) {
  const { blob, canvas } = await fitting(file, leastWidth);
  const name = `${slug(form.elements.title.value || file.name.replace(/\.\w+$/, "")).slice(0, LONGEST_NAME).replace(/-+$/, "") || "foto"}.jpg`;
  held = { name, data: await blob.arrayBuffer() };
  nameIn(form).value = name;
  const isKept = await changed((store) => store.put(held, "case"));
  lay(form, canvas);
  const size = `${canvas.width} bij ${canvas.height} beeldpunten, ${Math.ceil(blob.size / 1000)} kB`;
  say(`De foto staat klaar als ${name} (${size}). Waar en wanneer hij is gemaakt, is eruit.${isKept ? "" : " Je browser bewaart hem niet: kies hem opnieuw als je later verdergaat."}`);
  // So that it is saved as any answer.
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

// Shows the photo that was chosen before, and takes in another, also one chosen while this script was on its way.
export async function showPhoto(form, knowledge) {
  const input = document.getElementById("v-photo-file");
  input.onchange = () => choosePhoto(form, input, knowledge);
  if (input.files.length) return choosePhoto(form, input, knowledge);
  const name = nameIn(form).value;
  const photo = await photoOf(form);
  lay(form, photo && (await pictureOf(photo).catch(() => undefined)));
  if (!name) say("");
  else say(photo ? `De foto staat klaar als ${name}.` : elsewhere(name));
}

function lay(form, canvas) {
  canvas?.setAttribute("aria-label", "De foto die je koos");
  const away = element("button", { type: "button", class: "kb-plain-button" }, "Haal de foto weg");
  away.addEventListener("click", () => takeAway(form));
  document.getElementById("assistent-foto").replaceChildren(...(canvas ? [canvas] : []), ...(nameIn(form).value ? [away] : []));
}

function takeAway(form) {
  if (!confirm("Wil je de foto weghalen, met wat je erover invulde?")) return;
  for (const control of form.querySelectorAll('[name^="photo."]')) control.value = "";
  forgetPhoto();
  lay(form);
  say("De foto is weggehaald.");
  document.getElementById("v-photo-file").focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
