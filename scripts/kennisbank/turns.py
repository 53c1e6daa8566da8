"""All *afslagen* of the library together."""

from dataclasses import dataclass

from .library import Library
from .model.parts import Turn
from .model.records import Case


@dataclass(frozen=True)
class CaseTurn:
    """A choice, the case it is from, and which one of that case it is (from 1)."""

    id: str
    case: Case
    number: int
    turn: Turn


def turns_of(library: Library) -> tuple[CaseTurn, ...]:
    """All choices, the newest first."""
    found = (
        CaseTurn(id, case, number, turn)
        for id, case in library.cases.items()
        for number, turn in enumerate(case.turns, start=1)
    )
    return tuple(sorted(found, key=lambda item: (-item.turn.when, item.id, item.number)))


def turns_of_kind(library: Library, kind: str) -> tuple[CaseTurn, ...]:
    """The choices of one kind, the newest first."""
    return tuple(item for item in turns_of(library) if item.turn.kind == kind)
