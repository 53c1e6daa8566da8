"""The page with the map of all cases, and the same as a list."""

from collections import Counter
from collections.abc import Iterator

from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..drawings.map import ATTRIBUTION, cases_by_province, province_map
from ..rendering import Frame, Renderer
from .parts import most_of_each

# So many cases the list has, of all provinces together.
ROOM = 120
_FRAME = Frame(
    "Kaart",
    "Waar in Nederland spelen de cases? Een kaart per provincie, en hetzelfde als lijst.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    styles=("drawings", "map"),
    scripts=("map",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page; of a province with many cases the list names the first ones and leads to the rest."""
    library = renderer.library
    provinces = cases_by_province(library)
    yield renderer.page(
        "map.md.j2",
        OVERVIEWS["kaart"],
        _FRAME,
        map=province_map(library, OVERVIEWS["kaart"], outcomes=True),
        ended=Counter(case.outcome for case in library.cases.values()),
        attribution=ATTRIBUTION,
        provinces=provinces,
        most=most_of_each(map(len, provinces.values()), ROOM),
    )
