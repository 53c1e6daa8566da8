"""The figures of a case as readers may compare them: each kind apart, under heads that say what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.figures import FigureKind, Result

# The kinds in the order of the page: their title, and what the columns for target and achieved are called.
HEADS = {
    FigureKind.OUTCOME: ("Uitkomst", "Doel", "Gehaald"),
    FigureKind.COST: ("Kosten", "Begroot", "Besteed"),
    FigureKind.SIDE_EFFECT: ("Wat er ook gebeurde", "Verwacht", "Geteld"),
    FigureKind.EXPECTED: ("Verwachting", "Verwacht", ""),
}


@dataclass(frozen=True)
class FigureGroup:
    """Figures of one kind; `columns` are the head and the field of each column with numbers."""

    kind: FigureKind
    title: str
    columns: tuple[tuple[str, str], ...]
    results: tuple[Result, ...]


def money_in(results: Iterable[Result]) -> tuple[Result, ...]:
    """The figures of money."""
    return tuple(result for result in results if result.kind == FigureKind.COST)


def figure_groups(results: Iterable[Result]) -> tuple[FigureGroup, ...]:
    """The figures by kind; an outcome always has both columns, the others only the ones that hold something."""
    found = tuple(results)
    groups = []
    for kind, (title, *heads) in HEADS.items():
        own = tuple(result for result in found if result.kind == kind)
        columns = tuple(
            (head or "Gehaald", name)
            for head, name in zip(heads, ("target", "achieved"), strict=True)
            if kind == FigureKind.OUTCOME or any(getattr(result, name) is not None for result in own)
        )
        groups.append(FigureGroup(kind, title, columns, own))
    return tuple(group for group in groups if group.results)


def highlights(results: Iterable[Result]) -> tuple[Result, ...]:
    """The figures that a case shows large."""
    return tuple(result for result in results if result.highlight)
