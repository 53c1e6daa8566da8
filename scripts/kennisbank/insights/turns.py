"""All *afslagen* of the library together."""

from dataclasses import dataclass
from itertools import product

from ..library.library import Library
from ..library.open_gaps import known_year
from ..model.records import Case
from ..model.turns import Option, Turn
from ..reading.prose import plain
from .newest import newness


@dataclass(frozen=True)
class CaseTurn:
    """A choice, the case it is from, and which one of that case it is (from 1)."""

    id: str
    case: Case
    number: int
    turn: Turn


def turns_of(library: Library, *, kind: str = "", theme: str = "") -> tuple[CaseTurn, ...]:
    """All choices, or those of one kind of choice or theme; the newest first, and last those without a year yet."""
    return library.once(_by_kind_and_theme).get((kind, theme), ())


def way_of(option: Option) -> str:
    """A way that could be chosen, in plain text; one that no source names says so."""
    return plain(option.what) + (" (door ons ingevuld)" if option.ours else "")


def _by_kind_and_theme(library: Library) -> dict[tuple[str, str], tuple[CaseTurn, ...]]:
    """The choices by what one can narrow them down to; a name that is empty stands for all."""
    table: dict[tuple[str, str], list[CaseTurn]] = {}
    for item in _all(library):
        for narrowed in product({"", item.turn.kind or ""}, {"", *item.case.themes}):
            table.setdefault(narrowed, []).append(item)
    return {narrowed: tuple(found) for narrowed, found in table.items()}


def _all(library: Library) -> tuple[CaseTurn, ...]:
    found = (
        CaseTurn(id, case, number, turn)
        for id, case in library.cases.items()
        for number, turn in enumerate(case.turns, start=1)
    )
    return tuple(sorted(found, key=_place))


def _place(item: CaseTurn) -> tuple[object, ...]:
    waits = known_year(item.turn.when) is None
    return (waits, *newness(item.turn.when, item.case.title), item.id, item.number)
