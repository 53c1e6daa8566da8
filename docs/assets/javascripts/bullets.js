// What people type before the points of a list, where Markdown has a dash; reading/marks.py has the same. The last six
// exist only in the fonts of Word.
export const BULLETS = "•▪◦‣·➢❖●○■□✓→\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0e0";

const MARK = new RegExp(`^([ \\t]*)(?:([-*+]|\\d{1,9}[.)])(?=\\s|$)|([–—])(?=[ \\t])|(?:[${BULLETS}\uf000-\uf0ff]|[a-zA-Z]\\)|o(?=\\t))(?=[ \\t])|(?:-|\\d{1,2}[.)])(?=\\p{L}))`, "u");
// What begins something new: also a heading, code, and a line that ends in a colon.
const OPENS = /^\s*(?:$|#|```|~~~)|:\s*$/;

// For each line whether its mark stands at the start of a line of a sentence, and not before a point of a list;
// reading/points.py has the same.
export function asides(lines) {
  const marks = new Set();
  const read = lines.map(marked);
  let before = { opens: true };
  let wasPoint = false;
  return read.map((line, index) => {
    if (before.opens) marks.clear();
    const after = read[index + 1];
    const leads = line.mark === after?.mark && !after?.isAside;
    const follows = marks.has(line.mark) || (wasPoint && before.indent === line.indent);
    const isSure = line.isAside ? before.opens && leads : before.opens || leads;
    wasPoint = Boolean(line.mark) && (line.isItem || follows || isSure);
    if (wasPoint) marks.add(line.mark);
    before = line;
    return Boolean(line.mark) && !wasPoint;
  });
}

function marked(line) {
  const [mark, indent, item, dash] = MARK.exec(line) ?? [""];
  const isAside = Boolean(dash) && /[ \t][–—](?=\s|$)/.test(line.slice(mark.length));
  return { mark: mark.replace(/\w+/, "1").replace("—", "–"), indent: indent?.length, isItem: Boolean(item), isAside, opens: OPENS.test(line) };
}
