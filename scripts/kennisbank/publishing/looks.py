"""What a last look at a page gave, remembered by its bytes: a page that is the same is not looked through again."""

import contextlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from .lean_styles import Names, names_of
from .not_ours import may_remember
from .page_guard import guard
from .program import program_of
from .search.pages import Called, Page, Section, address_of, page_from
from .whole_store import Store, key_of

FOLDER = "build/nagekeken"
_PACKAGE = Path(__file__).parents[1]
# The theme too: its scripts may stand in a page.
_PROGRAM = (_PACKAGE, _PACKAGE.parent / "theme")


@dataclass(frozen=True)
class Look:
    """What was seen in a page that may go out: the names that it gives to styles, and what can be found in it."""

    names: Names
    page: Page | None


@dataclass(frozen=True)
class Looker:
    """Looks at the pages of a site published at `address`; what it saw before is in the `store`, if there is one."""

    address: str
    called: Mapping[str, Called]
    store: Store | None = None

    def look(self, page: bytes, name: str) -> tuple[str, Look]:
        """What there is to see in a page, and the key under which that stands; raises `Refused`."""
        key = key_of(self.address, name, page) if self.store else ""
        seen = self._kept(key)
        if seen is None:
            seen = self._seen(page.decode("utf-8"), name)
            if self.store:
                with contextlib.suppress(OSError):
                    self.store.write(key, _packed(seen))
        return key, self._called(seen)

    def again(self, key: str) -> Look | None:
        """What was seen in a page before; None when that is not there any more."""
        seen = self._kept(key)
        return seen and self._called(seen)

    def _kept(self, key: str) -> Look | None:
        return _unpacked(self.store.read(key)) if self.store else None

    def _called(self, seen: Look) -> Look:
        """What was seen, with what others call the page: that does not stand in it."""
        found = seen.page and replace(seen.page, called=self.called.get(seen.page.address, Called()))
        return replace(seen, page=found)

    def _seen(self, html: str, name: str) -> Look:
        guard(html, name, self.address)
        at = address_of(name)
        return Look(names_of(html), None if at is None else page_from(html, at, Called()))


def store_of(root: Path | None) -> Store | None:
    """Where looks at the pages of a project are kept; None when nothing can be or may be."""
    if root is None or not may_remember(root):
        return None
    store = Store(root / FOLDER / program_of(*_PROGRAM)[:32])
    try:
        store.open()
    except OSError:
        return None
    return store


def _packed(look: Look) -> bytes:
    names = [sorted(look.names.classes), sorted(look.names.states)]
    return zlib.compress(json.dumps([names, asdict(look.page) if look.page else None]).encode(), 1)


def _unpacked(data: bytes | None) -> Look | None:
    """What was packed; None when it is something else."""
    try:
        (classes, states), page = json.loads(zlib.decompress(data or b""))
        return Look(Names(frozenset(classes), frozenset(states)), page and _page(page))
    except (ValueError, KeyError, TypeError, zlib.error):
        return None


def _page(known: dict[str, Any]) -> Page:
    facets = {name: tuple(values) for name, values in known["facets"].items()}
    sections = tuple(Section(**section) for section in known["sections"])
    return Page(**{**known, "facets": facets, "sections": sections, "called": Called()})
