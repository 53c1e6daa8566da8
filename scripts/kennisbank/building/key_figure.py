"""The one number of a case that its card shows, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..insights.figures import highlights
from ..model.figures import Result
from ..model.parts import Outcome
from ..model.records import Case
from .dutch import dutch_number
from .goals import goal_before, goal_beside, goal_of


@dataclass(frozen=True)
class KeyFigure:
    """A number as readers write it, its unit, and what it counts; what is yet to come says before it what it is."""

    number: str
    unit: str
    what: str
    before: str = ""


def key_figure(case: Case) -> KeyFigure | None:
    """The first figure that a case shows large; None when it shows none.

    Of a case that is over only what came out counts: what was once expected would read as if it still may come.
    """
    over = case.outcome not in (Outcome.RUNNING, Outcome.UNKNOWN)
    first = next((result for result in highlights(case.results) if not over or result.achieved is not None), None)
    if first is None:
        return None
    if first.achieved is None:
        return KeyFigure(goal_of(first), first.unit, first.what, f"{goal_before(first)}:")
    return KeyFigure(dutch_number(first.achieved), first.unit, f"{first.what}{_beside(first)}")


def _beside(result: Result) -> str:
    """What there was to expect, when that is not the number itself."""
    if result.target is None or result.target == result.achieved:
        return ""
    return goal_beside(result)


def figure_on_card(case: Case) -> Mapping[str, str]:
    """The same, for a card that a script makes."""
    figure = key_figure(case)
    if figure is None:
        return {}
    told = {"getal": figure.number, "eenheid": figure.unit, "wat": figure.what}
    return {**told, "verwacht": figure.before} if figure.before else told
