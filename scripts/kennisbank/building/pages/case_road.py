"""The turns of a case as its road: short words on every junction, the whole story below it on the page."""

from markupsafe import Markup

from ...insights.sessions import first_sentences
from ...model.records import Case
from ...model.turns import Turn
from ...reading.prose import plain
from ..drawings.road import Junction, Siding, road

LONGEST = 170
"""How much of a reason or a result fits on a junction, in characters."""


def road_of(case: Case) -> Markup:
    """The road of a case as one line of HTML."""
    return road([_junction(turn, place) for place, turn in enumerate(case.turns, start=1)], case.outcome)


def _junction(turn: Turn, place: int) -> Junction:
    taken = next((option.what for option in turn.options if option.taken), turn.choice)
    others = tuple(Siding(plain(option.what), option.ours) for option in turn.options if not option.taken)
    return Junction(
        year=turn.when,
        taken=plain(taken),
        others=others if any(option.taken for option in turn.options) else (),
        because=_short(turn.because or turn.open or ""),
        later=_short(turn.later or ""),
        anchor=f"afslag-{place}",
        is_open=not turn.because,
    )


def _short(text: str) -> str:
    return plain(first_sentences(text, LONGEST)) if text else ""
