"""How the goal of a figure is told: as a number to reach, or as one to stay below."""

from collections.abc import Callable

from ..insights.figures import HEADS, MONEY, money_word
from ..model.figures import FigureKind, Result
from .dutch import dutch_number


def goal_of(result: Result) -> str:
    """The goal as people read it: 100, or *hoogstens 100* on one line where less is better; empty for none.

    Of nothing there is no less: a goal of 0 is just that.
    """
    number = dutch_number(result.target)
    return f"hoogstens\u00a0{number}" if result.at_most and result.target else number


def goal_beside(result: Result) -> str:
    """The goal in words that follow on what a figure counts."""
    before = goal_before(result) if result.kind in MONEY else "het doel"
    return f"; {before} was {goal_of(result)}"


def goal_before(result: Result) -> str:
    """What a goal is called that stands alone, lest it look like what came: the head of its column."""
    return said_of(result.kind)[0]


def said_of(kind: FigureKind) -> tuple[str, str]:
    """What goal and result of a figure are called: the heads of their columns; what has none came all the same."""
    _, goal, came = HEADS[kind]
    return goal.lower(), (came or HEADS[FigureKind.OUTCOME][2]).lower()


def goal_mark(result: Result) -> str:
    """The one word at the mark of the goal, across the bar of what came out."""
    if result.at_most:
        return "hoogstens"
    return goal_before(result) if result.kind in MONEY else "doel"


def came_behind(result: Result) -> str:
    """What is told behind money that came from others, lest it look like a cost; empty for all else."""
    return said_of(result.kind)[1] if result.kind == FigureKind.CONTRIBUTION else ""


# What templates call these.
GOALS: dict[str, Callable[..., object]] = {
    "doel": goal_of,
    "bij_doel": goal_beside,
    "doelwoord": goal_mark,
    "voor_doel": goal_before,
    "gekomen": came_behind,
    "geldwoord": money_word,
}
