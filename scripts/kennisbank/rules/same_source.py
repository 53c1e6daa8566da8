"""KB404 to KB406: a source is the same source everywhere."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ..documents import Document
from ..findings import Finding, shown
from ..library import Library
from ..yaml_reader import Path
from . import raw
from .targets import field_documents

_FIELDS = {"title": "titel", "publisher": "uitgever", "date": "datum", "url": "adres"}
_Found = tuple[Document, Path, dict[str, Any]]


def source_twice(library: Library) -> Iterator[Finding]:
    """KB404: two sources under one key in one file."""
    for entry in library.entries:
        document, keys = entry.document, raw.source_keys(entry.document)
        for path, source in raw.sources(document):
            first = keys[source["key"]]
            if first != path:
                message = f"bron '{source['key']}' staat ook op regel {_line(document, first)}"
                hint = "Voeg de twee samen, of geef een van beide een andere sleutel."
                yield document.found("KB404", document.span_of((*path, "key")), message, hint)


def described_differently(library: Library) -> Iterator[Finding]:
    """KB405: one key with two descriptions; what comes later is asked to follow what came first."""
    first: dict[str, _Found] = {}
    for document, path, source in _all_sources(library):
        other, place, known = first.setdefault(source["key"], (document, path, source))
        for name, dutch in _FIELDS.items():
            mine, theirs = source.get(name), known.get(name)
            if other is not document and mine != theirs:
                where = f"{other.path}:{_line(other, place)}"
                is_given = f"is de {dutch}" if name != "url" else "is het adres"
                message = f"bij bron '{source['key']}' {is_given} {_quoted(mine)}, maar in {where} {_quoted(theirs)}"
                hint = "Maak ze gelijk. Is het een andere bron, geef hem dan een andere sleutel."
                yield document.found("KB405", document.span_of((*path, name)), message, hint)


def same_address(library: Library) -> Iterator[Finding]:
    """KB406: one address under two keys."""
    first: dict[str, _Found] = {}
    for document, path, source in _all_sources(library):
        url = source.get("url")
        if not isinstance(url, str):
            continue
        other, place, known = first.setdefault(_normal(url), (document, path, source))
        if known["key"] != source["key"]:
            where = f"{other.path}:{_line(other, place)}"
            message = f"dit adres heeft hier de sleutel '{source['key']}', maar in {where} de sleutel '{known['key']}'"
            hint = f"Gebruik op beide plekken dezelfde sleutel, bijvoorbeeld '{known['key']}'."
            yield document.found("KB406", document.span_of((*path, "url")), message, hint)


def _all_sources(library: Library) -> Iterator[_Found]:
    """All sources of records and of terms, in the order of the files."""
    for document in field_documents(library):
        yield from ((document, path, source) for path, source in raw.sources(document))


def _normal(url: str) -> str:
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
    return "niet ingevuld" if value is None else f"'{shown(value)}'"


RULES = (source_twice, described_differently, same_address)
