"""The *keuzehulp*: for every kind of choice one page with the ways others had, who took which, and what came of it.

Each page stands there for all themes together and for each theme apart, and each has a memo for council or board.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...insights.choices import Guide, Way, guide_to, lessons_of
from ...insights.spotlight import provinces_without
from ...library.addresses import OVERVIEWS, beside, page_of_guide
from ...library.library import Library, Ref
from ...model.terms import ChoiceKind
from ..artifacts import Artifact
from ..drawings.scale import shares
from ..drawings.signs import choice_sign
from ..dutch import counted, lower_first
from ..rendering import Crumb, Frame, Renderer
from .choice_lists import shown_of, whole_lists
from .choice_memos import memo

# How many choices of a way stand open: one shows what it is, and who wants the rest unfolds it; paper has room for two.
_OPEN, _OPEN_ON_PAPER = 1, 2
# From fewer cases of a theme there is nothing to compare.
_LEAST = 3
_TWICE = 2
_KINDS = "choice-kinds"
_TITLE = "Keuzehulp"
_ABOUT = "Sta je voor een keuze? Zie welke wegen anderen hadden, wie welke koos, waarom, en wat ervan kwam."


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page to pick a kind of choice; and for each kind a guide and its memo, of all themes and of each apart."""
    overview = OVERVIEWS["keuzehulp"]
    terms = [term for term in renderer.library.term_list(_KINDS).values() if isinstance(term, ChoiceKind)]
    guides = {term.id: guide_to(renderer.library, term.id) for term in terms}
    frame = Frame(_TITLE, _ABOUT, hide=("navigation", "toc"), styles=("choices",), facets={"type": ("overzicht",)})
    themes = {id: _themes(renderer.library, guide) for id, guide in guides.items()}
    yield renderer.page(
        "choice_guides.md.j2",
        overview,
        frame,
        terms=terms,
        guides=guides,
        bars={id: _bar(guide) for id, guide in guides.items()},
        often={id: _most_taken(guide) for id, guide in guides.items()},
        themes=themes,
        sign=choice_sign,
        page_of_guide=page_of_guide,
    )
    for term in terms:
        yield from _guide(renderer, term, guides[term.id], themes[term.id])
        for theme in themes[term.id]:
            yield from _guide(renderer, term, guide_to(renderer.library, term.id, theme), themes[term.id], theme)


def _bar(guide: Guide) -> Markup:
    """How the choices were divided: a part for each way, as long as it was often taken."""
    taken = [len(way.taken) for way in guide.seen]
    return shares([("kb-share--way", count) for count in taken], sum(taken))


def _most_taken(guide: Guide) -> Way | None:
    """The way that was taken most; none when two are, or when none was taken twice."""
    most = max((len(way.taken) for way in guide.seen), default=0)
    ways = [way for way in guide.seen if len(way.taken) == most]
    return ways[0] if most >= _TWICE and len(ways) == 1 else None


def _guide(
    renderer: Renderer, term: ChoiceKind, guide: Guide, themes: dict[str, int], theme: str = ""
) -> Iterator[Artifact]:
    """The guide to a kind of choice and its memo, in cases of one theme when that is given."""
    library = renderer.library
    about = library.title_of(Ref("themes", theme)) if theme else ""
    whole, page = page_of_guide(term.id), page_of_guide(term.id, theme)
    crumbs = (Crumb(OVERVIEWS["keuzehulp"], _TITLE), *([Crumb(whole, term.question)] if theme else []))
    title = f"{about}: {lower_first(term.question)}" if theme else term.question
    many = f"{counted(len(guide.turns), 'keuze', 'keuzes')} uit {counted(len(guide.cases), 'case', 'cases')}"
    frame = Frame(
        title,
        f"{f'Over {about.lower()}: ' if theme else ''}{many}, naar de weg die men koos. {term.definition}",
        library.by_ref[Ref(_KINDS, term.id)].document.path,
        crumbs,
        search=not theme,
        styles=("case", "guide"),
        facets={"type": ("overzicht",)},
    )
    taken = {way.term.id: [weighed.at.id for weighed in way.taken] for way in guide.seen}
    shown, here = shown_of(guide, page), Crumb(page, about if theme else term.question)
    shared = _shared(library, guide, theme, about.lower())
    yield renderer.page(
        "choice_guide.md.j2",
        page,
        frame,
        term=term,
        guide=guide,
        lessons={way: lessons_of(library, cases) for way, cases in taken.items()},
        memo=memo_of(page),
        shown=shown,
        themes={id: (page_of_guide(term.id, id), count) for id, count in themes.items()},
        whole=whole,
        opened=_OPEN,
        **shared,
    )
    yield from whole_lists(renderer, shown, frame, here, about.lower())
    memos = {id: (memo_of(page_of_guide(term.id, id)), count) for id, count in themes.items()}
    shared |= {"opened": _OPEN_ON_PAPER, "guide_page": page, "themes": memos, "whole": memo_of(whole)}
    yield memo(renderer, memo_of(page), _memo_frame(term, title, (*crumbs, here), about), term, guide, shared)


def _shared(library: Library, guide: Guide, theme: str, about: str) -> dict[str, object]:
    """What a guide and its memo both show."""
    return {
        "missing": _missing(library, guide, about),
        "theme": theme,
        "about": about,
        "most": max((len(found) for way in guide.seen for found in (way.taken, way.left)), default=0),
    }


def _memo_frame(term: ChoiceKind, title: str, crumbs: tuple[Crumb, ...], about: str) -> Frame:
    return Frame(
        f"Memo: {term.title.lower()}{f', {about.lower()}' if about else ''}",
        f"{title} De ervaringen van anderen op een paar vellen, voor raad of bestuur.",
        crumbs=crumbs,
        hide=("navigation", "toc"),
        search=False,
        styles=("council", "guide", "memo"),
    )


def memo_of(guide_page: str) -> str:
    """The page with the memo for council or board, below the guide."""
    return beside(guide_page, "memo.md")


def _themes(library: Library, guide: Guide) -> dict[str, int]:
    """The themes that narrow the guide down to enough cases, with how many of its choices are about each."""
    counts = {}
    for theme in library.term_list("themes"):
        found = [turn.id for turn in guide.turns if theme in turn.case.themes]
        if len(found) < len(guide.turns) and len(set(found)) >= _LEAST:
            counts[theme] = len(found)
    return counts


def _missing(library: Library, guide: Guide, about: str) -> list[tuple[str, list[str]]]:
    """Which cases would make the guide better: what is missing, and of what; `about` is its theme, if it has one."""

    def called(ways: Iterable[Way]) -> list[str]:
        return [way.term.title.lower() for way in ways]

    case, among = (f"case over {about}", f" in de cases over {about}") if about else ("case", "")
    themes = [term.title.lower() for id, term in library.term_list("themes").items() if id not in guide.themes]
    provinces = [library.title_of(Ref("provinces", id)) for id in provinces_without(library, guide.cases)]
    gaps = [
        (f"Nog geen {case} met deze wegen", called(guide.unseen)),
        (f"Door geen bron genoemd{among}, alleen door ons ingevuld", called(guide.only_filled)),
        (f"Wel gewogen, maar door niemand gekozen{among}", called(guide.untaken)),
        (f"Door één {case} gekozen, dus niet te vergelijken", called(guide.single)),
        ("Nog geen case met zo'n keuze bij deze thema's", [] if about else themes),
        (f"Nog geen {case} met zo'n keuze uit deze provincies", provinces),
    ]
    return [(what, names) for what, names in gaps if names]
