"""Where the names of the provinces stand on the map: in their own land, clear of the points and off the borders."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from math import dist

from ...library.geography import Province, Spot, around, geography
from .pins import Pin

LETTER = 7.6
"""About the width of a letter of a name; on a phone, where the map is small, letters are larger."""
LETTER_ON_PHONE = 11.2
LINE_ON_PHONE = 22
"""How far the lines of a name are apart on a phone."""

_STEP, _RINGS = 8, 14
GAP = 4
"""How far the foot of a name stands above its spot."""
# Half the height of a label, half the width of a point and half the width of a number.
_LABEL, _CLEAR, _NUMBER = 18, 14, 10
# How far the ends of a name stay from a border.
_OFF = 5
# How much of a name must stand in its own land, and how far into the sea it may go when that cannot be.
_MOSTLY, _SEA_RINGS = 0.6, 11
# How far from its usual spot a name weighs as much as all of it abroad.
_FAR = 400
# Where a name is looked at, in halves of its width and below its middle: along its top and its foot.
_ACROSS, _DOWN = (-1, -0.5, 0, 0.5, 1), (-15, -3)
# A line from a name in the sea: in how many steps it looks for the land, where it begins, how far it goes ashore.
_STEPS, _ROUND, _INTO = 60, 20, 8
# How far a name may go from its usual spot on a phone.
_RINGS_ON_PHONE = 12


def label_spot(province: Province, name: str, pins: tuple[Pin, ...], letter: float = LETTER) -> Spot:
    """Where the name and number of a province stand clear of the points: near its usual spot, and across no border.

    Where that cannot be, most of it must stand in its own land; else close by in none at all, as names on maps stand
    in the sea; else there is room for the number alone.
    """
    half = letter * len(name) / 2
    if province.name and letter == LETTER and _has_room(province.name, *_size(province, half), pins):
        return province.name
    own = [spot for spot in around(province.label, _STEP, _RINGS) if province.contains(spot)]
    found = ((spot, _share_inside(province, spot, half + _OFF)) for spot in own if _has_room(spot, half, _LABEL, pins))
    mostly = [(spot, share) for spot, share in found if share >= _MOSTLY]
    if mostly:
        return max(mostly, key=lambda at: at[1] - dist(at[0], province.label) / _FAR)[0]
    spots = (spot for spot in around(province.label, _STEP, _SEA_RINGS) if _has_room(spot, half, _LABEL, pins))
    sea = next((spot for spot in spots if _is_in_sea(spot, half)), None)
    return sea or next((spot for spot in own if _has_room(spot, _NUMBER, _LABEL, pins)), province.label)


def on_one_line(province: Province, spot: Spot) -> bool:
    """Whether the number of a province stands behind its name, as a strip of its land is too low for both."""
    return spot == province.name and province.contains(spot)


def _size(province: Province, half: float) -> tuple[float, float]:
    """Half the width and half the height of a name and number at the spot that a person chose."""
    return (half + _NUMBER, _LABEL / 2) if province.name and province.contains(province.name) else (half, _LABEL)


def lines_on_phone(name: str) -> tuple[str, ...]:
    """A name as it stands on the small map of a phone: after its hyphen it goes on on a next line."""
    first, hyphen, rest = name.partition("-")
    return (first + hyphen, rest) if rest else (name,)


@cache
def spot_on_phone(id: str, name: str) -> Spot:
    """Where the name and number of a province stand on a phone, without points: in no other, and most in its own.

    The spot is the middle of both, with the last line of the name above it and the number below.
    """
    province = geography().provinces[id]
    others = [other for other in geography().provinces.values() if other is not province]
    best, most = province.label, 0.0
    for spot in around(province.label, _STEP, _RINGS_ON_PHONE):
        ends = list(_ends_on_phone(spot, lines_on_phone(name)))
        inside = sum(map(province.contains, ends)) / len(ends)
        if inside > most and not any(other.contains(end) for other in others for end in ends):
            best, most = spot, inside
        if most == 1:
            break
    return best


def _ends_on_phone(spot: Spot, lines: tuple[str, ...]) -> Iterator[Spot]:
    """The foot and the top of every line and of the number, from end to end."""
    x, y = spot
    for above, line in enumerate(reversed(lines)):
        foot = y - GAP - above * LINE_ON_PHONE
        for side, down in product(_ACROSS, (0, 0.7 * LINE_ON_PHONE)):
            yield x + side * LETTER_ON_PHONE * len(line) / 2, foot - down
    for side, down in product((-1, 1), (0, 0.9 * LINE_ON_PHONE)):
        yield x + side * 1.4 * _NUMBER, y + down


def leader(province: Province, spot: Spot, half: float) -> tuple[Spot, Spot] | None:
    """The ends of a line from a name of this half width outside its province to it; None where the name lies in it."""
    if province.contains(spot):
        return None
    start, end = complex(*spot), complex(*province.label)
    points = [start + (end - start) * step / _STEPS for step in range(_STEPS + 1)]
    ashore = next((at for at in points if province.contains((at.real, at.imag))), end)
    way = (ashore - start) / abs(ashore - start)
    edge = min((half + GAP) / abs(way.real or 1e-9), _ROUND / abs(way.imag or 1e-9))
    away = min(abs(ashore - start), edge)
    first = start + way * away
    last = ashore + (end - start) / abs(end - start) * _INTO
    return (first.real, first.imag), (last.real, last.imag)


def _has_room(spot: Spot, half: float, high: float, pins: tuple[Pin, ...]) -> bool:
    """Whether words of this half width and half height stand clear of all points."""
    x, y = spot
    return not any(abs(pin.spot[0] - x) < half + _CLEAR and abs(pin.spot[1] - y) < high + _CLEAR for pin in pins)


def _share_inside(province: Province, spot: Spot, half: float) -> float:
    """How much of a name stands in its own land."""
    found = [province.contains((spot[0] + half * side, spot[1] + down)) for side, down in product(_ACROSS, _DOWN)]
    return sum(found) / len(found)


def _is_in_sea(spot: Spot, half: float) -> bool:
    """Whether the middle of the words, with the number below them, stands in no province."""
    corners = [
        (spot[0] + half / 2 * side, spot[1] + down) for side, down in product((-1, 1), (-_LABEL / 2, _LABEL / 2))
    ]
    return not any(province.contains(corner) for province in geography().provinces.values() for corner in corners)
