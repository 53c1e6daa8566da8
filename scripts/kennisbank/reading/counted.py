"""Numbers as people write them in a text: in digits or in words."""

import re

_DIGITS = r"\d+(?:[.,]\d+)*"
_WORD = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der(?=t)|veer(?=t)|twin(?=t)|tach(?=t)|tig|een(?=[eë]n)"
    r"|honderd|duizend|miljoen|miljard)"
)
# Not the word for any one thing: who counts, writes the accents.
COUNTED = re.compile(rf"{_DIGITS}|\b[eé]én\b|\b{_WORD}(?:(?:[eë]n)?{_WORD})*\b", re.IGNORECASE)
"""A number that counts something."""
