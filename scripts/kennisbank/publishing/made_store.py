"""Remembers the files of the site, before MkDocs renders them, by what they were made of; and what was read for that.

What a sentence more in one case leaves as it was, is taken from here; see `building.units`.
"""

import contextlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as Folder

from ..building.artifacts import Artifact
from ..building.units import Unit
from ..findings.finding import Span
from ..library.addresses import Site
from ..library.loading import read_once
from ..model.sharing import with_shared_texts
from ..reading.document import Document
from ..reading.spans import Spans
from ..reading.tree import Blob
from ..reading.yaml_reader import Path
from .not_ours import may_remember
from .program import program_of
from .whole_store import Store, key_of

FOLDER = "build/gemaakt"
_PACKAGE = Folder(__file__).parents[1]


@dataclass(frozen=True, eq=False)
class MadeStore:
    """What one site is made of, and which of it that still is; without a `store` all is made anew."""

    store: Store | None
    used: set[str] = field(default_factory=set)

    def key_of(self, unit: Unit) -> str:
        """Under which key the files of a unit are kept."""
        return key_of(unit.name, unit.made_of)

    def kept(self, unit: Unit) -> Sequence[Artifact] | None:
        """The files of a unit, as they were made before; None when they are not kept."""
        if not self.store:
            return None
        self.used.add(key := self.key_of(unit))
        return unpacked(self.store.read(key))

    def make(self, unit: Unit) -> Sequence[Artifact]:
        """The files of a unit, as they are made now and kept for the next time."""
        made = tuple(unit.make())
        if self.store:
            with contextlib.suppress(OSError):
                self.store.write(self.key_of(unit), packed(made))
        return made

    def read(self, blob: Blob) -> Document:
        """A file as it was read before, or now; without what is wrong in it and without where its keys stand."""
        key = key_of(blob.path, blob.data, f"{blob.size} {blob.problem}") if self.store else ""
        if self.store:
            self.used.add(key)
            known = _document(blob, self.store.read(key))
            if known is not None:
                return known
        document = read_once(blob)
        places = json.dumps([*document.spans.items()])
        told = json.dumps([document.data, document.body, places]) if document.readable else ""
        # What would come back as something else is read again each time.
        if not told or json.loads(told)[0] != document.data:
            return document
        if self.store:
            with contextlib.suppress(OSError):
                self.store.write(key, zlib.compress(told.encode(), 1))
        return replace(document, spans=_Places(places), keys={}, findings=())

    def tidy(self) -> None:
        """Forget what the site does not have any more."""
        if self.store:
            with contextlib.suppress(OSError):
                self.store.keep_only(self.used)


def made_store_of(root: Folder, site: Site) -> MadeStore:
    """What is remembered of a site of the project at `root`; nothing where nothing can be or may be."""
    if not may_remember(root):
        return MadeStore(None)
    store = Store(root / FOLDER / key_of(program_of(_PACKAGE), repr(site))[:32])
    try:
        store.open()
    except OSError:
        return MadeStore(None)
    return MadeStore(store)


class _Places(Mapping[Path, Span]):
    """Where the values in a file stand: as it was kept, until somebody asks for that. Few do."""

    def __init__(self, kept: str) -> None:
        self._kept = kept

    @cached_property
    def _spans(self) -> Spans:
        return Spans({tuple(path): Span(*place) for path, place in json.loads(self._kept)})

    def __getitem__(self, path: Path) -> Span:
        return self._spans[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


def _document(blob: Blob, told: bytes | None) -> Document | None:
    """A file of which is told what is in it; None when that is something else."""
    try:
        data, body, places = json.loads(zlib.decompress(told or b""))
        return Document(blob.path, blob.data, with_shared_texts(data), _Places(places), body=Span(*body), readable=True)
    except (ValueError, TypeError, zlib.error):
        return None


def packed(made: Sequence[Artifact]) -> bytes:
    """Files as they are kept."""
    heads = [[one.uri, len(one.data), one.is_text, one.source, one.title, one.start] for one in made]
    squeeze = zlib.compressobj(1)
    # One after the other: put together first, they would be there once more.
    parts = [squeeze.compress(data) for data in (json.dumps(heads).encode(), b"\n", *(one.data for one in made))]
    return b"".join((*parts, squeeze.flush()))


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
