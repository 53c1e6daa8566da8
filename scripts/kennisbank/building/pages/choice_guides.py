"""The *keuzehulp*: for every kind of choice one page with the ways others had, who took which, and what came of it."""

from collections.abc import Iterator

from ...insights.choices import guide_to, lessons_of
from ...library.addresses import OVERVIEWS
from ...library.library import Ref
from ...model.terms import ChoiceKind
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

_KINDS = "choice-kinds"
_TITLE = "Keuzehulp"
_ABOUT = "Sta je voor een keuze? Zie welke wegen anderen hadden, wie welke koos, waarom, en wat ervan kwam."


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page to pick a kind of choice, and a page for each kind that the library has cases of."""
    overview = OVERVIEWS["keuzehulp"]
    terms = [term for term in renderer.library.term_list(_KINDS).values() if isinstance(term, ChoiceKind)]
    guides = {term.id: guide_to(renderer.library, term.id) for term in terms}
    frame = Frame(_TITLE, _ABOUT, hide=("navigation", "toc"), styles=("case",), facets={"type": ("overzicht",)})
    yield renderer.page("choice_guides.md.j2", overview, frame, terms=terms, guides=guides, page_of_guide=page_of_guide)
    for term in terms:
        guide = guides[term.id]
        own = Frame(
            term.question,
            f"{term.definition} {len(guide.turns)} keuzes uit {len(guide.cases)} cases, naar de weg die men koos.",
            renderer.library.by_ref[Ref(_KINDS, term.id)].document.path,
            (Crumb(overview, _TITLE),),
            styles=("case", "guide"),
            facets={"type": ("overzicht",)},
        )
        lessons = {way.term.id: lessons_of(renderer.library, way) for way in guide.seen}
        yield renderer.page("choice_guide.md.j2", page_of_guide(term.id), own, term=term, guide=guide, lessons=lessons)


def page_of_guide(kind: str) -> str:
    """The page of the guide to a kind of choice."""
    return f"{OVERVIEWS['keuzehulp'].rpartition('/')[0]}/{kind}.md"
