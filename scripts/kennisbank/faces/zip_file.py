"""Zip files whose bytes follow from what is in them: not from the moment, the system, or the zlib of a Python."""

import io
import shutil
import zipfile
from typing import BinaryIO
from zlib import crc32

from deflate import deflate_compress

# The first moment a zip can hold: a real one would make every build differ.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_AT_A_TIME = 1024 * 1024


def put(file: BinaryIO, packed: zipfile.ZipFile, name: str, data: bytes | memoryview) -> None:
    """Add one file to the zip that is being written to `file`."""
    item = zipfile.ZipInfo(name, _MOMENT)
    item.external_attr = 0o644 << 16
    # Windows and Unix would each write their own.
    item.create_system = 3
    # Every version of Python, and every system, has a zlib of its own, and each packs a little differently.
    packed.writestr(item, deflate_compress(data, _LEVEL), zipfile.ZIP_STORED)
    item.compress_type, item.file_size, item.CRC = zipfile.ZIP_DEFLATED, len(data), crc32(data)
    file.seek(item.header_offset)
    file.write(item.FileHeader())


def packed_anew(data: bytes) -> bytes:
    """A zip with the same files, packed as `put` does; raises `zipfile.BadZipFile`."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            put(target, new, name, _read(old, name))
    return target.getvalue()


def _read(packed: zipfile.ZipFile, name: str) -> memoryview:
    """One file of a zip; `ZipFile.read` takes twice the room of it for a moment."""
    found = io.BytesIO()
    with packed.open(name) as file:
        shutil.copyfileobj(file, found, _AT_A_TIME)
    return found.getbuffer()
