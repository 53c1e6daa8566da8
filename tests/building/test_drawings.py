"""The drawings: well-formed, linked, escaped, deterministic, and on the map each place in its own province."""

import json
from dataclasses import replace
from itertools import pairwise, product
from math import dist
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.drawings.map import cases_by_province, number_map, place_map, province_map
from kennisbank.building.drawings.marks import theme_path
from kennisbank.building.drawings.names import LETTER, LETTER_ON_PHONE, label_spot, leader, on_one_line
from kennisbank.building.drawings.network import MOST as NEIGHBOURS
from kennisbank.building.drawings.network import case_network, lesson_network
from kennisbank.building.drawings.pins import APART, MOST, pins_of, spot_of
from kennisbank.building.drawings.svg import element, number, text
from kennisbank.building.drawings.timeline import axis, bar, dots
from kennisbank.building.dutch import counted
from kennisbank.insights.chronology import Span, chronology_of
from kennisbank.insights.ledgers import ledger_of
from kennisbank.insights.related import related_to
from kennisbank.library.addresses import page_of, relative_address
from kennisbank.library.geography import geography
from kennisbank.library.library import Library, Ref
from kennisbank.library.places import point_of, provinces_of
from kennisbank.model.parts import Outcome, Period
from kennisbank.publishing.page_guard import judge

from ..conftest import ROOT
from ..support.chance import examples
from ..support.example_library import fixed_library
from ..support.many import many

PAGE = "kaart/index.md"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own markup


def links(svg: str) -> list[str]:
    return [node.attrib["href"] for node in parsed(svg).iter("a")]


def folder_of(page: str) -> str:
    """Where the built page stands."""
    return page.removesuffix(".md").removesuffix("index")


def drawings(library: Library) -> dict[str, str]:
    """Every drawing of the site by the page it stands on."""
    found = {PAGE: province_map(library, PAGE, outcomes=True).svg, "index.md": number_map(library, "index.md")}
    for id in library.cases:
        found[f"cases/{id}.md"] = case_network(library, id, related_to(library, id), f"cases/{id}.md")
    for id in library.lessons:
        found[f"lessen/{id}.md"] = lesson_network(library, id, ledger_of(library, id), f"lessen/{id}.md")
    return found


@pytest.fixture(scope="module")
def crowd(library: Library) -> Library:
    return many(library, 10_001)


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
        assert province.distance(province.label) < 8, id


def test_every_municipality_and_region_lies_in_its_province(library: Library) -> None:
    towns, regions = library.municipalities.values(), library.regions.values()
    found = [
        *((town.point, {town.province}) for town in towns),
        *((region.point, {*region.provinces}) for region in regions),
    ]
    known = [(point, provinces) for point, provinces in found if point]
    assert len(known) >= 19
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


@pytest.mark.slow
def test_a_point_can_say_how_its_case_ended(library: Library) -> None:
    plain, drawn = (parsed(province_map(library, PAGE, outcomes=told).svg) for told in (False, True))
    pins = {node.attrib["data-case"]: node for node in drawn.iter("a") if "data-case" in node.attrib}
    assert set(pins) == set(library.cases)
    shapes = {}
    for id, pin in pins.items():
        case = library.cases[id]
        assert pin.attrib["class"].split() == [f"kb-theme--{case.themes[0]}", f"kb-ended--{case.outcome}"]
        theme, ended = pin.findall("path")
        assert theme.attrib["d"] == theme_path(case.themes[0])
        shapes[case.outcome] = ended.attrib["d"]
    assert len(set(shapes.values())) == len(shapes) > 2
    assert "kb-ended" not in ET.tostring(plain, encoding="unicode")


def test_the_map_links_to_every_province_and_case_and_shows_the_numbers(library: Library) -> None:
    drawn = province_map(library, PAGE)
    wanted = [Ref("provinces", id) for id in library.term_list("provinces")]
    wanted += [Ref("case", id) for id in library.cases]
    assert sorted(links(drawn.svg)) == sorted(relative_address(PAGE, page_of(ref)) for ref in wanted)
    root = parsed(drawn.svg)
    counts = {node.attrib["data-count"]: node.text for node in root.iter("text") if "data-count" in node.attrib}
    assert counts == {id: str(len(cases)) for id, cases in cases_by_province(library).items()}
    titles = {node.attrib["data-case"]: node.findtext("title") for node in root.iter("a") if "data-case" in node.attrib}
    assert titles == {id: case.title for id, case in library.cases.items()}
    assert len(drawn.svg.encode()) <= 25_000


def _may_stand_on_a_page(svg: str) -> None:
    """What only a large library draws is on no page of a small one: the last look at pages must let it be there."""
    assert judge(f"<!doctype html><html><body>{svg}</body></html>", "cases/index.html") == ()


@pytest.mark.slow
def test_the_map_of_ten_thousand_cases_shows_places_and_stays_small(crowd: Library) -> None:
    assert len(crowd.cases) > 10_000
    drawn = province_map(crowd, PAGE)
    assert not drawn.of_cases
    assert len(links(drawn.svg)) <= 12 + MOST
    assert len(drawn.svg.encode()) <= 25_000
    _may_stand_on_a_page(drawn.svg)
    # A number of more than two digits is made as narrow as its point.
    points = [node.find("text") for node in parsed(drawn.svg).iter("a") if node.find("circle") is not None]
    widths = {(len(point.text or "") > 2, point.attrib.get("textLength")) for point in points if point is not None}
    assert widths in ({(True, "16"), (False, None)}, {(True, "16")})


def test_the_small_maps_show_the_numbers_and_the_place(library: Library) -> None:
    small = parsed(number_map(library, "index.md"))
    found = {node.attrib["href"]: (node.findtext("title"), node.findtext("text")) for node in small.iter("a")}
    for id, cases in cases_by_province(library).items():
        said = f"{library.title_of(Ref('provinces', id))}: {counted(len(cases), 'case', 'cases')}"
        href = relative_address("index.md", page_of(Ref("provinces", id)))
        assert found.pop(href) == (said, str(len(cases)) if cases else None)
    assert not found
    for id, case in library.cases.items():
        svg = place_map(library, id)
        assert len(svg.encode()) <= 5_000
        own = [node for node in parsed(svg).iter("path") if node.attrib.get("class") == "kb-map-own"]
        assert len(own) == len(provinces_of(library, case))
        assert library.title_of(Ref("provinces", provinces_of(library, case)[0])) in parsed(svg).attrib["aria-label"]


def test_a_case_is_drawn_at_its_only_municipality_or_else_at_its_region(library: Library) -> None:
    towns, regions = library.municipalities, library.regions
    assert point_of(library, library.cases["dorp-maakt-stroom"]) == towns["lochem"].point
    assert point_of(library, library.cases["kaart-van-de-regio"]) == regions["west-brabant"].point
    assert point_of(library, library.cases["wind-langs-de-weg"]) == regions["hart-van-brabant"].point


@pytest.mark.parametrize(
    ("places", "own"), [(("goes", "noord-beveland"), "goes"), (("oisterwijk", "tilburg", "gilze-en-rijen"), "tilburg")]
)
def test_a_case_of_several_municipalities_stands_in_the_middle_one(
    library: Library, places: tuple[str, ...], own: str
) -> None:
    """Also when all lie in one region that the case itself does not name."""
    towns = library.municipalities
    case = library.cases["dorp-maakt-stroom"].model_copy(update={"places": places, "region": None, "provinces": ()})
    assert point_of(library, case) == towns[own].point
    named = case.model_copy(update={"region": "west-brabant"})
    assert point_of(library, named) == library.regions["west-brabant"].point


def test_a_place_without_a_point_is_drawn_in_its_province(library: Library) -> None:
    case = library.cases["dorp-maakt-stroom"]
    bare = tuple(
        replace(entry, term=entry.term.model_copy(update={"point": None})) if entry.term.id == "lochem" else entry
        for entry in library.terms
    )
    assert spot_of(replace(library, terms=bare), case) == geography().provinces["gelderland"].label


def test_the_neighbours_of_a_case_are_its_communities_lessons_and_related_cases(library: Library) -> None:
    for id, case in library.cases.items():
        page = page_of(Ref("case", id))
        left = [*(Ref("community", other) for other in case.communities)]
        left += [Ref("case", item.case) for item in related_to(library, id)]
        right = [Ref("lesson", link.lesson) for link in case.lessons]
        wanted = [relative_address(page, page_of(ref)) for ref in (*left[:NEIGHBOURS], *right[:NEIGHBOURS])]
        svg = case_network(library, id, related_to(library, id), page)
        assert links(svg) == wanted
        said = [node.text for node in parsed(svg).iter("tspan") if node.text]
        for link in case.lessons:
            assert sum(words.endswith(link.stance) for words in said) >= 1


def test_a_line_shows_the_stance_by_its_style_too(library: Library) -> None:
    id = "durf-te-stoppen"
    svg = lesson_network(library, id, ledger_of(library, id), f"lessen/{id}.md")
    for stance in ("steunt", "nuanceert", "weerspreekt"):
        assert f"kb-line--{stance}" in svg


def test_the_timeline_names_everything_and_needs_no_clock(library: Library) -> None:
    chronology = chronology_of(library)
    assert chronology.last == max(entry.record.reviewed.year for entry in library.entries if entry.record)
    assert chronology.first <= 2011
    drawn = {span.target for spans in chronology.spans.values() for span in spans}
    records = (entry.ref for entry in library.entries if entry.ref.kind != "werkvorm")
    assert drawn == {ref for ref in records if ref.kind != "lesson" or ref in drawn}
    assert {ref.kind for ref in drawn} == {"case", "community", "lesson"}
    years = [year for kind in chronology.spans for year in chronology.by_year(kind)]
    assert min(years) >= chronology.first


def _width(part: str) -> float:
    return float(part.removesuffix("%"))


def test_a_bar_stands_below_its_years_on_the_axis(library: Library) -> None:
    chronology = chronology_of(library)
    lines = {node.text: _width(node.attrib["x"]) for node in parsed(axis(chronology)).iter("text")}
    assert len(lines) >= 2
    year = 100 / len(chronology.years)
    for span in chronology.spans["case"]:
        svg = parsed(bar(chronology, span))
        if span.last is None:
            (dot,) = svg.iter("circle")
            assert dot.attrib["class"] == "kb-time-open"
            assert span.first == pytest.approx(chronology.first + _width(dot.attrib["cx"]) / year, abs=0.01)
            continue
        (shape,) = svg.iter("rect")
        x, width = _width(shape.attrib["x"]), _width(shape.attrib["width"])
        assert chronology.first + x / year == pytest.approx(max(span.first, chronology.first), abs=0.01)
        assert width == pytest.approx((span.last - max(span.first, chronology.first) + 1) * year, abs=0.01)
        assert x + width <= 100.01
    for words, x in lines.items():
        assert chronology.first + x / year == pytest.approx(float(words or 0), abs=0.01)


def test_a_bar_begins_at_the_line_of_its_first_year_and_ends_before_that_of_the_next(library: Library) -> None:
    chronology = chronology_of(library)
    at = {node.text or "": node.attrib["x"] for node in parsed(axis(chronology)).iter("text")}
    lines = {node.attrib["x1"] for node in parsed(axis(chronology)).iter("line")}
    assert lines == set(at.values()) and len(lines) >= 2
    for first, last in pairwise(sorted(at)):
        span = Span(int(first), Ref("case", "x"), int(last) - 1)
        (shape,) = parsed(bar(chronology, span)).iter("rect")
        assert shape.attrib["x"] == at[first]
        assert _width(at[first]) + _width(shape.attrib["width"]) == pytest.approx(_width(at[last]), abs=0.02)
        (open_dot,) = parsed(bar(chronology, replace(span, last=None))).iter("circle")
        assert open_dot.attrib["cx"] == at[first]


def test_only_what_nobody_knows_the_end_of_has_no_last_year(library: Library) -> None:
    """What did end but names no year for that is of its first year, as the words beside it say."""
    ends = Period(start=2015), Period(start=2015, end=2015)
    case = library.cases["dorp-maakt-stroom"]
    found = {}
    for outcome, period in product(Outcome, ends):
        changed = case.model_copy(update={"outcome": outcome, "period": period})
        entries = tuple(replace(entry, record=changed) if entry.record is case else entry for entry in library.entries)
        spans = chronology_of(replace(library, entries=entries)).spans["case"]
        (span,) = (span for span in spans if span.target.id == "dorp-maakt-stroom")
        found[outcome, period.end] = (span.last, span.open)
    assert found.pop((Outcome.UNKNOWN, None)) == (None, False)
    assert found.pop((Outcome.RUNNING, None)) == (2026, True)
    assert set(found.values()) == {(2015, False)} and len(found) == 8


def test_a_lesson_has_a_dot_for_each_of_its_years(library: Library) -> None:
    chronology = chronology_of(library)
    assert chronology.spans["lesson"]
    for span in chronology.spans["lesson"]:
        assert len([*parsed(dots(chronology, span.years)).iter("circle")]) == len(set(span.years))


@pytest.mark.slow
def test_drawings_of_ten_thousand_cases_stay_small(crowd: Library) -> None:
    chronology = chronology_of(crowd)
    bars = [bar(chronology, span) for span in chronology.spans["case"]]
    id = "kies-je-plaats"
    network = lesson_network(crowd, id, ledger_of(crowd, id), f"lessen/{id}.md")
    numbers = number_map(crowd, "index.md")
    assert max(len(one.encode()) for one in bars) <= 900
    assert len(network.encode()) <= 10_000
    assert len(numbers.encode()) <= 7_500
    for drawn in (*{*bars}, network, numbers):
        _may_stand_on_a_page(drawn)


def test_drawings_do_not_depend_on_the_order_of_files(library: Library) -> None:
    turned = replace(library, entries=library.entries[::-1])
    assert drawings(turned) == drawings(library)


def test_every_link_in_a_drawing_leads_to_a_built_page(library: Library, site: Path) -> None:
    for page, svg in drawings(library).items():
        folder = site / folder_of(page)
        for href in links(svg):
            assert (folder / href / "index.html").is_file(), (page, href)


def test_the_built_page_holds_the_drawing_unchanged(library: Library, site: Path) -> None:
    for page, svg in drawings(library).items():
        assert svg in (site / folder_of(page) / "index.html").read_text(encoding="utf-8"), page


@pytest.mark.slow
@examples(15)
@given(st.text(min_size=1, max_size=90))
def test_no_title_breaks_a_drawing(title: str) -> None:
    entries = tuple(
        replace(entry, record=entry.record.model_copy(update={"title": title})) if entry.record else entry
        for entry in fixed_library().entries
    )
    library = replace(fixed_library(), entries=entries)
    case = "wind-langs-de-weg"
    for svg in (
        province_map(library, PAGE, outcomes=True).svg,
        case_network(library, case, related_to(library, case), f"cases/{case}.md"),
    ):
        allowed = {"svg", "g", "a", "path", "text", "tspan", "title", "circle", "rect", "line"}
        assert {node.tag for node in parsed(svg).iter()} <= allowed
        assert "\n" not in svg


@pytest.mark.slow
@given(st.text())
def test_text_survives_as_it_is_read(value: str) -> None:
    kept = "".join(sign for sign in value if sign in "\t\n\r" or 0x20 <= ord(sign) < 0xD800 or ord(sign) > 0xDFFF)
    kept = kept.replace("\ufffe", "").replace("\uffff", "")
    node = parsed(element("text", text(value), data_value=value))
    assert " ".join((node.text or "").split()) == " ".join(kept.split()) == node.attrib.get("data-value", "")


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-0.04, "0"), (12.0, "12"), (12.34, "12.3"), (613, "613")])
def test_coordinates_are_short(value: float, written: str) -> None:
    assert number(value) == written


def test_the_borders_carry_their_licence() -> None:
    shipped = json.loads((ROOT / "scripts/kennisbank/library/provinces.json").read_text(encoding="utf-8"))
    assert shipped["licence"] == "CC-BY-4.0"
    assert (ROOT / "LICENSES" / "CC-BY-4.0.txt").is_file()
    assert '"scripts/kennisbank/library/provinces.json"' in (ROOT / "REUSE.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("from_page", "to_page", "expected"),
    [
        ("index.md", "kaart/index.md", "kaart/"),
        ("kaart/index.md", "provincies/groningen.md", "../provincies/groningen/"),
        ("cases/a.md", "cases/b.md", "../b/"),
        ("cases/a.md", "index.md", "../../"),
        ("cases/a.md", "cases/a.md", "./"),
        ("kaart/index.md", "afslagen.md", "../afslagen/"),
    ],
)
def test_a_link_in_raw_html_is_that_of_the_built_site(from_page: str, to_page: str, expected: str) -> None:
    assert relative_address(from_page, to_page) == expected


@pytest.mark.slow
@pytest.mark.parametrize("letter", [LETTER, LETTER_ON_PHONE])
def test_a_name_without_points_near_it_stands_in_its_own_province(library: Library, letter: float) -> None:
    for id, province in geography().provinces.items():
        name = library.title_of(Ref("provinces", id))
        x, y = label_spot(province, name, (), letter)
        if (x, y) == province.name and not province.contains(province.name):
            continue
        letters = [(x + letter * (at - len(name) / 2 + 0.5), y - 9) for at in range(len(name))]
        inside = sum(map(province.contains, letters))
        assert inside >= 0.6 * len(name), (id, inside)


def test_a_name_that_a_person_placed_touches_no_other_province_and_is_tied_to_its_own(library: Library) -> None:
    land = geography().provinces
    placed = {id: province for id, province in land.items() if province.name}
    assert {"zeeland", "limburg", "noord-holland", "zuid-holland", "utrecht"} == set(placed)
    for id, province in placed.items():
        name = library.title_of(Ref("provinces", id))
        x, y = label_spot(province, name, ())
        assert (x, y) == province.name
        half = LETTER * len(name) / 2
        corners = [(x + side * half, y + down) for side in (-1, -0.5, 0, 0.5, 1) for down in (-18, -4, 17)]
        if on_one_line(province, (x, y)):
            assert all(province.contains((x + side * half, y)) for side in (-0.9, 0, 0.9)), id
            continue
        assert not [other for other in land.values() if any(map(other.contains, corners))], id
        ends = leader(province, (x, y), half)
        assert ends and province.contains(ends[1]), id


@pytest.mark.slow
def test_a_name_makes_room_for_points(library: Library) -> None:
    root = parsed(province_map(library, PAGE).svg)
    found = set()
    for node in root.iter("a"):
        if (id := node.attrib.get("data-province")) and (words := node.find("g")) is not None:
            found.add(id)
            text = words.find("text")
            assert text is not None
            left, foot = float(text.attrib["x"]), float(text.attrib["y"])
            half = LETTER * len(str(text.text)) / 2
            points = [pin.spot for pin in pins_of(library)]
            assert not any(abs(px - left) < half and foot - 12 < py < foot for px, py in points), id
    assert found == set(geography().provinces)


def test_a_name_on_a_phone_crosses_into_no_other_province(library: Library) -> None:
    land = geography().provinces
    root = parsed(province_map(library, PAGE).svg)
    lines: dict[str, list[str]] = {}
    for node in root.iter("a"):
        if id := node.attrib.get("data-province"):
            (words,) = [part for part in node.iter("g") if "kb-map-words--phone" in part.attrib["class"]]
            for line in words.iter("tspan"):
                x, y, half = (
                    float(line.attrib["x"]),
                    float(line.attrib["y"]),
                    LETTER_ON_PHONE * len(line.text or "") / 2,
                )
                ends = [(x + side * half, y - up) for side in (-1, 0, 1) for up in (0, 14)]
                assert not [other for other in land if other != id and any(map(land[other].contains, ends))], id
                lines.setdefault(id, []).append(line.text or "")
    names = {id: library.title_of(Ref("provinces", id)) for id in land}
    assert {id: "".join(parts) for id, parts in lines.items()} == names
    assert lines["noord-holland"] == ["Noord-", "Holland"]
