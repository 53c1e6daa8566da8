"""What a PDF does by itself: scripts, orders to other programs and files inside it, also where they are packed."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from .pdf_leading import BETWEEN, leads_astray
from .pdf_opening import opens_itself_only

# A name may be spelled with the codes of its letters (ISO 32000-2, 7.3.5).
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
# The short one can stand in a picture by chance, and counts with a value behind it.
_ACTS = re.compile(
    rb"/JS" + BETWEEN + rb"(?:\((?:[\0\s\x20-\x7e]{3}|\xfe\xff|\xff\xfe|\xef\xbb)|<[\0\s]*+[\dA-Fa-f]|\d++[\0\s])"
    rb"|/(?:JavaScript|Launch|SubmitForm|ImportData|GoToE|GoToR|RichMedia|XFA|EmbeddedFiles?|FileAttachment|Movie|Sound"
    rb"|Rendition|S\s*/Thread|FS\s*/URL)(?![A-Za-z0-9])"
)
# Objects can be packed together in a stream, which has these in front of it (ISO 32000-2, 7.5.7).
_PACKED = re.compile(rb"/(?:ObjStm|First)(?![A-Za-z0-9])")
# Readers take less than the norm asks for: 7.3.8.1 wants a line feed.
_STREAM = re.compile(rb"(?<!end)stream[ \t]*(?:\r\n|\n|\r)?")
# What stands in front of a stream when all of it can be understood without reading the file from its beginning: a text
# or a remark there may hold anything, also what looks like the beginning of another object.
_PLAIN_HEAD = re.compile(rb"(?:\A|[\r\n])[ \t]*\d+\s+\d+\s+obj\s*<<(?:[^()%]|\([^()\\\r\n%]*\))*>>\s*\Z")
# What makes of a stream something else than is seen here: another filter, two of them, or one that is told elsewhere.
_ALTERED = re.compile(
    rb"/(?:DecodeParms|DP|F|FFilter|FDecodeParms|ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL"
    rb"|Crypt)(?![A-Za-z0-9])"
    rb"|/Filter(?!\s*\[?\s*/(?:FlateDecode|Fl|(?:DCT|JPX|CCITTFax|JBIG2)Decode|DCT|CCF)\s*\]?\s*(?:[/>]|\Z))"
)
_FILTER = re.compile(rb"/Filter(?![A-Za-z0-9])")
_LONGEST_HEAD = 16 * 1024
_OBJECT = b"obj"
_LONGEST_NUMBERS = 40
# Packed objects begin with numbers; white space and remarks may stand before those.
_BEGINS = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*(?:[\r\n]|\Z))*(?:[\d+.-]|\Z)")
_JPEG = (b"\xff\xd8\xff", b"\0\0\0\x0cjP")
_PIECE = 4 * 1024
# Ten times as much text as a document of the size that we take holds in its objects.
_MOST_UNPACKED = 32 * 1024 * 1024
# To spell out a code costs as much as to read so many signs.
_CODE_COSTS = 30


def acts(data: bytes) -> bool:
    """Whether a document would do something, or holds objects that cannot be looked into."""
    parts = [_spelled_out(data)]
    left = _MOST_UNPACKED
    for found in _objects(data) if _PACKED.search(parts[0]) else ():
        objects = None if found.is_altered else _unpacked(data, found.place, left)
        left -= len(objects or b"") + _CODE_COSTS * (objects or b"").count(b"#")
        if objects is not None and left >= 0:
            parts.append(_spelled_out(objects))
        elif found.is_certain or not data.startswith(_JPEG, found.place):
            return True
    return any(_ACTS.search(part) or leads_astray(part) for part in parts) or not opens_itself_only(parts)


def _spelled_out(data: bytes) -> bytes:
    return _SPELLED.sub(lambda code: bytes((int(code[1], 16),)), data)


@dataclass(frozen=True)
class _Stream:
    """Where a stream begins that holds objects or may do so, whether that is certain, and whether it is not as seen."""

    place: int
    is_certain: bool
    is_altered: bool


def _objects(data: bytes) -> Iterator[_Stream]:
    """The streams that hold objects, or may do so.

    Where one head cannot be understood, its words may stand before what seems to be another stream: they count for all
    that follow.
    """
    before, is_altered = 0, False
    for stream in _STREAM.finditer(data):
        begin = max(before, data.rfind(_OBJECT, before, stream.start()) - _LONGEST_NUMBERS)
        head = data[begin : stream.start()] if stream.start() - begin < _LONGEST_HEAD else b""
        plain = _PLAIN_HEAD.search(head)
        rest = data[before : stream.start() - len(plain[0]) if plain else stream.start()]
        is_altered = is_altered or bool(_ALTERED.search(_spelled_out(rest)))
        before = stream.end()
        said = _spelled_out(plain[0]) if plain else b""
        if plain and _PACKED.search(said):
            is_strange = bool(_ALTERED.search(said)) or len(_FILTER.findall(said)) > 1
            yield _Stream(stream.end(), is_certain=True, is_altered=is_strange)
        elif not plain:
            yield _Stream(stream.end(), is_certain=False, is_altered=is_altered)


def _unpacked(data: bytes, place: int, most: int) -> bytes | None:
    """Objects as they were; None when they are no objects, packed in another way than programs do, or too many."""
    reader, size = zlib.decompressobj(), 0
    found: list[bytes] = []
    try:
        while not reader.eof and place < len(data):
            piece = reader.decompress(data[place : place + _PIECE])
            if not found and not _BEGINS.match(piece):
                return None
            found.append(piece)
            size, place = size + len(piece), place + _PIECE
            if size > most:
                return None
    except zlib.error:
        return None
    return b"".join(found) if reader.eof else None
