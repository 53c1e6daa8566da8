"""The pages of *afslagen*: who chose what, between what, and why; all together, by theme, and by kind of choice."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ...insights.facets import OVERVIEW
from ...insights.turns import CaseTurn, turns_of
from ...library.addresses import OVERVIEWS, page_of
from ...library.library import Ref
from ...model.kinds import LISTS
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .parts import part_frame, part_pages
from .terms import KINDS_OF_CHOICE, linked_term

# More would make a page too heavy: the rest goes on in parts, of which the second is `afslagen/2/`.
MOST = 120


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """All choices, those of each theme that has any, and those of each kind of choice."""
    library = renderer.library
    above = OVERVIEWS["afslagen"]
    frame = Frame(
        "Afslagen",
        "Wie koos wat, waartussen en waarom? Alle keuzes uit de cases bij elkaar.",
        facets=OVERVIEW,
        scripts=("list-filter",),
    )
    themes = [theme for theme in library.term_list("themes") if turns_of(library, theme=theme)]
    yield from _parts(renderer, above, frame, turns_of(library), themes=themes)
    for theme in themes:
        name = library.title_of(Ref("themes", theme)).lower()
        own = replace(
            frame,
            title=f"Afslagen: {name}",
            description=f"Wie koos wat, waartussen en waarom? De keuzes uit de cases over {name}.",
            crumbs=(Crumb(above, frame.title),),
        )
        page = f"{above.removesuffix('.md')}/{theme}.md"
        yield from _parts(renderer, page, own, turns_of(library, theme=theme), ref=Ref("themes", theme))
    for kind, term in library.term_list(KINDS_OF_CHOICE).items():
        terms = LISTS[KINDS_OF_CHOICE]
        own = replace(
            frame,
            title=term.title,
            description=f"Keuzes van de soort {term.title.lower()}: wie koos wat, waartussen en waarom?",
            source=terms.path,
            crumbs=(Crumb(OVERVIEWS[terms.url], terms.plural.capitalize()),),
            search=True,
            facets={"type": ("onderwerp",)},
            linked=linked_term(renderer, terms, term),
        )
        ref = Ref(KINDS_OF_CHOICE, kind)
        yield from _parts(renderer, page_of(ref), own, turns_of(library, kind=kind), ref=ref)


def _parts(
    renderer: Renderer,
    page: str,
    frame: Frame,
    turns: tuple[CaseTurn, ...],
    ref: Ref | None = None,
    themes: list[str] | None = None,
) -> Iterator[Artifact]:
    """A list of choices, on as many pages as it takes; `ref` is the theme or kind that they share."""
    parts = part_pages(page, len(turns), MOST)
    for index, own in enumerate(parts):
        shown = turns[index * MOST : (index + 1) * MOST]
        yield renderer.page(
            "turns.md.j2",
            own,
            frame if own == page else replace(part_frame(frame, page, index + 1), search=False, linked={}),
            years={year: list(found) for year, found in groupby(shown, key=lambda item: item.turn.when)},
            total=len(turns),
            parts=parts,
            at=index,
            about=ref,
            themes=themes or [],
        )
