// The option that looks most like a word that somebody typed.

// The option that looks most like a word, by the measure of Ratcliff and Obershelp that Python's difflib uses.
export function nearest(word, options, least = 0.6) {
  const asked = [...word.toLowerCase()].slice(0, 80).join("");
  let [best, most] = ["", least];
  for (const option of options) {
    const name = option.toLowerCase();
    const likeness = (2 * matching(name, asked)) / (name.length + asked.length);
    if (likeness > most || (likeness === most && name > best.toLowerCase())) [best, most] = [option, likeness];
  }
  return best;
}

function matching(one, other) {
  let [start, at, length] = [0, 0, 0];
  let lengths = [];
  for (let i = 0; i < one.length; i++) {
    const row = [];
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      row[j] = (lengths[j - 1] ?? 0) + 1;
      if (row[j] > length) [start, at, length] = [i - row[j] + 1, j - row[j] + 1, row[j]];
    }
    lengths = row;
  }
  if (!length) return 0;
  const before = matching(one.slice(0, start), other.slice(0, at));
  return before + length + matching(one.slice(start + length), other.slice(at + length));
}
