"""The index as files: small ones, so that a browser asks for the few that hold the words of a question.

All are plain JSON. They are not compressed here: a server does that, and every version of Python has a zlib of its own.
"""

import hashlib
import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_letters

# Characters in a file with words; a reader fetches two or three of these per word of a question.
_SIZE = 8_000

# What has a name, as numbers; for some with the very word that must be asked for.
Entry = list[int | str]


@dataclass(frozen=True)
class Shard:
    """Some words of the index in the order of the alphabet, from `first` on.

    `words` tells where each is: for each page the step from the one before (1 is left out) and a letter for the weight.
    `stems` gives the forms of a stem, `names` the pages that are called so (see `search_index`).
    """

    words: dict[str, str] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[Entry]] = field(default_factory=dict)


def shards_of(
    words: Mapping[str, Sequence[int]], stems: Mapping[str, Sequence[str]], names: Mapping[str, Sequence[Entry]]
) -> dict[str, Shard]:
    """The shards with their first words, in order; the first starts at nothing."""
    shards, size = {"": Shard()}, 0
    for key in sorted({*words, *stems, *names}):
        if size > _SIZE:
            shards[key], size = Shard(), 0
        shard = next(reversed(shards.values()))
        if key in words:
            shard.words[key] = encoded(words[key])
            size += len(shard.words[key])
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


def steps(places: Iterable[int]) -> Iterator[int]:
    """Ascending numbers as the steps between them: short, and alike where they lie close."""
    before = 0
    for place in places:
        yield place - before
        before = place


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_all(files: Mapping[str, object], folder: Path) -> str:
    """Write values as JSON files below a folder that is named after what is in them; gives that name."""
    texts = {name: _as_json(value).encode("utf-8") for name, value in files.items()}
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        whole.update(b"%b\0%b\0" % (name.encode("utf-8"), text))
    version = whole.hexdigest()[:12]
    for inner in {posixpath.dirname(name) for name in texts}:
        (folder / version / inner).mkdir(parents=True, exist_ok=True)
    place = str(folder / version)
    for name, text in texts.items():
        # Thousands of small files: a path for each costs as much as writing it.
        with open(f"{place}/{name}", "wb") as file:  # noqa: PTH123
            file.write(text)
    return version
