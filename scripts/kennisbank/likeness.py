"""Municipalities that are like one another, with the reasons: a civil servant compares with colleagues like himself."""

from collections.abc import Iterator
from dataclasses import dataclass

from .library import Library
from .model.terms import Municipality

MOST = 8
_SIZES = {
    "klein": "tot 25.000 inwoners",
    "middelgroot": "25.000 tot 100.000 inwoners",
    "groot": "vanaf 100.000 inwoners",
}


@dataclass(frozen=True)
class Alike:
    """A municipality that has cases, how much it is like the one that was asked about, and why (in Dutch)."""

    id: str
    score: int
    reasons: tuple[str, ...]
    cases: tuple[str, ...]


def likeness(library: Library, one: Municipality, other: Municipality) -> Iterator[tuple[int, str]]:
    """What two municipalities share: a weight and a reason each. The order of the two makes no difference."""
    if one.region and one.region == other.region:
        yield 3, f"zelfde energieregio ({library.regions[one.region].title})"
    if one.size and one.size == other.size:
        yield 3, f"even groot ({_SIZES[one.size]})"
    if one.province == other.province:
        yield 2, "zelfde provincie"


def alike(library: Library, id: str) -> tuple[Alike, ...]:
    """The municipalities with cases that are most like municipality `id`, best first; itself left out."""
    found = []
    for other, cases in cases_by_municipality(library).items():
        shared = list(likeness(library, library.municipalities[id], library.municipalities[other]))
        if other != id and shared:
            reasons = tuple(reason for _, reason in shared)
            found.append(Alike(other, sum(weight for weight, _ in shared), reasons, cases))
    return tuple(sorted(found, key=lambda item: (-item.score, -len(item.cases), item.id))[:MOST])


def cases_by_municipality(library: Library) -> dict[str, tuple[str, ...]]:
    """The cases of every municipality that has any; sorted."""
    table: dict[str, list[str]] = {}
    for id, case in library.cases.items():
        for place in case.places:
            if place in library.municipalities:
                table.setdefault(place, []).append(id)
    return {place: tuple(cases) for place, cases in sorted(table.items())}
