"""The timeline as small drawings: an axis with years, and a bar or dots on it for everything that has years.

Each bar stands behind the name it belongs to, so that the list is the drawing: it fits a phone, and needs no second
list. Places are parts of the width, so that bars of any width stand below the same axis.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...insights.chronology import Chronology, Span
from .svg import element, text

_HEIGHT = 16
_HALF = _HEIGHT / 2
# Between the years with a line and a number; the first that leaves room for the numbers on a phone.
_STEPS = (1, 2, 5, 10)
_MOST_NUMBERS = 7


def axis(chronology: Chronology) -> Markup:
    """The years above the bars, for the eye: the list has them as words. A number stands above the line of its year."""
    return _strip(chronology, _numbers(chronology), top=_HEIGHT - 4)


def bar(chronology: Chronology, span: Span, numbered: bool = False) -> Markup:
    """A bar from the first year of a span to the end of its last; an open dot where that is not known.

    What goes on ends in an arrow.

    With `numbered` the years stand above it as well: on a next sheet of paper nothing else tells what it measures.
    """
    years = _numbers(chronology) if numbered else ()
    if span.last is None:
        return _strip(chronology, (*years, _dot(chronology, span.first, "kb-time-open")))
    first = max(span.first, chronology.first)
    width = (span.last + 1 - first) / len(chronology.years)
    size = {"x": _part(chronology, first), "y": 3, "width": f"{width:.2%}", "height": _HEIGHT - 6, "rx": 2}
    shape = element("rect", **size, class_="kb-time-shaft" if span.open else "")
    head = element("path", d=f"M-8 0 0 {_HALF}-8 {_HEIGHT}z")
    arrow = element("svg", head, x="100%", class_="kb-time-on") if span.open else ""
    return _strip(chronology, (*years, shape, arrow))


def dots(chronology: Chronology, years: Iterable[int], numbered: bool = False) -> Markup:
    """A dot for each of the years, on a line from the first to the last; with `numbered` as for a bar."""
    found = sorted({max(year, chronology.first) for year in years})
    ends = (_part(chronology, year) for year in (found[0], found[-1]))
    line = element("line", **dict(zip(("x1", "x2"), ends, strict=True)), y1=_HALF, y2=_HALF, class_="kb-time-line")
    numbers = _numbers(chronology) if numbered else ()
    return _strip(chronology, (*numbers, line, *(_dot(chronology, year) for year in found)))


def _numbers(chronology: Chronology) -> Iterator[str]:
    for year in _marked(chronology):
        yield element("text", text(year), x=_part(chronology, year), y=9, class_="kb-time-number")


def _dot(chronology: Chronology, year: int, kind: str = "") -> str:
    return element("circle", cx=_part(chronology, max(year, chronology.first)), cy=_HALF, r=4, class_=kind)


def _part(chronology: Chronology, year: int) -> str:
    """Where a year begins, as a part of the width."""
    return f"{(year - chronology.first) / len(chronology.years):.2%}"


def _marked(chronology: Chronology) -> tuple[int, ...]:
    """The years with a line of their own: so few that their numbers have room."""
    for step in _STEPS:
        found = tuple(year for year in chronology.years if year % step == 0)
        if len(found) <= _MOST_NUMBERS:
            break
    return found


def _strip(chronology: Chronology, shapes: Iterable[str], top: int = 0) -> Markup:
    """Shapes on lines that mark the years, from this height down; they run on from one strip to the next."""
    strip = element(
        "svg",
        *_lines(chronology, top),
        *shapes,
        width="100%",
        height=_HEIGHT,
        class_="kb-time-strip",
        aria_hidden="true",
        focusable="false",
    )
    return Markup(strip)  # noqa: S704 - `element` and `text` escaped what is in it


def _lines(chronology: Chronology, top: int) -> Iterator[str]:
    """A line where its year begins, as bars do; one that ends with the year before stops short of it (timeline.css)."""
    for year in _marked(chronology):
        x = _part(chronology, year)
        yield element("line", x1=x, x2=x, y1=top, y2="100%", class_="kb-time-year")
