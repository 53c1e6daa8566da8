"""The map of the provinces, with the number of cases in each and points that open them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ...library.addresses import page_of, relative_address
from ...library.geography import Province, Spot, geography, paths
from ...library.library import Library, Ref
from ...library.places import provinces_of
from ..dutch import counted, dutch_number
from .marks import outcome_path, theme_path
from .names import GAP, LETTER, LINE_ON_PHONE, label_spot, leader, lines_on_phone, on_one_line, spot_on_phone
from .pins import Pin, pins_of, spot_of
from .svg import drawing, element, number, text

ATTRIBUTION = (
    "Provinciegrenzen: [@svg-maps/netherlands](https://www.npmjs.com/package/@svg-maps/netherlands), "
    "naar [MapSVG](https://mapsvg.com/maps/netherlands), "
    "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.nl), vereenvoudigd."
)
"""What the licence of the borders asks to say on a page that shows them, as Markdown."""

_COARSE = 4
# How large a point is, and the mark in it as a part of its usual size.
_POINT, _MARK = 10, 0.52
# How wide a number in a point may be, and the highest one that is no wider by itself.
_NARROW, _TWO_DIGITS = 16, 99
# About the width of a digit of a number behind a name.
_DIGIT = 11


@dataclass(frozen=True)
class Map:
    """A drawing and what the page must know of it: whether its points are cases (or places), and how many it shows."""

    svg: str
    of_cases: bool
    shown: int


def cases_by_province(library: Library) -> dict[str, list[str]]:
    """The ids of the cases of every province in the list of provinces."""
    found: dict[str, list[str]] = {id: [] for id in library.term_list("provinces")}
    for id, case in library.cases.items():
        for province in provinces_of(library, case):
            found[province].append(id)
    return found


def province_map(library: Library, page: str, *, points: bool = True, outcomes: bool = False) -> Map:
    """The map for a page of the site: provinces with their number of cases as links, and the points above them.

    With `outcomes` the point of a case can also say how it ended: the page chooses by style which of its marks shows.
    The land is drawn once below all names, as a province that is drawn later would cover the end of a long one.
    Provinces carry `data-province` and their number `data-count`; the points of cases carry `data-case`. Readers who
    cannot use it have the list that the page must put beside it (WCAG 2.2, 1.1.1, and the exception in 2.5.8).
    """
    land = geography()
    href = partial(_href, page)
    counts = {id: len(cases) for id, cases in cases_by_province(library).items() if id in land.provinces}
    pins = pins_of(library) if points else ()
    provinces = [_province(library, id, count, pins, href) for id, count in counts.items()]
    order = list(counts)
    pin_of = partial(_pin, library, href, outcomes)
    by_place = sorted(pins, key=lambda pin: (min(order.index(id) for id in pin.provinces if id in order), pin.target))
    drawn = (
        element("path", d="".join(paths(1)[id] for id in counts), class_="kb-map-ground"),
        element("g", *provinces, class_="kb-map-land"),
        element("g", *map(pin_of, by_place), class_="kb-map-pins") if pins else "",
    )
    label = "Kaart van Nederland met het aantal cases per provincie"
    svg = drawing(land.width, land.height, *drawn, class_="kb-map", role="group", aria_label=label)
    return Map(svg, all(pin.target.kind == "case" for pin in pins), sum(pin.cases for pin in pins))


def number_map(library: Library, page: str) -> str:
    """A small map with the number of cases in every province, each a link to the page of its province."""
    land = geography()
    counts = {id: len(cases) for id, cases in cases_by_province(library).items() if id in land.provinces}
    provinces = (
        element(
            "a",
            element("title", text(f"{library.title_of(Ref('provinces', id))}: {counted(count, 'case', 'cases')}")),
            element("path", d=paths(_COARSE)[id]),
            _at(land.provinces[id].label, str(count), "kb-map-count", lift=-10) if count else "",
            href=_href(page, Ref("provinces", id)),
        )
        for id, count in counts.items()
    )
    label = "Kaart van Nederland met het aantal cases per provincie"
    return drawing(land.width, land.height, *provinces, class_="kb-map kb-map--small", role="group", aria_label=label)


def place_map(library: Library, case: str) -> str:
    """A tiny map with the provinces of one case and its point; empty when its provinces are not on the map."""
    land = geography()
    record = library.cases[case]
    own = [id for id in provinces_of(library, record) if id in land.provinces]
    spot = spot_of(library, record)
    if not spot:
        return ""
    shapes = (element("path", d=path, class_="kb-map-own" if id in own else "") for id, path in paths(_COARSE).items())
    names = " en ".join(library.title_of(Ref("provinces", id)) for id in own)
    point = element("circle", cx=number(spot[0]), cy=number(spot[1]), r=22, class_="kb-map-here")
    label = f"Kaart van Nederland met een punt in {names}"
    return drawing(land.width, land.height, *shapes, point, class_="kb-map kb-map--tiny", role="img", aria_label=label)


def _href(page: str, target: Ref) -> str:
    return relative_address(page, page_of(target))


def _province(library: Library, id: str, count: int, pins: tuple[Pin, ...], href: Callable[[Ref], str]) -> str:
    ref, province = Ref("provinces", id), geography().provinces[id]
    name = library.title_of(ref)
    spot = label_spot(province, name, pins)
    ends = leader(province, spot, LETTER * len(name) / 2)
    x1, y1, x2, y2 = (number(value) for end in ends for value in end) if ends else ("",) * 4
    words = _words(province, spot, name, count, id)
    return element(
        "a",
        element("path", d=paths(1)[id]),
        element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="kb-map-leader") if ends else "",
        element("g", *words, class_="kb-map-words"),
        element("g", *_words_on_phone(id, name, count), class_="kb-map-words kb-map-words--phone"),
        href=href(ref),
        data_province=id,
    )


def _words(province: Province, spot: Spot, name: str, count: int, id: str) -> tuple[str, str]:
    """The name of a province with its number below it, or behind it."""
    said, x, y = dutch_number(count), *spot
    if not on_one_line(province, spot):
        return _at(spot, name, "kb-map-name", lift=GAP), _at(spot, said, "kb-map-count", lift=-17, data_count=id)
    aside = LETTER * len(name) / 2
    return (
        _at((x - _DIGIT, y), name, "kb-map-name", lift=-5),
        _at((x + aside - 3, y), said, "kb-map-count", lift=-6, data_count=id),
    )


def _words_on_phone(id: str, name: str, count: int) -> tuple[str, str]:
    """The name and number again, larger and where no points are in the way: the styles show one of both."""
    spot = spot_on_phone(id, name)
    lines, (x, y) = lines_on_phone(name), spot
    last = len(lines) - 1
    parts = (
        element("tspan", text(line), x=number(x), y=number(y - GAP - (last - at) * LINE_ON_PHONE))
        for at, line in enumerate(lines)
    )
    said = _at(spot, dutch_number(count), "kb-map-count", -22, data_count=id)
    return element("text", *parts, class_="kb-map-name"), said


def _at(spot: Spot, words: str, class_: str, lift: int = 0, **attributes: object) -> str:
    return element("text", text(words), x=number(spot[0]), y=number(spot[1] - lift), class_=class_, **attributes)


def _pin(library: Library, href: Callable[[Ref], str], outcomes: bool, pin: Pin) -> str:
    """A point: of a case with the colour and the mark of its first theme, of a place with its number of cases."""
    x, y = (number(value) for value in pin.spot)
    is_case = pin.target.kind == "case"
    title = library.title_of(pin.target)
    classes, inside = _told(library, pin, outcomes) if is_case else ("", _count(pin))
    return element(
        "a",
        element("title", text(title if is_case else f"{title}: {pin.cases} cases")),
        element("circle", cx=x, cy=y, r=12, class_="kb-map-reach"),
        element("circle", cx=x, cy=y, r=_POINT),
        inside,
        href=href(pin.target),
        class_=classes,
        data_case=pin.target.id if is_case else "",
    )


def _count(pin: Pin) -> str:
    """The number in a point: one of three digits, which would stick out of it, is made as narrow as the point."""
    narrow = {"textLength": _NARROW, "lengthAdjust": "spacingAndGlyphs"} if pin.cases > _TWO_DIGITS else {}
    return element("text", str(pin.cases), x=number(pin.spot[0]), y=number(pin.spot[1] + 4), **narrow)


def _told(library: Library, pin: Pin, outcomes: bool) -> tuple[str, str]:
    """What the point of a case says of it: its classes, for the colours, and its marks."""
    case = library.cases[pin.target.id]
    theme = next(iter(case.themes), "")
    mark = _mark(theme_path(theme), pin.spot, "kb-map-mark")
    if not outcomes:
        return f"kb-theme--{theme}", mark
    ended = _mark(outcome_path(case.outcome), pin.spot, "kb-map-mark kb-map-mark--ended")
    return f"kb-theme--{theme} kb-ended--{case.outcome}", mark + ended


def _mark(path: str, spot: Spot, class_: str) -> str:
    """A mark in the middle of a point."""
    x, y = (number(value - 12 * _MARK) for value in spot)
    return element("path", d=path, transform=f"translate({x} {y})scale({_MARK})", class_=class_)
