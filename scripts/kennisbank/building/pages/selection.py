"""The page *Mijn selectie*: the browser fills it with what the reader kept."""

from collections.abc import Iterator

from ...insights.facets import OVERVIEW
from ...library.addresses import OVERVIEWS
from ..artifacts import Artifact
from ..rendering import Frame, Renderer

_FRAME = Frame(
    "Mijn selectie",
    "De pagina's die je bewaarde, om samen af te drukken, mee te nemen of te delen.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    scripts=("selection-page",),
    styles=("selection", "case", "case-paper", "road", "road-rows", "drawings"),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page."""
    yield renderer.page("selection.md.j2", OVERVIEWS["selectie"], _FRAME)
