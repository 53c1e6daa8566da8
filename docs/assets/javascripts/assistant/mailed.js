// A case as it came in a mail: with a greeting above or below it, and perhaps each line behind the sign of a quotation.

const BY_ITSELF = /^---[ \t]*(?:\n|$)/;
const FENCE = /^([ \t]*(?:>[ \t]*){0,9})(?:---|[–—])[ \t]*$/;
const FIELD = /^(?:#|["']?[a-z_-]+["']?[ \t]*:(?:\s|$))/i;
const SIGNED = /^-- ?$/;
// As intake/closing.py has it.
const CLOSING = /^(?:(?:(?:met|veel|de) )?(?:(?:vriendelijke|hartelijke|warme|beste) ){0,3}groet(?:en|jes)?(?:[,.!]?|, ?[^,]{1,60}| (?:van|uit|namens) .{1,60})|m\.?v\.?g\.?(?:[ ,].{0,60})?)$/i;
const OF_A_CASE = /^(?:#|\[\^|---)/;
const MOST_BELOW = 8;
const GREETING = { lines: 3, signs: 160 };
const MOST_SHOWN = 50;

// The case alone, how many lines stood above it, and what people should know of what was passed over; nothing when the
// case stands by itself, or there is none.
export function unmailed(whole) {
  const lines = whole.split("\n");
  if (BY_ITSELF.test(whole)) {
    const text = withoutClosing(lines);
    return text.length < lines.length ? { text: `${text.join("\n").trimEnd()}\n`, itself: true, said: told(lines, 0, text.length, 0) } : undefined;
  }
  const start = lines.findIndex((line, index) => FENCE.test(line) && FIELD.test(bare(lines[index + 1] ?? "")));
  if (start < 0) return undefined;
  const [, before] = FENCE.exec(lines[start]);
  const depth = before.split(">").length - 1;
  const end = depth ? lines.findLastIndex((line) => line.trimStart().startsWith(">")) + 1 : lines.length;
  // With the space behind each, if there is one: what stands in by more means something.
  const signs = new RegExp(`^(?:[ \\t]*>){0,${depth}}${before.endsWith(" ") ? " ?" : ""}`);
  const own = lines.slice(start, end).map((line) => line.replace(signs, "").replace(/^[ \u00a0]+/, (room) => " ".repeat(room.length)));
  const signed = own.findLastIndex((line) => SIGNED.test(line));
  const left = withoutClosing(signed > 0 ? own.slice(0, signed) : own);
  return { text: `${left.join("\n").trimEnd()}\n`, above: start, said: told(lines, start, start + left.length, depth) };
}

// The lines above the greeting that closes a text; all when none does.
export function withoutClosing(lines) {
  const filled = lines.flatMap((line, index) => (line.trim() ? [index] : [])).slice(-MOST_BELOW - 1).reverse();
  const end = filled.find((index) => OF_A_CASE.test(lines[index]) || CLOSING.test(lines[index].trim()));
  return end === undefined || OF_A_CASE.test(lines[end]) ? lines : lines.slice(0, end);
}

const bare = (line) => line.replace(/^[ \t]*(?:>[ \t]*)*/, "");

// What was passed over of the lines of a mail.
function told(lines, start, end, depth) {
  const said = [];
  const above = filled(lines, 0, start);
  const signs = above.reduce((sum, { line }) => sum + line.length, 0);
  if (above.length && above.length <= GREETING.lines && signs <= GREETING.signs) said.push(`Overgeslagen is wat boven de case stond: '${shown(above.map(({ line }) => line).join(" "))}'.`);
  else if (above.length) said.push(`Overgeslagen is wat boven de case stond: ${range(above)}.`);
  if (depth) said.push("De tekens > van de mail zijn weggehaald.");
  const below = filled(lines, end, lines.length);
  if (below.length) said.push(`Overgeslagen is ${above.length ? "ook " : ""}wat eronder stond: ${range(below)}.`);
  if (above.length > GREETING.lines || below.length) said.push("Hoort er iets van bij de case? Neem dat dan zelf over.");
  return said.join(" ");
}

const filled = (lines, from, to) => lines.slice(from, to).map((line, index) => ({ line: bare(line).trim(), number: from + index + 1 })).filter(({ line }) => line);

function range(found) {
  const [first, last] = [found[0], found.at(-1)];
  return first === last ? `regel ${first.number} ('${shown(first.line)}')` : `regel ${first.number} ('${shown(first.line)}') tot en met ${last.number} ('${shown(last.line)}')`;
}

function shown(line) {
  const signs = [...line];
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN - 1).join("")}…` : line;
}
