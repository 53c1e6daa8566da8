"""Makes pasted text plain: no characters that hide, steer a terminal or turn the reading direction around."""

import re
import unicodedata

_NEW_LINES = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# Control, format, surrogate, private use and unassigned characters: nobody typed those on purpose.
_UNWANTED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_EMOJI_JOINER = re.compile(
    "(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
)
_KEPT = "\n"


def clean(text: str) -> str:
    """The text with line ends as LF, every kind of space as a space, and without invisible characters."""
    text = _NEW_LINES.sub("\n", text)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    joined = {match.start() for match in _EMOJI_JOINER.finditer(text)}
    return "".join(character if place in joined else _plain(character) for place, character in enumerate(text))


def removed(text: str) -> int:
    """How many characters `clean` takes out."""
    whole = _NEW_LINES.sub("\n", text)
    return len(whole) - len(clean(text))


def one_line(text: str) -> str:
    """A cleaned text on one line, without white space at its ends or twice in a row."""
    return " ".join(text.split())


def _plain(character: str) -> str:
    if character in "\n ":
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return "" if category in _UNWANTED else character
