"""The page of all sources, with the records that use each."""

from collections.abc import Iterator
from itertools import groupby

from ..artifacts import Artifact
from ..evidence import sources_of
from ..rendering import Frame, Renderer


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page: sources by publisher, each with links to the pages that rest on it."""
    by_title = sorted(sources_of(renderer.library), key=lambda pair: (pair[0].title, pair[0].key))
    by_publisher = sorted(by_title, key=lambda pair: (pair[0].publisher.casefold(), pair[0].publisher))
    publishers = [(name, list(found)) for name, found in groupby(by_publisher, lambda pair: pair[0].publisher)]
    frame = Frame(
        "Bronnen",
        "Alle bronnen van deze site, met de pagina's die erop steunen.",
        hide=("navigation", "toc"),
        search=False,
    )
    yield renderer.page("sources.md.j2", "bronnen.md", frame, publishers=publishers)
