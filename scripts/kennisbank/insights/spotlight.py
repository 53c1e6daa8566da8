"""What a theme opens with: its best-founded case, and a question that is still open. Both follow from the library."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..library.library import Library
from ..library.places import provinces_of
from ..model.figures import ReportedBy
from ..model.labels import CONFIDENCE_STEPS
from ..model.parts import Status
from ..model.records import Case
from .newest import newness
from .turns import CaseTurn, turns_of


@dataclass(frozen=True)
class Strongest:
    """The best-founded of some cases, and what was weighed: how many figures another reported, how many sources."""

    id: str
    case: Case
    independent: int
    sources: int
    among: int


def strongest(library: Library, ids: Iterable[str]) -> Strongest | None:
    """The best-founded of these cases; None when there are fewer than two, as then there is nothing to choose.

    The surest facts come first, then the most figures that an independent other reported, then the most sources;
    the newest of equals. Archived cases and concepts stand back.
    """
    found = {id: library.cases[id] for id in ids if library.cases[id].status == Status.PUBLISHED}
    if len(found) < 2:
        return None
    best, case = min(found.items(), key=_rank)
    return Strongest(best, case, _independent(case), len(case.sources), len(found))


def _rank(item: tuple[str, Case]) -> tuple[int, int, int, tuple[int, str], str]:
    """A key that sorts the best-founded case first."""
    id, case = item
    step = CONFIDENCE_STEPS[case.confidence] if case.confidence else 0
    return -step, -_independent(case), -len(case.sources), newness(case.period.start, case.title), id


def _independent(case: Case) -> int:
    return sum(result.reported_by == ReportedBy.INDEPENDENT for result in case.results)


def open_turn(library: Library, theme: str) -> CaseTurn | None:
    """The newest turn of a theme of which no source tells the reason, with the question that is left."""
    return next((turn for turn in turns_of(library, theme=theme) if turn.turn.open), None)


def provinces_without(library: Library, ids: Iterable[str]) -> tuple[str, ...]:
    """The provinces in which none of these cases played, in the order of their list."""
    seen = {province for id in ids for province in provinces_of(library, library.cases[id])}
    return tuple(id for id in library.term_list("provinces") if id not in seen)
