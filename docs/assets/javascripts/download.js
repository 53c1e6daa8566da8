// Hands a file that was made in the browser to the reader.

import { element } from "./dom.js";

export function download(name, type, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
