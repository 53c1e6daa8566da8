"""What did not go as planned: the cases that stopped, went up in something else, or were made smaller on the way."""

from dataclasses import dataclass

from ..library.library import Library
from ..model.parts import Outcome
from .newest import newest_first
from .turns import CaseTurn, turns_of

# The ways of a turn after which less is left of a plan, in the order of the page.
SHRINKING = ("kleiner", "uitstellen", "overdragen", "stoppen")


@dataclass(frozen=True)
class Endings:
    """The cases by how they ended, and the turns at which a case that went on lost something; the newest first."""

    stopped: tuple[str, ...]
    merged: tuple[str, ...]
    shrunk: tuple[CaseTurn, ...]

    @property
    def cases(self) -> frozenset[str]:
        """All cases that are named."""
        return frozenset((*self.stopped, *self.merged, *(turn.id for turn in self.shrunk)))


def endings_of(library: Library) -> Endings:
    """All endings in the library; a case that stopped is not named again for a turn on the way there."""
    stopped = _with(library, Outcome.STOPPED)
    merged = _with(library, Outcome.MERGED)
    ended = {*stopped, *merged}
    shrunk = tuple(turn for turn in turns_of(library) if turn.id not in ended and _shrinks(turn))
    return Endings(stopped, merged, shrunk)


def _with(library: Library, outcome: Outcome) -> tuple[str, ...]:
    return tuple(id for id in newest_first(library) if library.cases[id].outcome == outcome)


def _shrinks(turn: CaseTurn) -> bool:
    return any(option.taken and option.kind in SHRINKING for option in turn.turn.options)
