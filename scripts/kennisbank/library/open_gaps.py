"""A concept in which something still has to be filled in, as far as a preview can show it with the gaps in view."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..model.parts import Outcome, Period
from ..model.records import Case, Record
from ..model.shape import choices, group_model, refers_to
from ..model.types import PLACEHOLDER, is_gap
from ..reading.meaning import years_in
from .entries import Entry

_REVIEWED, _PERIOD, _THEMES, _TURNS = "reviewed", "period", "themes", "turns"
# Of what tells of no year at all.
_SOME_YEAR = 2000
# What stands in for what waits, so that the model can judge all the rest.
_STOPGAPS: dict[str, Any] = {_REVIEWED: date.min.isoformat(), _PERIOD: {"start": _SOME_YEAR}, _THEMES: ["-"]}
_STOPGAPS[_TURNS] = [{"when": _SOME_YEAR, "choice": "-", "options": ["-"], "decided_by": "-"}]
_LEFT_OUT = object()


class NotYet(date):
    """The day of a review that still has to come; its year is the last that the record tells of, and adds none."""


class SomeTime(Period):
    """Years that nobody filled in yet; `start` is one that the sources tell of, to have a place in a list."""


def known_years(period: Period) -> Period | None:
    """The years of a record; none when they still have to be filled in."""
    return None if isinstance(period, SomeTime) else period


def known_day(day: date) -> date | None:
    """The day of a review; none when it still has to come."""
    return None if isinstance(day, NotYet) else day


def was_only_begun(case: Case) -> bool:
    """Whether a case lacks what each has in the end: its years, a theme or a turn."""
    return not (known_years(case.period) and case.themes and case.turns)


def with_open_gaps(entry: Entry) -> Entry:
    """The entry with a record, when only gaps were in its way that a reader can do without.

    The day of the review is the editor's, a text may say that it waits, the outcome, the years, themes and turns
    may be unknown, and what is not required may be left out. The record has no day, theme or turn that nobody gave.
    """
    data = entry.document.data
    if entry.record or not entry.is_concept or not isinstance(data, dict):
        return entry
    asked = {
        name for name in _STOPGAPS if name in entry.kind.model.model_fields and _waits(data.get(name, PLACEHOLDER))
    }
    try:
        filled = _filled({**data, **{name: _STOPGAPS[name] for name in asked}}, entry.kind.model)
        record = entry.kind.model.model_validate(filled)
    except ValidationError:
        return entry
    year = _last_year(record)
    unknown = {_REVIEWED: NotYet(year, 1, 1), _PERIOD: SomeTime(start=year), _THEMES: (), _TURNS: ()}
    return replace(entry, record=record.model_copy(update={name: unknown[name] for name in asked}))


def _waits(value: object) -> bool:
    """Whether nothing is filled in: a gap, or a list or a group of nothing else."""
    inner = value if isinstance(value, list) else [*value.values()] if isinstance(value, dict) else None
    return is_gap(value) if inner is None else all(map(_waits, inner))


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
