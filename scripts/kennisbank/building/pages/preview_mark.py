"""The mark of a site with concepts: whoever publishes looks for it (publiceer.sh, the workflows, `pakket`)."""

from collections.abc import Iterator

from ...library.addresses import NOT_TO_PUBLISH
from ..artifacts import Artifact
from ..rendering import Renderer

_TEXT = """\
Deze map is een voorbeeld met concepten. Publiceer haar niet.
Bouw de site om te publiceren met 'kennisbank site', zonder --met-concepten.
"""


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The file, in a site that shows concepts."""
    if renderer.site.preview:
        yield Artifact(NOT_TO_PUBLISH, _TEXT)
