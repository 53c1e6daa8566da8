"""The files of the site in units that are made together, each with one name for all that it is made of.

Most pages show the fields of records and none of their running text: they are made of a library without that text, so
that it cannot matter to them. A sentence more in one case then leaves all of these as they were.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..findings.finding import Span
from ..library.addresses import Site
from ..library.library import Entry, Library
from ..reading.document import Document
from .artifacts import Artifact
from .pages import OF_ONE, PAGES, WITH_TEXTS
from .rendering import Renderer


@dataclass(frozen=True)
class Unit:
    """Some files of the site; equal names, of what they are and of what they are `made_of`, give equal files.

    That is besides this program and the settings of the site.
    """

    name: str
    made_of: str
    make: Callable[[], Iterator[Artifact]]


def units_of(library: Library, site: Site) -> Iterator[Unit]:
    """All that is made of a library, in the order of `PAGES`."""
    bare = without_texts(library)
    fields, texts = _one_name(_told(bare)), _one_name(_told(library))
    renderer, whole = Renderer(bare, site), Renderer(library, site)
    for pages in PAGES:
        if of_one := OF_ONE.get(pages):
            for entry in library.entries:
                made_of = _one_name((fields, entry.document.text))
                yield Unit(
                    f"{pages.__module__} {entry.kind.name} {entry.id}", made_of, partial(of_one, renderer, entry)
                )
        elif pages in WITH_TEXTS:
            yield Unit(pages.__module__, texts, partial(pages, whole))
        else:
            yield Unit(pages.__module__, fields, partial(pages, renderer))


def without_texts(library: Library) -> Library:
    """A library in which records have no running text; of what is wrong in it nothing is told either."""
    return replace(library, entries=tuple(map(_without_text, library.entries)), findings=())


def _without_text(entry: Entry) -> Entry:
    document, end = entry.document, entry.document.body.start
    return replace(entry, document=replace(document, text=document.text[:end], body=Span(end, end), findings=()))


def _told(library: Library) -> Iterator[object]:
    """All that a library is made of, without what was found to be wrong: nobody sees that on the site.

    The values in a document follow from its text.
    """
    for entry in library.entries:
        yield (*_known(entry.document), entry.kind.name, entry.id, entry.record is not None)
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
