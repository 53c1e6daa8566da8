// The text of a file, in whichever of the usual ways its signs were written down.

// The signs that somebody who writes Dutch uses; of other bytes it is not sure that they are Windows-1252.
const USUAL = /^[\t\n\r\x20-\x7e\u00a0-\u00ff€‚„…‘’“”•–—Œœ™]*$/;
// In a word these are letters of another way, such as that of an old Mac.
const AMID = /\p{L}[‚„…‘“”•™\u00a1-\u00bf]\p{L}/u;
const LINE = /^[> \t]*---[ \t]*\r?$/m;
const UTF_16 = { "255,254": "utf-16le", "254,255": "utf-16be", "45,0": "utf-16le", "0,45": "utf-16be" };

// Undefined when that is not certain.
export function decoded(bytes) {
  const label = UTF_16[bytes.subarray(0, 2).join()] ?? "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return windows(bytes);
  }
}

function windows(bytes) {
  // Where some signs are as they should be, the others are damaged.
  if (/[^\x00-\x7f\ufffd]/.test(new TextDecoder().decode(bytes))) return undefined;
  const text = new TextDecoder("windows-1252").decode(bytes);
  return LINE.test(text) && USUAL.test(text) && !AMID.test(text) ? text : undefined;
}
