"""Whether a file ends where its own format says so: what hangs behind it is something else."""

from collections.abc import Callable


def is_whole(suffix: str, data: bytes) -> bool:
    """Whether the data of a file with this suffix is one whole file of that format, as far as its frame tells."""
    ends = _ENDS.get(suffix)
    return ends is None or ends(data)


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
    return data.endswith(b"\x3b")


def _jpeg(data: bytes) -> bool:
    return data.rstrip(b"\0").endswith(b"\xff\xd9")


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
    return b"%%EOF" in data[-1024:]


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
