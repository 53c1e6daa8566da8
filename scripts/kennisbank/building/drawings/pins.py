"""The points on the map: one for every case, or one for every place when there are many cases."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import dist

from ...library.geography import Geography, Spot, around, geography
from ...library.library import Library, Ref
from ...library.places import place_of, point_of, provinces_of
from ...model.records import Case

MOST = 60
"""More points than this would hide the map, and make its page heavy."""

APART = 24
"""How far points keep from each other: as far as WCAG 2.2, 2.5.8 wants it where the map is at its full size."""

_RINGS = 12


@dataclass(frozen=True, order=True)
class Pin:
    """A point on the map: the case or place that it opens, how many cases it stands for, and where it lies."""

    target: Ref
    cases: int
    spot: Spot
    provinces: tuple[str, ...]


def spot_of(library: Library, case: Case) -> Spot | None:
    """Where a case lies on the map; by the name of its first province when nothing better is known.

    None when the map does not have its provinces.
    """
    known = [id for id in provinces_of(library, case) if id in geography().provinces]
    point = point_of(library, case)
    if not known or not point:
        return geography().provinces[known[0]].label if known else None
    return geography().spot(point.lat, point.lon)


def pins_of(library: Library, most: int = MOST) -> tuple[Pin, ...]:
    """The points of all cases, none on top of another; with more than `most` cases the places with most of them."""
    singles = [
        Pin(Ref("case", id), 1, spot, provinces_of(library, case))
        for id, case in library.cases.items()
        if (spot := spot_of(library, case))
    ]
    if len(singles) > most:
        singles = _by_place(library, singles)[:most]
    return tuple(_spread(singles))


def _by_place(library: Library, singles: list[Pin]) -> list[Pin]:
    """One point for every place that has cases, those with most cases first."""
    found: dict[Ref, list[Pin]] = {}
    for pin in singles:
        place = place_of(library, library.cases[pin.target.id])
        if place:
            found.setdefault(place, []).append(pin)
    pins = [Pin(place, len(own), own[0].spot, own[0].provinces) for place, own in found.items()]
    return sorted(pins, key=lambda pin: (-pin.cases, pin.target))


def _spread(pins: list[Pin]) -> Iterator[Pin]:
    """The points moved apart, each as near to its own spot and as much in its own province as there is room."""
    seen: Counter[Spot] = Counter()
    queue = []
    for pin in sorted(pins, key=lambda pin: pin.target):
        seen[pin.spot] += 1
        queue.append((seen[pin.spot], pin.target, pin))
    taken: list[Spot] = []
    for _, _, pin in sorted(queue):
        spot = _room(pin, taken, geography())
        taken.append(spot)
        yield Pin(pin.target, pin.cases, spot, pin.provinces)


def _room(pin: Pin, taken: list[Spot], land: Geography) -> Spot:
    """The first free spot around the point's own; one outside its provinces only when there is no other."""
    homes = [land.provinces[id] for id in pin.provinces if id in land.provinces]
    outside = None
    for spot in around(pin.spot, APART, _RINGS):
        if all(dist(spot, other) >= APART - 0.01 for other in taken):
            if any(home.contains(spot) for home in homes):
                return spot
            outside = outside or spot
    return outside or pin.spot
