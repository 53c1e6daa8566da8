"""Pages that lay cases side by side: white spots, and municipalities like one's own."""

from collections.abc import Iterator

from ...insights.coverage import report_of
from ...insights.facets import OVERVIEW
from ...insights.likeness import ALIKE, Likeness
from ...library.addresses import INVITATION, OVERVIEWS
from ..artifacts import Artifact
from ..rendering import Frame, Renderer


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The white spots, and the index of municipalities that are alike."""
    yield _white_spots(renderer)
    yield _alike(renderer)


def _white_spots(renderer: Renderer) -> Artifact:
    report = renderer.library.once(report_of)
    frame = Frame(
        "Witte vlekken",
        "Waar nog geen case van is, en hoe je er een toevoegt.",
        hide=("navigation", "toc"),
        styles=("white-spots",),
        facets=OVERVIEW,
    )
    grids = (
        ("Provincies en thema's", "Provincie", "provincie", report.themes_by_province),
        ("Lessen en thema's", "Les", "les", report.themes_by_lesson),
    )
    return renderer.page("white_spots.md.j2", OVERVIEWS["witte-vlekken"], frame, grids=grids, invitation=INVITATION)


def _alike(renderer: Renderer) -> Artifact:
    frame = Frame(
        "Gemeenten zoals de mijne",
        "Zoek een gemeente die op de jouwe lijkt, en lees wat zij deed.",
        scripts=("go-to",),
        facets=OVERVIEW,
    )
    towns = sorted(renderer.library.municipalities.items(), key=lambda pair: pair[1].title.casefold())
    by_province = {
        province: [(id, town) for id, town in towns if town.province == province]
        for province in renderer.library.term_list("provinces")
    }
    page = OVERVIEWS["gemeenten-zoals-de-mijne"]
    likeness = renderer.library.once(Likeness)
    return renderer.page("alike.md.j2", page, frame, by_province=by_province, likeness=likeness, alike_anchor=ALIKE)
