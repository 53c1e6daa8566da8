"""*Wat stopte*: every case that stopped, went up in something else or was made smaller, and what colleagues learnt."""

from collections.abc import Iterator

from ...insights.endings import endings_of
from ...library.addresses import OVERVIEWS, beside
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .parts import Parts, most_of_each

# So many the page has of its three lists together; the pages of how cases ended have the others.
ROOM = 90
_PAGE = OVERVIEWS["wat-stopte"]
_FRAME = Frame(
    "Wat stopte, kromp of opging in iets anders",
    "Plannen die niet liepen zoals bedacht: wat stopte, wat kleiner werd, wat een ander overnam, en waarom.",
    crumbs=(Crumb("verkennen/index.md", "Verkennen"),),
    facets={"type": ("overzicht",)},
)
_SHRUNK = Frame(
    "Kleiner, later of overgedragen",
    "Alle keuzes waarna er van een plan minder overbleef, de nieuwste eerst.",
    crumbs=(*_FRAME.crumbs, Crumb(_PAGE, _FRAME.title)),
    search=False,
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page, and the whole list of what was made smaller where that is too long for it."""
    endings = endings_of(renderer.library)
    most = most_of_each(map(len, (endings.stopped, endings.merged, endings.shrunk)), ROOM)
    shrunk = Parts(beside(_PAGE, "kleiner.md"), endings.shrunk, ("keuze", "keuzes"))
    yield renderer.page("stopped.md.j2", _PAGE, _FRAME, endings=endings, most=most, shrunk=shrunk)
    if len(endings.shrunk) > most:
        yield from shrunk.all(renderer, _SHRUNK)
