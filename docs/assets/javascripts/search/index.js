// Fetches the pieces of the search index that a question needs, each of them once.

import { ROOT, tables } from "../dom.js";

const FOLDER = new URL("zoekindex/", ROOT);
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LAST = "\uffff";

let opened;

// The search index, opened once; a next call tries again when that failed.
export function openIndex() {
  opened ??= json(new URL("index.json", FOLDER)).then((about) => new Index(about));
  opened.catch(() => (opened = undefined));
  return opened;
}

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return tables(answer);
}

// The index of one version of the site. Words are folded; a page is its place in the index.
class Index {
  constructor({ version, pages, kinds, cards, shards, ...lists }) {
    this.pages = pages;
    this.cards = cards; // so many in one file
    this.functionWords = new Set(lists.function_words);
    this.shapeWords = new Set(lists.shape_words);
    this.weakWords = new Set(lists.weak_words);
    this.shards = shards;
    this.folder = new URL(`${version}/`, FOLDER);
    this.files = new Map();
    this.decoded = new Map();
    this.facets = new Map();
    let start = 0;
    // Where the pages of each kind begin and end.
    this.kinds = new Map(Object.entries(kinds).map(([kind, number]) => [kind, [start, (start += number)]]));
  }

  // A file of the index, fetched once.
  file(name) {
    if (!this.files.has(name)) {
      const asked = json(new URL(name, this.folder));
      asked.catch(() => this.files.delete(name));
      this.files.set(name, asked);
    }
    return this.files.get(name);
  }

  // What the index knows of one word or name.
  // `word`: the pages with it (for `decode`), or their number when they are many; `forms`: the words with this stem;
  // `named`: the pages with this name.
  async entry(key) {
    const [words, stems, names] = await this.file(`w/${lastUpTo(key, this.shards)}.json`);
    return { word: words[key], forms: stems[key] ?? [], named: names[key] ?? [] };
  }

  // The pages with a word, for `decode`; nothing when there are none. Those of a common word are in another file.
  async pagesWith(word) {
    const number = lastUpTo(word, this.shards);
    const [words, , , apart] = await this.file(`w/${number}.json`);
    return typeof words[word] === "number" ? (await this.file(`w/${number}-${lastUpTo(word, apart)}.json`))[word] : words[word];
  }

  // The pages with this name, each with the number of its short answer or -1, and 1 when it is the name of a part.
  // An abbreviation and a place have no other forms, and must be among the `words` of the question: no boom is a BOM.
  async named(key, words) {
    const { named } = await this.entry(key);
    return named.filter(([, , , written]) => !written || words.has(written) || words.has(`${written}s`));
  }

  // All words and names that begin with some letters, from at most so many files.
  async startingWith(letters, most = 24) {
    const first = lastUpTo(letters, this.shards);
    const last = Math.min(lastUpTo(letters + LAST, this.shards), first + most - 1);
    const asked = [];
    for (let number = first; number <= last; number++) asked.push(this.file(`w/${number}.json`));
    const found = await Promise.all(asked);
    const begins = ([key]) => key.startsWith(letters);
    return {
      words: found.flatMap(([words]) => Object.entries(words).filter(begins)),
      names: found.flatMap(([, , names]) => Object.entries(names).filter(begins)),
    };
  }

  // The pages that a word is on, and how much it says about each: [page, level, page, level, …].
  // `text`: as the index writes it: `B2A` is level 2 on page 0 and level 1 on page 2.
  decode(text) {
    if (!this.decoded.has(text)) {
      let page = -1;
      const found = [];
      for (const [, step, letter] of text.matchAll(/(\d*)([a-zA-Z])/g)) found.push((page += Number(step || 1)), LETTERS.indexOf(letter) + 1);
      this.decoded.set(text, found);
    }
    return this.decoded.get(text);
  }

  // What a list of results shows of a page.
  page(place) {
    return this.file(`p/${place}.json`).then((page) => ({ ...page, url: new URL(page.url, ROOT).pathname }));
  }

  // What a list that shows no text shows of a page.
  async card(place) {
    const card = (await this.file(`c/${Math.floor(place / this.cards)}.json`))[place % this.cards];
    return { ...card, url: new URL(card.url, ROOT).pathname };
  }

  // For each value of a facet the pages that have it.
  async facet(name) {
    const values = await this.file(`f/${name}.json`);
    if (!this.facets.has(name)) this.facets.set(name, new Map(Object.entries(values).map(([value, steps]) => [value, new Set(placesOf(steps))])));
    return this.facets.get(name);
  }

  // Words that are used most, with a first letter.
  async knownWords(letter) {
    return /^[a-z]$/.test(letter ?? "") ? this.file(`l/${letter}.json`) : [];
  }

  kindOf(place) {
    for (const [kind, [start, end]] of this.kinds) if (start <= place && place < end) return kind;
    return "";
  }
}

// Which of some files, each with its first word in `starts`, a word is in.
function lastUpTo(word, starts) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placesOf(steps) {
  let place = 0;
  return steps.map((step) => (place += step));
}
