"""The page of all *afslagen*: who chose what, between what, and what came of it."""

from collections.abc import Iterator

from ..artifacts import Artifact
from ..rendering import Frame, Renderer


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page, newest choices first."""
    turns = [
        (turn.when, id, number, turn)
        for id, case in renderer.library.cases.items()
        for number, turn in enumerate(case.turns, start=1)
    ]
    years: dict[int, list[tuple[str, int, object]]] = {}
    for when, id, number, turn in sorted(turns, key=lambda item: (-item[0], item[1], item[2])):
        years.setdefault(when, []).append((id, number, turn))
    frame = Frame("Afslagen", "Wie koos wat, waartussen en waarom? Alle keuzes uit de cases bij elkaar.", search=False)
    yield renderer.page("turns.md.j2", "afslagen.md", frame, years=years, total=len(turns))
