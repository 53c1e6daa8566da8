"""The evidence matrix: a page for all cases, one for each theme, and all of it as files to take along."""

from collections.abc import Iterator

from ...faces.csv_text import csv_text
from ...insights.facets import OVERVIEW
from ...insights.matrix import Column, Matrix, Row, matrices_of
from ...insights.years import first_year
from ...library.addresses import OVERVIEWS
from ...library.library import Ref
from ...library.places import provinces_of
from ...reading.prose import plain
from ..artifacts import Artifact
from ..escaping import uncited
from ..rendering import Crumb, Frame, Renderer

# More rows would make the page too heavy: the pages of the themes, those of the lessons and the files have the others.
MOST_ROWS = 32
CSV_FILE = "bewijs/bewijs.csv"
# MkDocs would turn a file that ends in .md into a page.
MARKDOWN_FILE = "bewijs/bewijs-markdown.txt"
_TITLE = "Bewijs per les"
_HEAD = (
    *("Reeks", "Herkomst van de les", "Les", "Titel van de les", "Case", "Titel van de case", "Begin", "Thema's"),
    *("Provincies", "Oordeel", "Omdat"),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The matrix of all cases, that of each theme that has any, and the files in CSV and Markdown."""
    everything = matrices_of(renderer.library)
    by_theme = {theme: matrices_of(renderer.library, theme) for theme in renderer.library.term_list("themes")}
    themes = [theme for theme, matrices in by_theme.items() if matrices]
    yield _page(renderer, OVERVIEWS["bewijs"], everything, themes)
    for theme in themes:
        yield _page(renderer, f"bewijs/{theme}.md", by_theme[theme], themes, theme)
    yield Artifact(CSV_FILE, csv_text(_rows(renderer, everything)), "lessons")
    yield Artifact(MARKDOWN_FILE, "\n".join(_lines(renderer, everything)), "lessons")


def _page(renderer: Renderer, page: str, matrices: tuple[Matrix, ...], themes: list[str], theme: str = "") -> Artifact:
    about = "Welke case steunt, nuanceert of weerspreekt welke les, en waarom."
    name = renderer.library.title_of(Ref("themes", theme)).lower() if theme else ""
    frame = Frame(
        f"{_TITLE}: {name}" if theme else _TITLE,
        f"{about} Alleen cases over {name}." if theme else about,
        crumbs=(Crumb(OVERVIEWS["bewijs"], _TITLE),) if theme else (),
        hide=("navigation", "toc"),
        search=not theme,
        scripts=("matrix",),
        styles=("matrix",),
        facets=OVERVIEW,
    )
    files = {"csv": CSV_FILE, "markdown": MARKDOWN_FILE}
    context = {"matrices": matrices, "most": MOST_ROWS, "themes": themes, "theme": theme, "files": files}
    return renderer.page("matrix.md.j2", page, frame, **context)


def _links(matrices: tuple[Matrix, ...]) -> Iterator[tuple[Matrix, Column, Row]]:
    """Everything that any case says about any lesson, by series, lesson and case."""
    for matrix in matrices:
        for column in matrix.columns:
            for row in column.rows:
                yield matrix, column, row


def _rows(renderer: Renderer, matrices: tuple[Matrix, ...]) -> Iterator[list[str]]:
    """One row for each thing that a case says about a lesson."""
    library = renderer.library
    yield list(_HEAD)
    for matrix, column, row in _links(matrices):
        lesson, case, said = column.lesson, row.case, row.said[column.id]
        yield [
            *(library.series[matrix.series].title, lesson.origin, str(lesson.number), lesson.title),
            *(row.id, case.title, str(first_year(case) or "")),
            ", ".join(library.title_of(Ref("themes", id)) for id in case.themes),
            ", ".join(library.title_of(Ref("provinces", id)) for id in provinces_of(library, case)),
            *(said.stance, plain(uncited(said.because))),
        ]


def _lines(renderer: Renderer, matrices: tuple[Matrix, ...]) -> Iterator[str]:
    """The same as Markdown: a heading for each lesson, an item for each case."""
    yield f"# {_TITLE}"
    for matrix in matrices:
        series = renderer.library.series[matrix.series]
        yield f"\n## {series.title}\n\n{plain(series.definition)}"
        for column in matrix.columns:
            yield f"\n### {column.lesson.number}. {column.lesson.title} ({column.lesson.origin})\n"
            for row in column.rows:
                said = row.said[column.id]
                yield f"- **{said.stance}**: {row.case.title} ({row.id}). {plain(uncited(said.because))}"
    yield ""
