// Clean texts.

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
    const between = /[\p{L}\p{N}]$/u.test(whole.slice(Math.max(0, start - 2), start)) && /^[\p{L}\p{N}]/u.test(whole.slice(start + signs.length));
    return [...signs].map(mendOf).join("") || (between && controls.test(signs) ? " " : "");
  };
  return function mended(text) {
    const now = text.replace(wrongs, (wrong) => spelled[wrong]).replace(runs, mendRun);
    return now === text ? text : mended(now);
  };
}
