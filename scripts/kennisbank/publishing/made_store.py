"""Remembers the files of the site, before MkDocs renders them, by what they were made of; and what was read for that.

What a sentence more in one case leaves as it was, is taken from here; see `building.units`.
"""

import contextlib
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path as Folder
from typing import Any

from ..building.artifacts import Artifact, digest_of
from ..building.units import ShownText, Unit
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
from .whole_store import Filled, Store, key_of

FOLDER = "build/gemaakt"
_PACKAGE = Folder(__file__).parents[1]
# Under these keys stand what pages show of all texts, and of all units what there is to know of their files.
_SHOWN, _TOLD = key_of("getoond"), key_of("verteld")

Put = Callable[[Iterable[Artifact]], Sequence[Artifact]]
"""Takes files as they are made, and gives them where they are now."""


@dataclass(frozen=True, eq=False)
class MadeStore:
    """What one site is made of, and which of it that still is; without a `store` all is made anew."""

    store: Store | None
    used: set[str] = field(default_factory=set)
    shown: dict[str, ShownText] = field(default_factory=dict)
    told: dict[str, list[list[object]]] = field(default_factory=dict)

    def key_of(self, unit: Unit) -> str:
        """Under which key the files of a unit are kept."""
        return key_of(unit.name, unit.made_of)

    def kept(self, unit: Unit) -> Iterator[Artifact] | None:
        """The files of a unit one by one, as they were made before; None when they are not kept."""
        if not self.store:
            return None
        self.used.add(key := self.key_of(unit))
        return unpacked(self.store.read(key))

    def left(self, unit: Unit) -> Iterator[Artifact] | None:
        """The same files without their bytes, which are read when somebody asks for these; None when that is not known.

        Somebody who asks may get an `OSError`: they need not be there whole.
        """
        told = self._told_before.get(key := self.key_of(unit))
        if told is None or not self.store:
            return None
        self.used.add(key)
        self.told[key] = told
        return (Artifact.elsewhere(*about, _InUnit(self.store, key, at)) for at, about in enumerate(told))

    def note(self, key: str, made: Sequence[Artifact]) -> None:
        """Remember what there is to know of the files of a unit, for `left`."""
        if self.store:
            self.told[key] = [[*one.about] for one in made]

    def make(self, unit: Unit, put: Put = tuple) -> Sequence[Artifact]:
        """The files of a unit, as they are made now, `put` somewhere one by one, and kept for the next time."""
        made = put(unit.make())
        if self.store:
            with contextlib.suppress(OSError), self.store.filling(self.key_of(unit)) as file:
                pack(made, file)
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

    def recall(self, name: str, work: Callable[[], ShownText]) -> ShownText:
        """What pages show of a text, as it was worked out before or now; see `building.units`."""
        known = self._shown_before.get(name)
        self.shown[name] = work() if known is None else known
        return self.shown[name]

    @cached_property
    def _shown_before(self) -> dict[str, ShownText]:
        return self._table(_SHOWN)

    @cached_property
    def _told_before(self) -> dict[str, list[list[object]]]:
        return self._table(_TOLD)

    def _table(self, key: str) -> dict[str, Any]:
        try:
            known: dict[str, Any] = json.loads((self.store and self.store.read(key)) or b"{}")
        except ValueError:
            return {}
        return known

    def tidy(self) -> None:
        """Forget what the site does not have any more."""
        if self.store:
            with contextlib.suppress(OSError):
                self.used.update((_SHOWN, _TOLD))
                for key, table, before in (
                    (_SHOWN, self.shown, self._shown_before),
                    (_TOLD, self.told, self._told_before),
                ):
                    if table != before:
                        self.store.write(key, json.dumps(table).encode())
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


@dataclass(frozen=True)
class _InUnit:
    """The bytes of a file, as one of those of a unit that is kept."""

    store: Store
    key: str
    at: int

    def read(self) -> bytes:
        """The bytes; raises `OSError` when they are not there whole."""
        made = _files_in(self.store, self.key)
        if self.at >= len(made):
            raise OSError(self.key)
        return made[self.at]

    @property
    def length(self) -> int:
        """How many there are; raises `OSError` too."""
        return len(self.read())

    def pieces(self) -> Iterator[bytes]:
        """The same, which are in memory; raises `OSError` too."""
        yield self.read()


@lru_cache(maxsize=1)
def _files_in(store: Store, key: str) -> tuple[bytes, ...]:
    """The files of one unit: who asks for one, often asks for the next."""
    return tuple(one.data for one in unpacked(store.read(key)) or ())


class _Places(Mapping[Path, Span]):
    """Where the values in a file stand: as it was kept, until somebody asks for that. Few do."""

    def __init__(self, kept: str) -> None:
        # They say the same over and over: packed they take a fifth of the room.
        self._kept = zlib.compress(kept.encode(), 1)

    def __getitem__(self, path: Path) -> Span:
        return _spans(self._kept)[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(_spans(self._kept))

    def __len__(self) -> int:
        return len(_spans(self._kept))


@lru_cache(maxsize=8)
def _spans(kept: bytes) -> Spans:
    """The places in the few files that somebody is looking at."""
    return Spans({tuple(path): Span(*place) for path, place in json.loads(zlib.decompress(kept))})


def _document(blob: Blob, told: bytes | None) -> Document | None:
    """A file of which is told what is in it; None when that is something else."""
    try:
        data, body, places = json.loads(zlib.decompress(told or b""))
        return Document(blob.path, blob.data, with_shared_texts(data), _Places(places), body=Span(*body), readable=True)
    except (ValueError, TypeError, zlib.error):
        return None


def pack(made: Sequence[Artifact], file: Filled) -> None:
    """Write files as they are kept: their number, and of each a line about it and its bytes, one after the other."""
    with gzip.GzipFile("", "wb", 1, file, mtime=0) as packed:
        packed.write(b"%d\n" % len(made))
        for one in made:
            about = [one.uri, one.length, one.is_text, one.source, one.title, one.start]
            packed.write(json.dumps(about).encode() + b"\n")
            packed.writelines(one.pieces())


def unpacked(data: bytes | None) -> Iterator[Artifact] | None:
    """What was packed, one by one; None when it is something else."""
    file = gzip.GzipFile(fileobj=io.BytesIO(data or b""))
    try:
        number = int(file.readline())
    except (ValueError, OSError, EOFError, zlib.error):
        return None
    return (_next_in(file) for _ in range(number))


def _next_in(file: gzip.GzipFile) -> Artifact:
    uri, length, *about = json.loads(file.readline())
    data = file.read(length)
    return Artifact.elsewhere(uri, *about, digest_of(data), data)
