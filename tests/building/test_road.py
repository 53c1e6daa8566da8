"""The road of a case and the marks: everything on it can be read, whatever people write."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.drawings.marks import line_mark, outcome_mark, outcome_path, theme_mark
from kennisbank.building.drawings.road import MOST_IN_A_ROW, Junction, Siding, columns, road
from kennisbank.model.labels import OUTCOMES
from kennisbank.model.parts import Outcome

WORDS = st.text(max_size=60)
JUNCTIONS = st.lists(
    st.builds(
        Junction,
        year=st.integers(1900, 2100),
        taken=WORDS,
        others=st.lists(st.builds(Siding, WORDS, st.booleans()), max_size=4).map(tuple),
        because=WORDS,
        later=WORDS,
        anchor=st.just("afslag-1"),
        is_open=st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


def _drawn(markup: str) -> ET.Element:
    return ET.fromstring(f"<div>{markup}</div>")  # noqa: S314 - our own markup


def _seen(markup: str) -> str:
    return " ".join(" ".join(_drawn(markup).itertext()).split())


@given(JUNCTIONS)
def test_every_word_of_a_turn_can_be_read_in_its_order(junctions: list[Junction]) -> None:
    drawn = road(junctions, Outcome.STOPPED)
    stops = _drawn(drawn).findall("./ol/li")
    assert "\n" not in drawn
    assert len(stops) == len(junctions)
    for junction, stop in zip(junctions, stops, strict=True):
        assert len(stop.findall("./ul/li")) == len(junction.others)
        said = [junction.because, junction.later, "gestopt" if stop is stops[-1] else ""]
        assert len(stop.findall("./div/div/p")) == sum(map(bool, said))


def test_what_was_chosen_is_told_whole_and_then_the_ways_that_end() -> None:
    others = (Siding("Alleen"), Siding("Niets doen"))
    turn = Junction(2011, "Met buren", others, "Samen is goedkoper.", "Het lukte.", "afslag-1")
    told = "2011 Met buren Want: Samen is goedkoper. Daarna: Het lukte. Hele case: loopt nog Alleen Niets doen"
    assert _seen(road([turn])) == f"Dikke lijn: gekozen. Zijtak: niet gekozen. {told}"


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_road_ends_as_the_case_did(outcome: Outcome) -> None:
    """In its words, and in the sign that the badge has: lying and standing. An arrow only while it goes on."""
    turns = [Junction(year, "Met buren", (), "", "", "afslag-1") for year in (2011, 2014)]
    first, last = _drawn(road(turns, outcome)).findall("./ol/li")
    ending = "".join(last.find(".//p[@class='kb-road-ending']").itertext())  # type: ignore[union-attr]
    assert ending == f"Hele case: {OUTCOMES[outcome]}"
    assert "kb-road-end" not in ET.tostring(first, encoding="unicode")
    paths = [path.get("d") for path in last.findall("./svg//g/svg//path")]
    sign = outcome_path(outcome)
    assert len(paths) == 2
    assert (paths == [sign, sign]) is (outcome != Outcome.RUNNING)
    assert bool(last.findall(".//g/svg/path")) is (outcome == Outcome.RUNNING)


def test_the_key_names_the_lines_that_are_there() -> None:
    def key(*others: Siding) -> str:
        found = _drawn(road([Junction(2011, "Met buren", others, "", "", "afslag-1")])).find("p")
        return "" if found is None else "".join(found.itertext())

    assert key() == ""
    assert key(Siding("Alleen")) == "Dikke lijn: gekozen. Zijtak: niet gekozen."
    assert "Gestreepte zijtak: door ons ingevuld" in key(Siding("Alleen"), Siding("Niets doen", is_ours=True))


def test_only_a_way_that_no_source_names_is_dashed() -> None:
    others = (Siding("Alleen"), Siding("Niets doen", is_ours=True))
    root = _drawn(road([Junction(2011, "Met buren", others, "", "", "afslag-1")]))
    assert [way.get("class") for way in root.findall("./ol/li/ul/li")] == [None, "kb-ours"]


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


def test_what_stopped_has_a_filled_square() -> None:
    """Not two bars, which say that it goes on later. So narrowly does its line go round that a pen fills it."""
    steps = re.findall(r"([MHV])([\d. ]+)", outcome_path(Outcome.STOPPED))
    spot = tuple(map(float, steps[0][1].split()))
    field, near = range(6, 19), set()
    for kind, to in steps[1:]:
        assert kind in "HV"
        end = (float(to), spot[1]) if kind == "H" else (spot[0], float(to))
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(spot, end, strict=True))
        near |= {(x, y) for x in field for y in field if left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1}
        spot = end
    assert len(near) == len(field) ** 2
