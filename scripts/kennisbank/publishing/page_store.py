"""Remembers rendered pages by what they were made from, so that a page is made again only when that changed.

A page has a key: a hash of its Markdown and of everything else that shapes it.
"""

import json
import sys
import zlib
from dataclasses import asdict, dataclass

from .whole_store import Store


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

    def get(self, key: str) -> Kept | None:
        """The page under a key, or None when it is not there whole."""
        try:
            head, _, html = zlib.decompress(self.read(key) or b"").decode("utf-8").partition("\n")
            known = json.loads(head)
            # Pages lead to the same files and have the same headings: of each name one will do.
            anchors, needs = (tuple(map(sys.intern, known[name])) for name in ("anchors", "needs"))
            links = tuple((sys.intern(to), sys.intern(anchor), str(written)) for to, anchor, written in known["links"])
            return Kept(html, known["title"], anchors, links, needs)
        except (ValueError, KeyError, TypeError, zlib.error):
            return None

    def put(self, key: str, page: Kept) -> None:
        """Write a page whole or not at all; raises `OSError`."""
        known = asdict(page)
        html = known.pop("html")
        self.write(key, zlib.compress(f"{json.dumps(known)}\n{html}".encode(), 1))
