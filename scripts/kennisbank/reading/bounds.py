"""How much of one thing a text may hold: some marks cost the parser their square, or a step into itself each.

Everything here goes through a text once. What is within these bounds renders in a time that grows with its length.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..findings.finding import Span
from .commonmark import MAX_NESTING, too_deep

# No page of ours comes near any of these.
LONGEST = 64 * 1024
_MOST_OPEN = 40
# What stands together without an empty line between: the parser goes through it again for each mark in it.
_LONGEST_BLOCK = 24 * 1024
_BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)
# Only a text like this can have too many layers: each layer takes a sign or a space before a line, or two in it.
_LAYERED = re.compile(rf"[\n\r](?:[ >*+\-\d.)]{{{MAX_NESTING}}}|[ >*+\-\d.)]*\t)")
_LINE, _MOST_LINES = re.compile(r"^[ \t]*:[ \t]", re.MULTILINE), 50
_IN_TEXT = (
    (re.compile(r"^[ \t]*(?:#|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE), 200, "koppen en strepen"),
    (re.compile(r"^[> \t]*(?:`{3,}|~{3,})", re.MULTILINE), 200, "regels met ``` of ~~~"),
    (re.compile(r"^[ \t]*\*?\[[^\]\n]*\]:", re.MULTILINE), 300, "noten en adressen onder de tekst"),
    (re.compile(r"^[ \t]*(?:!!!|\?\?\?)", re.MULTILINE), 100, "kaders (!!!)"),
    (re.compile(r"<!--|<\?|<!\["), 100, "begonnen opmerkingen (<!--)"),
)
# What begins a paragraph, an item or a row; each is a part of the page that something is made of.
_MOST_PIECES = 3_000
_BEGINS = re.compile(r"[> \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|[ \t]*\|")
_MOST_COLUMNS = 100
_WIDE = re.compile(rf"^(?:[^|\n]*\|){{{_MOST_COLUMNS + 2}}}", re.MULTILINE)


class Excess(NamedTuple):
    """Too much of one thing: where it goes over the top, and what it is, in Dutch."""

    span: Span
    what: str


def excesses(text: str) -> Iterator[Excess]:
    """Everything that a text has too much of; the spans are those of the text itself.

    How deep it goes is asked of a parser, and so only of a text that has not too much of anything else.
    """
    counted = _counted_excesses(text)
    deep = too_deep(text) if not counted and _may_be_deep(text) else None
    yield from counted
    if deep:
        yield Excess(deep, f"meer dan {MAX_NESTING} lagen in elkaar (een lijst telt voor twee)")


def may_be_parsed(text: str) -> bool:
    """Whether a text has not so much of anything that a parser would be kept busy by it."""
    return not _counted_excesses(text)


@lru_cache(maxsize=4096)
def _counted_excesses(text: str) -> tuple[Excess, ...]:
    return tuple(_all_counted(text))


def _all_counted(text: str) -> Iterator[Excess]:
    if len(text) > LONGEST:
        yield Excess(Span(LONGEST, LONGEST + 1), f"{len(text) // 1024} kB tekst, hoogstens {LONGEST // 1024} kB")
    # Each of these begins a line, or with this sign: most texts have too few of both to look any closer.
    most_there = max(text.count("\n") + 1, text.count("<"))
    for pattern, most, name in _IN_TEXT:
        if most_there > most:
            yield from _counted(text, 0, pattern, most, name)
    if most_there > _MOST_PIECES:
        yield from _pieces(text)
    wide = _WIDE.search(text) if text.count("|") > _MOST_COLUMNS else None
    if wide:
        yield Excess(Span(wide.end() - 1, wide.end()), f"een regel met meer dan {_MOST_COLUMNS} kolommen (|)")
    if most_there > _MOST_LINES or len(text) > _LONGEST_BLOCK or _opened(text) > _MOST_OPEN:
        yield from _in_blocks(text)


def _in_blocks(text: str) -> Iterator[Excess]:
    for start, block in _blocks(text):
        if len(block) > _LONGEST_BLOCK:
            place = start + _LONGEST_BLOCK
            what = f"{len(block) // 1024} kB tekst zonder lege regel, hoogstens {_LONGEST_BLOCK // 1024} kB"
            yield Excess(Span(place, place + 1), what)
        if block.count("\n") >= _MOST_LINES:
            yield from _counted(block, start, _LINE, _MOST_LINES, "uitleg-regels (': ') zonder lege regel ertussen")
        if _opened(block) > _MOST_OPEN:
            yield from _brackets(block, start)


def _opened(text: str) -> int:
    return text.count("[") + text.count("(")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The pieces between lines without a sign, each with its place; line by line, so that white space costs no more."""
    lines: list[str] = []
    place = begin = 0
    for line in [*text.split("\n"), ""]:
        if line and not line.isspace():
            begin = begin if lines else place
            lines.append(line)
        elif lines:
            yield begin, "\n".join(lines)
            lines = []
        place += len(line) + 1


def _pieces(text: str) -> Iterator[Excess]:
    """Where there are too many paragraphs, items and rows; line by line, so that white space costs no more."""
    number = place = 0
    is_below = False
    for line in text.split("\n"):
        is_empty = not line or line.isspace()
        number += not is_empty and (not is_below or bool(_BEGINS.match(line)))
        if number > _MOST_PIECES:
            yield Excess(Span(place, place + len(line)), f"meer dan {_MOST_PIECES} alinea's, punten en rijen")
            return
        place, is_below = place + len(line) + 1, not is_empty


def _may_be_deep(text: str) -> bool:
    if _LAYERED.search(f"\n{text}"):
        return True
    # Of what is in the whole text a block has no more.
    blocks = _blocks(text) if _emphasis(text) >= 2 * MAX_NESTING else ()
    return any(_emphasis(block) >= 2 * MAX_NESTING for _, block in blocks)


def _emphasis(text: str) -> int:
    return text.count("*") + text.count("_")


def _counted(text: str, offset: int, pattern: re.Pattern[str], most: int, name: str) -> Iterator[Excess]:
    for number, match in enumerate(pattern.finditer(text), 1):
        if number > most:
            yield Excess(Span(offset + match.start(), offset + match.end()), f"meer dan {most} {name}")
            return


def _brackets(block: str, offset: int) -> Iterator[Excess]:
    """Brackets that are not closed in their block, for each of which the parser reads on to the end of it."""
    opened: list[int] = []
    for match in _BRACKET.finditer(block):
        if match[0] in "[(":
            opened.append(match.start())
        elif match[0] in "])" and opened:
            opened.pop()
        if len(opened) > _MOST_OPEN:
            place = offset + opened[-1]
            yield Excess(Span(place, place + 1), f"meer dan {_MOST_OPEN} open haken achter elkaar")
            return
