"""What a PDF does when somebody opens it: it may show a page of itself, and nothing else (ISO 32000-2, 12.6.3)."""

import re
from collections.abc import Iterable, Iterator

# The order for when a document is opened, and those for when a page is shown or left; the short name of the latter can
# stand in a picture by chance.
_ORDER = re.compile(rb"/(?:OpenAction(?![A-Za-z0-9])|(AA)(?=[\0\s]*(?:<<|\d|%)))\s*(?:(\d{1,9})\s+\d+\s+R\b)?")
# A place in the document, by its page or its name, and the order to go there; what follows it would be a second order.
_PLACE = rb"(?:\[[^\[\]<>()]*\]|\([^()\\]*\)|/[^\s/<>\[\]()]+|\d+\s+\d+\s+R)"
_GOES = re.compile(rb"\s*(?:null|\[[^\[\]<>()]*\]|<<(?:\s*(?:/Type\s*/Action|/S\s*/GoTo|/D\s*" + _PLACE + rb"))*\s*>>)")
_OBJECT = re.compile(rb"(?<![0-9])(\d+)[\0\s]+\d+[\0\s]+obj\b")
# A remark may part words too (7.2.3). Where it does so in the number of an object, it hides that object: no program
# writes that. All of a line is read at once, for a sign in a text can begin a remark for us that is none.
_REMARK = re.compile(rb"(?<![^\r\n])[^%\r\n]*+%[^\r\n]*+[\r\n][\0\s]*+(?:\d++[\0\s]++)?obj\b")
# Packed objects begin with their numbers and places (7.5.7); programs pack a few hundred together.
_NUMBERS = re.compile(rb"\s*+((?:\d++\s++\d++\s++){1,20000}+)(\d++\s++\d++\s)?")
# What has more digits is no number of an object (annex C): each reader makes something else of it.
_MOST_DIGITS = 9
# A document has one order, and one more for each time that it was added to.
_MOST_ORDERS = 1_000


def opens_itself_only(parts: Iterable[bytes]) -> bool:
    """Whether all that a document does when it is opened is to show a page of itself.

    `parts` are the document, and then the objects that were packed in it, both with their names spelled out.
    """
    document, *packed = parts
    asked: set[bytes] = set()
    for text in (document, *packed):
        for number, order in enumerate(_ORDER.finditer(text)):
            if order[1] or number > _MOST_ORDERS or not (order[2] or _GOES.match(text, order.end())):
                return False
            asked |= {_plain(order[2])} if order[2] else set()
    if not asked:
        return True
    if _REMARK.search(document):
        return False
    objects = [(document, _plain(found[1]), found.end()) for found in _OBJECT.finditer(document)]
    objects += [(text, *one) for text in packed for one in _packed(text)]
    found = [(text, number, at) for text, number, at in objects if number in asked or not number]
    return {number for _, number, _ in found} == asked and all(_GOES.match(text, at) for text, _, at in found)


def _plain(number: bytes) -> bytes:
    """A number without the zeros before it; nothing when it has too many digits."""
    return (number.lstrip(b"0") or b"0") if len(number) <= _MOST_DIGITS else b""


def _packed(text: bytes) -> Iterator[tuple[bytes, int]]:
    """The numbers of packed objects, each with where it begins; no number where that cannot be told."""
    found = _NUMBERS.match(text)
    if found:
        numbers = found[1].split()
        if found[2] or max(map(len, numbers)) > _MOST_DIGITS:
            yield b"", 0
        else:
            places = (found.end(1) + int(place) for place in numbers[1::2])
            yield from zip(map(_plain, numbers[::2]), places, strict=True)
