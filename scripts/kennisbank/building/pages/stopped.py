"""*Wat stopte*: every case that stopped, went up in something else or was made smaller, and what colleagues learnt."""

from collections.abc import Iterator

from ...insights.endings import endings_of
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

_FRAME = Frame(
    "Wat stopte, kromp of opging in iets anders",
    "Plannen die niet liepen zoals bedacht: wat stopte, wat kleiner werd, wat een ander overnam, en waarom.",
    crumbs=(Crumb("verkennen/index.md", "Verkennen"),),
    facets={"type": ("overzicht",)},
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page."""
    endings = endings_of(renderer.library)
    yield renderer.page("stopped.md.j2", OVERVIEWS["wat-stopte"], _FRAME, endings=endings)
