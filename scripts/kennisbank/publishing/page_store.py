"""Remembers rendered pages by what they were made from, so that a page is made again only when that changed.

A page has a key: a hash of its Markdown and of everything else that shapes it. Under that key stands what came of it,
behind a hash of its own: what is half-written, spoilt, or from elsewhere does not match, and counts as not there.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ..reading.whole_files import write_whole

# So that a preview and a build, or two branches in turn, do not push each other out.
KEPT = 3
# A page is written at once: what is older, in seconds, and has not got its name was left by a build that was killed.
_LEFT_AFTER = 3600
_LENGTH = hashlib.sha256().digest_size * 2


@dataclass(frozen=True)
class Kept:
    """A rendered page: its title, its anchors, and its links to anchors, each with the page and how it is written.

    `needs` are the files of the site that it leads to: without one of them the page would be another one.
    """

    html: str
    title: str
    anchors: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    needs: tuple[str, ...] = ()


def key_of(*parts: str | bytes) -> str:
    """One name for a row of texts; other rows give other names."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@dataclass(frozen=True)
class PageStore:
    """The pages of sites that are shaped alike, in a folder that is nobody else's; any process may read and write."""

    folder: Path

    def open(self) -> None:
        """Make the folder, and mark it as used last; raises `OSError` when nothing can be written there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self.folder):
            os.utime(self.folder)

    def get(self, key: str) -> Kept | None:
        """The page under a key, or None when it is not there whole."""
        try:
            data = self._file(key).read_bytes()
            digest, packed = data[:32], data[32:]
            if digest != _digest(key, packed):
                return None
            head, _, html = zlib.decompress(packed).decode("utf-8").partition("\n")
            known = json.loads(head)
            # Pages lead to the same files and have the same headings: of each name one will do.
            anchors, needs = (tuple(map(sys.intern, known[name])) for name in ("anchors", "needs"))
            links = tuple((sys.intern(to), sys.intern(anchor), str(written)) for to, anchor, written in known["links"])
            return Kept(html, known["title"], anchors, links, needs)
        except (OSError, ValueError, KeyError, TypeError, zlib.error):
            return None

    def put(self, key: str, page: Kept) -> None:
        """Write a page whole or not at all; raises `OSError`."""
        known = asdict(page)
        html = known.pop("html")
        packed = zlib.compress(f"{json.dumps(known)}\n{html}".encode(), 1)
        file = self._file(key)
        file.parent.mkdir(exist_ok=True)
        write_whole(file, _digest(key, packed) + packed)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget all other pages here, and the stores beside this one that were not used of late; raises `OSError`.

        What another build is writing right now stays; a build that misses a page makes it itself.
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


def _digest(key: str, packed: bytes) -> bytes:
    return hashlib.sha256(key.encode("ascii") + packed).digest()
