"""The overview pages of cases, lessons, communities and werkvormen."""

from collections.abc import Iterator

from ..artifacts import Artifact
from ..evidence import ledger_of
from ..places import provinces_of
from ..rendering import Frame, Renderer
from .terms import cases_of_term

_FACETS = ("themes", "provinces", "regions", "roles", "sectors")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Four overviews, each a list that works without JavaScript."""
    yield _cases(renderer)
    yield _lessons(renderer)
    yield _communities(renderer)
    yield _werkvormen(renderer)


def _cases(renderer: Renderer) -> Artifact:
    library = renderer.library
    about = "Praktijkverhalen van gemeenten en regio's: wat werkte, wat niet, en met welke cijfers."
    return renderer.page(
        "cases.md.j2",
        "cases/index.md",
        Frame("Cases", about, search=False),
        cases=sorted(library.cases.items(), key=lambda pair: pair[1].title),
        provinces={id: provinces_of(library, case) for id, case in library.cases.items()},
        facets={name: _facet(renderer, name) for name in _FACETS},
    )


def _facet(renderer: Renderer, name: str) -> list[tuple[str, int]]:
    """The terms of a list that have cases, with how many."""
    library = renderer.library
    counted = ((id, len(cases_of_term(library, name, id))) for id in library.term_list(name))
    return [(id, count) for id, count in counted if count]


def _lessons(renderer: Renderer) -> Artifact:
    library = renderer.library
    about = "Wat communities of practice leerden, met de cases die elke les steunen of tegenspreken."
    by_number = sorted(library.lessons.items(), key=lambda pair: pair[1].number)
    by_series = {
        series: [(id, lesson, ledger_of(library, id)) for id, lesson in by_number if lesson.series == series]
        for series in library.series
    }
    return renderer.page("lessons.md.j2", "lessen/index.md", Frame("Lessen", about), by_series=by_series)


def _communities(renderer: Renderer) -> Artifact:
    about = "Groepen ambtenaren die samen van één vraagstuk leerden, en wat daarvan bekend is."
    by_start = sorted(renderer.library.communities.items(), key=lambda pair: (pair[1].period.start, pair[0]))
    frame = Frame("Communities", about)
    return renderer.page("communities.md.j2", "communities/index.md", frame, communities=by_start)


def _werkvormen(renderer: Renderer) -> Artifact:
    about = "Manieren om samen te leren, met stappen, tijden en valkuilen."
    by_title = sorted(renderer.library.werkvormen.items(), key=lambda pair: pair[1].title)
    return renderer.page("werkvormen.md.j2", "werkvormen/index.md", Frame("Werkvormen", about), werkvormen=by_title)
