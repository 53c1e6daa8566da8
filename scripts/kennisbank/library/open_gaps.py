"""A concept in which something still has to be filled in, as far as a preview can show it with the gaps in view."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..model.parts import Origin, Outcome, Period
from ..model.records import Case, Record
from ..model.shape import choices, group_model, is_list, refers_to
from ..model.turns import Turn
from ..model.types import PLACEHOLDER, is_gap
from ..reading.meaning import years_in
from .entries import Entry

_REVIEWED, _PERIOD, _THEMES, _TURNS, _WHEN = "reviewed", "period", "themes", "turns", "when"
_OUTCOME = "outcome"
_NUMBER, _SERIES, _ORIGIN = "number", "series", "origin"  # of a lesson
# Of what tells of no year at all.
_SOME_YEAR = 2000
# What stands in for what waits, so that the model can judge all the rest.
_STOPGAPS: dict[str, Any] = {_REVIEWED: date.min.isoformat(), _PERIOD: {"start": _SOME_YEAR}, _THEMES: ["-"]}
_STOPGAPS[_TURNS] = [{_WHEN: _SOME_YEAR, "choice": "-", "options": ["-"], "decided_by": "-"}]
_STOPGAPS |= {_NUMBER: 1, _SERIES: "-", _ORIGIN: Origin.ORIGINAL.value}
_LEFT_OUT = object()
# Behind all lessons of a series that have a number.
_LAST = 9999


class NotYet(date):
    """The day of a review that still has to come; its year is the last that the record tells of, and adds none."""


class SomeTime(Period):
    """Years that nobody filled in yet; `start` is one that the sources tell of, to have a place in a list."""


class SomeYear(int):
    """The year of a choice that nobody filled in yet: a number to have a place in a list, which no text shows."""

    def __str__(self) -> str:
        return "jaar nog niet ingevuld"


class SomeOutcome(str):
    """An outcome that nobody filled in yet; it counts as one that nobody knows, which is something to say."""

    __slots__ = ()


class OnTheList(tuple[str, ...]):
    """The places of a concept that are on the list, when it names others too."""

    __slots__ = ()


class SomeNumber(int):
    """The place of a lesson in its series that nobody gave yet: a number to be sorted by, which no text shows."""

    def __str__(self) -> str:
        return "nummer nog niet ingevuld"


def known_years(period: Period) -> Period | None:
    """The years of a record; none when they still have to be filled in."""
    return None if isinstance(period, SomeTime) else period


def known_year(year: int) -> int | None:
    """The year of a choice; none when it still has to be filled in."""
    return None if isinstance(year, SomeYear) else year


def known_number(number: int) -> int | None:
    """The place of a lesson in its series; none when it still has to be filled in."""
    return None if isinstance(number, SomeNumber) else number


def known_day(day: date) -> date | None:
    """The day of a review; none when it still has to come."""
    return None if isinstance(day, NotYet) else day


def was_only_begun(case: Case) -> bool:
    """Whether a case lacks what each has in the end: its years, a theme, a turn, or where it was."""
    is_somewhere = case.places or not isinstance(case.places, OnTheList)
    return not (known_years(case.period) and case.themes and case.turns and is_somewhere)


def with_open_gaps(entry: Entry) -> Entry:
    """The entry with a record, when only gaps were in its way that a reader can do without.

    The day of the review is the editor's, a text may say that it waits, the outcome, the years, themes and turns
    may be unknown, as may the series of a lesson, its number there and its origin; what is not required may be left
    out, as may a part of a list that cannot be whole. The record has nothing of these that nobody gave.
    """
    data = entry.document.data
    if entry.record or not entry.is_concept or not isinstance(data, dict):
        return entry
    model = entry.kind.model
    asked = {name for name in _STOPGAPS if name in model.model_fields and _is_asked(name, data.get(name))}
    try:
        record = model.model_validate(_filled({**data, **{name: _STOPGAPS[name] for name in asked}}, model))
    except ValidationError:
        return entry
    year = _last_year(record)
    unknown = {_REVIEWED: NotYet(year, 1, 1), _PERIOD: SomeTime(start=year), _THEMES: (), _TURNS: ()}
    unknown |= {_NUMBER: SomeNumber(_LAST), _SERIES: "", _ORIGIN: ""}
    known: dict[str, Any] = {name: unknown[name] for name in asked}
    if _OUTCOME in model.model_fields and _waits(data.get(_OUTCOME)):
        known[_OUTCOME] = SomeOutcome(Outcome.UNKNOWN)
    if isinstance(record, Case) and _TURNS not in asked:
        known[_TURNS] = tuple(map(_with_year, record.turns, data[_TURNS], [SomeYear(year)] * len(record.turns)))
    return replace(entry, record=record.model_copy(update=known))


def open_gaps(entry: Entry) -> tuple[str, ...]:
    """What still has to be filled in, as people call it: `Samenvatting`, or `Afslagen 1: Wanneer` inside a group."""
    data = entry.document.data
    return tuple(_open(data, entry.kind.model)) if entry.is_concept and isinstance(data, dict) else ()


def _open(data: Mapping[Any, Any], model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        value, title, inner = data.get(name), field.title or name, group_model(field)
        if _waits(value):
            if field.is_required() or name in data:
                yield title
        elif inner and isinstance(value, dict):
            yield from (f"{title}: {more}" for more in _open(value, inner))
        elif inner and isinstance(value, list):
            groups = ((at, one) for at, one in enumerate(value, start=1) if isinstance(one, dict))
            yield from (f"{title} {at}: {more}" for at, one in groups for more in _open(one, inner))


def _is_asked(name: str, value: object) -> bool:
    begins = value.get("start") if name == _PERIOD and isinstance(value, dict) else value
    return _waits(begins)


def _waits(value: object) -> bool:
    """Whether nothing is filled in: a gap, nothing at all, or a list or a group of nothing else."""
    inner = value if isinstance(value, list) else [*value.values()] if isinstance(value, dict) else None
    return value in (None, "") or is_gap(value) if inner is None else all(map(_waits, inner))


def _with_year(turn: Turn, given: object, unknown: SomeYear) -> Turn:
    waits = isinstance(given, dict) and _waits(given.get(_WHEN))
    return turn.model_copy(update={_WHEN: unknown}) if waits else turn


def _filled(data: Mapping[Any, Any], model: type[BaseModel]) -> dict[Any, Any]:
    fields = model.model_fields
    missing = {name: None for name, field in fields.items() if field.is_required() and name not in data}
    given = {**missing, **data}
    made = {name: _value(value, fields[name]) if name in fields else value for name, value in given.items()}
    if model is Turn and _waits(given[_WHEN]):
        made[_WHEN] = _SOME_YEAR
    return {name: value for name, value in made.items() if value is not _LEFT_OUT}


def _value(value: Any, field: FieldInfo) -> Any:
    """A value without gaps; one that must be there, and can have none, stays for the model to refuse."""
    inner = group_model(field)
    if _waits(value):
        return _instead(value, field)
    if isinstance(value, list):
        there = [one for one in value if not (is_gap(one) and refers_to(field))]
        items = [(_filled(one, inner) if inner and isinstance(one, dict) else one, one) for one in there]
        return [filled for filled, given in items if not (inner and _lacks(filled, given, inner))]
    if isinstance(value, dict) and inner:
        filled = _filled(value, inner)
        return _LEFT_OUT if not field.is_required() and _lacks(filled, value, inner) else filled
    return value


def _instead(value: Any, field: FieldInfo) -> Any:
    """What a value that waits is shown as."""
    if not field.is_required():
        return _LEFT_OUT
    if refers_to(field) or (group_model(field) and not is_list(field)):
        return None
    if Outcome.UNKNOWN in choices(field):
        return Outcome.UNKNOWN.value
    told = value if is_gap(value) else f"{PLACEHOLDER}: {field.title}"
    return [told] if is_list(field) else told


def _lacks(filled: Any, given: Any, model: type[BaseModel]) -> bool:
    """Whether a group cannot be whole for want of what waits in it, and of nothing else."""
    if not isinstance(filled, dict) or not isinstance(given, dict):
        return False
    try:
        model.model_validate(filled)
    except ValidationError as error:
        return all(_waits(given.get(found["loc"][0])) for found in error.errors() if found["loc"])
    return False


def _last_year(record: Record) -> int:
    period = getattr(record, "period", None)
    told = [period.end or period.start] if period else []
    return max([*told, *(year for source in record.sources for year in years_in(source.date))], default=_SOME_YEAR)
