"""Files written whole or not at all: what is new is complete on disk before it takes the place of what was there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

_NEW = 0o644


@contextmanager
def in_place_of(file: Path) -> Iterator[Path]:
    """A new, empty file to fill, that takes the place and the mode of `file` unless something goes wrong meanwhile.

    Two processes may do so at once: the last one to end wins. Raises `OSError`.
    """
    # A name with a dot is no part of the library, should someone check it at this moment.
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
        fresh.chmod(S_IMODE(file.stat().st_mode) if file.exists() else _NEW)
        fresh.replace(file)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def write_whole(file: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a file whole or not at all; raises `OSError`. With `durable` it survives a power cut from here on."""
    with in_place_of(file) as fresh, fresh.open("wb") as new:
        new.write(data)
        if durable:
            new.flush()
            os.fsync(new.fileno())
