"""The drawings: well-formed, linked, escaped, deterministic, and on the map each place in its own province."""

from dataclasses import replace
from math import dist
from xml.etree import ElementTree as ET

import pytest

from kennisbank.drawings.geography import geography
from kennisbank.drawings.map import cases_by_province, province_map
from kennisbank.drawings.pins import APART, MOST, pins_of
from kennisbank.library import Library, Ref
from kennisbank.places import provinces_of
from kennisbank.site import page_of, web_link

PAGE = "kaart/index.md"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own markup


def links(svg: str) -> list[str]:
    return [node.attrib["href"] for node in parsed(svg).iter("a")]


def many(library: Library, copies: int) -> Library:
    """A library with each case a number of times."""
    entries = [
        replace(entry, document=entry.document, kind=entry.kind)
        if entry.kind.name != "case"
        else replace(entry, id=f"{entry.id}-{number}")
        for entry in library.entries
        for number in range(copies if entry.kind.name == "case" else 1)
    ]
    return replace(library, entries=tuple(entries))


@pytest.fixture(scope="module")
def crowd(library: Library) -> Library:
    return many(library, 320)


@pytest.mark.parametrize(
    ("lat", "lon", "spot"),
    [
        (53.555, 6.448, "north"),  # Rottumerplaat
        (50.7504, 5.918, "south"),
        (51.314, 3.358, "west"),  # Sint Anna ter Muiden
        (53.174, 7.2275, "east"),  # Bad Nieuweschans
    ],
)
def test_the_far_ends_of_the_country_are_where_the_borders_end(lat: float, lon: float, spot: str) -> None:
    land = geography()
    x, y = land.spot(lat, lon)
    edge = {"north": y, "west": x, "south": land.height - y, "east": land.width - x}[spot]
    assert abs(edge) < 4


def test_every_province_has_borders_and_its_name_inside(library: Library) -> None:
    assert list(geography().provinces) == list(library.term_list("provinces"))
    for id, province in geography().provinces.items():
        assert province.contains(province.label) or id == "zeeland"


def test_every_municipality_and_region_lies_in_its_province(library: Library) -> None:
    towns, regions = library.municipalities.values(), library.regions.values()
    found = [
        *((town.point, {town.province}) for town in towns),
        *((region.point, {*region.provinces}) for region in regions),
    ]
    known = [(point, provinces) for point, provinces in found if point]
    assert len(known) >= 25
    for point, provinces in known:
        spot = geography().spot(point.lat, point.lon)
        assert any(geography().provinces[id].contains(spot) for id in provinces), point


def test_every_case_has_a_point_in_its_own_province(library: Library) -> None:
    pins = {pin.target.id: pin for pin in pins_of(library)}
    assert set(pins) == set(library.cases)
    for id, pin in pins.items():
        own = provinces_of(library, library.cases[id])
        assert any(geography().provinces[province].contains(pin.spot) for province in own), id


def test_no_point_covers_another(library: Library) -> None:
    spots = [pin.spot for pin in pins_of(library)]
    assert min(dist(one, other) for index, one in enumerate(spots) for other in spots[:index]) >= APART - 0.1


def test_the_map_links_to_every_province_and_case_and_shows_the_numbers(library: Library) -> None:
    drawn = province_map(library, PAGE)
    wanted = [Ref("provinces", id) for id in library.term_list("provinces")]
    wanted += [Ref("case", id) for id in library.cases]
    assert sorted(links(drawn.svg)) == sorted(web_link(PAGE, page_of(ref)) for ref in wanted)
    root = parsed(drawn.svg)
    counts = {node.attrib["data-count"]: node.text for node in root.iter("text") if "data-count" in node.attrib}
    assert counts == {id: str(len(cases)) for id, cases in cases_by_province(library).items()}
    titles = {node.attrib["data-case"]: node.findtext("title") for node in root.iter("a") if "data-case" in node.attrib}
    assert titles == {id: case.title for id, case in library.cases.items()}
    assert len(drawn.svg.encode()) <= 25_000


def test_the_map_of_ten_thousand_cases_shows_places_and_stays_small(crowd: Library) -> None:
    assert len(crowd.cases) > 10_000
    drawn = province_map(crowd, PAGE)
    assert not drawn.of_cases
    assert len(links(drawn.svg)) <= 12 + MOST
    assert len(drawn.svg.encode()) <= 25_000


def test_a_drawing_does_not_depend_on_the_order_of_files(library: Library) -> None:
    turned = replace(library, entries=library.entries[::-1])
    assert province_map(turned, PAGE) == province_map(library, PAGE)
