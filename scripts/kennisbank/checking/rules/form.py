"""What single fields cannot say about themselves."""

import re
from collections.abc import Iterator

from ...findings.codes import error, says
from ...findings.finding import Edit, Finding, Span, shown
from ...findings.nearest import slug
from ...library.explaining import empty_field
from ...library.file_names import is_device
from ...library.library import Library
from ...model.pages import PageFields
from ...model.shape import example
from ...reading.document import Document
from ...reading.meaning import THOUSANDS, sure_decimal
from ...reading.value_hints import after_comma
from ...reading.yaml_reader import Path
from ..rule import local_rule
from . import raw
from .targets import aliases_of, field_documents

_LINE_OF_ITEM = re.compile(r"[ \t]*(?P<dash>-[ \t]+)")
_REST_OF_LINE = re.compile(r"[ \t]*\r?(?:\n|\Z)")
_COMMA = re.compile(r"\s*,\s*")


@local_rule("KB119")
def empty_value(library: Library) -> Iterator[Finding]:
    """A field that may be left out, but is there without a value."""
    for entry in library.entries:
        for path, value in raw.leaves(entry.document.data or {}):
            is_empty = value is None or (isinstance(value, str) and not value.strip())
            if is_empty and not after_comma(entry.document, path):  # that is no field
                yield empty_field(entry.document, path)


@local_rule(
    error(
        "KB124",
        "Einde ligt voor het begin",
        "Een periode loopt van vroeg naar laat.",
        says(
            "end-before-start",
            "het einde ({end}) ligt voor het begin ({start})",
            "Draai de jaren om, of verbeter de tikfout.",
        ),
    ),
)
def end_before_start(library: Library) -> Iterator[Finding]:
    """A period that ends before it starts."""
    for entry in library.entries:
        period = raw.field(entry.document, "period")
        start, end = (period.get("start"), period.get("end")) if isinstance(period, dict) else (None, None)
        if isinstance(start, int) and isinstance(end, int) and end < start:
            span = entry.document.span_of(("period", "end"))
            yield entry.document.says("end-before-start", span, start=start, end=end)


@local_rule(
    error(
        "KB135",
        "Punt in een groot getal",
        "In Nederland is 1.000 duizend, maar een computer leest er 1 in. De pagina zou een verkeerd cijfer tonen.",
        says(
            "thousands",
            "'{written}' kan duizend of een kommagetal zijn",
            "Schrijf {whole}. Bedoel je een kommagetal? Schrijf {decimal}.",
        ),
    ),
)
def thousands_point(library: Library) -> Iterator[Finding]:
    """`1.000`, which the Dutch read as a thousand and YAML as one."""
    for entry in library.entries:
        for index, result in raw.items(entry.document, "results"):
            for name in ("target", "achieved"):
                span = entry.document.span_of(("results", index, name))
                written = entry.document.text[span.start : span.end]
                if isinstance(result.get(name), float) and THOUSANDS.fullmatch(written):
                    whole, decimal = written.replace(".", ""), sure_decimal(written)
                    yield entry.document.says("thousands", span, written=written, whole=whole, decimal=decimal)


@local_rule(
    error(
        "KB130",
        "Waarde staat er twee keer in",
        "Dubbele waarden tellen dubbel en staan dubbel op de pagina.",
        says(
            "value-twice",
            "'{value}' staat twee keer in deze lijst",
            "Verwijder een van beide.",
        ),
    ),
)
def value_twice(library: Library) -> Iterator[Finding]:
    """A list that names the same thing twice."""
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
                span, edits = document.span_of((*path, index)), tuple(_removed(document, path, index, item))
                yield document.says("value-twice", span, edits, value=shown(item))
            elif isinstance(item, str):
                seen.add(item)
            else:
                yield from _repeated(document, item, (*path, index))


def _removed(document: Document, path: Path, index: int, item: str) -> Iterator[Edit]:
    """A name out of its list; of a sentence that stands there twice, one may be meant to be changed still."""
    before, here = (document.spans.get((*path, at)) for at in (index - 1, index))
    if not before or not here or item != slug(item):
        return
    line = _LINE_OF_ITEM.match(document.text, document.text.rfind("\n", 0, here.start) + 1)
    if line and line.end("dash") == here.start:
        rest = _REST_OF_LINE.match(document.text, here.end)
        yield Edit(Span(line.start(), rest.end()) if rest else Span(line.start("dash"), here.end), "")
    elif _COMMA.fullmatch(document.text, before.end, here.start):
        yield Edit(Span(before.end, here.end), "")


@local_rule(
    "KB118",
    "KB129",
)
def page_fields(library: Library) -> Iterator[Finding]:
    """A hand-written page needs a title and a description."""
    for page in library.pages:
        document = page.document
        if document.readable and not isinstance(document.data, dict):
            message = "hier horen velden te staan, elk als 'naam: waarde'"
            yield document.found("KB129", document.span_of(()), message, "Begin met 'title: …' en 'description: …'.")
            continue
        for name, field in PageFields.model_fields.items() if document.readable else ():
            if not raw.text(document, name).strip():
                message = f"het verplichte veld '{name}' ({field.title}) ontbreekt"
                hint = f"{field.description} Schrijf bijvoorbeeld: {name}: {example(field)}"
                yield document.found("KB118", document.span_of(()), message, hint)


@local_rule("KB101")
def impossible_alias(library: Library) -> Iterator[Finding]:
    """A former name that becomes a folder which Windows cannot have."""
    for entry in library.entries:
        for index, alias in enumerate(aliases_of(entry.document)):
            if is_device(alias):
                span = entry.document.span_of(("aliases", index))
                message = f"de naam '{alias}' kan niet op een computer met Windows"
                yield entry.document.found("KB101", span, message, "Geef een andere oude naam, of haal hem weg.")
