// The names that files and sources get.

const LONGEST_NAME = 56; // a number comes behind it
// Words that no name ends with: what they lead to was cut off.
const LOOSE = /(?:(?:^|-)(?:aan|als|bij|dat|de|die|door|een|en|het|hun|in|is|met|na|naar|niet|of|om|op|over|per|te|tot|uit|van|voor|zijn|zonder))+$/;

// A text as a name in files, by the same rule as the checker: Súdwest-Fryslân becomes sudwest-fryslan.
export const slug = (text) =>
  text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

// As much of a name as may be long, in whole words where it has them.
function cut(name) {
  const end = name.lastIndexOf("-", LONGEST_NAME);
  return name.length > LONGEST_NAME ? (end > 0 ? name.slice(0, end).replace(LOOSE, "") : "") || name.slice(0, LONGEST_NAME) : name;
}

// What the name of the file of a case begins with.
export function caseStem(title) {
  const stem = cut(slug(title)) || "nieuwe-case";
  // Windows keeps some names to itself; `index` is the overview of all cases.
  return /^(index|con|prn|aux|nul|(com|lpt)\d)$/.test(stem) ? `case-${stem}` : stem;
}

// A free name for the file of a case.
// `cases`: by a name in use the number that makes it a free one.
export function caseName(title, cases) {
  const stem = caseStem(title);
  return numbered(stem, Object.hasOwn(cases, stem) ? cases[stem] : 1);
}

// What the key of a source begins with: publisher and year.
export function sourceStem(source) {
  const year = /\b(19|20)\d\d\b/.exec(source.date ?? "")?.[0] ?? "";
  const stem = slug(source.publisher || source.title || "").slice(0, 40);
  return [stem, year].filter(Boolean).join("-").replace(/-{2,}/g, "-") || "bron";
}

// The key of a source among these.
export function sourceKey(source, taken = []) {
  const stem = sourceStem(source);
  let number = 1;
  while (taken.includes(numbered(stem, number))) number++;
  return numbered(stem, number);
}

// A name with a number behind it when it is not the first.
export const numbered = (stem, number) => (number > 1 ? `${stem}-${number}` : stem);
