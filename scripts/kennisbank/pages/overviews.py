"""The overview pages of cases, lessons, communities and werkvormen."""

from collections.abc import Iterator

from ..artifacts import Artifact
from ..evidence import ledger_of
from ..places import provinces_of
from ..rendering import Frame, Renderer
from .terms import cases_of_term


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Four overviews, each a list that works without JavaScript."""
    library = renderer.library
    yield renderer.page(
        "cases.md.j2",
        "cases/index.md",
        Frame("Cases", "Praktijkverhalen van gemeenten en regio's: wat werkte, wat niet, en met welke cijfers."),
        cases=sorted(library.cases.items(), key=lambda pair: pair[1].title),
        provinces={id: provinces_of(library, case) for id, case in library.cases.items()},
        facets={
            name: [(id, count) for id in library.term_list(name) if (count := len(cases_of_term(library, name, id)))]
            for name in ("themes", "provinces", "regions", "roles", "sectors")
        },
    )
    by_number = sorted(library.lessons.items(), key=lambda pair: pair[1].number)
    yield renderer.page(
        "lessons.md.j2",
        "lessen/index.md",
        Frame("Lessen", "Wat communities of practice leerden, met de cases die elke les steunen of tegenspreken."),
        by_series={
            series: [(id, lesson, ledger_of(library, id)) for id, lesson in by_number if lesson.series == series]
            for series in library.series
        },
    )
    by_start = sorted(library.communities.items(), key=lambda pair: (pair[1].period.start, pair[0]))
    yield renderer.page(
        "communities.md.j2",
        "communities/index.md",
        Frame("Communities", "Groepen ambtenaren die samen van één vraagstuk leerden, en wat daarvan bekend is."),
        communities=by_start,
    )
    yield renderer.page(
        "werkvormen.md.j2",
        "werkvormen/index.md",
        Frame("Werkvormen", "Manieren om samen te leren, met stappen, tijden en valkuilen."),
        werkvormen=sorted(library.werkvormen.items(), key=lambda pair: pair[1].title),
    )
