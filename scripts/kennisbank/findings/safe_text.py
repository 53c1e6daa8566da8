"""Text from files made safe to show: nothing in it can steer a terminal or hide from the reader."""

import unicodedata

_SYMBOLS = {"\t": "→", "\x7f": "␡"}
# Control, format (also those that turn the reading direction around), lone surrogates, line and paragraph separators.
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with every control or invisible character replaced by a symbol that can be seen."""
    # GitHub Actions obeys '##[command]' anywhere in a line of a log.
    text = text.replace("##[", "♯♯[")
    return text if text.isascii() and text.isprintable() else "".join(map(_symbol, text))


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay apart."""
    return "\n".join(visible(line) for line in text.split("\n"))


def width(text: str) -> int:
    """How many columns of a terminal the `visible` form of a text takes."""
    return sum(_columns(character) for character in visible(text))


def _symbol(character: str) -> str:
    if character in _SYMBOLS:
        return _SYMBOLS[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    hidden = unicodedata.category(character) in _HIDDEN
    return f"<U+{ord(character):04X}>" if hidden else character


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
