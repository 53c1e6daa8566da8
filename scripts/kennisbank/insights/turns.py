"""All *afslagen* of the library together."""

from dataclasses import dataclass

from ..library.library import Library
from ..model.parts import Turn
from ..model.records import Case


@dataclass(frozen=True)
class CaseTurn:
    """A choice, the case it is from, and which one of that case it is (from 1)."""

    id: str
    case: Case
    number: int
    turn: Turn


def turns_of(library: Library, *, kind: str = "", theme: str = "") -> tuple[CaseTurn, ...]:
    """All choices, or those of one kind of choice or theme; the newest first."""
    found = (
        CaseTurn(id, case, number, turn)
        for id, case in library.cases.items()
        for number, turn in enumerate(case.turns, start=1)
        if kind in ("", turn.kind) and (not theme or theme in case.themes)
    )
    return tuple(sorted(found, key=lambda item: (-item.turn.when, item.id, item.number)))
