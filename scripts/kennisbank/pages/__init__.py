"""Every page of the site, made from the library: one module per kind of page."""

from collections.abc import Callable, Iterator

from ..artifacts import Artifact
from ..rendering import Renderer
from . import (
    case_lists,
    contributing,
    glossary,
    handwritten,
    home,
    maps,
    overviews,
    patterns,
    records,
    redirects,
    report,
    search,
    sources,
    terms,
    timeline,
    turns,
)

PageMaker = Callable[[Renderer], Iterator[Artifact]]

PAGES: tuple[PageMaker, ...] = (
    home.pages,
    records.pages,
    overviews.pages,
    terms.pages,
    case_lists.pages,
    glossary.pages,
    sources.pages,
    turns.pages,
    patterns.pages,
    maps.pages,
    timeline.pages,
    search.pages,
    contributing.pages,
    report.pages,
    handwritten.pages,
    redirects.pages,
)
