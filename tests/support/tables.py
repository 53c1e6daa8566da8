"""Workbooks as spreadsheet programs save them, small enough to read in a test."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from kennisbank.faces.spreadsheet_ods import SPACES
from kennisbank.intake.grid import letters

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# XML of one cell, for what is no text.
Cell = str | tuple[str]


def packed(files: Mapping[str, str]) -> bytes:
    """A zip with these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return target.getvalue()


def ods(rows: Sequence[Sequence[Cell]], after: str = "") -> bytes:
    """An ODS with one sheet; a cell in a tuple is XML. `after` follows the last row."""
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content {SPACES} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Blad1">{body}{after}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return cell[0]
    if not cell:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def xlsx(rows: Sequence[Sequence[Cell]], after: str = "") -> bytes:
    """An XLSX with one sheet; a cell in a tuple is XML. `after` follows the rows."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = (_xlsx_cell(f"{letters(column)}{number}", cell) for column, cell in enumerate(row))
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    return packed(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relation(f"{_LINKS}/officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINKS}">'
                '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relation(f"{_LINKS}/worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{_SHEET}"><sheetData>{"".join(lines)}</sheetData>{after}</worksheet>'
            ),
        }
    )


def _relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def _xlsx_cell(place: str, cell: Cell) -> str:
    if isinstance(cell, tuple):
        return cell[0].replace("PLAATS", place)
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>' if cell else ""
