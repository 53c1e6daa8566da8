"""The index as files: small ones, so that a browser asks for the few that hold the words of a question.

All are plain JSON. They are not compressed here: a server does that, and every version of Python has a zlib of its own.
"""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_letters, digits

# Characters in a file with words; a reader fetches two or three of these per word of a question.
_SIZE = 2_000
# Postings of at most so many characters stand beside their word. Longer ones stand apart, in files of about so many:
# who only asks whether there is such a word, as a browser mostly does, need not fetch where it is.
_SHORT, _APART = 100, 1_500

# What this leaves of postings is a letter for each page.
WITHOUT_STEPS = str.maketrans("", "", digits)
_POSTING = re.compile(r"(\d*)([a-zA-Z])")

# What has a name, as numbers; for some with the very word that must be asked for.
Entry = list[int | str]


@dataclass(frozen=True)
class Shard:
    """Some words of the index in the order of the alphabet, from `first` on.

    `words` tells where each is: for each page the step from the one before (1 is left out) and a letter for the weight;
    only on how many pages, when that is long: then it is in `apart`, each of which begins with its first word.
    `stems` gives the forms of a stem, `names` the pages that are called so (see `search_index`).
    """

    words: dict[str, str | int] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[Entry]] = field(default_factory=dict)
    apart: list[dict[str, str]] = field(default_factory=list)

    def add(self, word: str, postings: str) -> int:
        """Add a word that comes after all others; gives what that adds to the size."""
        if len(postings) <= _SHORT:
            self.words[word] = postings
            return len(postings)
        self.words[word] = len(postings.translate(WITHOUT_STEPS))
        if not self.apart or sum(map(len, self.apart[-1].values())) + len(postings) > _APART:
            self.apart.append({})
        self.apart[-1][word] = postings
        return 0

    def files(self, number: int) -> dict[str, object]:
        """The files of the shard with this number: itself, and the postings that stand apart."""
        starts = [next(iter(postings)) for postings in self.apart]
        apart = {f"w/{number}-{at}.json": postings for at, postings in enumerate(self.apart)}
        return {f"w/{number}.json": [self.words, self.stems, self.names, starts], **apart}


def shards_of(
    words: Mapping[str, str], stems: Mapping[str, Sequence[str]], names: Mapping[str, Sequence[Entry]]
) -> dict[str, Shard]:
    """The shards with their first words, in order; the first starts at nothing. Postings come `encoded`."""
    shards, size = {"": Shard()}, 0
    for key in sorted({*words, *stems, *names}):
        if size > _SIZE:
            shards[key], size = Shard(), 0
        shard = next(reversed(shards.values()))
        if key in words:
            size += shard.add(key, words[key])
        if key in stems:
            shard.stems[key] = list(stems[key])
            size += sum(map(len, stems[key]))
        if key in names:
            shard.names[key] = list(names[key])
        size += len(key) + 8
    return shards


def encoded(postings: Iterable[int]) -> str:
    """Postings as text: `B2A` is level 2 on page 0 and level 1 on page 2."""
    before, pieces = -1, []
    for posting in postings:
        page, level = posting >> 6, posting & 63
        step = page - before
        pieces.append((str(step) if step > 1 else "") + ascii_letters[level - 1])
        before = page
    return "".join(pieces)


def decoded(text: str) -> list[int]:
    """The postings that a text stands for."""
    page, found = -1, []
    for step, letter in _POSTING.findall(text):
        page += int(step or 1)
        found.append(page << 6 | ascii_letters.index(letter) + 1)
    return found


def steps(places: Iterable[int]) -> Iterator[int]:
    """Ascending numbers as the steps between them: short, and alike where they lie close."""
    before = 0
    for place in places:
        yield place - before
        before = place


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_json(value: object) -> bytes:
    """A value as it stands in a file of the index."""
    return _as_json(value).encode("utf-8")


def version_of(texts: Iterable[tuple[str, bytes]]) -> str:
    """One name for what is in these files, that come in the order of their names."""
    whole = hashlib.sha256()
    for name, text in texts:
        whole.update(b"%b\0%b\0" % (name.encode("utf-8"), text))
    return whole.hexdigest()[:12]


def written(texts: Iterable[tuple[str, bytes]], folder: Path) -> Iterator[tuple[str, bytes]]:
    """The same files, each written below a folder that has none of these yet."""
    place, known = str(folder), set[str]()
    for name, text in texts:
        inner = posixpath.dirname(name)
        if inner not in known:
            (folder / inner).mkdir(parents=True, exist_ok=True)
            known.add(inner)
        # Thousands of small files: a path for each costs as much as writing it.
        with open(f"{place}/{name}", "wb") as file:  # noqa: PTH123
            file.write(text)
        yield name, text
