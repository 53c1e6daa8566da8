"""How far places lie apart, against the way along a globe."""

from math import asin, cos, inf, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.library.places import kilometres
from kennisbank.model.parts import Point

POINTS = st.builds(Point, lat=st.floats(50.7, 53.6), lon=st.floats(3.3, 7.3))


def _along_a_globe(one: Point, other: Point) -> float:
    """The haversine formula, on a globe with a radius of 6371 kilometres."""
    up, aside = (sin(radians(away) / 2) ** 2 for away in (one.lat - other.lat, one.lon - other.lon))
    return 2 * 6371 * asin(sqrt(up + cos(radians(one.lat)) * cos(radians(other.lat)) * aside))


@given(POINTS, POINTS)
def test_a_distance_is_that_along_a_globe_and_the_same_both_ways(one: Point, other: Point) -> None:
    far = kilometres(one, other)
    assert far == pytest.approx(_along_a_globe(one, other), abs=0.5)
    assert far == kilometres(other, one)


def test_who_lies_nowhere_is_further_than_all_others() -> None:
    somewhere = Point(lat=52, lon=5)
    assert kilometres(None, somewhere) == kilometres(somewhere, None) == kilometres(None, None) == inf
