"""Every page of the site, made from the library: one module per kind of page."""

from collections.abc import Callable, Iterator

from ..artifacts import Artifact
from ..rendering import Renderer
from . import (
    assistant,
    cards,
    case_lists,
    contributing,
    council,
    evidence,
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
    security_txt,
    selection,
    session_packs,
    sources,
    terms,
    timeline,
    turns,
)

PageMaker = Callable[[Renderer], Iterator[Artifact]]

PAGES: tuple[PageMaker, ...] = (
    home.pages,
    records.pages,
    council.pages,
    cards.pages,
    session_packs.pages,
    selection.pages,
    overviews.pages,
    terms.pages,
    case_lists.pages,
    glossary.pages,
    sources.pages,
    turns.pages,
    evidence.pages,
    patterns.pages,
    maps.pages,
    timeline.pages,
    search.pages,
    contributing.pages,
    assistant.pages,
    report.pages,
    handwritten.pages,
    redirects.pages,
    security_txt.pages,
)
