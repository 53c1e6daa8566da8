"""The overview pages of cases, lessons, communities and werkvormen."""

from collections.abc import Iterator

from ...insights.case_facets import case_facets
from ...insights.facets import OVERVIEW, card_of
from ...insights.ledgers import ledger_of
from ...insights.newest import newest_first
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..data.geojson import GEOJSON
from ..data.release import place
from ..data.whole import WHOLE
from ..drawings.map import ATTRIBUTION, province_map
from ..rendering import Frame, Renderer

# The page of all cases shows no more than these; the facets lead to the rest.
SHOWN = 40
_OPENED = 2
_EXPLORER = Frame(
    "Cases",
    "Praktijkverhalen van gemeenten en regio's: wat werkte, wat niet, en met welke cijfers.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    scripts=("explorer",),
    styles=("explorer", "drawings"),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Four overviews, each a list that works without JavaScript."""
    yield _cases(renderer)
    yield _lessons(renderer)
    yield _communities(renderer)
    yield _werkvormen(renderer)


def _cases(renderer: Renderer) -> Artifact:
    library = renderer.library
    entries = {entry.id: entry for entry in library.of_kind("case")}
    shown = [(id, library.cases[id], card_of(library, entries[id])) for id in newest_first(library)[:SHOWN]]
    facets = library.once(case_facets)
    return renderer.page(
        "cases.md.j2",
        OVERVIEWS["cases"],
        _EXPLORER,
        cases=shown,
        total=len(library.cases),
        facets=facets,
        opened=_OPENED,
        map=province_map(library, OVERVIEWS["cases"]),
        attribution=ATTRIBUTION,
        files={"table": place("cases.csv"), "whole": WHOLE, "geojson": GEOJSON},
        provinces=next((facet.values for facet in facets if facet.name == "provincie"), ()),
    )


def _lessons(renderer: Renderer) -> Artifact:
    library = renderer.library
    about = "Wat communities of practice leerden, met de cases die elke les steunen of tegenspreken."
    by_number = sorted(library.lessons.items(), key=lambda pair: pair[1].number)
    by_series = {
        series: [(id, lesson, ledger_of(library, id)) for id, lesson in by_number if lesson.series == series]
        for series in library.series
    }
    most = max((len(ledger.lines) for found in by_series.values() for _, _, ledger in found), default=0)
    frame = Frame("Lessen", about, facets=OVERVIEW)
    return renderer.page("lessons.md.j2", "lessen/index.md", frame, by_series=by_series, most=most)


def _communities(renderer: Renderer) -> Artifact:
    about = "Groepen ambtenaren die samen van één vraagstuk leerden, en wat daarvan bekend is."
    by_start = sorted(renderer.library.communities.items(), key=lambda pair: (pair[1].period.start, pair[0]))
    frame = Frame("Communities", about, facets=OVERVIEW)
    return renderer.page("communities.md.j2", "communities/index.md", frame, communities=by_start)


def _werkvormen(renderer: Renderer) -> Artifact:
    about = "Manieren om samen te leren, met stappen, tijden en valkuilen."
    by_title = sorted(renderer.library.werkvormen.items(), key=lambda pair: pair[1].title)
    frame = Frame("Werkvormen", about, facets=OVERVIEW)
    return renderer.page("werkvormen.md.j2", "werkvormen/index.md", frame, werkvormen=by_title)
