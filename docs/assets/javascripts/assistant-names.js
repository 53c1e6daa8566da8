// Clean texts, and the names that files and sources get.

const LONGEST_NAME = 60;
const made = new WeakMap();

// A text without what nobody sees, what breaks a file and what was spoilt on its way: by the table of the checker
// (`reading/characters.py`). What nobody can mend stays.
// `rules`: from regels.json.
export function clean(text, rules) {
  if (!made.has(rules)) made.set(rules, mender(rules.characters));
  return made.get(rules)(String(text ?? "").replace(/\r\n?/g, "\n")).trim();
}

function mender({ run, mends, control, spelled }) {
  const [runs, controls] = [new RegExp(run[0], "gu"), new RegExp(control[0], "u")];
  const wrongs = new RegExp(Object.keys(spelled).sort((one, other) => other.length - one.length).join("|"), "gu");
  const kinds = mends.map(([[source, flags], mend]) => [new RegExp(source, flags), mend]);
  const mendOf = (sign) => kinds.find(([pattern]) => pattern.test(sign))?.[1] ?? sign;
  const mendRun = (signs, start, whole) => {
    const between = /[\p{L}\p{N}]$/u.test(whole.slice(0, start)) && /^[\p{L}\p{N}]/u.test(whole.slice(start + signs.length));
    return [...signs].map(mendOf).join("") || (between && controls.test(signs) ? " " : "");
  };
  return function mended(text) {
    const now = text.replace(wrongs, (wrong) => spelled[wrong]).replace(runs, mendRun);
    return now === text ? text : mended(now);
  };
}

// A text as a name in files, by the same rule as the checker: Súdwest-Fryslân becomes sudwest-fryslan.
export const slug = (text) =>
  text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

// A free name for the file of a case.
// `taken`: names in use.
export function caseName(title, taken) {
  let stem = slug(title).slice(0, LONGEST_NAME - 4).replace(/-+$/, "") || "nieuwe-case";
  // Windows keeps some names to itself; `index` is the overview of all cases.
  if (/^(index|con|prn|aux|nul|(com|lpt)\d)$/.test(stem)) stem = `case-${stem}`;
  let name = stem;
  for (let number = 2; Object.hasOwn(taken, name); number++) name = `${stem}-${number}`;
  return name;
}

// A key for a source that no other source has: publisher and year.
export function sourceKey(source, taken) {
  const year = /\b(19|20)\d\d\b/.exec(source.date ?? "")?.[0] ?? "";
  const stem = slug(source.publisher || source.title || "").slice(0, 40);
  const base = [stem, year].filter(Boolean).join("-").replace(/-{2,}/g, "-") || "bron";
  const used = new Set(taken);
  let key = base;
  for (let number = 2; used.has(key); number++) key = `${base}-${number}`;
  return key;
}
