"""Tables as people save them: CSV, ODS and XLSX to rows of text, within bounds."""

import codecs
import csv
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from xml.etree import ElementTree as ET

from ..findings.finding import shown
from ..reading.sheets import CASES, OTHERS
from . import ods, xlsx
from .cleaning import clean
from .grid import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TABS, TOO_MANY, Grid, Tab
from .refused import Refused
from .unpacking import unpacked

MAX_FILE = 5 * 1024 * 1024
# Five hundred cases of a page; what is read has to be checked, which costs far more than reading.
MAX_TEXT = 512 * 1024
SUFFIXES = (".csv", ".ods", ".xlsx")

_DAMAGED = "het bestand is beschadigd of is geen {kind}; open het in je rekenprogramma en bewaar het opnieuw"
_TOO_LONG = (
    f"er staat meer dan {MAX_TEXT // 1024} kB tekst in, veel meer dan een tabel met cases heeft; verdeel de rijen over"
    " meer bestanden"
)
_TOO_MANY_TABS = (
    f"het bestand heeft meer dan {MAX_TABS} bladen; bewaar alleen het blad met de cases in een nieuw bestand"
)
# What Python raises for a file that is damaged in one way or another; the last for what is packed too deep.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ET.ParseError),
    *(OSError, EOFError, ValueError, ArithmeticError, NotImplementedError, LookupError, RecursionError),
)
# So many rows of a CSV tell what parts its cells.
_LOOKED_AT = 12
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Row:
    """One row: its number as the spreadsheet shows it, and its cells as cleaned text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet that are not empty, and what people should know about the reading."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_table(data: bytes, suffix: str) -> Sheet:
    """The table in a file; raises `Refused` when it cannot be read or is far too large."""
    if len(data) > MAX_FILE:
        raise Refused(f"het bestand is te groot ({len(data) // 1024} kB; hoogstens {MAX_FILE // 1024} kB)")
    # The name of a file may say otherwise than it is.
    if suffix == ".csv" and not data.startswith(_ZIP):
        return _from_csv(data)
    return _from_workbook(data, suffix[1:].upper())


def _sheet(rows: Iterator[list[str]], notes: list[str]) -> Sheet:
    kept: list[Row] = []
    left, cells_left = MAX_TEXT, MAX_CELLS
    for number, cells in enumerate(rows, 1):
        if number > MAX_ROWS:
            notes.append(f"Alleen de eerste {MAX_ROWS} rijen zijn gelezen; verdeel de tabel over meer bestanden.")
            break
        texts = tuple(clean(cell).strip() for cell in cells[:MAX_COLUMNS])
        left -= sum(map(len, texts))
        if left < 0:
            raise Refused(_TOO_LONG)
        cells_left -= sum(map(bool, texts))
        if cells_left < 0:
            raise Refused(TOO_MANY)
        if any(texts):
            kept.append(Row(number, texts))
    return Sheet(tuple(kept), tuple(notes))


def _encoding(data: bytes) -> str:
    """How a text is kept: what begins with a mark says so, and a UTF-16 without one has a zero at every other place."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if b"\0" in data:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _separator(text: str) -> str:
    """What parts the cells: by it most of the first rows have one number of cells, also below a heading."""
    return max(";\t,", key=lambda sign: _alike(text, sign))


def _alike(text: str, sign: str) -> tuple[int, int]:
    """How many of the first rows have one number of cells when this parts them, and that number."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # who reads all of it tells
        widths.update(len(row) for row in islice(_rows(text, sign), _LOOKED_AT) if len(row) > 1)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _from_csv(data: bytes) -> Sheet:
    notes: list[str] = []
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(_DAMAGED.format(kind="CSV")) from error
    if encoding == "cp1252":
        notes.append(
            "Het bestand is niet in UTF-8 bewaard maar, zoals Excel vaak doet, in Windows-1252. Kijk of letters als"
            " é en ë goed zijn overgekomen; kies anders 'CSV UTF-8' bij het bewaren."
        )
    if "\0" in text:
        raise Refused(_DAMAGED.format(kind="CSV"))
    hinted = re.match(r"sep=(.)[ \t]*(?=[\r\n]|$)", text, re.IGNORECASE)
    separator = hinted[1] if hinted else _separator(text)
    try:
        found = list(_rows(text, separator))
    except csv.Error as error:
        if "larger than" in str(error):
            raise Refused("een cel is veel te lang; zet er alleen de tekst van die ene case in") from error
        raise Refused(
            "de aanhalingstekens in het bestand kloppen niet; bewaar de tabel opnieuw vanuit je rekenprogramma"
        ) from error
    return _sheet(iter([[], *found[1:]] if hinted else found), notes)


def _from_workbook(data: bytes, kind: str) -> Sheet:
    try:
        files = unpacked(data)
        tabs = (ods if "content.xml" in files else xlsx).tabs(files)
        tab, grid = _chosen(tabs)
    except _UNREADABLE as error:
        raise Refused(_DAMAGED.format(kind=kind)) from error
    except RuntimeError as error:
        raise Refused("het bestand heeft een wachtwoord; bewaar het zonder wachtwoord") from error
    notes = [*_about_others(tabs, tab), *grid.left_out()]
    if grid.merged:
        notes.append(
            "In de tabel zijn cellen samengevoegd: alleen de eerste rij krijgt de inhoud."
            " Haal de samenvoeging weg als die voor meer rijen geldt."
        )
    return _sheet(grid.shown(), notes)


def _chosen(tabs: list[Tab]) -> tuple[Tab, Grid]:
    """The sheet of the template, else the first that can be seen and holds something."""
    if len(tabs) > MAX_TABS:
        raise Refused(_TOO_MANY_TABS)
    seen = [tab for tab in tabs if not tab.hidden]
    if tabs and not seen:
        raise Refused("alle bladen zijn verborgen; maak het blad met de cases zichtbaar")
    for tab in sorted(seen, key=lambda tab: tab.name.strip().lower() != CASES.lower()):
        grid = tab.read()
        if grid.rows:
            return tab, grid
    return (seen[0], Grid()) if seen else (Tab("", hidden=False, read=Grid), Grid())


def _holds_something(tab: Tab) -> bool:
    try:
        return bool(tab.read().rows)
    except (Refused, RuntimeError, *_UNREADABLE):
        return True  # too much to read, or damaged: then there is something


def _about_others(tabs: list[Tab], chosen: Tab) -> Iterator[str]:
    """The sheets with something that are not read; those of the template explain it, and need no mention."""
    hidden = [f"'{shown(tab.name)}'" for tab in tabs if tab.hidden]
    seen = [tab for tab in tabs if not tab.hidden and tab is not chosen and tab.name not in OTHERS]
    others = [f"'{shown(tab.name)}'" for tab in seen if _holds_something(tab)]
    if others:
        yield f"Alleen blad '{shown(chosen.name)}' is gelezen, en niet: {', '.join(others)}."
    if hidden:
        what = "Een verborgen blad is" if len(hidden) == 1 else "Verborgen bladen zijn"
        yield f"{what} overgeslagen: {', '.join(hidden)}."
