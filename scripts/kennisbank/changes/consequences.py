"""What a change means for the reader: every page that differs between two builds, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..building.artifacts import Artifact
from ..reading.renamed import renamed
from ..reading.tree import Tree
from .words import Change, changes, seen_lines


class Fate(StrEnum):
    """What happened to a page."""

    ADDED = "nieuw"
    REMOVED = "weg"
    RENAMED = "hernoemd"
    CHANGED = "gewijzigd"


@dataclass(frozen=True)
class PageChange:
    """One page that readers will find different.

    `own` is false when its own source did not change: something that it lists or is linked from did. `earlier` is the
    page it was, when it has a new name.
    """

    page: str
    title: str
    fate: Fate
    own: bool
    changes: tuple[Change, ...] = ()
    earlier: str = ""


@dataclass(frozen=True)
class Consequences:
    """All pages that differ, sorted; `files` counts what else differs, such as images and data."""

    pages: tuple[PageChange, ...]
    files: int


def consequences(before: Sequence[Artifact], after: Sequence[Artifact], sources: frozenset[str]) -> Consequences:
    """Compare two builds; `sources` are the paths of the source files that differ."""
    old, new = _by_uri(before), _by_uri(after)
    moved = renamed(
        {uri: _words(page) for uri, page in old.items() if uri not in new},
        {uri: _words(page) for uri, page in new.items() if uri not in old},
    )
    found = [*_compared(old, new, moved, sources)]
    files = {item.uri: item.content for item in before if item.uri not in old}
    files_now = {item.uri: item.content for item in after if item.uri not in new}
    different = sum(files.get(uri) != files_now.get(uri) for uri in files.keys() | files_now.keys())
    return Consequences(tuple(sorted(found, key=lambda change: (not change.own, change.page))), different)


def changed_sources(before: Tree, after: Tree) -> frozenset[str]:
    """The paths of the files that differ between two trees."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _by_uri(artifacts: Sequence[Artifact]) -> dict[str, Artifact]:
    return {item.uri: item for item in artifacts if item.uri.endswith(".md")}


def _compared(
    old: Mapping[str, Artifact], new: Mapping[str, Artifact], moved: Mapping[str, str], sources: frozenset[str]
) -> Iterator[PageChange]:
    for uri, page in new.items():
        was = old.get(moved.get(uri, uri))
        own = page.source in sources
        if was is None:
            yield PageChange(uri, page.title or uri, Fate.ADDED, own, changes("", page.body))
        elif uri in moved:
            yield PageChange(uri, page.title or uri, Fate.RENAMED, own, changes(was.body, page.body), moved[uri])
        elif was.content != page.content:
            yield PageChange(uri, page.title or uri, Fate.CHANGED, own, changes(was.body, page.body))
    for uri in old.keys() - new.keys() - set(moved.values()):
        yield PageChange(
            uri, old[uri].title or uri, Fate.REMOVED, old[uri].source in sources, changes(old[uri].body, "")
        )


def _words(page: Artifact) -> Counter[str]:
    return Counter(" ".join(seen_lines(page.body)).split())
