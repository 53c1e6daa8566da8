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

const BEHIND = /^([ \t]*(?:- +)*(?:[^\W\d][\w-]*:[ \t]+)?)([^\s"'#&*!|>%@`[\]{},?:-][^"\n]*[^\s"\d])"[ \t]*$/;

// The lines of the fields without a quote at the end of a value that has none before it, and what was mended of them.
// `texts`: all that was read; a line of another text is none of these.
export function unquoted(front, texts) {
  let count = 0;
  const lines = front.split("\n").map((line) => {
    const [, before, value] = BEHIND.exec(line) ?? [];
    if (value === undefined || !texts.has(`${value}"`)) return line;
    count++;
    return before + value;
  });
  return { front: lines.join("\n"), count };
}
