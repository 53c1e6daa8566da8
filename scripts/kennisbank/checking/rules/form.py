"""KB118, KB119, KB124, KB129, KB130 and KB135: what single fields cannot say about themselves."""

import re
from collections.abc import Iterator

from ...findings.finding import Finding, shown
from ...library.library import Library
from ...library.validating import empty_field
from ...reading.document import Document
from ...reading.yaml_reader import Path
from . import raw
from .targets import field_documents

THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_PAGE_FIELDS = {
    "title": ("Titel", "De naam van de pagina, voor het tabblad en het menu.", "Over deze site"),
    "description": ("Omschrijving", "Waar de pagina over gaat, voor zoekmachines.", "Wat deze site is en voor wie."),
}


def empty_value(library: Library) -> Iterator[Finding]:
    """KB119: a field that may be left out, but is there without a value."""
    for entry in library.entries:
        for path, value in _leaves(entry.document.data or {}, ()):
            if value is None or (isinstance(value, str) and not value.strip()):
                yield empty_field(entry.document, path)


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    else:
        yield path, value


def end_before_start(library: Library) -> Iterator[Finding]:
    """KB124: a period that ends before it starts."""
    for entry in library.entries:
        period = raw.field(entry.document, "period")
        start, end = (period.get("start"), period.get("end")) if isinstance(period, dict) else (None, None)
        if isinstance(start, int) and isinstance(end, int) and end < start:
            span = entry.document.span_of(("period", "end"))
            yield entry.document.says("end-before-start", span, start=start, end=end)


def thousands_point(library: Library) -> Iterator[Finding]:
    """KB135: `1.000`, which the Dutch read as a thousand and YAML as one."""
    for entry in library.entries:
        for index, result in raw.items(entry.document, "results"):
            for name in ("target", "achieved"):
                span = entry.document.span_of(("results", index, name))
                written = entry.document.text[span.start : span.end]
                if isinstance(result.get(name), float) and THOUSANDS.fullmatch(written):
                    decimal = f"{written.rstrip('0')}0" if written.endswith("0") else f"{written}0"
                    whole = written.replace(".", "")
                    yield entry.document.says("thousands", span, written=written, whole=whole, decimal=decimal)


def value_twice(library: Library) -> Iterator[Finding]:
    """KB130: a list that names the same thing twice."""
    for document in field_documents(library):
        yield from _repeated(document, document.data, ())


def _repeated(document: Document, value: object, path: Path) -> Iterator[Finding]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _repeated(document, item, (*path, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for index, item in enumerate(value):
            if isinstance(item, str) and item in seen:
                yield document.says("value-twice", document.span_of((*path, index)), value=shown(item))
            elif isinstance(item, str):
                seen.add(item)
            else:
                yield from _repeated(document, item, (*path, index))


def page_fields(library: Library) -> Iterator[Finding]:
    """KB118 and KB129: a hand-written page needs a title and a description."""
    for page in library.pages:
        document = page.document
        if document.readable and not isinstance(document.data, dict):
            message = "hier horen velden te staan, elk als 'naam: waarde'"
            yield document.found("KB129", document.span_of(()), message, "Begin met 'title: …' en 'description: …'.")
            continue
        for name, (title, about, example) in _PAGE_FIELDS.items() if document.readable else ():
            if not raw.text(document, name).strip():
                message = f"het verplichte veld '{name}' ({title}) ontbreekt"
                hint = f"{about} Schrijf bijvoorbeeld: {name}: {example}"
                yield document.found("KB118", document.span_of(()), message, hint)


RULES = (thousands_point, empty_value, end_before_start, value_twice, page_fields)
