"""Remembers the files of the site, before MkDocs renders them, by what they were made of.

What a sentence more in one case leaves as it was, is taken from here; see `building.units`.
"""

import contextlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..building.artifacts import Artifact
from ..building.units import Unit
from ..library.addresses import Site
from .not_ours import may_remember
from .program import program_of
from .whole_store import Store, key_of

FOLDER = "build/gemaakt"
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True)
class MadeStore:
    """The units of one site, and which of them it still has; without a `store` all are made anew."""

    store: Store | None
    used: set[str] = field(default_factory=set)

    def of(self, unit: Unit) -> Sequence[Artifact]:
        """The files of a unit, as they were made before or are made now."""
        if not self.store:
            return tuple(unit.make())
        key = key_of(unit.name, unit.made_of)
        self.used.add(key)
        known = unpacked(self.store.read(key))
        if known is not None:
            return known
        made = tuple(unit.make())
        with contextlib.suppress(OSError):
            self.store.write(key, packed(made))
        return made

    def tidy(self) -> None:
        """Forget what the site does not have any more."""
        if self.store:
            with contextlib.suppress(OSError):
                self.store.keep_only(self.used)


def made_store_of(root: Path, site: Site) -> MadeStore:
    """What is remembered of a site of the project at `root`; nothing where nothing can be or may be."""
    if not may_remember(root):
        return MadeStore(None)
    store = Store(root / FOLDER / key_of(program_of(_PACKAGE), repr(site))[:32])
    try:
        store.open()
    except OSError:
        return MadeStore(None)
    return MadeStore(store)


def packed(made: Sequence[Artifact]) -> bytes:
    """Files as they are kept."""
    heads = [[one.uri, len(one.data), one.is_text, one.source, one.title, one.start] for one in made]
    return zlib.compress(b"\n".join((json.dumps(heads).encode(), b"".join(one.data for one in made))), 1)


def unpacked(data: bytes | None) -> tuple[Artifact, ...] | None:
    """What was packed; None when it is something else."""
    try:
        head, _, body = zlib.decompress(data or b"").partition(b"\n")
        made, at = [], 0
        for uri, length, is_text, source, title, start in json.loads(head):
            content = body[at : at + length]
            made.append(Artifact(uri, content.decode("utf-8") if is_text else content, source, title, start))
            at += length
    except (ValueError, TypeError, zlib.error):
        return None
    return tuple(made) if at == len(body) else None
