"""What a PDF does by itself: scripts, orders to other programs and files inside it, also where they are packed."""

import re
import zlib
from collections.abc import Iterator

# A name may be spelled with the codes of its letters (ISO 32000-2, 7.3.5).
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTS = re.compile(
    rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToE|GoToR|RichMedia|XFA|EmbeddedFiles?)(?![A-Za-z0-9])"
)
# Objects can be packed together in a stream, which has these in front of it (ISO 32000-2, 7.5.7).
_PACKED = re.compile(rb"/(?:ObjStm|First)(?![A-Za-z0-9])")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# Ten times as much text as a document of the size that we take holds in its objects.
_MOST_UNPACKED = 32 * 1024 * 1024


def acts(data: bytes) -> bool:
    """Whether a document would do something, or holds objects that cannot be looked into."""
    if _ACTS.search(_spelled_out(data)):
        return True
    left = _MOST_UNPACKED
    for packed in _packed_objects(data):
        objects = _unpacked(packed, left)
        if objects is None or _ACTS.search(_spelled_out(objects)):
            return True
        left -= len(objects)
    return False


def _spelled_out(data: bytes) -> bytes:
    return _SPELLED.sub(lambda code: bytes((int(code[1], 16),)), data)


def _packed_objects(data: bytes) -> Iterator[bytes]:
    """The streams with objects in them, each with whatever stands behind it."""
    before = 0
    for stream in _STREAM.finditer(data):
        head = data.rfind(b"obj", before, stream.start())
        if _PACKED.search(_spelled_out(data[max(before, head) : stream.start()])):
            yield data[stream.end() :]
        before = stream.end()


def _unpacked(packed: bytes, most: int) -> bytes | None:
    """Objects as they were; None when they are packed in another way than all programs do, or are too many."""
    reader = zlib.decompressobj()
    try:
        objects = reader.decompress(packed, most)
    except zlib.error:
        return None
    return objects if reader.eof else None
