"""The columns of a table and what stands below them: all that can be known, and refused, without a library."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..faces.questions import SOURCES, TURNS
from ..findings.finding import shown
from ..findings.nearest import slug
from ..reading.marks import BULLETS
from .contact import ASIDE, is_contact, is_person
from .drafting import MOST_ITEMS
from .form import bare_labels, bare_questions
from .matching import match, names_in
from .refused import Refused
from .workbook import Row, Sheet

# A row that begins so explains the table; the template has two.
REMARK = "#"
# There are few columns and their reading is reported, so a name may be further off than a value: 'Vraag' for
# 'Vraagstuk'.
_ALIKE = 0.7
LEFT_OUT = "-"
# The names of the columns stand in one of so many first rows.
_LOOKED_AT = 10
# Of links, notes, tags and addresses: each may be a finding of its own. A table of sessions has some dozens.
_MARKS = re.compile(r"[\[<@]|://")
_MOST_MARKS = 10_000
# Of places, themes and other names of a list: more than there are.
_MOST_NAMES = 500
# Sources and turns, each of which is looked at on its own: five a row of a full table.
_MOST_PARTS = 2_500
# Two cases may begin with the same words; a row that stands there more often was filled down by a program.
_MOST_ALIKE = 10
# What people call a column with one of two years. So short that much is like it: 'Wind' is no 'Eind'.
_BEGINS_OR_ENDS = frozenset(
    (
        *("start", "begin", "gestart", "begonnen", "vanaf", "eind", "einde", "tot", "tot-en-met", "schooljaar"),
        *(f"{word}{what}" for word in ("start", "begin", "eind") for what in ("jaar", "datum")),
    )
)
_POINTS = ("-", "*", *BULLETS)
ERRORS = (
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#VERW!",
    "#N/B",
    "#WAARDE!",
    "#NAAM?",
    "#DEEL/0!",
    "#GETAL!",
    "#LEEG!",
    "#SPILL!",
    "#OVERLOOP!",
)


@dataclass(frozen=True)
class Table:
    """For every column the name of its question, empty when unknown, with its own name; the rows; and remarks."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def table_of(sheet: Sheet) -> Table:
    """The cases in a sheet; raises `Refused` when no column can be recognised, or for more than can be looked at."""
    if not sheet.rows:
        raise Refused("de tabel is leeg")
    head, *below = _from_the_head(sheet.rows)
    columns, notes = _columns(head, below)
    _refuse_on_its_side(head, [row for row in sheet.rows if row is not head])
    above = [str(row.number) for row in sheet.rows if row.number < head.number]
    if above:
        notes.append(f"Overgeslagen, want het staat boven de kolomnamen: rij {', '.join(above)}.")
    below, repeated = _once(below)
    _refuse_too_much(below, columns)
    remarks = [row for row in below if _is_remark(row)]
    rows = [row for row in below if not _is_remark(row)]
    if not rows:
        why = f"onder de kolomnamen staat nog geen case (een rij die met {REMARK} begint, telt niet mee)"
        raise Refused(". ".join([why, *(note.rstrip(".") for note in sheet.notes)]))
    notes += repeated
    if remarks:
        numbers = ", ".join(str(row.number) for row in remarks)
        notes.append(f"Overgeslagen, want het begint met {REMARK}: rij {numbers}.")
    return Table(tuple(columns), tuple(rows), (*sheet.notes, *notes))


def _is_remark(row: Row) -> bool:
    return row.cells[0].startswith(REMARK) and row.cells[0] not in ERRORS


def _refuse_too_much(rows: Sequence[Row], columns: list[tuple[str, str]]) -> None:
    """What is in bounds cell by cell may still be too much all together."""
    _refuse_too_many(rows, columns)
    _refuse_too_many_parts(rows, columns)
    if sum(len(_MARKS.findall(cell)) for row in rows for cell in row.cells) > _MOST_MARKS:
        raise Refused(f"er staan meer dan {_MOST_MARKS} tekens van opmaak in ([, <, @ of ://); zet er gewone tekst in")


def _refuse_too_many(rows: Sequence[Row], columns: list[tuple[str, str]]) -> None:
    """Each name that is not on a list is held against all of that list, so that their number has a bound."""
    several = {question.name for question in bare_questions() if question.several}
    found: set[str] = set()
    for row in rows:
        for (name, column), cell in zip(columns, row.cells, strict=False):
            found |= names_in(cell) if name in several else set()
            if len(found) > _MOST_NAMES:
                raise Refused(f"er staan meer dan {_MOST_NAMES} namen in, het laatst in kolom '{shown(column)}'")


def _refuse_too_many_parts(rows: Sequence[Row], columns: list[tuple[str, str]]) -> None:
    """Each source and turn costs work; a row with far too many of them is refused by itself."""
    counted = {SOURCES: _lines_in, TURNS: _paragraphs_in}
    cells = ((name, cell) for row in rows for (name, _), cell in zip(columns, row.cells, strict=False))
    found = (counted[name](cell) for name, cell in cells if name in counted and _lines_in(cell) <= MOST_ITEMS)
    if sum(found) > _MOST_PARTS:
        raise Refused(f"er staan meer dan {_MOST_PARTS} bronnen en afslagen in; verdeel de rijen over meer bestanden")


def _lines_in(cell: str) -> int:
    return sum(1 for line in cell.splitlines() if line.strip())


def _paragraphs_in(cell: str) -> int:
    """How many paragraphs and items of a list there are."""
    lines = ["", *(line.strip() for line in cell.splitlines())]
    return sum(bool(line) and (not above or line.startswith(_POINTS)) for above, line in pairwise(lines))


def _once(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """The rows, each once that stands there very often, sign for sign, and a remark for each of those.

    A few signs in a file can say that a row is repeated a thousand times.
    """
    first: dict[tuple[str, ...], Row] = {}
    again: dict[int, list[str]] = {}
    for row in rows:
        same = first.setdefault(row.cells, row)
        if same is not row and not row.cells[0].startswith(REMARK):
            again.setdefault(same.number, []).append(str(row.number))
    again = {one: all for one, all in again.items() if len(all) > _MOST_ALIKE}
    told = [f"Overgeslagen, want het is hetzelfde als rij {one}: rij {', '.join(all)}." for one, all in again.items()]
    skipped = {int(number) for numbers in again.values() for number in numbers}
    return [row for row in rows if row.number not in skipped], told


def _from_the_head(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows from the one with the names of the columns, above which people may put headings.

    Of all first rows it is the one that names most questions, for 'Cases' or 'Project, resultaat' may stand above it.
    """
    first = rows[:_LOOKED_AT]
    named = [index for index, row in enumerate(first) if _names_enough(row)]
    if not named:
        raise Refused(_no_head(first))
    return rows[max(named, key=lambda index: (_strength(first[index]), -index)) :]


def _names_enough(row: Row) -> bool:
    """Whether a row names two questions, all of its cells do, or one is the title: that alone makes a case."""
    found = [_question(cell) for cell in row.cells if cell]
    return any(name == "title" for name, _ in found) or sum(bool(name) for name, _ in found) >= min(2, len(found))


def _strength(row: Row) -> tuple[int, int, bool]:
    """How surely a row has the names of columns: the questions it names exactly, and nearly; one cell alone is less."""
    found = {_question(cell) for cell in row.cells} - {("", True)}
    names = {name for name, _ in found}
    return len({name for name, sure in found if sure}), len(names), sum(map(bool, row.cells)) > 1


def _no_head(rows: Sequence[Row]) -> str:
    """Why no row has the names of columns: which name is known at most, and which others are."""
    known = ", ".join(question.label for question in bare_questions())
    for cell, name in ((cell, _question(cell)[0]) for row in rows for cell in row.cells):
        if name:
            label = next(question.label for question in bare_questions() if question.name == name)
            return (
                f"alleen kolom '{shown(cell)}' is herkend, als '{label}', en een case heeft een titel nodig; zet"
                f" 'Titel' boven de kolom met de naam van elke case. Deze andere namen worden ook herkend: {known}"
            )
    return f"geen kolom is herkend; zet in de eerste rij deze namen, of een deel ervan: {known}"


def _question(cell: str) -> tuple[str, bool]:
    """The question that a column answers, and whether its name says so exactly."""
    for name in (cell, ASIDE.sub(" ", cell)):
        if slug(name) in _BEGINS_OR_ENDS:
            return "period", True
        found = match(" ".join(name.split()).strip("*:? "), bare_labels(), _ALIKE)
        if found.id:
            return found.id, found.sure
    return "", True


def _refuse_on_its_side(head: Row, others: Sequence[Row]) -> None:
    """Names that stand below each other, in front of their answers, would each become a case.

    A case may be called as a question is, so that it is no such table when the head itself asks most of those.
    """
    aside = _asked([row.cells[0] for row in others]) - {"title"}
    if len(aside) > 1 and 2 * len(aside & _asked(head.cells)) <= len(aside):
        raise Refused(
            "de tabel staat op zijn kant: de namen staan onder elkaar, en elke case in een kolom. Zet elke case op een"
            " eigen rij. In Excel: kopieer alles, en kies bij Plakken voor Transponeren"
        )


def _asked(names: Sequence[str]) -> set[str]:
    """The questions that are named exactly."""
    return {question for question, sure in map(_question, names) if question and sure}


def _columns(head: Row, rows: Sequence[Row]) -> tuple[list[tuple[str, str]], list[str]]:
    """For every column the name of its question, empty when unknown, with its own name."""
    columns, notes = [], []
    names = {question.name: question.label for question in bare_questions()}
    asked = [_question(cell) for cell in head.cells]
    has_title = any(name == "title" for cell, (name, _) in zip(head.cells, asked, strict=True) if not is_person(cell))
    for number, (cell, (name, sure)) in enumerate(zip(head.cells, asked, strict=True)):
        below = (row.cells[number] for row in rows if number < len(row.cells))
        filled = [text for text in below if text and not text.startswith(REMARK)]
        if not (name and sure) and (is_contact(cell, filled) or (has_title and is_person(cell))):
            columns.append((LEFT_OUT, cell))
            notes.append(f"Kolom '{shown(cell)}' heeft contactgegevens en is overgeslagen.")
            continue
        columns.append((name, cell))
        if cell and not name:
            notes.append(
                f"Kolom '{shown(cell)}' is geen vraag van het formulier; wat erin staat, komt bij 'Hoe zeker is dit?'."
            )
        elif not sure:
            notes.append(f"Kolom '{shown(cell)}' is gelezen als '{names[name]}'.")
    missing = [label for name, label in names.items() if name not in {name for name, _ in columns}]
    if missing:
        notes.append(f"Deze kolommen staan niet in de tabel: {', '.join(missing)}.")
    return columns, notes
