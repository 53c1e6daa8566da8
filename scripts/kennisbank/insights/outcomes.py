"""How a case came out, by its own account: what stands beside any choice in it, lest an early figure mislead."""

from dataclasses import dataclass

from ..library.open_gaps import known_year
from ..model.figures import Result
from ..model.parts import Outcome
from ..model.records import Case
from .figures import highlights, money_in


@dataclass(frozen=True)
class Ending:
    """How a case ended: what it gave, what went wrong, what it cost in all.

    `gave` and `wrong` are the lines of the case for who has one minute. A case without them has in `last` the last
    thing that it tells of any of its choices, with the year of that choice; both are empty when it tells nothing.
    """

    outcome: Outcome
    gave: str = ""
    wrong: str = ""
    costs: tuple[Result, ...] = ()
    last: str = ""
    last_year: int = 0

    @property
    def is_told(self) -> bool:
        """Whether the case says anything of how it ended, besides its outcome."""
        return bool(self.gave or self.last)


def ending_of(case: Case) -> Ending:
    """How the case ended, in its own words."""
    costs = money_in(highlights(case.results))
    if case.brief:
        return Ending(case.outcome, case.brief.outcome, case.brief.setback, costs)
    told = [turn for turn in case.turns if turn.later]
    if not told:
        return Ending(case.outcome, costs=costs)
    last = max(told, key=lambda turn: known_year(turn.when) or 0)
    return Ending(case.outcome, costs=costs, last=last.later or "", last_year=last.when)
