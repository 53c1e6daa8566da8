// What goes wrong with the quotes around a value of a file: said as the checker says it, or mended where that is certain.

// What is wrong with a text whose quote is never closed; `body` begins with it.
export const lacking = (body) => (/^'[kmnrst][ -]/.test(body)
  ? "de apostrof aan het begin telt daar als aanhalingsteken; zet de hele tekst tussen dubbele aanhalingstekens"
  : "een aanhalingsteken is niet gesloten; zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin");

// What is wrong with the rest behind a value that is whole.
export function behind(body, rest) {
  if (/^'[kmnrst][ -]/.test(body)) return lacking(body);
  const [, sign] = /^\s*([,;])\s*$/.exec(rest) ?? [];
  if (sign) return `achter die waarde hoort geen '${sign}'; haal het teken weg`;
  if (!/^["']/.test(body)) return "achter die waarde staat nog iets; zet haar helemaal tussen aanhalingstekens";
  return `daar staat een aanhalingsteken binnen aanhalingstekens; zet ${body[0] === '"' ? "enkele" : "dubbele"} om de hele tekst, of haal die erbinnen weg`;
}

const BEFORE = "^([ \\t]*(?:- +)*(?:[^\\W\\d][\\w-]*:[ \\t]+)?)";
const LOOSE = new RegExp(`${BEFORE}([^\\s"'#&*!|>%@\`[\\]{},?:-][^"\\n]*[^\\s"\\d])"[ \\t]*$`);
const CURLED = new RegExp(`${BEFORE}([“„”«][^“„”«»"\\\\]+[“”»"]|[‘‚][^‘’‚"\\\\]+’)[ \\t]*$`);

// The lines of the fields without a quote at the end of a value that has none before it, and with straight quotes in the
// place of curled ones, and what was mended.
// `texts`: all that was read; a line of another text is none of these. Without them every line in curled quotes is one.
export function unquoted(front, texts) {
  let [loose, curled] = [0, 0];
  const lines = front.split("\n").map((line) => {
    const [, before, value] = CURLED.exec(line) ?? [];
    if (value !== undefined && (texts?.has(value) ?? true)) {
      curled++;
      return `${before}"${value.slice(1, -1)}"`;
    }
    const [, start, rest] = LOOSE.exec(line) ?? [];
    if (rest === undefined || !texts?.has(`${rest}"`)) return line;
    loose++;
    return start + rest;
  });
  const mended = [
    ...(loose ? [`${loose > 1 ? `Achter ${loose} waarden` : "Achter een waarde"} stond een aanhalingsteken dat er niet bij hoorde; dat is weg.`] : []),
    ...(curled ? [`${curled > 1 ? `Om ${curled} waarden` : "Om een waarde"} stonden gekrulde aanhalingstekens; die zijn weg.`] : []),
  ];
  return { front: lines.join("\n"), mended };
}
