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
# From this part of the width on, a number has no room behind its line; two numbers between their lines need this part.
_EDGE, _BOTH = 0.85, 0.25


def axis(chronology: Chronology) -> Markup:
    """The years above the bars, for the eye: the list has them as words.

    A number stands behind its line, or before it where the edge is too near; the one before that gives way where a
    small screen has no room for both.
    """
    length = len(chronology.years)
    marked = _marked(chronology)
    late = [year for year in marked if (year - chronology.first) / length > _EDGE]
    crowded = {year for year in marked if late and 0 < (late[0] - year) / length < _BOTH}
    return _strip(chronology, (_number(chronology, year, year in late, year in crowded) for year in marked))


def _number(chronology: Chronology, year: int, is_late: bool, is_crowded: bool) -> str:
    dx, anchor = (-3, "end") if is_late else (3, None)
    kind = "kb-time-number kb-time-number--crowded" if is_crowded else "kb-time-number"
    return element("text", text(year), x=_part(chronology, year), y=12, dx=dx, text_anchor=anchor, class_=kind)


def bar(chronology: Chronology, span: Span) -> Markup:
    """A bar over the years of a span; only a dot where the end is not known. What goes on ends in an arrow."""
    if span.last is None:
        return _strip(chronology, (_dot(chronology, span.first),))
    first = max(span.first, chronology.first)
    width = (span.last + 1 - first) / len(chronology.years)
    shape = element("rect", x=_part(chronology, first), y=3, width=f"{width:.2%}", height=_HEIGHT - 6, rx=2)
    head = element("path", d=f"M-1 0 7 {_HALF}-1 {_HEIGHT}z")
    arrow = element("svg", head, x="100%", class_="kb-time-on") if span.open else ""
    return _strip(chronology, (shape, arrow))


def dots(chronology: Chronology, years: Iterable[int]) -> Markup:
    """A dot for each of the years, on a line from the first to the last."""
    found = sorted({max(year, chronology.first) for year in years})
    ends = (_part(chronology, year, 0.5) for year in (found[0], found[-1]))
    line = element("line", **dict(zip(("x1", "x2"), ends, strict=True)), y1=_HALF, y2=_HALF, class_="kb-time-line")
    return _strip(chronology, (line, *(_dot(chronology, year) for year in found)))


def _dot(chronology: Chronology, year: int) -> str:
    return element("circle", cx=_part(chronology, max(year, chronology.first), 0.5), cy=_HALF, r=4)


def _part(chronology: Chronology, year: int, more: float = 0) -> str:
    """Where a year begins, as a part of the width; `more` is a part of a year."""
    return f"{(year - chronology.first + more) / len(chronology.years):.2%}"


def _marked(chronology: Chronology) -> tuple[int, ...]:
    """The years with a line of their own: so few that their numbers have room."""
    for step in _STEPS:
        found = tuple(year for year in chronology.years if year % step == 0)
        if len(found) <= _MOST_NUMBERS:
            break
    return found


def _strip(chronology: Chronology, shapes: Iterable[str]) -> Markup:
    """Shapes on lines that mark the years; the lines run on from one strip to the next."""
    strip = element(
        "svg",
        *_lines(chronology),
        *shapes,
        width="100%",
        height=_HEIGHT,
        class_="kb-time-strip",
        aria_hidden="true",
        focusable="false",
    )
    return Markup(strip)  # noqa: S704 - `element` and `text` escaped what is in it


def _lines(chronology: Chronology) -> Iterator[str]:
    for year in _marked(chronology):
        x = _part(chronology, year)
        yield element("line", x1=x, x2=x, y1=0, y2="100%", class_="kb-time-year")
