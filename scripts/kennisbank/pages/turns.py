"""The page of all *afslagen*: who chose what, between what, and what came of it."""

from collections.abc import Iterator
from itertools import groupby

from ..artifacts import Artifact
from ..rendering import Frame, Renderer
from ..turns import turns_of

# More would make the page too heavy; the pages of the kinds of choice have the others.
MOST = 200


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page, newest choices first, to be narrowed down by theme and kind of choice."""
    turns = turns_of(renderer.library)
    years = {year: list(found) for year, found in groupby(turns[:MOST], key=lambda item: item.turn.when)}
    frame = Frame(
        "Afslagen",
        "Wie koos wat, waartussen en waarom? Alle keuzes uit de cases bij elkaar.",
        search=False,
        scripts=("list-filter",),
    )
    yield renderer.page("turns.md.j2", "afslagen.md", frame, years=years, total=len(turns), most=MOST)
