// The headings of the sections of a case, where somebody spoilt their marks.

const LONGEST = 60;

// A text with those headings as they should be, and the lines that were read so: '##Aanpak', and 'Aanpak' on a line by
// itself. A title that has its heading is a word of the text elsewhere.
// `titles`: of all sections; `read`: from `reader`.
export function headed(text, titles, read) {
  const there = new Set(read.headings(text).filter(({ level }) => level === 2).map((heading) => heading.text));
  const plain = read.masked(text).split("\n"); // in code nothing is a heading
  const found = [];
  const lines = text.split("\n").map((line, index) => {
    const title = titleIn(plain[index], titles);
    const isAlone = /^##[^#\s]/.test(line) || !plain[index - 1]?.trim();
    if (!title || there.has(title) || !isAlone) return line;
    there.add(title);
    found.push(line.trim());
    return `## ${title}`;
  });
  return { text: lines.join("\n"), found };
}

function titleIn(line, titles) {
  if (line.length > LONGEST || /^(?: {4}|\t)/.test(line)) return undefined;
  const words = line.replace(/^[ \t#*_]+/, "").replace(/[\s#*_:]+$/, "").toLowerCase();
  return titles.find((title) => title.toLowerCase() === words);
}
