"""A record as data in plain words, beside its page: what a reader takes along, or lays next to another record.

The fields are those of the model, in its order, whatever they are; the browser needs to know none of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from ...insights.years import years_of
from ...library.addresses import page_of, web_path
from ...library.library import Entry, Library, Ref
from ...library.open_gaps import SomeNumber, SomeYear, known_day, known_years
from ...library.places import provinces_of, regions_of
from ...model.figures import ReportedBy
from ...model.kinds import KINDS
from ...model.labels import OUTCOMES, REPORTERS
from ...model.parts import Outcome, Period
from ...model.records import Case, Community, Record
from ...model.shape import group_model, marks, refers_to
from ...model.types import Writing
from ...reading.prose import plain
from ..dutch import dutch_number
from ..json_text import json_text

FIELDS = "assets/fields.json"
"""Where the site keeps what the fields of each kind of record are called."""

FILE = "gegevens.json"
"""What the data of a record is called, in the folder of its page."""

# What only the machinery needs: old addresses, words for the search, and that a page that can be read is published.
_LEFT_OUT = ("aliases", "asked", "status")
# Long, and of less interest than what is particular to the record.
_LAST = ("certainty", "reviewed", "sources")
# What follows from the period and the outcome.
_YEARS = "years"
_WORDS: Mapping[type, Mapping[str, str]] = {Outcome: OUTCOMES, ReportedBy: REPORTERS}


def in_words(library: Library, entry: Entry) -> str:
    """The record of `entry` as JSON: Markdown has become plain text, an id the title it stands for, true "ja".

    What is empty is left out. A reference to a record has its `title` and, below the root of the site, its `page`.
    """
    fields = _shown(library, entry.record) if entry.record else {}
    texts = {title: plain(entry.prose.section(title) or "") for title in entry.kind.sections}
    data = {
        "id": f"{entry.kind.url}/{entry.id}",
        "kind": entry.kind.name,
        **_in_order(fields, {title: text for title, text in texts.items() if text}),
    }
    return json_text(data)


def field_names() -> str:
    """For every kind what it is called and what its fields are, as JSON; of a group also the fields inside it."""
    data = {
        kind.name: {
            "": kind.label.capitalize(),
            **_in_order(_names(kind.model), {title: title for title in kind.sections}),
        }
        for kind in KINDS.values()
    }
    return json_text(data)


def _in_order(fields: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    first = {name: value for name, value in fields.items() if name not in (*_LEFT_OUT, *_LAST)}
    return {**first, "text": texts, **{name: fields[name] for name in _LAST if name in fields}}


def _names(model: type[BaseModel]) -> dict[str, Any]:
    found = {}
    for name, field in model.model_fields.items():
        inner, title = group_model(field), field.title or name
        found[name] = {"": title, **_names(inner)} if inner else title
    return {**found, _YEARS: "Jaren"} if "period" in found else found


def _shown(library: Library, record: Record) -> dict[str, Any]:
    """The fields of a record, and in words when it ran; of a case also the places that follow from its own."""
    fields = dict(_fields(library, record))
    if isinstance(record, Case | Community):
        fields[_YEARS] = years_of(record)
    if isinstance(record, Case):
        derived = (("provinces", "provinces", provinces_of), ("region", "regions", regions_of))
        for name, kind, places_of in derived:
            fields[name] = [library.title_of(Ref(kind, id)) for id in places_of(library, record)]
    return fields


@dataclass(frozen=True)
class _Meant:
    """What a text in a field means: what it refers to, if it does, and whether it is Markdown."""

    target: str
    is_prose: bool


@cache
def _meant(model: type[BaseModel]) -> dict[str, _Meant]:
    """What the texts in each field of a model mean: found out once, for it takes long."""
    fields = model.model_fields.items()
    return {name: _Meant(refers_to(field), Writing.NO_PROSE not in marks(field)) for name, field in fields}


def _fields(library: Library, part: BaseModel) -> Iterator[tuple[str, Any]]:
    for name, meant in _meant(type(part)).items():
        value = _told(library, meant, getattr(part, name))
        if value not in (None, "", [], {}, False):
            yield name, value


def _told(library: Library, meant: _Meant, value: object) -> Any:
    """A value in words: the same shape, of what JSON knows."""
    if isinstance(value, tuple):
        return [_told(library, meant, item) for item in value]
    if isinstance(value, Period) and not known_years(value):
        return None
    if isinstance(value, BaseModel):
        return dict(_fields(library, value))
    if isinstance(value, bool):
        return "ja" if value else None
    if isinstance(value, SomeYear | SomeNumber):
        return None
    if isinstance(value, date):
        return value.isoformat() if known_day(value) else None
    if isinstance(value, float):
        return dutch_number(value)
    return _text(library, meant, value) if isinstance(value, str) else value


def _text(library: Library, meant: _Meant, text: str) -> str | dict[str, str]:
    """A text as it is read; a reference becomes what it stands for."""
    ref = Ref(meant.target, text)
    if meant.target and ref in library.by_ref:
        title = library.title_of(ref)
        return {"title": title, "page": web_path(page_of(ref))} if ref.kind in KINDS else title
    if type(text) in _WORDS:
        return _WORDS[type(text)][text]
    return " ".join(plain(text).split()) if meant.is_prose else str(text)
