"""What is done to a site once MkDocs (or another generator) has built it: it judges each page and writes it, once."""

import contextlib
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from .content_security import NoPlace, secured
from .lean_styles import KEPT_AS, Lean, Names, lighten
from .looks import Looker, store_of
from .page_guard import Refused, guard
from .processes import BROKEN_OFF, in_parallel, meanwhile
from .search.pages import Page
from .search.search_index import Known, called_in, index_of
from .sitemap import split_sitemap
from .theme_scripts import scripts_of
from .version import version_of, with_version

_FEW = 200
"""Fewer pages than half of this are finished sooner than another process starts."""


def finish(
    site: Path, address: str = "", root: Path | None = None, told: Callable[[int, int], None] = lambda *_: None
) -> "Last":
    """Finish the site in the folder `site`, published at `address`, in place; raises `Refused` and `NoPlace`.

    `root` is the project that it was built from, which knows its version; `told` hears how many pages are done, of how
    many. Gives what finishes one more page of the same site, and what was seen.
    """
    # A server packs what it sends, and every zlib does so in its own way.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    split_sitemap(site, address)
    files = sorted(site.rglob("*.html"))
    store = store_of(root)
    try:
        seen = _looked_at(files, site, Looker(address, called_in(site), store), told)
        asks_less = lighten(site, Names(frozenset(seen.classes), frozenset(seen.states)), store)
        last = Last(site, address, version_of(root) if root else "", asks_less, seen)
        with meanwhile(last.touch, files, _FEW):
            index, seen.pages = index_of(site, seen.pages), []
        seen.index = index.put(site)
    except BrokenProcessPool as error:
        raise Refused(BROKEN_OFF) from error
    if store:
        with contextlib.suppress(OSError):
            store.keep_only({KEPT_AS, *seen.keys.values()})
    return last


@dataclass
class Seen:
    """What was seen in all pages together, on how many of them each name, and under which keys that is kept."""

    classes: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    pages: list[Page] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    index: Known | None = None

    def also(self, other: "Seen") -> None:
        """Add what was seen in other pages."""
        self.classes.update(other.classes)
        self.states.update(other.states)
        self.pages += other.pages
        self.keys |= other.keys


def _looked_at(files: Sequence[Path], site: Path, looker: Looker, told: Callable[[int, int], None]) -> Seen:
    """Judge all pages, and see what is in them."""
    seen, done = Seen(), 0
    for number, some in in_parallel(partial(_look, site, looker), files, _FEW):
        seen.also(some)
        done += number
        told(done, len(files))
    return seen


def _look(site: Path, looker: Looker, files: Sequence[Path]) -> tuple[int, Seen]:
    """How many pages there were, and what was seen in them."""
    seen = Seen()
    for file in files:
        name = file.relative_to(site).as_posix()
        seen.keys[name], look = looker.look(file.read_bytes(), name)
        seen.classes.update(look.names.classes)
        seen.states.update(look.names.states)
        seen.pages += [look.page] if look.page else []
    return len(files), seen


def _text_of(file: Path) -> str:
    """A page with the line ends that it has."""
    return file.read_bytes().decode("utf-8")


@dataclass(frozen=True)
class Last:
    """What every page of a site gets in the end, and all that this takes."""

    site: Path
    address: str
    version: str
    asks_less: Lean
    seen: Seen = field(default_factory=Seen)

    def touch(self, files: Sequence[Path]) -> None:
        """Finish pages in place, that were judged already."""
        for file in files:
            whole = self.whole(_text_of(file), file.relative_to(self.site).as_posix())
            file.write_bytes(whole.encode("utf-8"))

    def one_more(self, html: str, name: str) -> str:
        """A page that was made apart, judged and finished; raises `Refused` and `NoPlace`."""
        guard(html, name, self.address)
        return self.whole(html, name)

    def whole(self, html: str, name: str) -> str:
        """A page that was judged, finished; raises `NoPlace`."""
        try:
            return secured(with_version(self.asks_less(html), self.version), scripts_of(name, self.address))
        except NoPlace as error:
            raise NoPlace(name) from error
