"""Makes pasted text plain: line ends as LF, spaces as spaces, and what nobody sees or was spoilt put right."""

import re

from ..reading.characters import mended, met

_NEW_LINES = re.compile(r"\r\n?")


def clean(text: str) -> str:
    """The text with line ends as LF, every kind of space as a space, and every character mended that can be."""
    return mended(_NEW_LINES.sub("\n", text).replace("\t", " "))


def removed(text: str) -> int:
    """How many characters `clean` takes out without anything in their place."""
    return sum(one.span.end - one.span.start for one in met(text) if one.mend == "")


def one_line(text: str) -> str:
    """A cleaned text on one line, without white space at its ends or twice in a row."""
    return " ".join(text.split())
