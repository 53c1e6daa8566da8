"""Lengths beside numbers: they judge nothing, and say no more than the numbers."""

from xml.etree import ElementTree as ET

import pytest

from kennisbank.building.drawings.scale import scale, shares


def _at(drawn: str, name: str, attribute: str, class_: str | None = None) -> list[float]:
    found = ET.fromstring(drawn).iter(name)  # noqa: S314 - ours
    return [float(one.attrib[attribute].rstrip("%")) for one in found if class_ in (None, one.get("class"))]


@pytest.mark.parametrize(("goal", "done"), [(None, 3), (3, None), (None, None), (0, 75), (-1, 5), (5, -1), (0, 0)])
def test_there_is_no_bar_without_a_goal_to_lie_beside(goal: float | None, done: float | None) -> None:
    assert scale(goal, done, "doel") == ""


@pytest.mark.parametrize(
    ("goal", "done", "mark", "long"), [(100, 22, 100, 22), (100, 124, 80.6, 100), (8, 8, 100, 100), (4, 0, 100, 0)]
)
def test_a_bar_ends_short_of_the_goal_or_past_it_and_judges_neither(
    goal: float, done: float, mark: float, long: float
) -> None:
    drawn = scale(goal, done, "doel & meer")
    assert "doel &amp; meer" in drawn
    assert _at(drawn, "rect", "width", "kb-scale-done") == [long]
    assert _at(drawn, "rect", "width", "kb-scale-room") == _at(drawn, "line", "x1") == [mark]
    # More than the goal looks like less than the goal, but for its length: nothing in the model knows which is better.
    other = scale(done or 1, goal, "doel & meer")
    assert drawn.count("class=") == other.count("class=")


def test_the_parts_of_a_bar_lie_end_to_end_and_what_is_not_there_has_none() -> None:
    drawn = shares([("a", 3), ("b", 0), ("c", 1)], 8)
    assert _at(drawn, "rect", "x") == [0, 37.5]
    assert _at(drawn, "rect", "width") == [37.5, 12.5]
    assert shares([("a", 0)], 8) == "" and shares([], 0) == ""
