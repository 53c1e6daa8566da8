"""The timeline as a drawing: a bar for every community and case, dots for lessons, or columns when there are many.

Like the drawing of neighbours it is for the eye and the mouse; the page has the same as a list.
"""

from collections.abc import Callable, Iterator
from functools import partial

from ...insights.chronology import KINDS, Chronology, Span
from ...library.addresses import page_of, relative_address
from ...library.library import Library, Ref
from .svg import drawing, element, number, text
from .words import lines_of

MOST = 40
"""With more than this, bars would be a page of their own: then a column says how many began in each year."""

_WIDTH, _NAMES, _EDGE = 960, 350, 14
_ROW, _HEAD, _COLUMN = 24, 44, 110
_LETTERS = 46
_HEADINGS = {"community": "Communities", "case": "Cases", "lesson": "Lessen"}


def timeline(library: Library, chronology: Chronology, page: str) -> str:
    """The drawing for a page of the site; empty when the library names no years."""
    if not any(chronology.spans.values()):
        return ""
    href = partial(_href, page)
    parts: list[str] = []
    y = 24.0
    for kind in KINDS:
        spans = chronology.spans[kind]
        if spans:
            parts.append(_words(_HEADINGS[kind], 0, y + 26, "kb-time-kind"))
            y += _HEAD
            drawn = _rows(library, chronology, spans, y, href) if len(spans) <= MOST else _columns(chronology, kind, y)
            parts += drawn
            y += len(spans) * _ROW if len(spans) <= MOST else _COLUMN
    grid = _grid(chronology, y)
    return drawing(_WIDTH, y + 8, *grid, *parts, class_="kb-time", aria_hidden="true", focusable="false")


def _href(page: str, target: Ref) -> str:
    return relative_address(page, page_of(target))


def _words(words: str, x: float, y: float, class_: str = "") -> str:
    return element("text", text(words), x=number(x), y=number(y), class_=class_)


def _step(chronology: Chronology) -> float:
    """How wide a year is."""
    return (_WIDTH - _NAMES - _EDGE) / len(chronology.years)


def _x(chronology: Chronology, year: int) -> float:
    """Where a year begins; what is older than the timeline stands at its beginning."""
    return _NAMES + (max(year, chronology.first) - chronology.first) * _step(chronology)


def _grid(chronology: Chronology, height: float) -> Iterator[str]:
    """A line at the start of every year, and its number; with many years every second or fifth one."""
    every = next(every for every in (1, 2, 5, 10) if _step(chronology) * every >= 34 or every == 10)
    for year in chronology.years:
        x = number(_x(chronology, year))
        yield element("path", d=f"M{x} 22V{number(height)}", class_="kb-time-year")
        if (year - chronology.first) % every == 0:
            yield _words(str(year), _x(chronology, year), 14, "kb-time-number")


def _rows(
    library: Library, chronology: Chronology, spans: tuple[Span, ...], y: float, href: Callable[[Ref], str]
) -> Iterator[str]:
    for row, span in enumerate(spans):
        title = library.title_of(span.target)
        top = y + row * _ROW
        is_bar = span.last is not None and not span.years
        shape = _bar(chronology, span, top) if is_bar else _dots(chronology, span.years or (span.first,), top)
        name = _words(lines_of(title, _LETTERS, 1)[0], 0, top + 15)
        yield element("a", element("title", text(title)), name, *shape, href=href(span.target), tabindex=-1)


def _bar(chronology: Chronology, span: Span, top: float) -> Iterator[str]:
    """A bar over the years, with an arrow when it goes on."""
    x, end = _x(chronology, span.first), _x(chronology, span.last or span.first) + _step(chronology)
    width = end - x - 4
    yield element("rect", x=number(x + 2), y=number(top + 5), width=number(width), height=12, rx=3)
    if span.open:
        yield element("path", d=f"M{number(end - 2)} {number(top + 2)}l8 9-8 9z", class_="kb-time-on")


def _dots(chronology: Chronology, years: tuple[int, ...], top: float) -> Iterator[str]:
    """A dot for every year, on a line."""
    half = _step(chronology) / 2
    spots = [_x(chronology, year) + half for year in years]
    y = number(top + 11)
    if len(spots) > 1:
        yield element("path", d=f"M{number(spots[0])} {y}H{number(spots[-1])}", class_="kb-time-line")
    yield from (element("circle", cx=number(spot), cy=y, r=5) for spot in spots)


def _columns(chronology: Chronology, kind: str, y: float) -> Iterator[str]:
    """A column for every year with the number that began in it."""
    starts = {year: len(found) for year, found in chronology.starts(kind).items()}
    highest = max(starts.values())
    for year, count in starts.items():
        x, height = _x(chronology, year), (_COLUMN - 30) * count / highest
        top = y + _COLUMN - height - 4
        link = element(
            "a",
            element("rect", x=number(x + 2), y=number(top), width=number(_step(chronology) - 4), height=number(height)),
            _words(str(count), x + _step(chronology) / 2, top - 5, "kb-time-count"),
            href=f"#jaar-{year}",
            tabindex=-1,
        )
        yield link
