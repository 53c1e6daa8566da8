"""Whether a file is one of its own format and nothing else: nothing hangs behind it, and no other kind is inside."""

import re
from collections.abc import Callable


def is_whole(suffix: str, data: bytes) -> bool:
    """Whether the data of a file with this suffix is one whole file of that format, as far as its frame tells."""
    ends = _ENDS.get(suffix)
    return ends is None or (ends(data) and not _is_archive(data) and (suffix == ".pdf" or not _PAGE.search(data)))


# What a browser that guesses takes for a page, also in a remark inside a picture.
_PAGE = re.compile(rb"<(?:!doctype|html|head|body|script|iframe|svg|style|table|title)[\s/>]", re.IGNORECASE)
# How the list of what is in a ZIP begins, and what stands at its end with at most 64 kB behind it (APPNOTE, 4.3).
_LISTED, _LIST_ENDS = b"PK\1\2", b"PK\5\6"
_END_OF_ARCHIVE = 22 + 65_535


def _is_archive(data: bytes) -> bool:
    """Whether a ZIP begins anywhere in it: programs read one from its end, whatever stands before."""
    return _LIST_ENDS in data[-_END_OF_ARCHIVE:] and _LISTED in data


def _png(data: bytes) -> bool:
    """Chunk after chunk up to IEND (PNG, 3rd edition, 5.3)."""
    place, name = 8, b""
    while place + 12 <= len(data) and name != b"IEND":
        length, name = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if not name.isalpha():
            return False
        place += 12 + length
    return name == b"IEND" and place == len(data)


def _gif(data: bytes) -> bool:
    """Block after block up to the trailer (GIF89a, appendix B)."""
    if len(data) < 13 or max(_two(data, 6), _two(data, 8)) >= _WIDEST:
        return False
    place = 13 + _colours(data[10])
    while place < len(data) and data[place] != _TRAILER:
        if data[place] == _EXTENSION:
            place += 2
        elif data[place] == _IMAGE and place + 9 < len(data):
            place += 10 + _colours(data[place + 9]) + 1
        else:
            return False
        while place < len(data) and data[place]:
            place += data[place] + 1
        place += 1
    return place == len(data) - 1


_EXTENSION, _IMAGE, _TRAILER = b"!,;"
# The second sign of a larger size can be read as part of a script: GIF89a/*.
_WIDEST = 0x2000


def _two(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "little")


def _colours(packed: int) -> int:
    """The size of a table of colours."""
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


# What in the data of a JPEG is no end of it: a byte that was marked, and a place to begin anew (ITU T.81, B.1.1).
_SEGMENT = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_END, _SCAN = 0xD9, 0xDA


def _jpeg(data: bytes) -> bool:
    """Segment after segment up to the end of the image; a program may fill up with zeros behind it."""
    place = 2
    while found := _SEGMENT.match(data, place):
        kind, place = found[1][0], found.end()
        if kind == _END:
            return not data[place:].strip(b"\0")
        place += int.from_bytes(data[place : place + 2], "big")
        if kind == _SCAN:
            after = _SEGMENT.search(data, place)
            place = after.start() if after else len(data)
    return False


def _webp(data: bytes) -> bool:
    """The size of a RIFF file stands in it, without the eight bytes before (RFC 9649, 2.3)."""
    return int.from_bytes(data[4:8], "little") + 8 == len(data)


def _avif(data: bytes) -> bool:
    """Box after box, each with its size (ISO/IEC 14496-12, 4.2)."""
    place = 0
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if size < 8:
            return False
        place += size
    return place == len(data)


def _woff2(data: bytes) -> bool:
    """The size stands at the ninth byte (WOFF 2.0, 4.1)."""
    return int.from_bytes(data[8:12], "big") == len(data)


def _pdf(data: bytes) -> bool:
    """After the last mark of the end there is only white space."""
    return not data[-1024:].rpartition(b"%%EOF")[2].strip(b"\0\t\n\f\r ") and b"%%EOF" in data[-1024:]


_ENDS: dict[str, Callable[[bytes], bool]] = {
    ".avif": _avif,
    ".gif": _gif,
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".pdf": _pdf,
    ".png": _png,
    ".webp": _webp,
    ".woff2": _woff2,
}
