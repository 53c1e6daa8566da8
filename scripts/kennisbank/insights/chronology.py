"""What happened when: communities, cases and lessons in the years of the library. Now is its last year: no clock."""

from dataclasses import dataclass
from itertools import groupby

from ..library.library import Library, Ref
from ..library.open_gaps import known_years
from ..model.parts import Outcome, Period

_LONGEST = 30


@dataclass(frozen=True, order=True)
class Span:
    """Something on the timeline: its first and last year, and the single years that are known of it.

    `last` is None when nobody knows how it ended; what did end, and names no year for that, is of its first year.
    """

    first: int
    target: Ref
    last: int | None
    open: bool = False
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chronology:
    """The years of the timeline, oldest first, and what stands on it by kind, sorted by its first year."""

    first: int
    last: int
    spans: dict[str, tuple[Span, ...]]

    @property
    def years(self) -> range:
        """All years, also those in which nothing began."""
        return range(self.first, self.last + 1)

    def by_year(self, kind: str) -> dict[int, list[Span]]:
        """What began in every year; what is older than the timeline counts for its first year."""
        return {
            year: list(spans) for year, spans in groupby(self.spans[kind], key=lambda span: max(span.first, self.first))
        }


def chronology_of(library: Library) -> Chronology:
    """The communities and cases by their own period, a lesson by the cases and communities in which it was met."""
    last = max((year for entry in library.entries if entry.record for year in _years(entry.record)), default=0)
    known = [(id, item) for id, item in library.communities.items() if known_years(item.period)]
    communities = [_span(Ref("community", id), item.period, item.outcome, last) for id, item in known]
    told = [(id, item) for id, item in library.cases.items() if known_years(item.period)]
    cases = [_span(Ref("case", id), item.period, item.outcome, last) for id, item in told]
    met = _met(library)
    lessons = [Span(years[0], Ref("lesson", id), years[-1], years=years) for id, years in met.items() if years]
    spans = {"community": tuple(sorted(communities)), "case": tuple(sorted(cases)), "lesson": tuple(sorted(lessons))}
    first = min((found[0].first for found in spans.values() if found), default=last)
    return Chronology(max(first, last - _LONGEST), last, spans)


def _years(record: object) -> list[int]:
    """The years that a record names."""
    period = getattr(record, "period", None)
    reviewed = getattr(record, "reviewed", None)
    found = [period.start, period.end or 0] if isinstance(period, Period) and known_years(period) else []
    return [*found, *([reviewed.year] if reviewed else [])]


def _span(ref: Ref, period: Period, outcome: Outcome, last: int) -> Span:
    if period.end or outcome == Outcome.UNKNOWN:
        return Span(period.start, ref, period.end)
    goes_on = outcome == Outcome.RUNNING
    return Span(period.start, ref, last if goes_on else period.start, open=goes_on)


def _met(library: Library) -> dict[str, tuple[int, ...]]:
    """For every lesson the years in which a case or community with that lesson began."""
    found: dict[str, set[int]] = {id: set() for id in library.lessons}
    for case in library.cases.values():
        for link in case.lessons if known_years(case.period) else ():
            found[link.lesson].add(case.period.start)
    for id, lesson in library.lessons.items():
        met = (library.communities[other].period for other in lesson.communities)
        found[id] |= {period.start for period in met if known_years(period)}
    return {id: tuple(sorted(years)) for id, years in found.items()}
