"""Which lines, marked as other programs and people in haste mark them, are surely the points of a list.

A line of a sentence may begin with such a mark too, and would become an item of a list by a mend.
The form in the browser has the same (`bullets.js`).
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .marks import BULLETS

WORD_SIGNS = "\uf000-\uf0ff"
"""Where the fonts Symbol and Wingdings, from which Word takes its bullets, have their signs."""
_MARK = re.compile(
    rf"(?P<indent>[ \t]*)(?:(?P<item>(?:[-*+]|\d{{1,9}}[.)])(?=\s|\Z))"
    rf"|(?P<dash>[–—])(?=[ \t])|(?:[{BULLETS}{WORD_SIGNS}]|[a-zA-Z]\)|o(?=\t))(?=[ \t])"
    rf"|(?:-|\d{{1,2}}[.)])(?=[^\W\d_]))"
)
# A second dash closes what the first began.
_CLOSING = re.compile(r"[ \t][–—](?=\s|\Z)")


class _Line(NamedTuple):
    """What a line says about the list it may be in; `mark` is empty when it is no point."""

    mark: str = ""
    is_item: bool = False
    is_aside: bool = False
    opens: bool = False
    """Whether what comes after it begins something new."""


@lru_cache(maxsize=4)
def points(text: str) -> frozenset[int]:
    """Where the lines begin that are points of a list, also those that Markdown has as text.

    Such a line opens a paragraph, or stands in a row of its kind. Kept, for there may be a mark at each line.
    """
    found: set[int] = set()
    marks: set[str] = set()  # of the points in this paragraph
    start, before, was_point = 0, _Line(opens=True), False
    texts = text.split("\n")
    for written, (line, after) in zip(texts, pairwise([*map(_read, texts), _Line()]), strict=True):
        if before.opens:
            marks.clear()
        leads = after.mark == line.mark and not after.is_aside
        follows = line.mark in marks or (was_point and _indent(before) == _indent(line))
        is_sure = (before.opens and leads) if line.is_aside else (before.opens or leads)
        was_point = bool(line.mark) and (line.is_item or follows or is_sure)
        if was_point:
            marks.add(line.mark)
            found.add(start)
        start, before = start + len(written) + 1, line
    return frozenset(found)


def _read(line: str) -> _Line:
    match = _MARK.match(line)
    opens = not line.strip() or line.lstrip().startswith("#") or line.rstrip().endswith(":")
    if not match:
        return _Line(opens=opens)
    is_aside = bool(match["dash"] and _CLOSING.search(line, match.end()))
    # The same for each number and letter, and for both dashes.
    mark = re.sub(r"\w+", "1", match[0]).replace("—", "–")
    return _Line(mark, bool(match["item"]), is_aside, opens)


def _indent(line: _Line) -> int:
    return len(line.mark) - len(line.mark.lstrip())
