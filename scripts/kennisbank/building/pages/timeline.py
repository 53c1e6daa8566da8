"""The page with everything in time: a list by year in which each name has its years drawn behind it."""

from collections.abc import Iterator
from functools import partial

from ...insights.chronology import Span, chronology_of
from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ...library.library import Ref
from ...model.parts import Origin
from ..artifacts import Artifact
from ..drawings.timeline import axis, bar, dots
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts, most_of_each

# So many names with a drawing each kind has, of all years together.
ROOM = 70
_MOST_LESSONS = 25
_PAGE = OVERVIEWS["tijdlijn"]
_FRAME = Frame(
    "Tijdlijn",
    "Communities, cases en lessen in de tijd, van de eerste community tot nu.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    styles=("timeline",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page; of a year in which much began the list names the first ones, and a page of its own has all cases."""
    library = renderer.library
    chronology = chronology_of(library)
    began = {kind: chronology.by_year(kind) for kind in ("case", "community")}
    most = {kind: most_of_each(map(len, years.values()), ROOM) for kind, years in began.items()}
    whole = {year: _began_in(year, spans) for year, spans in began["case"].items() if len(spans) > most["case"]}
    yield renderer.page(
        "timeline.md.j2",
        _PAGE,
        _FRAME,
        chronology=chronology,
        axis=axis(chronology) if any(chronology.spans.values()) else "",
        bar=partial(bar, chronology),
        dots=partial(dots, chronology),
        began=began,
        most={**most, "lesson": _MOST_LESSONS},
        whole=whole,
        reconstructed=any(lesson.origin == Origin.RECONSTRUCTION for lesson in library.lessons.values()),
    )
    for year, parts in whole.items():
        frame = Frame(
            f"Begonnen in {year}",
            f"Alle cases die begonnen in {year}.",
            crumbs=(Crumb(_PAGE, _FRAME.title),),
            search=False,
        )
        yield from parts.all(renderer, frame)


def _began_in(year: int, spans: list[Span]) -> Parts[Ref]:
    return Parts(f"{_PAGE.rpartition('/')[0]}/{year}.md", tuple(span.target for span in spans))
