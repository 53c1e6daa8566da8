"""The page with everything in time: a drawing, and the same as a list by year."""

from collections.abc import Iterator

from ...insights.chronology import KINDS, chronology_of
from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ...model.parts import Origin
from ..artifacts import Artifact
from ..drawings.timeline import timeline
from ..rendering import Frame, Renderer

_MOST = 25
_FRAME = Frame(
    "Tijdlijn",
    "Communities, cases en lessen in de tijd, van de eerste community tot nu.",
    hide=("navigation",),
    facets=OVERVIEW,
    styles=("drawings",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page; of a year in which much began the list names the first ones."""
    library = renderer.library
    chronology = chronology_of(library)
    starts = {kind: chronology.starts(kind) for kind in KINDS}
    years = [year for year in chronology.years if any(year in found for found in starts.values())]
    yield renderer.page(
        "timeline.md.j2",
        OVERVIEWS["tijdlijn"],
        _FRAME,
        drawing=timeline(library, chronology, OVERVIEWS["tijdlijn"]),
        chronology=chronology,
        years=years,
        starts=starts,
        most=_MOST,
        reconstructed=any(lesson.origin == Origin.RECONSTRUCTION for lesson in library.lessons.values()),
    )
