"""The page with everything in time: a list by year in which each name has its years drawn behind it."""

from collections.abc import Iterator
from functools import partial

from ...insights.chronology import chronology_of
from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ...model.parts import Origin
from ..artifacts import Artifact
from ..drawings.timeline import axis, bar, dots
from ..rendering import Frame, Renderer

_MOST = 25
_FRAME = Frame(
    "Tijdlijn",
    "Communities, cases en lessen in de tijd, van de eerste community tot nu.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    styles=("timeline",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page; of a year in which much began the list names the first ones."""
    library = renderer.library
    chronology = chronology_of(library)
    yield renderer.page(
        "timeline.md.j2",
        OVERVIEWS["tijdlijn"],
        _FRAME,
        chronology=chronology,
        axis=axis(chronology) if any(chronology.spans.values()) else "",
        bar=partial(bar, chronology),
        dots=partial(dots, chronology),
        most=_MOST,
        reconstructed=any(lesson.origin == Origin.RECONSTRUCTION for lesson in library.lessons.values()),
    )
