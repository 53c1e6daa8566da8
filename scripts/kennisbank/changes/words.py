"""What changed between two texts, word by word: as a reader sees it, without markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from selectolax.lexbor import LexborHTMLParser

from ..reading.rendered import render

CONTEXT = 5
# Comparing takes the product of both lengths; above this a passage counts as wholly replaced.
_MOST_PAIRS = 4_000_000
# What a reader does not read as words of the page: drawings, data, and the numbers and ways back of notes.
_UNSEEN = "svg, script, style, sup, .footnote-backref"
# Between these a reader sees a new line.
_LINES = "article, br, dd, div, dt, figcaption, h1, h2, h3, h4, h5, h6, hr, li, p, pre, section, summary, table, tr"
_END = "\x1e"

_Sides = tuple[list[str], list[str]]


@dataclass(frozen=True)
class Change:
    """One place where words went and came, with a few words around it."""

    before: str
    removed: str
    added: str
    after: str


def seen_lines(markdown: str) -> list[str]:
    """The text of a page as lines of plain text: no markup, drawings or data."""
    tree = LexborHTMLParser(f"<body>{render(markdown)}")
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css(_LINES):
        node.insert_before(_END)
        node.insert_after(_END)
    for node in tree.css("td, th"):
        node.insert_after(" ")
    lines = (" ".join(line.split()) for line in (tree.text() or "").split(_END))
    return [line for line in lines if line]


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The changes from one Markdown text to another; none when only markup or addresses differ.

    Lines are compared first and words only inside lines that changed, so that a long page takes no long time.
    """
    old, new = seen_lines(before), seen_lines(after)
    found: list[Change] = []
    for a, b, c, d in differences(old, new):
        was, becomes = " ".join(old[a:b]).split(), " ".join(new[c:d]).split()
        around = (" ".join(old[max(a - 1, 0) : a]).split(), " ".join(old[b : b + 1]).split())
        found += (
            Change(*map(" ".join, (prefix, was[e:f], becomes[g:h], suffix)))
            for e, f, g, h in differences(was, becomes)
            for prefix, suffix in (_context(was, e, f, around),)
        )
    return tuple(found)


def _context(
    words: list[str], start: int, end: int, around: tuple[list[str], list[str]]
) -> tuple[list[str], list[str]]:
    """The words just before and after a stretch; from the lines around when the stretch is a whole line."""
    whole = start == 0 and end == len(words)
    before = around[0] if whole else words[:start]
    after = around[1] if whole else words[end:]
    return before[-CONTEXT:], after[:CONTEXT]


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of two lists that differ, as start and end in the one and in the other."""
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    pairs = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)) - start)
    old_end, new_end = len(old) - same, len(new) - same
    if (old_end - start) * (new_end - start) > _MOST_PAIRS:
        yield start, old_end, start, new_end
        return
    matcher = SequenceMatcher(None, old[start:old_end], new[start:new_end], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield start + a, start + b, start + c, start + d
