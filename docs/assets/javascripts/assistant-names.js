// Clean texts, and the names that files and sources get.

const HIDDEN = /[\u00ad\u200b\u200c\u2060\ufeff]|(?<![\u2600-\u27bf\ufe0f\u{1f000}-\u{1faff}])\u200d/gu;
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/gu;
const LONGEST_NAME = 60;

/**
 * A text without what nobody sees and what breaks a file: control signs, soft hyphens, signs without width.
 * @param {unknown} text
 */
export const clean = (text) =>
  String(text ?? "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/\u00a0/g, " ").replace(HIDDEN, "")
    .replace(CONTROL, "").trim();

/**
 * A text as a name in files, by the same rule as the checker: Súdwest-Fryslân becomes sudwest-fryslan.
 * @param {string} text
 */
export const slug = (text) =>
  text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

/**
 * A free name for the file of a case.
 * @param {string} title
 * @param {Record<string, unknown>} taken names in use
 */
export function caseName(title, taken) {
  let stem = slug(clean(title)).slice(0, LONGEST_NAME - 4).replace(/-+$/, "") || "nieuwe-case";
  // Windows keeps some names to itself; `index` is the overview of all cases.
  if (/^(index|con|prn|aux|nul|(com|lpt)\d)$/.test(stem)) stem = `case-${stem}`;
  let name = stem;
  for (let number = 2; Object.hasOwn(taken, name); number++) name = `${stem}-${number}`;
  return name;
}

/**
 * A key for a source that no other source has: publisher and year.
 * @param {{publisher?: string, date?: string, title?: string}} source
 * @param {Iterable<string>} taken
 */
export function sourceKey(source, taken) {
  const year = /\b(19|20)\d\d\b/.exec(source.date ?? "")?.[0] ?? "";
  const stem = slug(clean(source.publisher || source.title)).slice(0, 40);
  const base = [stem, year].filter(Boolean).join("-").replace(/-{2,}/g, "-") || "bron";
  const used = new Set(taken);
  let key = base;
  for (let number = 2; used.has(key); number++) key = `${base}-${number}`;
  return key;
}
