"""Every page of the site, made from the library: one module per kind of page."""

from collections.abc import Callable, Iterator

from ..artifacts import Artifact
from ..rendering import Renderer
from . import contributing, handwritten, home, overviews, records, redirects, sources, terms, turns

PageMaker = Callable[[Renderer], Iterator[Artifact]]

PAGES: tuple[PageMaker, ...] = (
    home.pages,
    records.pages,
    overviews.pages,
    terms.pages,
    sources.pages,
    turns.pages,
    contributing.pages,
    handwritten.pages,
    redirects.pages,
)
