"""Tables as people save them: CSV, ODS and XLSX to rows of text, within bounds."""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook

from .cleaning import clean
from .drafting import Refused
from .unpacking import MAX_COLUMNS, MAX_ROWS, repacked

MAX_FILE = 5 * 1024 * 1024
SUFFIXES = (".csv", ".ods", ".xlsx")

_DAMAGED = "het bestand is beschadigd of is geen {kind}; open het in je rekenprogramma en bewaar het opnieuw"
# What Python and the reader raise for a file that is damaged in one way or another.
_UNREADABLE = (
    *(CalamineError, zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError),
    *(OSError, EOFError, ValueError, NotImplementedError, LookupError),
)


@dataclass(frozen=True)
class Row:
    """One row: its number as the spreadsheet shows it, and its cells as cleaned text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of the first sheet that are not empty, and what people should know about the reading."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_table(data: bytes, suffix: str) -> Sheet:
    """The table in a file; raises `Refused` when it cannot be read or is far too large."""
    if len(data) > MAX_FILE:
        raise Refused(f"het bestand is te groot ({len(data) // 1024} kB; hoogstens {MAX_FILE // 1024} kB)")
    if suffix == ".csv":
        return _from_csv(data)
    return _from_workbook(data, suffix)


def _sheet(rows: Iterator[list[str]], notes: list[str]) -> Sheet:
    kept = []
    for number, cells in enumerate(rows, 1):
        if number > MAX_ROWS:
            notes.append(f"Alleen de eerste {MAX_ROWS} rijen zijn gelezen; verdeel de tabel over meer bestanden.")
            break
        texts = tuple(clean(cell).strip() for cell in cells[:MAX_COLUMNS])
        if any(texts):
            kept.append(Row(number, texts))
    return Sheet(tuple(kept), tuple(notes))


def _from_csv(data: bytes) -> Sheet:
    notes: list[str] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("cp1252")
        except UnicodeDecodeError as error:
            raise Refused(_DAMAGED.format(kind="CSV")) from error
        notes.append(
            "Het bestand is niet in UTF-8 bewaard maar, zoals Excel vaak doet, in Windows-1252. Kijk of letters als"
            " é en ë goed zijn overgekomen; kies anders 'CSV UTF-8' bij het bewaren."
        )
    if "\0" in text:
        raise Refused(_DAMAGED.format(kind="CSV"))
    lines = text.splitlines(keepends=True)
    hinted = re.fullmatch(r"sep=(.)\s*", lines[0], re.IGNORECASE) if lines else None
    first = next((line for line in lines[1 if hinted else 0 :] if line.strip()), "")
    separator = hinted[1] if hinted else max(";\t,", key=first.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        if "larger than" in str(error):
            raise Refused("een cel is veel te lang; zet er alleen de tekst van die ene case in") from error
        raise Refused(
            "de aanhalingstekens in het bestand kloppen niet; bewaar de tabel opnieuw vanuit je rekenprogramma"
        ) from error
    return _sheet(iter([[], *found[1:]] if hinted else found), notes)


def _from_workbook(data: bytes, suffix: str) -> Sheet:
    kind = suffix[1:].upper()
    try:
        packed, merged = repacked(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(packed))
        sheet = book.get_sheet_by_index(0)
        rows = list(sheet.to_python(skip_empty_area=False))
    except _UNREADABLE as error:
        raise Refused(_DAMAGED.format(kind=kind)) from error
    except RuntimeError as error:
        raise Refused("het bestand heeft een wachtwoord; bewaar het zonder wachtwoord") from error
    notes = []
    if merged:
        notes.append(
            "In de tabel zijn cellen samengevoegd: alleen de eerste rij krijgt de inhoud."
            " Haal de samenvoeging weg als die voor meer rijen geldt."
        )
    if len(book.sheet_names) > 1:
        notes.append(f"Alleen het eerste blad is gelezen ('{book.sheet_names[0]}').")
    return _sheet(([_text(value) for value in row] for row in rows), notes)


def _text(value: object) -> str:
    """A cell as people see it: whole numbers without decimals, dates as year-month-day."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).replace(".", ",")
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value)
