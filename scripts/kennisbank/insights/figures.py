"""The figures of a case as readers may compare them: each kind apart, under heads that say what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.figures import FigureKind, Result

# The kinds in the order of the page: their title, and what the columns for target and achieved are called.
HEADS = {
    FigureKind.OUTCOME: ("Uitkomst", "Doel", "Gehaald"),
    FigureKind.COST: ("Kosten", "Begroot", "Besteed"),
    FigureKind.CONTRIBUTION: ("Geld van anderen", "Toegezegd", "Gekregen"),
    FigureKind.SIDE_EFFECT: ("Wat er ook gebeurde", "Verwacht", "Geteld"),
    FigureKind.EXPECTED: ("Verwachting", "Verwacht", ""),
}
# In a table where all kinds stand in one column: a head with all of the words above.
BEFORE = "Vooraf: doel, begroot, toegezegd of verwacht"
CAME = "Werkelijk: gehaald, besteed, gekregen of geteld"
# What tells of money: first what it cost, then who else paid.
MONEY = (FigureKind.COST, FigureKind.CONTRIBUTION)
_MONEY_WORDS = {FigureKind.COST: "kosten", FigureKind.CONTRIBUTION: "geld van anderen"}


@dataclass(frozen=True)
class FigureGroup:
    """Figures of one kind; `columns` are the head and the field of each column with numbers."""

    kind: FigureKind
    title: str
    columns: tuple[tuple[str, str], ...]
    results: tuple[Result, ...]


def money_in(results: Iterable[Result]) -> tuple[Result, ...]:
    """The figures of money, what it cost first."""
    found = tuple(results)
    return tuple(result for kind in MONEY for result in found if result.kind == kind)


def costs_in(results: Iterable[Result]) -> tuple[Result, ...]:
    """The figures that tell what it cost."""
    return tuple(result for result in results if result.kind == FigureKind.COST)


def money_word(results: Iterable[Result]) -> str:
    """What these figures of money are, in one or two words; without any it is costs that one asks for."""
    kinds = {result.kind for result in results}
    told = [word for kind, word in _MONEY_WORDS.items() if kind in kinds]
    return " en ".join(told or ["kosten"])


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
