"""The library as a preview shows it: concepts included, as far as they have a page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model.records import Case
from ..model.types import is_gap
from ..reading.tree import Blob, Tree
from .addresses import resolve
from .library import Entry, Library, Ref
from .open_gaps import OnTheList, open_gaps, with_open_gaps

# What no page can be made of, whatever is left open: no record has this field.
_WITHOUT_PAGE = b"---\nstatus: concept\nopzij: true\n---\n"


def set_aside(tree: Tree, paths: Collection[str]) -> Tree:
    """The tree in which these concepts have no page; what leans on them has none either, for they are still known."""
    return {path: Blob(path, _WITHOUT_PAGE) if path in paths else blob for path, blob in tree.items()}


def with_pages(library: Library) -> Library:
    """The library without concepts that lack what a page needs, or that lean on one that does; others may have gaps."""
    entries = [_with_known_places(library, with_open_gaps(entry)) for entry in library.entries]
    gone = {entry.ref: entry.document.path for entry in entries if entry.is_concept and entry.record is None}
    left = [entry for entry in entries if entry.ref not in gone]
    while leaning := {
        entry.ref: entry.document.path for entry in left if entry.is_concept and _leans(library, entry, gone)
    }:
        gone |= leaning
        left = [entry for entry in left if entry.ref not in leaning]
    return replace(library, entries=tuple(left), withheld=library.withheld + len(gone))


def still_to_come(library: Library, entry: Entry) -> tuple[str, ...]:
    """What a concept lacks, as people call it: gaps as in `open_gaps`, places on no list, results without a figure."""
    data = entry.document.data
    if not entry.is_concept or not isinstance(data, dict):
        return open_gaps(entry)
    places = (f"Gemeenten: {place} staat op geen lijst" for place in unknown_places(library, entry).values())
    results = (
        f"Resultaten {at}: Doel of Gehaald"
        for at, result in enumerate(_listed(data, "results"), start=1)
        if isinstance(result, dict) and not {"target", "achieved"} & {*result}
    )
    return (*open_gaps(entry), *places, *results)


def _listed(data: Mapping[Any, Any], name: str) -> Iterable[Any]:
    value = data.get(name)
    return value if isinstance(value, list) else ()


def unknown_places(library: Library, entry: Entry) -> dict[int, str]:
    """The names among the places of a concept that are in no list, by their number: its writer may leave them to us."""
    data = entry.document.data
    given = _listed(data, "places") if entry.is_concept and isinstance(data, dict) else ()
    known = library.term_list("municipalities")
    names = {at: place for at, place in enumerate(given) if isinstance(place, str) and not is_gap(place)}
    return {at: place for at, place in names.items() if place not in known}


def _with_known_places(library: Library, entry: Entry) -> Entry:
    unknown = {*unknown_places(library, entry).values()}
    if not unknown or not isinstance(entry.record, Case):
        return entry
    places = OnTheList(place for place in entry.record.places if place not in unknown)
    return replace(entry, record=entry.record.model_copy(update={"places": places}))


def _leans(library: Library, entry: Entry, gone: dict[Ref, str]) -> bool:
    """Whether a record names one of these, in its fields or by a link."""
    named = {Ref(reference.target, str(reference.value)) for reference in entry.references()}
    if not gone or not named.isdisjoint(gone):
        return bool(gone)
    links = (link.target for passage in entry.passages for link in passage.prose.links)
    paths = {resolve(library, entry.document.path, target).path for target in links}
    return not paths.isdisjoint(gone.values())
