// The two lines --- around the fields of a case: put back where a word processor or a slip took one away.

const FENCE = /^---[ \t]*$/;
const DASHES = /^[-\u2010-\u2015\u2212]{1,9}[ \t]*$/;
const CLOSES = /^(?:[-\u2010-\u2015\u2212]{2,9}|[\u2013\u2014]|\.\.\.|…|\*\*\*|___|\+\+\+)[ \t]*$/;
const FIELD = /^(?:#[^#]|["']?[a-z_-]+["']?[ \t]*:(?:\s|$))/i;
// What may stand among fields: one, what is set in or listed below it, a remark, or nothing.
const OF_FIELDS = /^(?:[ \t]|- |[^\W\d][\w-]*[ \t]*:|["']|[\]}]|#[^#]|\s*$)/;
// Only a case begins so.
const OF_A_CASE = /^(?:title|question|turns|status|summary):(?:\s|$)/;

// A text with its lines ---, as far as these are certain; `titles`: of the sections.
export function fenced(text, titles) {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim());
  if (first < 0) return text;
  if (DASHES.test(lines[first]) && FIELD.test(lines[first + 1] ?? "")) lines[first] = "---";
  else if (OF_A_CASE.test(lines[first])) lines.splice(first, 0, "---");
  else return text;
  const isHead = (line) => /^## /.test(line) && titles.includes(line.slice(3).trim());
  const end = lines.findIndex((line, index) => index > first && (FENCE.test(line) || CLOSES.test(line) || isHead(line)));
  if (end < 0 || !lines.slice(first + 1, end).every((line) => OF_FIELDS.test(line))) return lines.join("\n");
  if (isHead(lines[end])) lines.splice(lines.findLastIndex((line, index) => index < end && line.trim()) + 1, 0, "---");
  else if (!goesOn(lines, end)) lines[end] = "---";
  return lines.join("\n");
}

// Whether fields go on behind a line that could have ended them.
const goesOn = (lines, end) => !FENCE.test(lines[end]) && /^(?:[ \t]+\S|- |[^\W\d][\w-]*:(?:\s|$))/.test(lines.slice(end + 1).find((line) => line.trim()) ?? "");

// What to do with a text that has the fields of a case, and no line --- above them; nothing when it has none.
export function unfenced(text) {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => OF_A_CASE.test(line));
  if (at < 0) return "";
  return `Boven de velden van een case hoort een regel met drie gewone streepjes: ---. Die ontbreekt boven regel ${at + 1}, '${lines[at].slice(0, 80)}'. Zet hem erboven in een programma voor platte tekst, zoals Kladblok, haal weg wat er verder boven staat, en kies het bestand opnieuw.`;
}
