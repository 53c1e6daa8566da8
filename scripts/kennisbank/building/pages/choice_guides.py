"""The *keuzehulp*: for every kind of choice one page with the ways others had, who took which, and what came of it."""

from collections.abc import Iterable, Iterator, Mapping

from ...insights.choices import Guide, Way, Weighed, guide_to, lessons_of
from ...insights.sessions import first_sentences
from ...insights.spotlight import provinces_without
from ...library.addresses import OVERVIEWS, beside
from ...library.library import Library, Ref
from ...model.parts import Confidence, Source
from ...model.terms import ChoiceKind
from ...reading.prose import Prose, plain
from ..artifacts import Artifact
from ..dutch import lower_first
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
        both = {"term": term, "guide": guide, "missing": _missing(renderer.library, guide)}
        yield renderer.page("choice_guide.md.j2", page, own, lessons=lessons, memo=memo_of(page), **both)
        yield _memo(renderer, term, guide, both)


def memo_of(guide_page: str) -> str:
    """The page with the memo for council or board, below the guide."""
    return beside(guide_page, "memo.md")


def _memo(renderer: Renderer, term: ChoiceKind, guide: Guide, both: Mapping[str, object]) -> Artifact:
    """The guide on two sheets: for every way who took it, what came of it, and who left it.

    `both` is what the guide itself shows as well.
    """
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
    notes: dict[tuple[str, str], int] = {}
    rows = [_row(way, notes) for way in guide.seen]
    return renderer.page(
        "choice_memo.md.j2",
        memo_of(page),
        frame,
        guide_page=page,
        rows=rows,
        sources=_sources(renderer.library, notes),
        lessons=lessons_of(renderer.library, guide.cases),
        thin=sum(case.confidence == Confidence.THIN for case in cases),
        **both,
    )


def _row(way: Way, notes: dict[tuple[str, str], int]) -> dict[str, object]:
    """A way as a row of the memo: the newest of who took it and who left it, and how many more there are.

    `notes` numbers what each of them rests on, over all rows. Who weighs it only because we filled it in did not.
    """
    left = [weighed for weighed in way.left if not weighed.option.ours]
    return {
        "way": way,
        "taken": [_told(weighed, _came_of(weighed), notes) for weighed in way.taken[:_MOST_TAKEN]],
        "more_taken": max(0, len(way.taken) - _MOST_TAKEN),
        "left": [_told(weighed, "", notes) for weighed in left[:_MOST_LEFT]],
        "more_left": max(0, len(left) - _MOST_LEFT),
    }


def _came_of(weighed: Weighed) -> str:
    """What came of it, in one sentence of a length that fits the memo."""
    return first_sentences(weighed.at.turn.later or "", 1)


def _told(weighed: Weighed, came: str, notes: dict[tuple[str, str], int]) -> dict[str, object]:
    """Who chose, what came of it, and the number of the source of that: of the choice itself when nothing came yet."""
    turn = weighed.at.turn
    cited = [citation.key for text in (came, turn.because or "") for citation in Prose(text).citations]
    keys = [*cited, *([turn.decision.source] if turn.decision else [])]
    note = notes.setdefault((weighed.at.id, keys[0]), len(notes) + 1) if keys else None
    return {"at": weighed.at, "came": plain(came), "note": note}


def _sources(library: Library, notes: Iterable[tuple[str, str]]) -> list[Source]:
    """The sources behind the notes, in their order."""
    return [next(source for source in library.cases[id].sources if source.key == key) for id, key in notes]


def _missing(library: Library, guide: Guide) -> list[tuple[str, list[str]]]:
    """Which cases would make the guide better: what is missing, and of what."""

    def called(ways: Iterable[Way]) -> list[str]:
        return [lower_first(way.term.title) for way in ways]

    themes = [term.title.lower() for id, term in library.term_list("themes").items() if id not in guide.themes]
    provinces = [library.title_of(Ref("provinces", id)) for id in provinces_without(library, guide.cases)]
    gaps = [
        ("Nog geen case over deze wegen", called(guide.unseen)),
        ("Wel gewogen, maar door niemand gekozen", called(guide.untaken)),
        ("Door één case gekozen, dus niet te vergelijken", called(guide.single)),
        ("Nog geen case met zo'n keuze bij deze thema's", themes),
        ("Nog geen case met zo'n keuze uit deze provincies", provinces),
    ]
    return [(what, names) for what, names in gaps if names]


def page_of_guide(kind: str) -> str:
    """The page of the guide to a kind of choice."""
    return f"{OVERVIEWS['keuzehulp'].rpartition('/')[0]}/{kind}.md"
