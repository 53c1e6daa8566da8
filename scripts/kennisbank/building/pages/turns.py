"""The pages of *afslagen*: who chose what, between what, and why; all together, and by theme, kind or both."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ...insights.facets import OVERVIEW
from ...insights.turns import CaseTurn, turns_of
from ...library.addresses import OVERVIEWS, page_of
from ...library.library import Library, Ref
from ...model.kinds import LISTS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .parts import part_frame, part_pages
from .terms import KINDS_OF_CHOICE, linked_term

# More would be too long to leaf through on a phone: the rest goes on in parts, of which the second is `afslagen/2/`.
MOST = 40
_ABOVE = OVERVIEWS["afslagen"]
_FRAME = Frame(
    "Afslagen",
    "Wie koos wat, waartussen en waarom? Alle keuzes uit de cases bij elkaar.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
)


@dataclass(frozen=True)
class Narrowing:
    """A way to see fewer choices: its page, what it is called, how many are there; `here` is what one sees now."""

    page: str
    name: str
    count: int
    here: bool = False


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """All choices, those of each theme, of each kind of choice, and of each kind in each theme."""
    library = renderer.library
    yield from _parts(renderer, _FRAME)
    for theme in library.term_list("themes"):
        if turns_of(library, theme=theme):
            yield from _parts(renderer, _of_theme(library, theme), theme=theme)
    for kind, term in library.term_list(KINDS_OF_CHOICE).items():
        terms = LISTS[KINDS_OF_CHOICE]
        own = replace(
            _FRAME,
            title=term.title,
            description=f"Keuzes van de soort {term.title.lower()}: wie koos wat, waartussen en waarom?",
            source=terms.path,
            crumbs=(Crumb(OVERVIEWS[terms.url], terms.plural.capitalize()),),
            facets={"type": ("onderwerp",)},
            linked=linked_term(renderer, terms, term),
        )
        yield from _parts(renderer, own, kind=kind)
        for theme in library.term_list("themes"):
            if turns_of(library, kind=kind, theme=theme):
                yield from _parts(renderer, _of_both(library, kind, theme), kind=kind, theme=theme)


def page_of_turns(kind: str = "", theme: str = "") -> str:
    """The page with the choices of a kind, of a theme, of both, or of neither: all of them."""
    if kind and not theme:
        return page_of(Ref(KINDS_OF_CHOICE, kind))
    return "/".join(part for part in (_ABOVE.removesuffix(".md"), theme, kind) if part) + ".md"


def _of_theme(library: Library, theme: str) -> Frame:
    name = library.title_of(Ref("themes", theme)).lower()
    return replace(
        _FRAME,
        title=f"Afslagen: {name}",
        description=f"Wie koos wat, waartussen en waarom? De keuzes uit de cases over {name}.",
        crumbs=(Crumb(_ABOVE, _FRAME.title),),
    )


def _of_both(library: Library, kind: str, theme: str) -> Frame:
    """A page to narrow down to; search has the cases themselves."""
    above = _of_theme(library, theme)
    name = library.title_of(Ref(KINDS_OF_CHOICE, kind))
    return replace(
        above,
        title=f"{above.title}, {name.lower()}",
        description=f"{above.description} Alleen van de soort {name.lower()}.",
        crumbs=(*above.crumbs, Crumb(page_of_turns(theme=theme), above.title)),
        search=False,
    )


def _narrowings(library: Library, kind: str, theme: str) -> list[tuple[str, list[Narrowing]]]:
    """What one can choose from here, with what is chosen already: kinds of choice, and themes."""
    kinds = [("", "alle"), *((id, term.title.lower()) for id, term in library.term_list(KINDS_OF_CHOICE).items())]
    themes = [("", "alle"), *((id, term.title.lower()) for id, term in library.term_list("themes").items())]

    def counted(kind: str, theme: str) -> int:
        return len(turns_of(library, kind=kind, theme=theme))

    rows = (
        (
            "Soort keuze",
            [Narrowing(page_of_turns(id, theme), name, counted(id, theme), id == kind) for id, name in kinds],
        ),
        ("Thema", [Narrowing(page_of_turns(kind, id), name, counted(kind, id), id == theme) for id, name in themes]),
    )
    return [(what, [one for one in found if one.count or one.here]) for what, found in rows]


def _parts(renderer: Renderer, frame: Frame, kind: str = "", theme: str = "") -> Iterator[Artifact]:
    """A list of choices, on as many pages as it takes."""
    turns: tuple[CaseTurn, ...] = turns_of(renderer.library, kind=kind, theme=theme)
    page = page_of_turns(kind, theme)
    parts = part_pages(page, len(turns), MOST)
    narrowings = _narrowings(renderer.library, kind, theme)  # counts all choices: once, not for every part
    for index, own in enumerate(parts):
        shown = turns[index * MOST : (index + 1) * MOST]
        yield renderer.page(
            "turns.md.j2",
            own,
            frame if own == page else replace(part_frame(frame, page, index + 1), search=False, linked={}),
            years={year: list(found) for year, found in groupby(shown, key=lambda item: str(item.turn.when))},
            total=len(turns),
            parts=parts,
            at=index,
            kind=kind,
            theme=theme,
            narrowings=narrowings,
        )
