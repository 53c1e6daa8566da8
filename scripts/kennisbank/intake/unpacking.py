"""Repacks a workbook within bounds, because a few kB may unpack to gigabytes or claim a billion cells."""

import io
import re
import zipfile
from xml.parsers import expat

from .drafting import Refused

MAX_UNPACKED = 40 * 1024 * 1024
MAX_ROWS = 1000
MAX_COLUMNS = 200
MAX_CELLS = 1_000_000

_REPEATED = re.compile(rb"""(number-(rows|columns)-repeated\s*=\s*["'])(\d+)(?=["'])""")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell")
_MERGED = re.compile(rb"""number-rows-spanned\s*=\s*["'](?!1["'])|<(?:\w+:)?mergeCell[\s>]""")
_FILLED = re.compile(
    rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\sr\s*=\s*["'](?P<column>[A-Z]{0,3})(?P<row>\d{1,9})["'][^>]*(?<!/)>"""
)


def repacked(data: bytes) -> tuple[bytes, bool]:
    """The same workbook, safe to read, and whether it has merged cells.

    Raises `Refused` when it holds far more than a table, and `zipfile.BadZipFile`, `expat.ExpatError`, `OSError`,
    `RuntimeError` or `NotImplementedError` when it cannot be unpacked.
    """
    left, merged = MAX_UNPACKED, False
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fresh, "w") as new:
        for member in old.infolist():
            if not member.filename.endswith((".xml", ".rels", "mimetype")):
                continue
            with old.open(member) as packed:
                content = packed.read(left + 1)
            left -= len(content)
            if left < 0:
                raise Refused("het bestand is uitgepakt veel te groot; bewaar alleen de tabel in een nieuw bestand")
            if member.filename != "mimetype":
                # The reader may never stop on XML that is not well-formed. Expat itself bounds entities that swell.
                expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - that is its signature
            content = _REPEATED.sub(_capped, content)
            _refuse_too_many(content)
            _refuse_far_away(content)
            merged = merged or bool(_MERGED.search(content))
            new.writestr(member.filename, content)
    return fresh.getvalue(), merged


def _capped(match: re.Match[bytes]) -> bytes:
    most = MAX_ROWS if match[2] == b"rows" else MAX_COLUMNS
    return match[1] + str(min(int(match[3][:9]), most + 1)).encode()


def _refuse_too_many(content: bytes) -> None:
    """Count the cells of an ODS: every row times how often it is repeated."""
    total = 0
    for row in content.split(b"<table:table-row")[1:]:
        head, _, cells = row.partition(b">")
        times = _times(head)
        total += times * sum(
            _times(cell.partition(b">")[0]) for cell in re.split(rb"<table:(?:covered-)?table-cell", cells)[1:]
        )
        if total > MAX_CELLS:
            raise Refused("de tabel heeft veel te veel cellen; bewaar alleen de rijen met cases in een nieuw bestand")


def _times(tag: bytes) -> int:
    found = _REPEATED.search(tag)
    return int(found[3]) if found else 1


def _refuse_far_away(content: bytes) -> None:
    """Refuse a filled cell of an XLSX far outside the table: the reader would make room for all cells before it."""
    for match in _FILLED.finditer(content):
        column = 0
        for letter in match["column"]:
            column = column * 26 + letter - 64
        if int(match["row"]) > 10 * MAX_ROWS or column > MAX_COLUMNS:
            where = (match["column"] + match["row"]).decode()
            raise Refused(f"in {where}, ver buiten de tabel, staat ook iets; haal dat weg en bewaar het opnieuw")
