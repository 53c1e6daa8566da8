"""Text from files made safe to show: nothing in it can steer a terminal or hide from the reader."""

import unicodedata

from .characters import with_symbols

_SYMBOLS = str.maketrans({"\t": "→", "\x7f": "␡", **{chr(code): chr(0x2400 + code) for code in range(32) if code != 9}})


def visible(text: str) -> str:
    """The text with every control or invisible character replaced by a symbol that can be seen."""
    # GitHub Actions obeys '##[command]' anywhere in a line of a log.
    text = text.replace("##[", "♯♯[")
    return text if text.isascii() and text.isprintable() else with_symbols(text.translate(_SYMBOLS))


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay apart."""
    return "\n".join(visible(line) for line in text.split("\n"))


def width(text: str) -> int:
    """How many columns of a terminal the `visible` form of a text takes."""
    return sum(_columns(character) for character in visible(text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
