"""The lessons as a set of cards to print: four on a sheet."""

from collections.abc import Iterator

from ...insights.facets import OVERVIEW
from ...insights.sessions import questions_of
from ...library.addresses import OVERVIEWS
from ...model.records import Lesson
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page with a card for every lesson, by series and number."""
    library = renderer.library
    order = [*library.series, ""]  # last those whose series still has to be filled in
    found = [(entry, entry.record) for entry in library.of_kind("lesson") if isinstance(entry.record, Lesson)]
    found.sort(key=lambda pair: (order.index(pair[1].series), pair[1].number))
    yield renderer.page(
        "cards.md.j2",
        OVERVIEWS["lessen/kaarten"],
        Frame(
            "Leskaarten",
            "Alle lessen als kaarten om te printen, met een vraag voor je team.",
            crumbs=(Crumb(OVERVIEWS["lessen"], "Lessen"),),
            facets=OVERVIEW,
            styles=("cards",),
        ),
        cards=[(entry, lesson, next(iter(questions_of(entry)), "")) for entry, lesson in found],
    )
