"""Keeps what was worked out in files by name, in a folder that git ignores.

Before each stands a hash of it and of its name: what is half-written, spoilt, or from elsewhere does not match, and
counts as not there.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# So that a preview and a build, or two branches in turn, do not push each other out.
KEPT = 3
# A file is written at once: what is older, in seconds, and has not got its name was left by a build that was killed.
_LEFT_AFTER = 3600
_HEAD = hashlib.sha256().digest_size
_LENGTH = _HEAD * 2
# No other process has this and the same number as well, on whatever computer it runs.
_OURS = secrets.token_hex(8)


def key_of(*parts: str | bytes) -> str:
    """One name for a row of texts; other rows give other names."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@dataclass(frozen=True)
class Filled:
    """What takes a value, piece by piece, and a hash of it."""

    file: BinaryIO
    digest: "hashlib._Hash"

    def write(self, data: bytes, /) -> int:
        """Take one piece more."""
        self.digest.update(data)
        return self.file.write(data)

    def flush(self) -> None:
        """Put what was taken on disk."""
        self.file.flush()


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
            with open(self._file(key), "rb") as file:  # noqa: PTH123 - see _fresh
                digest, data = file.read(_HEAD), file.read()
        except OSError:
            return None
        return data if digest == _digest(key, data) else None

    def write(self, key: str, data: bytes) -> None:
        """Put something under a key, whole or not at all; raises `OSError`."""
        with _fresh(self._file(key)) as new:
            new.write(_digest(key, data))
            new.write(data)

    @contextlib.contextmanager
    def filling(self, key: str) -> Iterator[Filled]:
        """What takes the value that will stand under a key, whole or not at all; raises `OSError`."""
        with _fresh(self._file(key)) as new:
            new.write(bytes(_HEAD))
            pieces = Filled(new, hashlib.sha256(key.encode("ascii")))
            yield pieces
            new.seek(0)
            new.write(pieces.digest.digest())

    def forget(self, keys: Iterable[str]) -> None:
        """Forget these; raises `OSError`."""
        for key in keys:
            Path(self._file(key)).unlink(missing_ok=True)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget all others here, and the stores beside this one that were not used of late; raises `OSError`.

        What another build is writing right now stays; a build that misses something makes it itself.
        """
        wanted = {*keys}
        for file in self.folder.glob("*/*"):
            if file.name not in wanted and (len(file.name) == _LENGTH or _age(file) > _LEFT_AFTER):
                file.unlink(missing_ok=True)
        for store in sorted(self.folder.parent.iterdir(), key=_age)[KEPT:]:
            shutil.rmtree(store, ignore_errors=True)

    def _file(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key}"


@contextlib.contextmanager
def _fresh(file: str) -> Iterator[BinaryIO]:
    """A file to fill that takes the place of this one unless something goes wrong meanwhile; raises `OSError`.

    A build writes more than ten thousand of these: each with as few calls of the system as there can be.
    """
    fresh = f"{file}.{os.getpid()}-{_OURS}"
    try:
        with _created(fresh) as new:
            yield new
        os.replace(fresh, file)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(fresh)  # noqa: PTH108
        raise


def _created(file: str) -> BinaryIO:
    """A new file, in a folder that is made when it is not there."""
    try:
        return open(file, "xb")  # noqa: PTH123
    except FileNotFoundError:
        Path(file).parent.mkdir(exist_ok=True)
        return open(file, "xb")  # noqa: PTH123


def _age(path: Path) -> float:
    """How many seconds ago a file or folder was last changed; none at all when another build just took it away."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0


def _digest(key: str, data: bytes) -> bytes:
    digest = hashlib.sha256(key.encode("ascii"))
    digest.update(data)
    return digest.digest()
