"""The road of a case: its turns as junctions, with the way that was taken and the ways that end beside it.

It is a list with words that any reader can read, select and print; only the road itself is drawn. From left to right
where there is room, down on a phone: the styles choose, the markup is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .svg import element, number, text

_WIDE = 30
"""The height of the road in the drawing; the junction fills it."""
_ARROW = 16
MOST_IN_A_ROW = 4


@dataclass(frozen=True)
class Junction:
    """A turn on the road: its year, the way taken, the ways not taken, the reason, what came of it and its anchor."""

    year: int
    taken: str
    others: tuple[str, ...]
    because: str
    later: str
    anchor: str
    is_open: bool = False


def road(junctions: Sequence[Junction], ending: str = "") -> Markup:
    """The road as one line of HTML; empty without junctions. `ending` is markup that says how it ended."""
    stops = [_stop(junction, junction is junctions[-1], ending) for junction in junctions]
    drawn = element("ol", *stops, class_=f"kb-road kb-road--{columns(len(junctions))}") if stops else ""
    return Markup(drawn)  # noqa: S704 - `element` and `text` escaped what is in it


def columns(count: int) -> int:
    """How many junctions stand beside each other: never more than four, and rows about as long as each other."""
    rows = -(-count // MOST_IN_A_ROW)
    return -(-count // rows) if rows else 0


def _stop(junction: Junction, is_last: bool, ending: str) -> str:
    title = element(
        "a",
        element("span", text(junction.year), class_="kb-road-year"),
        " ",
        element("span", text(junction.taken), class_="kb-road-taken"),
        href=f"#{junction.anchor}",
    )
    words = [_said("Open vraag:" if junction.is_open else "Want:", junction.because)] if junction.because else []
    if junction.later:
        words.append(_said("Daarna:", junction.later))
    if is_last and ending:
        words.append(element("p", ending, class_="kb-road-ending"))
    return element(
        "li",
        element("p", title, class_="kb-road-title"),
        _others(junction.others),
        _line(is_last),
        element("div", *words, class_="kb-road-words"),
        class_="kb-junction",
    )


def _said(word: str, what: str) -> str:
    return element("p", element("span", word, class_="kb-road-word"), " ", text(what))


def _others(others: tuple[str, ...]) -> str:
    """The ways not taken, each at the end of a siding."""
    if not others:
        return ""
    sidings = [element("li", _siding(), element("span", text(other))) for other in others]
    return element("ul", *sidings, class_="kb-ways", aria_label="Niet gekozen")


def _siding() -> str:
    """A way that leaves the road and ends: upwards where the road lies, sideways where it goes down."""
    return element(
        "svg",
        element("path", d="M5 40C5 16 14 12 26 12H33", class_="kb-lying"),
        element("path", d="M38 4V20", class_="kb-lying kb-dead-end"),
        element("path", d="M3 -2C3 8 9 12 22 12", class_="kb-standing"),
        element("path", d="M24 4V20", class_="kb-standing kb-dead-end"),
        width=44,
        height=40,
        aria_hidden="true",
        focusable="false",
    )


def _line(is_last: bool) -> str:
    """The road at a junction, lying and standing, as long as there is room; the last one ends in an arrow."""
    middle = _WIDE / 2
    lying = [element("line", x1=0, x2="100%", y1=middle, y2=middle, class_=kind) for kind in ("kb-tar", "kb-dashes")]
    standing = [element("line", y1=0, y2="100%", x1=middle, x2=middle, class_=kind) for kind in ("kb-tar", "kb-dashes")]
    circle = element("circle", cx=middle, cy=middle, r=number(middle - 4))
    if is_last:
        head = element("path", d=f"M{-_ARROW} 1L0 {number(middle)} {-_ARROW} {_WIDE - 1}z", class_="kb-arrow")
        foot = element("path", d=f"M1 {-_ARROW}L{number(middle)} 0 {_WIDE - 1} {-_ARROW}z", class_="kb-arrow")
        lying.append(element("svg", head, x="100%"))
        standing.append(element("svg", foot, y="100%"))
    return element(
        "svg",
        element("g", *lying, class_="kb-lying"),
        element("g", *standing, class_="kb-standing"),
        circle,
        class_="kb-road-line",
        width="100%",
        height=_WIDE,
        aria_hidden="true",
        focusable="false",
    )
