"""What git leaves in a text when two people changed the same lines, and nobody chose."""

import re
from collections.abc import Iterator

from ..findings.codes import error
from ..findings.finding import Finding, Span
from .document import Document
from .tree import Blob

error(
    "KB138",
    "Samenvoeging niet afgemaakt",
    "Twee mensen veranderden dezelfde regels, en niemand koos. Zonder keuze staan beide teksten op de pagina.",
)

# An old Mac ends its lines with a return alone.
_BEGIN, _END = r"(?:^|(?<=\r))", r"(?=\r|$)"
_CONFLICT = re.compile(rf"{_BEGIN}(?P<line>(?:<{{7}}|>{{7}}|\|{{7}})(?=[ \t\r]|$)|={{7}}{_END})", re.MULTILINE)
# Git always names the side; without a name people may mean something else, unless both sides are there.
_ONE_SIDE = re.compile(rf"{_BEGIN}(?:<{{7}}|>{{7}}|\|{{7}}) [^ \t\r\n]", re.MULTILINE)
# The line between the sides, where it makes no heading of the line above it.
_ABOVE = r"[ \t]*(?:(?:[-*+>|]|\d+[.)])[^\r\n]*)?(?:\r\n?|\n)"
_BETWEEN = re.compile(rf"(?:\A|(?:^|(?<=\r)(?!\n)){_ABOVE})(?P<line>={{7}}){_END}", re.MULTILINE)
MARKS = tuple(sign * 7 for sign in "<>|=")
"""Of what git leaves; a text without them has nothing of it."""


def both_sides(document: Document) -> Iterator[Finding]:
    """Each line of git that was left in a text."""
    # Most texts have none of its marks; to look for those goes a hundred times as fast as for a line of them.
    if not any(mark in document.text for mark in MARKS):
        return
    both = "<<<<<<<" in document.text and ">>>>>>>" in document.text
    left = _CONFLICT if both or _ONE_SIDE.search(document.text) else _BETWEEN
    for match in left.finditer(document.text):
        hint = (
            "Kies welke van de twee teksten blijft, en verwijder de andere met de regels <<<<<<<, ======= en >>>>>>>."
        )
        message = f"hier is een samenvoeging blijven steken: '{match['line']}'"
        yield document.found("KB138", Span(*match.span("line")), message, hint)


def both_sides_in(blob: Blob) -> Iterator[Finding]:
    """The same in a file that is no page, if it is a text at all."""
    try:
        yield from both_sides(Document(blob.path, blob.data.decode("utf-8")))
    except UnicodeDecodeError:
        return
