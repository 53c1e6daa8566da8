"""Facts that change while nothing says that anybody looked them up: sources and review date stay as they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..building.dutch import dutch_number
from ..library.library import Library
from ..model.figures import Result
from ..model.labels import OUTCOMES
from ..model.records import Case


@dataclass(frozen=True)
class Unchecked:
    """One fact of one case: the path of its file, what it is in Dutch, and how it reads before and after."""

    path: str
    what: str
    before: str
    after: str


def unchecked(before: Library, after: Library) -> tuple[Unchecked, ...]:
    """The figures, outcomes and reasons that differ in cases whose sources and review date do not."""
    return tuple(
        Unchecked(entry.document.path, what, old, new)
        for entry in after.of_kind("case")
        if isinstance(entry.record, Case) and (was := before.cases.get(entry.id))
        if (was.sources, was.reviewed) == (entry.record.sources, entry.record.reviewed)
        for what, old, new in _changed(dict(_facts(was)), dict(_facts(entry.record)))
    )


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for what in {**before, **after}:
        old, new = before.get(what, ""), after.get(what, "")
        if old != new:
            yield what, old, new


def _facts(case: Case) -> Iterator[tuple[str, str]]:
    yield "de afloop", OUTCOMES[case.outcome]
    for result in case.results:
        yield f"het cijfer '{result.what}'", _figure(result)
    for number, turn in enumerate(case.turns, 1):
        yield f"de reden bij afslag {number}", turn.because or ""


def _figure(result: Result) -> str:
    said = [
        f"{name} {dutch_number(value)}"
        for name, value in (("doel", result.target), ("gehaald", result.achieved))
        if value is not None
    ]
    return f"{', '.join(said)} {result.unit}{f' ({result.year})' if result.year else ''}, bron {result.source}"
