"""A concept in which something still has to be filled in, as far as a preview can show it with the gaps in view."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..model.parts import Outcome
from ..model.records import Record
from ..model.shape import choices, group_model, refers_to
from ..model.types import PLACEHOLDER, is_gap
from ..reading.meaning import years_in
from .entries import Entry

_REVIEWED = "reviewed"
_LEFT_OUT = object()
# Of what tells of no year at all; a timeline has it anyhow.
_SOME_YEAR = 2000


class NotYet(date):
    """The day of a review that still has to come; its year is the last that the record tells of, and adds none."""


def known_day(day: date) -> date | None:
    """The day of a review; none when it still has to come."""
    return None if isinstance(day, NotYet) else day


def with_open_gaps(entry: Entry) -> Entry:
    """The entry with a record, when only gaps were in its way that a reader can do without.

    The day of the review is the editor's, a text may say that it waits, the outcome may be unknown, and what is not
    required may be left out. A year or a theme is needed: nobody can guess it, and lists are made of it.
    """
    data = entry.document.data
    if entry.record or not entry.is_concept or not isinstance(data, dict):
        return entry
    waits = is_gap(data.get(_REVIEWED, PLACEHOLDER))
    day = {_REVIEWED: date.min.isoformat()} if waits else {}
    try:
        record = entry.kind.model.model_validate(_filled({**data, **day}, entry.kind.model))
    except ValidationError:
        return entry
    seen = {_REVIEWED: NotYet(_last_year(record), 1, 1)} if waits else {}
    return replace(entry, record=record.model_copy(update=seen))


def _filled(data: Mapping[Any, Any], model: type[BaseModel]) -> dict[Any, Any]:
    fields = model.model_fields
    made = {name: _value(value, fields[name]) if name in fields else value for name, value in data.items()}
    return {name: value for name, value in made.items() if value is not _LEFT_OUT}


def _value(value: Any, field: FieldInfo) -> Any:
    """A value without gaps; one that must be there stays as it is, for the model to refuse."""
    inner = group_model(field)
    if isinstance(value, list):
        items = [_filled(one, inner) if inner and isinstance(one, dict) else one for one in value]
        return [one for one in items if not (is_gap(one) and refers_to(field))]
    if isinstance(value, dict):
        return _filled(value, inner) if inner else value
    if not is_gap(value):
        return value
    if not field.is_required():
        return _LEFT_OUT
    if refers_to(field):
        return None
    return Outcome.UNKNOWN.value if Outcome.UNKNOWN in choices(field) else value


def _last_year(record: Record) -> int:
    period = getattr(record, "period", None)
    told = [period.end or period.start] if period else []
    return max([*told, *(year for source in record.sources for year in years_in(source.date))], default=_SOME_YEAR)
