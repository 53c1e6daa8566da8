"""The road of a case and the marks: everything on it can be read, whatever people write."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.drawings.marks import line_mark, outcome_mark, theme_mark
from kennisbank.building.drawings.road import MOST_IN_A_ROW, Junction, columns, road
from kennisbank.model.parts import Outcome

WORDS = st.text(max_size=60)
JUNCTIONS = st.lists(
    st.builds(
        Junction,
        year=st.integers(1900, 2100),
        taken=WORDS,
        others=st.lists(WORDS, max_size=4).map(tuple),
        because=WORDS,
        later=WORDS,
        anchor=st.just("afslag-1"),
        is_open=st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


def _seen(markup: str) -> str:
    return " ".join(" ".join(ET.fromstring(markup).itertext()).split())  # noqa: S314 - our own markup


@given(JUNCTIONS)
def test_every_word_of_a_turn_can_be_read_in_its_order(junctions: list[Junction]) -> None:
    drawn = road(junctions, "<em>gestopt</em>")
    root = ET.fromstring(drawn)  # noqa: S314 - our own markup
    stops = root.findall("li")
    assert "\n" not in drawn
    assert len(stops) == len(junctions)
    for junction, stop in zip(junctions, stops, strict=True):
        assert len(stop.findall("./ul/li")) == len(junction.others)
        said = [junction.because, junction.later, "gestopt" if stop is stops[-1] else ""]
        assert len(stop.findall("./div/p")) == sum(map(bool, said))
    assert _seen(drawn).endswith("gestopt")


def test_the_way_taken_stands_before_the_ways_that_end_and_the_reason() -> None:
    turn = Junction(2011, "Met buren", ("Alleen", "Niets doen"), "Samen is goedkoper.", "Het lukte.", "afslag-1")
    assert _seen(road([turn])) == "2011 Met buren Alleen Niets doen Want: Samen is goedkoper. Daarna: Het lukte."


def test_an_open_question_is_no_reason() -> None:
    turn = Junction(2011, "Met buren", (), "Wie wilde dit?", "", "afslag-1", is_open=True)
    assert "Open vraag: Wie wilde dit?" in _seen(road([turn]))
    assert "Want:" not in _seen(road([turn]))


def test_no_junctions_make_no_road() -> None:
    assert road([]) == ""


@pytest.mark.parametrize(("count", "beside"), [(0, 0), (1, 1), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4), (9, 3)])
def test_rows_are_about_as_long_as_each_other(count: int, beside: int) -> None:
    assert columns(count) == beside <= MOST_IN_A_ROW


def test_marks_differ_in_shape_and_an_unknown_one_is_plain() -> None:
    themes = ("energie", "natuur", "voedsel", "circulaire-economie", "klimaatadaptatie", "nieuw-thema")
    drawn = [theme_mark(theme) for theme in themes] + [outcome_mark(outcome) for outcome in Outcome]
    drawn += [line_mark(name) for name in ("choice", "outcome", "setback", "lesson")]
    shapes = [str(ET.fromstring(mark)[0].get("d")) for mark in drawn]  # noqa: S314 - our own markup
    assert len(set(shapes)) == len(shapes)
    assert theme_mark("nog-een").count(shapes[5]) == 1
