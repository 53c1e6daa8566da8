"""The files of the site in units that are made together, each with one name for all that it is made of.

Most pages show the fields of records and none of their running text: they are made of a library without that text, so
that it cannot matter to them. A sentence more in one case then leaves all of these as they were. Many show no more of a
record than what every page may show of it, such as its title, its places and its lessons: a figure or a choice of
another record cannot matter to these.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from pydantic.fields import FieldInfo

from ..findings.finding import Span
from ..insights.glossary import glossary_of
from ..library.addresses import Site
from ..library.library import Entry, Library, Link, Ref
from ..model.records import Record
from ..reading.document import Document
from .artifacts import Artifact
from .pages import LARGE, OF_ONE, PAGES, WITH_TEXTS, WITHOUT_OWN, OneMaker
from .pages.shown_text import OTHERS, TERMS, shown_text
from .rendering import Renderer


@dataclass(frozen=True)
class Unit:
    """Some files of the site; equal names, of what they are and of what they are `made_of`, give equal files.

    That is besides this program and the settings of the site. Those of one record take little to make, large ones much
    memory.
    """

    name: str
    made_of: str
    make: Callable[[], Iterator[Artifact]]
    of_one: bool = False
    is_large: bool = False


OWN = (
    "asked",
    "brief",
    "certainty",
    "confidence",
    "evidence",
    "news",
    "outputs",
    "parties",
    "photo",
    "results",
    "rhythm",
    "scene",
    "size",
    "sources",
    "steps",
    "turns",
)
"""The fields that the pages of a record itself show, and few others: a page that may go without them is made so."""


ShownText = dict[str, list[str]]
Recall = Callable[[str, Callable[[], ShownText]], ShownText]
"""Gives what was worked out under a name, or works it out."""


def work_out(_: str, work: Callable[[], ShownText]) -> ShownText:
    """Recalls nothing."""
    return work()


def units_of(library: Library, site: Site, recall: Recall = work_out) -> Iterator[Unit]:
    """All that is made of a library, in the order of `PAGES`.

    What pages about many records show of the texts is worked out here, unless an earlier time can `recall` it.
    """
    bare = _without_files(library)
    common = without_own(bare)
    with_common = _Made(Renderer(common, site), _one_name(_told(common)))
    with_fields = _Made(Renderer(bare, site), _one_name(_told(library, _without_text)))
    shown = _shown_texts(library, recall)
    renderer = Renderer(library, site, lambda entry, _: shown[entry.ref][TERMS])
    with_texts = _Made(renderer, _one_name(_told(library)))
    with_some = {
        part: _Made(renderer, _one_name((with_fields.name, [texts[part] for texts in shown.values()])))
        for part in (TERMS, OTHERS)
    }
    for pages in PAGES:
        name = f"{pages.__module__} {pages.__name__}"
        if of_one := OF_ONE.get(pages):
            for entry in library.entries:
                made_of = _one_name((with_common.name, entry.document.text))
                about = f"{name} {entry.kind.name} {entry.id}"
                yield Unit(about, made_of, partial(_of_copy, of_one, with_common.renderer, entry), of_one=True)
        else:
            made = with_common if pages in WITHOUT_OWN else with_fields
            if pages in WITH_TEXTS:
                made = with_some.get(WITH_TEXTS[pages], with_texts)
            yield Unit(name, made.name, partial(pages, made.renderer), is_large=pages in LARGE)


def _of_copy(of_one: OneMaker, renderer: Renderer, entry: Entry) -> Iterator[Artifact]:
    """Of a copy, so that what is worked out of its text goes when these files are made."""
    yield from of_one(renderer, replace(entry))


def made_once() -> Callable[[Unit], tuple[Artifact, ...]]:
    """Gives the files of a unit, which it makes the first time: two versions of one site have most of them in common.

    For one program and one site, as both versions have.
    """
    known: dict[tuple[str, str], tuple[Artifact, ...]] = {}

    def made(unit: Unit) -> tuple[Artifact, ...]:
        name = unit.name, unit.made_of
        if name not in known:
            known[name] = tuple(unit.make())
        return known[name]

    return made


def _shown_texts(library: Library, recall: Recall) -> dict[Ref, ShownText]:
    """What others show of the text of each record."""
    glossary = glossary_of(library)
    terms = _one_name((term.id, term.title, term.forms) for term in glossary.terms)

    def shown(entry: Entry) -> ShownText:
        name = _one_name((terms, entry.kind.name, entry.id, entry.record is not None, entry.document.text))
        return recall(name, partial(shown_text, entry, glossary))

    return {entry.ref: shown(entry) for entry in library.entries}


@dataclass(frozen=True)
class _Made:
    """Who makes pages, and one name for all that these are made of."""

    renderer: Renderer
    name: str


def without_texts(library: Library) -> Library:
    """A library in which records have no running text; of what is wrong in it nothing is told either."""
    bare = tuple(map(_without_text, library.entries))
    return replace(library, entries=bare, findings=(), given_links=lambda: library.links)


def _without_text(entry: Entry) -> Entry:
    document, end = entry.document, entry.document.body.start
    # As bytes: one sign beyond those of Latin-1 makes Python take twice the room for all of a text.
    fields = document.text[:end].encode("utf-8")
    return replace(entry, document=replace(document, held=fields, body=Span(end, end), findings=()))


def _without_files(library: Library) -> Library:
    """A library of the values in the files alone, for who does not ask where in a file these stand."""

    def values(document: Document) -> Document:
        return Document(document.path, data=document.data, readable=document.readable)

    bare = tuple(replace(entry, document=values(entry.document)) for entry in library.entries)
    return replace(library, entries=bare, findings=(), given_links=lambda: library.links)


def without_own(library: Library) -> Library:
    """A library in which records have none of the fields in `OWN`, nor a text in which these stand."""
    common = tuple(map(_without_own, library.entries))
    return replace(library, entries=common, given_links=lambda: _without_links(library))


def _without_links(library: Library) -> tuple[Link, ...]:
    return tuple(link for link in library.links if link.field not in OWN)


def _without_own(entry: Entry) -> Entry:
    data = entry.document.data
    if not isinstance(data, dict):
        return entry
    left = {name: value for name, value in data.items() if name not in OWN}
    document = Document(entry.document.path, data=left, readable=entry.document.readable)
    return replace(entry, document=document, record=entry.record and _bare(entry.record))


def _bare(record: Record) -> Record:
    fields = type(record).model_fields
    return record.model_copy(update={name: nothing_in(fields[name]) for name in OWN if name in fields})


def nothing_in(field: FieldInfo) -> object:
    """What stands in a field of a record that has nothing in it; what has to be there is a list."""
    return () if field.is_required() else field.get_default()


def _told(library: Library, seen: Callable[[Entry], Entry] = lambda entry: entry) -> Iterator[object]:
    """All that a library is made of, without what was found to be wrong: nobody sees that on the site.

    The values in a document follow from its text, if it has one. Of each record as it is `seen`.
    """
    for entry in map(seen, library.entries):
        values = None if entry.document.text else entry.document.data
        yield (*_known(entry.document), values, entry.kind.name, entry.id, entry.record is not None)
    yield from sorted({_known(term.document) for term in library.terms})
    yield [(term.list_name, term.index, term.document.path) for term in library.terms]
    yield from (_known(page.document) for page in library.pages)
    yield sorted(library.files), sorted(library.lists_seen), library.withheld
    yield sorted((path, photo.width, photo.height) for path, photo in library.pictures.items())


def _known(document: Document) -> tuple[str, str, bool]:
    return document.path, document.text, document.readable


def _one_name(told: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for item in told:
        # In JSON a new line is written otherwise, so that it can only be the end of an item.
        digest.update(json.dumps(item).encode() + b"\n")
    return digest.hexdigest()
