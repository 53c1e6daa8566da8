"""A source is the same source everywhere."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ...findings.codes import error, says
from ...findings.finding import Finding, shown
from ...library.library import Library
from ...reading.document import Document
from ...reading.yaml_reader import Path
from ..rule import rule
from . import raw
from .targets import field_documents

COMPARED = {"title": "is de titel", "publisher": "is de uitgever", "date": "is de datum", "url": "is het adres"}
NOT_FILLED_IN = "niet ingevuld"
_Found = tuple[Document, Path, dict[str, Any]]


@rule(
    error(
        "KB404",
        "Bron staat er twee keer in",
        "Met twee bronnen onder dezelfde sleutel is niet duidelijk welke bedoeld is.",
        says(
            "source-twice",
            "bron '{key}' is al nummer {number} van 'sources'",
            "Voeg de twee samen, of geef een van beide een andere sleutel.",
        ),
    ),
)
def source_twice(library: Library) -> Iterator[Finding]:
    """Two sources under one key in one file."""
    for entry in library.entries:
        document, keys = entry.document, raw.source_keys(entry.document)
        for path, source in raw.sources(document):
            first = keys[source["key"]]
            if first != path:
                span = document.span_of((*path, "key"))
                yield document.says("source-twice", span, key=source["key"], number=int(first[-1]) + 1)


@rule(
    error(
        "KB405",
        "Bron is elders anders beschreven",
        "Een bron heeft overal dezelfde titel, uitgever, datum en hetzelfde adres. Anders lijkt een bron er twee.",
        says(
            "described-differently",
            "bij bron '{key}' {what} {mine}, maar in {where} {theirs}",
            "Maak ze gelijk. Is het een andere bron, geef hem dan een andere sleutel.",
        ),
    ),
)
def described_differently(library: Library) -> Iterator[Finding]:
    """One key with two descriptions; what comes later is asked to follow what came first."""
    first: dict[str, _Found] = {}
    for document, path, source in all_sources(library):
        other, place, known = first.setdefault(source["key"], (document, path, source))
        for name, what in COMPARED.items():
            mine, theirs = source.get(name), known.get(name)
            if other is not document and mine != theirs:
                where = f"{other.path}:{_line(other, place)}"
                about = {"key": source["key"], "mine": _quoted(mine), "theirs": _quoted(theirs)}
                span = document.span_of((*path, name))
                yield document.says("described-differently", span, what=what, where=where, **about)


@rule(
    error(
        "KB406",
        "Zelfde webadres onder een andere sleutel",
        "Een bron met twee sleutels wordt als twee bronnen geteld.",
        says(
            "same-address",
            "dit adres heeft hier de sleutel '{key}', maar in {where} de sleutel '{known}'",
            "Gebruik op beide plekken dezelfde sleutel, bijvoorbeeld '{known}'.",
        ),
    ),
)
def same_address(library: Library) -> Iterator[Finding]:
    """One address under two keys."""
    first: dict[str, _Found] = {}
    for document, path, source in all_sources(library):
        url = source.get("url")
        if not isinstance(url, str):
            continue
        other, place, known = first.setdefault(normal_address(url), (document, path, source))
        if known["key"] != source["key"]:
            here = f"nummer {int(place[-1]) + 1}"
            where = here if other is document else f"{other.path}:{_line(other, place)}"
            span = document.span_of((*path, "url"))
            yield document.says("same-address", span, key=source["key"], where=where, known=known["key"])


def all_sources(library: Library) -> Iterator[_Found]:
    """All sources of records and of terms, in the order of the files."""
    for document in field_documents(library):
        yield from ((document, path, source) for path, source in raw.sources(document))


def normal_address(url: str) -> str:
    """An address without the differences that lead to the same page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _line(document: Document, path: Path) -> int:
    return document.place(document.span_of((*path, "key"))).line


def _quoted(value: object) -> str:
    return NOT_FILLED_IN if value is None else f"'{shown(value)}'"
