"""Every page of the site, made from the library: one module per kind of page."""

from collections.abc import Callable, Iterator

from ...library.library import Entry
from ..artifacts import Artifact
from ..rendering import Renderer
from . import (
    assistant,
    cards,
    case_lists,
    choice_guides,
    contributing,
    council,
    evidence,
    glossary,
    handwritten,
    home,
    maps,
    news,
    open_data,
    overviews,
    patterns,
    preview_mark,
    records,
    redirects,
    report,
    search,
    security_txt,
    selection,
    session_packs,
    sources,
    stopped,
    terms,
    timeline,
    turns,
    versus,
)
from .shown_text import OTHERS, TERMS

PageMaker = Callable[[Renderer], Iterator[Artifact]]
OneMaker = Callable[[Renderer, Entry], Iterator[Artifact]]

PAGES: tuple[PageMaker, ...] = (
    home.pages,
    records.pages,
    council.pages,
    cards.pages,
    session_packs.pages,
    selection.pages,
    versus.pages,
    overviews.pages,
    terms.pages,
    terms.deep_pages,
    case_lists.pages,
    glossary.pages,
    sources.pages,
    turns.pages,
    choice_guides.pages,
    stopped.pages,
    evidence.pages,
    patterns.pages,
    maps.pages,
    timeline.pages,
    search.pages,
    open_data.pages,
    open_data.json_pages,
    news.pages,
    contributing.pages,
    assistant.pages,
    report.pages,
    handwritten.pages,
    redirects.pages,
    security_txt.pages,
    preview_mark.pages,
)

OF_ONE: dict[PageMaker, OneMaker] = {
    records.pages: records.of_one,
    council.pages: council.of_one,
}
"""Of these what they make of one record, which show the running text and the own fields of that record alone."""

WITH_TEXTS: dict[PageMaker, str] = {
    cards.pages: OTHERS,
    session_packs.pages: OTHERS,
    glossary.pages: TERMS,
    open_data.json_pages: "",
}
"""These read the running text of many records, and which part they show of it (see `shown_text`) if not all of it.

All others read that of none.
"""

LARGE: frozenset[PageMaker] = frozenset({assistant.pages, open_data.pages, open_data.json_pages})
"""These take much more memory than others."""

WITHOUT_OWN: frozenset[PageMaker] = frozenset(
    {
        selection.pages,
        terms.pages,
        case_lists.pages,
        evidence.pages,
        patterns.pages,
        maps.pages,
        timeline.pages,
        contributing.pages,
        redirects.pages,
        security_txt.pages,
        preview_mark.pages,
    }
)
"""These read of records only what any page may show of them, and not what `units.OWN` names."""
