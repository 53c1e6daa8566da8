"""A spot lies in a province when its border is crossed an odd number of times on the way out, wherever one looks."""

from collections.abc import Iterator
from itertools import product

import pytest

from kennisbank.library.geography import Province, Spot, geography


def _crossings(province: Province, spot: Spot) -> int:
    """As the rule of SVG says it, with every side of every ring."""
    x, y = spot
    sides = (side for ring in province.rings for side in zip(ring, (*ring[1:], ring[0]), strict=True))
    return sum(x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in sides if (y1 > y) != (y2 > y))


def _spots() -> Iterator[Spot]:
    """All over the drawing and beside it, also on the very lines between its rows."""
    land = geography()
    yield from product(range(-37, land.width + 74, 37), range(-16, land.height + 32, 16))
    yield from ((corner[0] + 0.5, corner[1]) for found in land.provinces.values() for corner in found.rings[0][::9])


@pytest.mark.slow
def test_a_spot_lies_where_its_crossings_say() -> None:
    spots = list(_spots())
    for province in geography().provinces.values():
        found = [spot for spot in spots if province.contains(spot)]
        assert found == [spot for spot in spots if _crossings(province, spot) % 2]
        assert 0 < len(found) < len(spots)
        assert [province.distance(spot) for spot in found] == [0.0] * len(found)
