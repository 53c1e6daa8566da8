"""Pages that lay cases side by side: white spots, and municipalities like one's own."""

from collections.abc import Iterator
from urllib.parse import urlencode

from ..artifacts import Artifact
from ..likeness import alike, cases_by_municipality
from ..rendering import Frame, Renderer
from ..report import report_of


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The white spots, and the index of municipalities that are alike."""
    yield _white_spots(renderer)
    yield _alike(renderer)


def _white_spots(renderer: Renderer) -> Artifact:
    report = report_of(renderer.library)
    frame = Frame("Witte vlekken", "Waar nog geen case van is, en hoe je er een toevoegt.", hide=("navigation", "toc"))
    grids = (
        ("Thema's en provincies", "Provincie", "provincie", report.themes_by_province),
        ("Lessen en thema's", "Les", "les", report.themes_by_lesson),
    )
    themes = list(renderer.library.term_list("themes"))
    return renderer.page("white_spots.md.j2", "witte-vlekken.md", frame, grids=grids, themes=themes, query=urlencode)


def _alike(renderer: Renderer) -> Artifact:
    library = renderer.library
    frame = Frame(
        "Gemeenten zoals de mijne",
        "Zoek een gemeente die op de jouwe lijkt, en lees wat zij deed.",
        scripts=("go-to",),
    )
    with_cases = cases_by_municipality(library)
    table = {id: alike(library, id) for id in library.municipalities}
    return renderer.page("alike.md.j2", "gemeenten-zoals-de-mijne.md", frame, table=table, with_cases=with_cases)
