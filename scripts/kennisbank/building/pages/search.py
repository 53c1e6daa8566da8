"""The page with search results, and what the search must know of words and terms."""

from collections.abc import Iterator
from dataclasses import asdict

from ...insights.facets import TYPE_LABELS
from ...insights.names import names_in
from ...library.addresses import LABELS, NAMES, SYNONYMS
from ...model.kinds import LISTS
from ..artifacts import Artifact
from ..json_text import json_text
from ..rendering import Frame, Renderer

_FRAME = Frame(
    "Zoeken",
    "Zoek in alle cases, lessen en begrippen van deze site.",
    hide=("navigation", "toc"),
    search=False,
    scripts=("search-page",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The search page; the words that mean the same; what things and the values of the filters are called."""
    yield renderer.page("search.md.j2", "zoeken/index.md", _FRAME)
    groups = [[term.title, *term.words] for term in renderer.library.search_words]
    yield Artifact(SYNONYMS, json_text(groups), LISTS["synonyms"].path)
    yield Artifact(NAMES, json_text([asdict(named) for named in names_in(renderer.library)]))
    themes = {id: term.title for id, term in renderer.library.term_list("themes").items()}
    yield Artifact(LABELS, json_text({"type": TYPE_LABELS, "thema": themes}), LISTS["themes"].path)
