"""Where a PDF leads to: its links may go to the web or to mail, and no part of it may lie elsewhere."""

import binascii
import re

_LOOKED_AT = 200
# A link, and what all links of a document begin with (ISO 32000-2, 12.6.4.8 and 7.7.2).
_LINK = re.compile(
    rb"/(?:URI|Base)(?![A-Za-z0-9])[\0\s]*+(\(([^()]{0,%d})|<(?!<)([^<>]{0,%d})|\d|%%)?" % (_LOOKED_AT, 2 * _LOOKED_AT)
)
# What may stand between a name and its value.
BETWEEN = rb"(?:[\0\s]|%[^\r\n]{0,200}[\r\n])*+"
"""Blanks and remarks, as part of a pattern."""
# Three bytes stand somewhere in any large picture. A name of a file counts when it is one of another place, or begins
# with signs of a text; readers pass over what is no digit in one that is told in digits.
_FILE = (
    rb"(?:\((?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)?(?:[\0\s\x20-\x7e]{6}|[\0\s\x1b]*+(?:[A-Za-z][\0\s\x1bA-Za-z\d+.-]*+)?[:/\\])"
    rb"|<<|<[\0\s]*+[\dA-Fa-f][\0\s]*+[\dA-Fa-f>]|<(?:[^<>]{0,3}?[\dA-Fa-f]){4})"
)
# A file outside the document, and what unpacks it (7.11 and 7.3.8.2); annotations have a number of flags there.
_ELSEWHERE = re.compile(
    rb"/(?:FFilter|FDecodeParms)(?![A-Za-z0-9])|/U?F" + BETWEEN + _FILE + rb"|/F[\0\s]++\d++[\0\s]++\d++[\0\s]++R\b"
    rb"[^()]{0,100}>>[\0\s]*+stream"
)
_ALLOWED = (b"http", b"https", b"mailto")
# What a reader leaves out of an address, and where the name of a protocol must have ended.
_LEFT_OUT = re.compile(rb"[\0-\x20]+")
_AFTER = re.compile(rb"[/?#]")


def leads_astray(text: bytes) -> bool:
    """Whether a document, with its names spelled out, has a link or a part that leads to something else."""
    return bool(_ELSEWHERE.search(text)) or not all(map(_is_fine, _LINK.finditer(text)))


def _is_fine(link: re.Match[bytes]) -> bool:
    """Whether an address stands there in full, with a protocol that we know or none; or if none stands there at all."""
    if not link[1]:
        return True
    if link[2] is None and link[3] is None:
        return False
    try:
        address = link[2] if link[2] is not None else binascii.unhexlify(_even(re.sub(rb"[\0\s]+", b"", link[3])))
    except ValueError:
        return False
    begin, *rest = _AFTER.split(_LEFT_OUT.sub(b"", address), maxsplit=1)
    protocol, colon, _ = begin.partition(b":")
    is_seen = bool(rest or colon) or len(address) < _LOOKED_AT
    return is_seen and b"\\" not in begin and begin.isascii() and (not colon or protocol.lower() in _ALLOWED)


def _even(digits: bytes) -> bytes:
    """Hexadecimal digits, with the zero that the last one may lack (7.3.4.3)."""
    return digits + b"0" * (len(digits) % 2)
