// Finds headings, links, notes and sentences in a text, with the patterns of the checker.

// The patterns of the checker, ready for use.
// `sources`: from regels.json: source and flags of each.
export const patterns = (sources) =>
  Object.fromEntries(Object.entries(sources).map(([name, [source, flags]]) => [name, new RegExp(source, `g${flags}`)]));

const blank = (text) => text.replace(/[^\n]/g, " ");

// Whether a pattern covers a text from its first sign to its last.
export const covers = (pattern, text) => new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace("g", "")).test(text);

// A reader of texts.
// `find`: from `patterns`.
export function reader(find) {
  const masked = (text) => withoutComments(text.replace(find.code, blank));

  function withoutComments(text) {
    const made = [];
    let from = 0;
    for (let start, end; (start = text.indexOf("<!--", from)) >= 0 && (end = text.indexOf("-->", start)) >= 0; from = end + 3) {
      made.push(text.slice(from, start), blank(text.slice(start, end + 3)));
    }
    return made.join("") + text.slice(from);
  }

  const headings = (text) =>
    [...masked(text).matchAll(find.heading)].map((match) => ({
      level: match[1].length,
      text: match[2].replace(/[ \t\r#]+$/, ""),
      start: match.index,
      end: match.index + match[0].length,
    }));

  function parts(text) {
    const tops = headings(text).filter((heading) => heading.level === 2);
    return tops.map((heading, index) => ({ heading, text: text.slice(heading.end, tops[index + 1]?.start) }));
  }

  function links(text) {
    if (!["](", "][", "://"].some((mark) => text.includes(mark))) return [];
    const bare = masked(text);
    const found = [...bare.matchAll(find.link)].map((match) => link(match, match.groups.target.replace(/^[<>]+|[<>]+$/g, "")));
    const taken = [...found, ...[...bare.matchAll(find.reference)].map((match) => link(match, match.groups.target))];
    const targets = new Map([...bare.matchAll(find.reference)].map(({ groups }) => [groups.name.toLowerCase(), groups.target]));
    for (const match of bare.matchAll(find.referenceLink)) {
      const target = targets.get((match.groups.name || match.groups.text).toLowerCase());
      if (target) found.push(link(match, target));
    }
    for (const match of bare.matchAll(find.autolink)) {
      const address = match.groups.target ?? match.groups.bare.replace(/[.,;:]+$/, "");
      const inside = taken.some(({ start, end }) => start <= match.index && match.index < end);
      if (!inside) found.push({ ...link(match, address), text: address });
    }
    return found.sort((one, other) => one.start - other.start || one.end - other.end);
  }

  const link = (match, target) => ({
    text: match.groups.text ?? "",
    image: Boolean(match.groups.image),
    target,
    start: match.index,
    end: match.index + match[0].length,
  });

  function split(text, separator) {
    const pieces = [];
    let start = 0;
    for (const match of [...text.matchAll(separator), { index: text.length, 0: "" }]) {
      const piece = text.slice(start, match.index);
      if (piece.trim()) pieces.push({ text: piece.trim(), start: start + piece.length - piece.trimStart().length });
      start = match.index + match[0].length;
    }
    return pieces;
  }

  const plain = (text) =>
    text.replace(find.citation, "").replace(find.link, (...match) => match.at(-1).text).replace(find.marks, "").trim();

  return {
    masked,
    headings,
    parts,
    links,
    plain,
    isHeading: (line) => line.search(find.headingLine) === 0,
    citations: (text) => [...masked(text).matchAll(find.citation)].map((match) => match.groups.key),
    paragraphs: (text) => split(masked(text), find.paragraphEnd),
    sentences: (text) => split(masked(text).replace(find.tableRow, blank), find.sentenceEnd),
    words: (text) => plain(text).match(find.word) ?? [],
    all: (name, text) => [...text.matchAll(find[name])],
  };
}
