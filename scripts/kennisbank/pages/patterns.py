"""Pages that lay cases side by side: the evidence matrix, white spots, and municipalities like one's own."""

from collections.abc import Iterator
from urllib.parse import urlencode

from ..artifacts import Artifact
from ..exports.csv_text import csv_text
from ..likeness import alike, cases_by_municipality
from ..matrix import Matrix, matrices_of
from ..prose import plain
from ..rendering import Frame, Renderer, uncited
from ..report import report_of

# More rows would make the page too heavy; the file has them all.
MOST_ROWS = 60
EVIDENCE_FILE = "bewijs/bewijs.csv"


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The matrix and its file, the white spots, and the index of municipalities that are alike."""
    matrices = matrices_of(renderer.library)
    frame = Frame(
        "Bewijs per les",
        "Welke case steunt, nuanceert of weerspreekt welke les, en waarom.",
        hide=("navigation", "toc"),
        scripts=("matrix",),
        styles=("matrix",),
    )
    yield renderer.page("matrix.md.j2", "bewijs/index.md", frame, matrices=matrices, most=MOST_ROWS)
    yield Artifact(EVIDENCE_FILE, csv_text(_rows(renderer, matrices)), "lessons")
    yield _white_spots(renderer)
    yield _alike(renderer)


def _rows(renderer: Renderer, matrices: tuple[Matrix, ...]) -> Iterator[list[str]]:
    """One row for each thing that a case says about a lesson."""
    yield ["Reeks", "Les", "Titel van de les", "Case", "Titel van de case", "Oordeel", "Omdat"]
    series = renderer.library.series
    for matrix in matrices:
        for id, lesson in matrix.lessons:
            for case_id, case, said in matrix.cells:
                if id in said:
                    because = plain(uncited(said[id].because))
                    title = series[matrix.series].title
                    yield [title, str(lesson.number), lesson.title, case_id, case.title, said[id].stance, because]


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
