"""Session packs: three cases of a theme that differ, with what a group needs to discuss them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...insights.facets import OVERVIEW
from ...insights.sessions import Chosen, contrasting, first_sentences, lesson_to_discuss, questions_of, turn_to_discuss
from ...library.addresses import OVERVIEWS
from ...library.library import Entry, Library
from ...model.kinds import START
from ...model.records import Case
from ...model.turns import Turn
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer
from .terms import refs_of_term

_OVERVIEW = OVERVIEWS["sessiepakket"]
_START = 420  # characters of the beginning of a case
_QUESTIONS = 2  # of the lesson


@dataclass(frozen=True)
class _Item:
    """What the group gets of one case."""

    id: str
    case: Case
    reasons: tuple[str, ...]
    start: str
    path: str
    number: int
    turn: Turn
    lesson: str | None
    questions: tuple[str, ...]


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The overview, and a pack for every theme with three cases or more."""
    library = renderer.library
    packs = {theme: _items(library, theme) for theme in library.term_list("themes")}
    packs = {theme: items for theme, items in packs.items() if items}
    frame = Frame("Sessiepakketten", "Drie cases per thema om met een groep te bespreken.", facets=OVERVIEW)
    yield renderer.page("session_packs.md.j2", _OVERVIEW, frame, packs=packs)
    for theme, items in packs.items():
        title = library.term_list("themes")[theme].title
        yield renderer.page(
            "session_pack.md.j2",
            f"sessiepakket/{theme}.md",
            Frame(
                f"Sessiepakket {title.lower()}",
                f"Drie cases over {title.lower()} die van elkaar verschillen, met vragen en een tijdschema.",
                crumbs=(Crumb(_OVERVIEW, "Sessiepakketten"),),
                search=False,
                styles=("session",),
            ),
            theme=theme,
            items=items,
        )


def _items(library: Library, theme: str) -> list[_Item]:
    ids = [ref.id for ref in refs_of_term(library, "themes", theme) if ref.kind == "case" and ref.id in library.cases]
    return [_item(library, chosen) for chosen in contrasting(library, ids)]


def _item(library: Library, chosen: Chosen) -> _Item:
    case = library.cases[chosen.case]
    entry = library.entry("case", chosen.case)
    number, turn = turn_to_discuss(case)
    lesson = lesson_to_discuss(case)
    asked = questions_of(library.entry("lesson", lesson)) if lesson else ()
    return _Item(
        chosen.case,
        case,
        chosen.reasons,
        start_of(entry),
        entry.document.path,
        number,
        turn,
        lesson,
        asked[:_QUESTIONS],
    )


def start_of(entry: Entry) -> str:
    """What a pack has of the text of a case."""
    return first_sentences(entry.prose.section(START.title) or "", _START)
