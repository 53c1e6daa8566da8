"""The page *Naast elkaar*: the browser fills it with two to four cases, each from the data beside its page."""

from collections.abc import Iterator

from ...insights.facets import OVERVIEW
from ...insights.turns import turns_of
from ...library.addresses import OVERVIEWS, page_of_guide
from ...model.terms import ChoiceKind
from ..artifacts import Artifact
from ..data.in_words import FIELDS, field_names
from ..rendering import Frame, Renderer

_FRAME = Frame(
    "Naast elkaar",
    "Twee tot vier cases in één tabel: het vraagstuk, de keuze en waarom, doel en uitkomst, kosten en lessen.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    scripts=("versus",),
    styles=("versus",),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page, with the comparisons that are ready-made, and what the fields of its data are called."""
    terms = renderer.library.term_list("choice-kinds").values()
    ready = [
        (term, page_of_guide(term.id))
        for term in terms
        if isinstance(term, ChoiceKind) and turns_of(renderer.library, kind=term.id)
    ]
    yield renderer.page("versus.md.j2", OVERVIEWS["naast-elkaar"], _FRAME, ready=ready)
    yield Artifact(FIELDS, field_names())
