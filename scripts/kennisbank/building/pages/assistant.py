"""The case-assistent: the form, and the rules it keeps, made from the content model."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...faces.assistant_form import FOR_EDITOR, NEUTER, ONE, asked_fields, is_typed, terms_of
from ...faces.assistant_known import known
from ...faces.assistant_rules import rules
from ...faces.assistant_steps import FIRST_OF, ITEM_PAGES, LAST_BY_HAND, STEPS, UNLISTED
from ...faces.pieces import in_pieces
from ...faces.questions import provinces, towns
from ...insights.facets import FOR_CONTRIBUTORS
from ...insights.figures import HEADS
from ...library.addresses import OVERVIEWS
from ...library.library import Library
from ..artifacts import Artifact
from ..json_text import json_text
from ..rendering import Crumb, Frame, Renderer
from .page_rules import page_rules

RULES = "bijdragen/assistent/regels.json"
KNOWN = "bijdragen/assistent/bekend"
PLACES = "bijdragen/assistent/plaatsen.json"
_FRAME = Frame(
    "Case-assistent",
    "Schrijf stap voor stap een case, met hulp en voorbeelden. Je hebt er geen account voor nodig.",
    crumbs=(Crumb(OVERVIEWS["bijdragen"], "Bijdragen"),),
    hide=("navigation", "toc"),
    scripts=("assistant",),
    facets=FOR_CONTRIBUTORS,
    styles=("assistant",),
)

_QUICK = replace(
    _FRAME,
    title="Snel een case aandragen",
    description="Vier vragen, vijf minuten: genoeg voor een eerste concept, dat de redactie met je afmaakt.",
    scripts=("quick-start",),
)
_PLAIN_QUESTIONS = "".join(
    f"{number}. {asked}\n\n\n"
    for number, asked in enumerate(("Titel", "Plaats", "Wat gebeurde er?", "Waar is het na te lezen?"), 1)
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The pages with the forms, and beside them the rules and what the library knows."""
    library = renderer.library
    page = renderer.page(
        "assistant.md.j2",
        OVERVIEWS["bijdragen/assistent"],
        _FRAME,
        steps=STEPS if renderer.site.contact else (*STEPS[:-1], LAST_BY_HAND),
        asked={field.name: field for field in asked_fields()},
        one=ONE,
        neuter=NEUTER,
        item_pages=ITEM_PAGES,
        first_of=FIRST_OF,
        figure_kinds={"results.__n__.kind": HEADS},
        unlisted=UNLISTED,
        for_editor=FOR_EDITOR,
        about_lesson=lambda lesson: library.lessons[lesson].summary if lesson in library.lessons else "",
        terms=lambda target: terms_of(library, target),
        typed=lambda field: is_typed(library, field),
    )
    yield page
    yield renderer.page(
        "quick_start.md.j2",
        OVERVIEWS["bijdragen/snel"],
        _QUICK,
        plain_questions=_PLAIN_QUESTIONS,
    )
    pieces = in_pieces(known(library))
    about = {**rules(library), "page": page_rules(library), "pieces": len(pieces)}
    yield Artifact(RULES, json_text(about), page.source)
    for number, piece in enumerate(pieces):
        # In how many pieces it is stands in the address, so that a browser with older rules takes none for another.
        yield Artifact(f"{KNOWN}/{len(pieces)}/{number}.json", json_text(piece), page.source)
    yield Artifact(PLACES, json_text(_places(library)), page.source)


def _places(library: Library) -> dict[str, Any]:
    """Every municipality and province: its name, and behind it the names by which people know it or its parts.

    Of a region its name alone.
    """
    lists = {"municipalities": towns(library), "provinces": provinces(library)}
    named = {name: [[one.title, *one.also, *one.parts] for one in choices] for name, choices in lists.items()}
    return {**named, "regions": [*terms_of(library, "regions").values()]}
