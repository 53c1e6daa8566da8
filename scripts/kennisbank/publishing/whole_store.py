"""Keeps what was worked out in files by name, in a folder that git ignores.

Before each stands a hash of it and of its name: what is half-written, spoilt, or from elsewhere does not match, and
counts as not there.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ..reading.whole_files import in_place_of

# So that a preview and a build, or two branches in turn, do not push each other out.
KEPT = 3
# A file is written at once: what is older, in seconds, and has not got its name was left by a build that was killed.
_LEFT_AFTER = 3600
_HEAD = hashlib.sha256().digest_size
_LENGTH = _HEAD * 2
# So much is read at a time of what was written.
_PIECE = 1 << 20


def key_of(*parts: str | bytes) -> str:
    """One name for a row of texts; other rows give other names."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@dataclass(frozen=True)
class Store:
    """Values under names that `key_of` gives, in a folder that is nobody else's; any process may read and write."""

    folder: Path

    def open(self) -> None:
        """Make the folder, and mark it as used last; raises `OSError` when nothing can be written there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self.folder):
            os.utime(self.folder)

    def read(self, key: str) -> bytes | None:
        """What stands under a key, or None when it is not there whole."""
        try:
            with self._file(key).open("rb") as file:
                digest, data = file.read(_HEAD), file.read()
        except OSError:
            return None
        return data if digest == _digest(key, [data]) else None

    def write(self, key: str, data: bytes) -> None:
        """Put something under a key, whole or not at all; raises `OSError`."""
        with self.filling(key) as new:
            new.write(data)

    @contextmanager
    def filling(self, key: str) -> Iterator[BinaryIO]:
        """A file to write what will stand under a key, piece by piece, whole or not at all; raises `OSError`."""
        file = self._file(key)
        file.parent.mkdir(exist_ok=True)
        with in_place_of(file) as fresh, fresh.open("w+b") as new:
            new.write(bytes(_HEAD))
            yield new
            new.seek(_HEAD)
            digest = _digest(key, iter(partial(new.read, _PIECE), b""))
            new.seek(0)
            new.write(digest)

    def forget(self, keys: Iterable[str]) -> None:
        """Forget these; raises `OSError`."""
        for key in keys:
            self._file(key).unlink(missing_ok=True)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget all others here, and the stores beside this one that were not used of late; raises `OSError`.

        What another build is writing right now stays; a build that misses something makes it itself.
        """
        wanted = {self._file(key) for key in keys}
        for file in self.folder.glob("*/*"):
            if file not in wanted and (len(file.name) == _LENGTH or _age(file) > _LEFT_AFTER):
                file.unlink(missing_ok=True)
        for store in sorted(self.folder.parent.iterdir(), key=_age)[KEPT:]:
            shutil.rmtree(store, ignore_errors=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key


def _age(path: Path) -> float:
    """How many seconds ago a file or folder was last changed; none at all when another build just took it away."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0


def _digest(key: str, pieces: Iterable[bytes]) -> bytes:
    digest = hashlib.sha256(key.encode("ascii"))
    for piece in pieces:
        digest.update(piece)
    return digest.digest()
