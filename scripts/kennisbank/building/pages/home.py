"""The front page: it starts from the reader's question."""

from collections import Counter
from collections.abc import Iterator

from ...insights.ledgers import ledger_of
from ...insights.newest import newest_first
from ...library.addresses import OVERVIEWS, relative_address
from ...model.parts import Status
from ..artifacts import Artifact
from ..drawings.map import cases_by_province, number_map
from ..rendering import Frame, Renderer

_QUESTIONS = 3
_CHECKED = 6
_FRAME = Frame(
    "Met welk vraagstuk zit je?",
    "Lessen en praktijkverhalen uit communities of practice over duurzaamheid.",
    # It names every theme and place, so that it would answer what no page does; and who searches knows it.
    search=False,
    hide=("navigation", "toc"),
    styles=("home", "drawings", "scenes"),
    scripts=("home-search",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page: questions by theme, lessons with their support, and the cases that were reviewed last."""
    library = renderer.library
    # Its question alone does not say that a case is archived, and the front page is for what is kept up.
    kept = {id: case for id, case in library.cases.items() if case.status is not Status.ARCHIVED}
    questions = {
        theme: [(id, case.question) for id, case in kept.items() if case.themes[:1] == (theme,)]
        for theme in library.term_list("themes")
    }
    lessons = sorted(library.lessons.items(), key=lambda pair: pair[1].number)
    checked = sorted(kept.items(), key=lambda pair: (-pair[1].reviewed.toordinal(), pair[0]))
    yield renderer.page(
        "home.md.j2",
        "index.md",
        _FRAME,
        questions={theme: found for theme, found in questions.items() if found},
        shown=_QUESTIONS,
        totals=Counter(theme for case in library.cases.values() for theme in case.themes),
        relative=lambda name: relative_address("index.md", OVERVIEWS[name]),
        lessons=[(id, lesson, ledger_of(library, id)) for id, lesson in lessons if lesson.series == "rol-gemeente"],
        checked=checked[:_CHECKED],
        map=number_map(library, "index.md"),
        provinces=[(id, len(found)) for id, found in cases_by_province(library).items()],
        stopped=[(id, library.cases[id]) for id in newest_first(library) if library.cases[id].outcome == "gestopt"],
        counts={"cases": len(library.cases), "lessen": len(library.lessons)},
    )
