"""Numbers that change in one place of a file while they still stand in others: a correction that was half made."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..checking.baseline import moved_files
from ..reading.meaning import amount
from ..reading.tree import Tree
from .words import differences

# Names of sources and addresses are no text in which somebody counts.
_NO_TEXT = re.compile(r"\[\^[^\[\]\n]*+\]|https?://[^\s\"'<>)\]}]++")
_NUMBER = re.compile(
    r"(?P<field>\b(?:achieved|target): )?(?<![\w./-])(?<!\d,)"
    r"(?P<digits>[1-9]\d{0,2}(?:[ \u00a0]\d{3})++(?!\d)|\d++(?:[.,]\d++)*+)(?![\w/-])"
    r"(?P<scale>[ \u00a0](?:duizend|miljoen|mln|miljard|mld)\b)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# As a whole hundred, what is short says too little to be known by.
_ROUND = re.compile(r"\d00")
_SHORTEST = 3


@dataclass(frozen=True)
class Number:
    """A number in a file: its value, how it is written there and on which line."""

    value: str
    written: str
    line: int


@dataclass(frozen=True)
class HalfChanged:
    """A number of the file at `path` that became another on a line, and still stands on the lines `left`."""

    path: str
    was: str
    now: str
    line: int
    left: tuple[int, ...]


def half_changed(before: Tree, after: Tree) -> tuple[HalfChanged, ...]:
    """Each number that became another in a text, and stands in the same file still; also in one with a new name."""
    moved = moved_files(before, after)
    found: list[HalfChanged] = []
    for path in sorted(path for path in after if path.endswith(".md")):
        was = before.get(moved.get(path, path))
        if was and was != after[path]:
            found += _in_file(path, *(blob.data.decode("utf-8", "replace") for blob in (was, after[path])))
    return tuple(found)


def numbers_in(text: str) -> tuple[tuple[Number, ...], ...]:
    """What each line counts, as a reader takes it: 2.054.000 and 2,054 miljoen are one number; years are none."""
    return tuple(tuple(_numbers(line, number)) for number, line in enumerate(text.split("\n"), 1))


def _numbers(line: str, at: int) -> Iterator[Number]:
    for found in _NUMBER.finditer(_NO_TEXT.sub(lambda name: " " * len(name[0]), line)):
        is_year = _YEAR.fullmatch(found["digits"]) and not (found["field"] or found["scale"])
        written = f"{found['digits']}{found['scale'] or ''}"
        # In a text a point before three digits parts thousands, as it does in money.
        if not is_year and (read := amount(f"{written} euro")):
            yield Number(read.value, written, at)


def _in_file(path: str, before: str, after: str) -> Iterator[HalfChanged]:
    old, new = numbers_in(before), numbers_in(after)
    were, left = (Counter(one.value for line in lines for one in line) for lines in (old, new))
    told: dict[str, tuple[Number, Number]] = {}
    for was, now in _replaced(before.split("\n"), after.split("\n"), old, new):
        if _tells(was.value) and 0 < left[was.value] < were[was.value]:
            told.setdefault(was.value, (was, now))
    for value, (was, now) in told.items():
        lines = tuple(one.line for line in new for one in line if one.value == value)
        yield HalfChanged(path, was.written, now.written, now.line, lines)


def _replaced(
    before: list[str], after: list[str], old: tuple[tuple[Number, ...], ...], new: tuple[tuple[Number, ...], ...]
) -> Iterator[tuple[Number, Number]]:
    """The numbers that took the place of others: as many of them, between the same numbers of lines that changed."""
    for a, b, c, d in differences(before, after):
        was, now = ([one for line in lines for one in line] for lines in (old[a:b], new[c:d]))
        for e, f, g, h in differences([one.value for one in was], [one.value for one in now]):
            if f - e == h - g:
                yield from zip(was[e:f], now[g:h], strict=True)


def _tells(value: str) -> bool:
    """Whether a number is long enough to be known by: not 2 or 100."""
    digits = value.lstrip("-0.").replace(".", "")
    return len(digits) >= _SHORTEST and not _ROUND.fullmatch(value)
