"""Remembers rendered pages by what they were made from, so that a page is made again only when that changed.

A page has a key: a hash of its Markdown and of everything else that shapes it.
"""

import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from .whole_store import Store

CACHE = "build/cache"
_SOME = 4096
"""So many bytes are unpacked at a time, until there is a whole line."""


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


@dataclass(frozen=True)
class PageStore(Store):
    """The pages of sites that are shaped alike."""

    def head(self, key: str) -> Kept | None:
        """The page under a key without its HTML, which stays packed; None when it is not there whole."""
        try:
            known = json.loads(_first_line(self.read(key) or b""))
            # Pages lead to the same files and have the same headings: of each name one will do.
            anchors, needs = (tuple(map(sys.intern, known[name])) for name in ("anchors", "needs"))
            links = tuple((sys.intern(to), sys.intern(anchor), str(written)) for to, anchor, written in known["links"])
            return Kept("", known["title"], anchors, links, needs)
        except (ValueError, KeyError, TypeError, zlib.error):
            return None

    def html(self, key: str) -> str | None:
        """The HTML of the page under a key, or None when it is not there whole."""
        try:
            _, end, html = zlib.decompress(self.read(key) or b"").partition(b"\n")
            return html.decode("utf-8") if end else None
        except (ValueError, zlib.error):
            return None

    def put(self, key: str, page: Kept) -> None:
        """Write a page whole or not at all; raises `OSError`."""
        known = {**vars(page)}
        html = known.pop("html")
        self.write(key, zlib.compress(f"{json.dumps(known)}\n{html}".encode(), 1))


def store_in(folder: Path, shape: str) -> PageStore:
    """Where pages of this shape are kept, in a folder for all shapes."""
    return PageStore(folder / shape[:32])


def _first_line(packed: bytes) -> bytes:
    """What stands before the first line end in what was packed."""
    unpacking, line = zlib.decompressobj(), b""
    while packed and b"\n" not in line:
        line += unpacking.decompress(packed, _SOME)
        packed = unpacking.unconsumed_tail
    return line.partition(b"\n")[0]
