"""The tables in one file for Excel and LibreOffice (Office Open XML, ISO/IEC 29500); always the same bytes."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import xlsxwriter

from ...faces.csv_text import Cell
from ..citing import AUTHOR, LICENCE, LICENCE_URL
from .release import ABOUT, TITLE, VERSION, Release, place
from .table import Table

WORKBOOK = place("bibliotheek.xlsx")

# More does not fit in a cell: Excel would call the file damaged.
_LONGEST = 32_767
# A link stays in memory until all is written; Excel takes 65,530 in a sheet, of 2,079 characters, some counted twice.
_MOST_LINKS = 20_000
_LONGEST_LINK = 1_000
_ABOUT = "Over deze tabellen"
_OPTIONS = {
    # Each row is written to a file of the system before the next: in memory they take twice what is in them.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "d-m-yyyy",
}


def workbook(release: Release, made: tuple[Table, ...]) -> bytes:
    """A sheet that says what this is and how it may be used, and a sheet for each table; still to be packed anew.

    That takes much room, which the tables can make once they are in here. A text is never read as a formula, and only
    a web address in a column for addresses is a link. Excel takes 1,048,576 rows, more than 10,000 cases have.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target,
        _OPTIONS,
    )
    # The moment that it was made would differ at every build.
    about = {"title": TITLE, "author": AUTHOR, "comments": _licence(), "created": _midnight(release.modified)}
    book.set_properties(about)
    _about(book, release, made)
    for table in made:
        _sheet(book, table)
    book.close()
    return target.getvalue()


def fingerprint(made: Iterable[Table]) -> str:
    """Tells one content of the workbook from another, SHA-256; a word in a text that is in no table does not matter."""
    found = hashlib.sha256()
    for table in made:
        for part in _told(table):
            found.update(part.encode())
    return f"sha256:{found.hexdigest()}"


def _told(table: Table) -> Iterator[str]:
    """What `repr` tells of the title, the names and the rows, row by row: all rows at once take their room again."""
    yield f"({table.title!r}, {table.names!r}, ("
    for number, row in enumerate(table.rows):
        yield f", {row!r}" if number else repr(row)
    yield ",))" if len(table.rows) == 1 else "))"


def _licence() -> str:
    return f"{LICENCE}: vrij te gebruiken met de naam '{AUTHOR}' erbij."


def _about(book: xlsxwriter.Workbook, release: Release, made: tuple[Table, ...]) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("Titel", TITLE),
        ("Wat", ABOUT),
        ("Licentie", _licence()),
        ("Tekst van de licentie", LICENCE_URL),
        ("Laatst gewijzigd", release.modified),
        ("Versie van de vorm", VERSION),
        ("Vingerafdruk", fingerprint(made)),
        *((f"Blad {table.title}", f"{table.about} Rijen: {len(table.rows)}.") for table in made),
    ]
    sheet = book.add_worksheet(_ABOUT)
    sheet.set_column(0, 0, 26, book.add_format({"bold": True, "valign": "top"}))
    sheet.set_column(1, 1, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    _fill(sheet, 0, rows)


def _sheet(book: xlsxwriter.Workbook, table: Table) -> None:
    sheet = book.add_worksheet(table.title)
    for number, width in enumerate(table.widths):
        sheet.set_column(number, number, width)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, table.names, head)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.names) - 1)
    few = len(table.rows) * len(table.addresses) <= _MOST_LINKS
    _fill(sheet, 1, table.rows, table.addresses if few else frozenset())


def _fill(
    sheet: "xlsxwriter.worksheet.Worksheet",
    first: int,
    rows: Iterable[tuple[Cell, ...]],
    addresses: frozenset[int] = frozenset(),
) -> None:
    for number, row in enumerate(rows, start=first):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                is_link = column in addresses and _may_be_link(cell)
                write = sheet.write_url if is_link else sheet.write_string
                write(number, column, cell[:_LONGEST])
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, _midnight(cell))
            elif cell is not None:
                sheet.write_number(number, column, cell)


def _may_be_link(cell: str) -> bool:
    return cell.startswith(("https://", "http://")) and len(cell) <= _LONGEST_LINK


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())
