"""Texts without a sign that could hide an address: where these lead is seen without a parser. Most texts are so."""

import re
from functools import lru_cache

# Words, and signs that make no more of them than lists, headings, tables and emphasis. Not the underscore: a heading
# may be named by it.
_SIGN = r"(?:[^\W_]|[ .,;:'’‘“”„\"()?*#|%+–—/=@€…²³-]|&(?= ))"
# On this site, or with a scheme that any text may have.
_ADDRESS = r"(?:https?://|site:)?[A-Za-z0-9.][A-Za-z0-9._/?=#%+~,@-]*"
_CITATION = r"\[\^[A-Za-z0-9-]++\](?!\s*[(:])"
_LINK = re.compile(rf"\[(?!\^)(?:{_SIGN}|!)++\]\(({_ADDRESS})\)")
_PLAIN = re.compile(rf"(?:{_SIGN}++|\n|!(?!\[)|{_CITATION}|{_LINK.pattern})*+")


@lru_cache(maxsize=1024)  # a text is asked about twice, and a file has some hundreds of them
def plainly_linked(text: str) -> tuple[str, ...] | None:
    """The addresses in a text, in which there can be no other ones, and no images; None for any other text.

    Of what stands in code it may have an address too many.
    """
    return tuple(_LINK.findall(text)) if _PLAIN.fullmatch(text) else None
