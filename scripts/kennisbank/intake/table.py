"""A table with one case a row to concept cases."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..findings.finding import shown
from ..library.library import Library
from .columns import ERRORS, LEFT_OUT, Table
from .drafting import Draft, draft
from .refused import Refused
from .workbook import Row


@dataclass(frozen=True)
class Line:
    """One row of the table: the draft made of it, or why there is none."""

    number: int
    title: str
    draft: Draft | None
    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Harvest:
    """What a table holds: its lines, and remarks about the table as a whole."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...]


def harvest(table: Table, library: Library, taken: Collection[str]) -> Harvest:
    """A draft for every row."""
    used = set(taken)
    lines = []
    for row in table.rows:
        line = _line(row, table.columns, library, used)
        used |= {line.draft.id} if line.draft else set()
        lines.append(line)
    return Harvest(tuple(lines), table.notes)


def _line(row: Row, columns: tuple[tuple[str, str], ...], library: Library, used: set[str]) -> Line:
    answers: dict[str, str] = {}
    for name, text in _answers(row, columns):
        answers[name] = f"{answers[name]}\n\n{text}" if name in answers else text
    title = answers.get("title", "")
    notes = tuple(
        f"kolom '{shown(columns[number][1])}': de formule geeft een fout ({cell})"
        for number, cell in enumerate(row.cells[: len(columns)])
        if cell in ERRORS
    )
    if not title:
        problem = "de titel ontbreekt; zonder titel is er geen bestand om in te bewaren. Vul kolom 'Titel' in"
        return Line(row.number, "", None, problem, notes)
    try:
        made = draft(answers, library, used)
    except Refused as error:
        return Line(row.number, title, None, str(error), notes)
    return Line(row.number, title, made, "", notes)


def _answers(row: Row, columns: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """The cells that hold something, with the question they answer."""
    for number, cell in enumerate(row.cells):
        name, column = columns[number] if number < len(columns) else ("", "")
        if cell and cell not in ERRORS and name != LEFT_OUT:
            yield (name, cell) if name else ("certainty", f"{column or 'Zonder kolomnaam'}: {cell}")
