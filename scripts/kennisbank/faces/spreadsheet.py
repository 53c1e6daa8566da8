"""The template for a table with one case a row: as CSV, for Excel and as OpenDocument; always the same bytes."""

import io
from collections.abc import Mapping
from datetime import datetime

import xlsxwriter

from ..library.library import Library
from ..reading.sheets import CASES, OTHERS
from .csv_text import csv_text
from .questions import Question, questions, towns
from .spreadsheet_ods import Column, choice_cells, ods
from .zip_file import packed_anew

ROWS = 200
"""So many rows below the names offer what there is to choose from."""
_WIDTH = 30
_STEPS = (
    "Zet op het blad Cases één case per rij. Alleen de titel is nodig om te beginnen.",
    "De rij die met een hekje (#) begint, is een voorbeeld. Die telt niet mee; je mag haar weghalen.",
    "Bij een kolom met keuzes kun je kiezen uit een lijst. Iets anders typen mag ook.",
    "Horen er meer keuzes bij één case, typ ze dan met een komma ertussen.",
    "Een nieuwe regel in een cel maak je met Alt+Enter in Excel, en met Ctrl+Enter in LibreOffice.",
    "Partijen, cijfers en lessen staan er niet in: daar vraagt de redactie later naar.",
    "Zet geen namen van deelnemers, e-mailadressen of telefoonnummers in de tabel.",
)


def as_csv(library: Library) -> str:
    """The template as Dutch Excel opens it: names, an explanation and an example, the last two marked as remarks."""
    asked = questions(library)
    about = [_marked(number, question.about) for number, question in enumerate(asked)]
    return csv_text([[question.label for question in asked], about, _example(asked)])


def as_xlsx(library: Library) -> bytes:
    """The template for Excel: with an example, an explanation and what there is to choose from."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # The moment that it was made would differ at every build.
    book.set_properties({"title": "Sjabloon voor cases", "created": datetime(1980, 1, 1)})  # noqa: DTZ001 - no zone
    bold, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    made = {name: book.add_worksheet(name) for name in (CASES, *OTHERS)}
    columns = _columns(library)
    for name, rows in _sheets(columns, questions(library)).items():
        sheet = made[name]
        sheet.set_column(0, max(map(len, rows)) - 1, 90 if name == OTHERS[0] else _WIDTH, wrapped)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row, None if number else bold)
        sheet.freeze_panes(1, 1 if name == CASES else 0)
    made[OTHERS[0]].set_column(0, 0, _WIDTH, wrapped)
    chosen = choice_cells(columns)
    for number, column in enumerate(columns):
        made[CASES].data_validation(1, number, ROWS, number, _validation(column, chosen))
    book.close()
    return packed_anew(target.getvalue())


def _validation(column: Column, chosen: Mapping[str, tuple[str, int]]) -> dict[str, object]:
    """What Excel offers in a column, and says when somebody stands in it; other words are not refused."""
    about = {"input_title": column.name[:32], "input_message": column.about[:255], "show_error": False}
    if not column.choices:
        return {"validate": "any", **about}
    letter, last = chosen[column.name]
    return {"validate": "list", "source": f"={OTHERS[1]}!${letter}$2:${letter}${last}", **about}


def as_ods(library: Library) -> bytes:
    """The template as OpenDocument, with the same sheets."""
    columns = _columns(library)
    return ods(_sheets(columns, questions(library)), columns, ROWS)


def _columns(library: Library) -> list[Column]:
    found = []
    for question in questions(library):
        choices = towns(library) if question.name == "places" else question.choices
        found.append(Column(question.label, question.about, tuple(choice.title for choice in choices)))
    return found


def _sheets(columns: list[Column], asked: tuple[Question, ...]) -> dict[str, list[list[str]]]:
    """The rows of each sheet, the first with the names of its columns."""
    lists = [column for column in columns if column.choices]
    longest = max((len(column.choices) for column in lists), default=0)
    return {
        CASES: [[column.name for column in columns], _example(asked)],
        OTHERS[0]: [
            ["Zo werkt het", ""],
            *([str(number), step] for number, step in enumerate(_STEPS, 1)),
            ["Kolom", "Wat zet je erin?"],
            *([question.label, question.help] for question in asked),
        ],
        OTHERS[1]: [
            [column.name for column in lists],
            *([column.choices[row] if row < len(column.choices) else "" for column in lists] for row in range(longest)),
        ],
    }


def _example(asked: tuple[Question, ...]) -> list[str]:
    return [_marked(number, _answer(question)) for number, question in enumerate(asked)]


def _answer(question: Question) -> str:
    """What the example says to a question: of a choice its title, so that all of it is about one case."""
    titles = {choice.id: choice.title for choice in question.choices}
    return ", ".join(titles.get(id, "") for id in question.example.split(", ")) if titles else question.example


def _marked(number: int, text: str) -> str:
    return text if number else f"# {text}"
