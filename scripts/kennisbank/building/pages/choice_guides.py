"""The *keuzehulp*: for every kind of choice one page with the ways others had, who took which, and what came of it."""

from collections.abc import Iterator

from ...insights.choices import Guide, Way, Weighed, guide_to, lessons_of
from ...insights.sessions import first_sentences
from ...library.addresses import OVERVIEWS, beside
from ...library.library import Ref
from ...model.parts import Confidence
from ...model.terms import ChoiceKind
from ...reading.prose import plain
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

# What fits on two sheets; tests/browser/test_print.py measures it.
_MOST_TAKEN, _MOST_LEFT = 3, 4
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
        taken = {way.term.id: [weighed.at.id for weighed in way.taken] for way in guide.seen}
        lessons = {way: lessons_of(renderer.library, cases) for way, cases in taken.items()}
        page = page_of_guide(term.id)
        context = {"term": term, "guide": guide, "lessons": lessons, "memo": memo_of(page)}
        yield renderer.page("choice_guide.md.j2", page, own, **context)
        yield _memo(renderer, term, guide)


def memo_of(guide_page: str) -> str:
    """The page with the memo for council or board, below the guide."""
    return beside(guide_page, "memo.md")


def _memo(renderer: Renderer, term: ChoiceKind, guide: Guide) -> Artifact:
    """The guide on two sheets: for every way who took it, what came of it, and who left it."""
    page = page_of_guide(term.id)
    frame = Frame(
        f"Memo: {term.title.lower()}",
        f"{term.question} De ervaringen van anderen op twee vellen, voor raad of bestuur.",
        crumbs=(Crumb(OVERVIEWS["keuzehulp"], _TITLE), Crumb(page, term.question)),
        hide=("navigation", "toc"),
        search=False,
        styles=("council",),
    )
    cases = [renderer.library.cases[id] for id in guide.cases]
    return renderer.page(
        "choice_memo.md.j2",
        memo_of(page),
        frame,
        term=term,
        guide=guide,
        guide_page=page,
        rows=[_row(way) for way in guide.seen],
        unseen=[way.term.title for way in guide.unseen],
        lessons=lessons_of(renderer.library, guide.cases),
        thin=sum(case.confidence == Confidence.THIN for case in cases),
    )


def _row(way: Way) -> dict[str, object]:
    """A way as a row of the memo: the newest of who took it and who left it, and how many more there are."""
    return {
        "way": way,
        "taken": [{"at": weighed.at, "came": _came_of(weighed)} for weighed in way.taken[:_MOST_TAKEN]],
        "more_taken": max(0, len(way.taken) - _MOST_TAKEN),
        "left": way.left[:_MOST_LEFT],
        "more_left": max(0, len(way.left) - _MOST_LEFT),
    }


def _came_of(weighed: Weighed) -> str:
    """What came of it, in one sentence of a length that fits the memo."""
    return plain(first_sentences(weighed.at.turn.later or "", 1))


def page_of_guide(kind: str) -> str:
    """The page of the guide to a kind of choice."""
    return f"{OVERVIEWS['keuzehulp'].rpartition('/')[0]}/{kind}.md"
