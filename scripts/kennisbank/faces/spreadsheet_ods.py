"""Writes sheets as OpenDocument (ISO/IEC 26300), with lists to choose from and a first row that stays in view."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
    ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLES = (
    '<style:style style:name="breed" style:family="table-column">'
    '<style:table-column-properties style:column-width="6cm"/></style:style>'
    '<style:style style:name="kop" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="tekst" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
)
# The first moment a zip can hold: a real one would make every build differ.
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Column:
    """A column to fill in: its name, what it is for, and what there is to choose from."""

    name: str
    about: str
    choices: tuple[str, ...]


def choice_cells(columns: Sequence[Column]) -> dict[str, tuple[str, int]]:
    """Where the choices of each column that has any stand in the sheet of choices: its letters, and the last row."""
    lists = [column for column in columns if column.choices]
    return {one.name: (xl_col_to_name(place), 1 + len(one.choices)) for place, one in enumerate(lists)}


def ods(sheets: Mapping[str, Sequence[Sequence[str]]], columns: Sequence[Column], rows: int) -> bytes:
    """A workbook with these sheets; the first has these columns, the last the choices of those that have any."""
    first, *_, last = sheets
    names = [f"kolom-{number}" for number in range(len(columns))]
    tables = "".join(_table(name, lines, names if name == first else [], rows) for name, lines in sheets.items())
    content = (
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
        f"<table:content-validations>{_validations(columns, last)}</table:content-validations>{tables}"
        "</office:spreadsheet></office:body>"
    )
    settings = f"<office:settings>{_view(sheets)}</office:settings>"
    parts = {f"{name}.xml": _part(name, text) for name, text in (("content", content), ("settings", settings))}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        # The type stands first and uncompressed, so that programs can tell what the file is (part 2, 3.3).
        for name, text in {"mimetype": _TYPE, **parts, "META-INF/manifest.xml": _manifest(parts)}.items():
            packed.writestr(zipfile.ZipInfo(name, _MOMENT), text, zipfile.ZIP_STORED)
    return target.getvalue()


def _part(name: str, text: str) -> str:
    tag = f"office:document-{name}"
    return f'{_HEAD}<{tag} {SPACES} office:version="1.3">{text}</{tag}>\n'


def _manifest(parts: Mapping[str, str]) -> str:
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    entries = "".join(entry.format(name, "text/xml") for name in parts)
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.3">{entry.format("/", _TYPE)}{entries}</manifest:manifest>\n'
    )


def _validations(columns: Sequence[Column], sheet: str) -> str:
    """For every column what a program says in it, and the list that it offers; other words are not refused."""
    made, chosen = "", choice_cells(columns)
    for number, column in enumerate(columns):
        condition = ""
        if column.choices:
            letter, last = chosen[column.name]
            cells = f"[${sheet}.${letter}$2:.${letter}${last}]"
            condition = f' table:condition="of:cell-content-is-in-list({cells})" table:display-list="unsorted"'
        made += (
            f'<table:content-validation table:name="kolom-{number}"{condition} table:allow-empty-cell="true">'
            f'<table:help-message table:title={quoteattr(column.name)} table:display="true">'
            f"<text:p>{escape(column.about)}</text:p></table:help-message>"
            '<table:error-message table:message-type="information" table:display="false"/></table:content-validation>'
        )
    return made


def _view(sheets: Mapping[str, object]) -> str:
    """The settings with which the first row, and in the sheet to fill in the first column, stays in view."""
    item = '<config:config-item config:name="{}" config:type="{}">{}</config:config-item>'.format
    made = ""
    for number, name in enumerate(sheets):
        split = {"Vertical": 1, **({} if number else {"Horizontal": 1})}
        told = "".join(
            item(f"{side}SplitMode", "short", 2) + item(f"{side}SplitPosition", "int", at) for side, at in split.items()
        )
        told += item("ActiveSplitRange", "short", 2 if number else 3)
        told += item("PositionBottom", "int", 1) + ("" if number else item("PositionRight", "int", 1))
        made += f"<config:config-item-map-entry config:name={quoteattr(name)}>{told}</config:config-item-map-entry>"
    tables = f'<config:config-item-map-named config:name="Tables">{made}</config:config-item-map-named>'
    active = item("ActiveTable", "string", escape(next(iter(sheets))))
    view = (
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{item('ViewId', 'string', 'view1')}{tables}{active}"
        "</config:config-item-map-entry></config:config-item-map-indexed>"
    )
    return f'<config:config-item-set config:name="ooo:view-settings">{view}</config:config-item-set>'


def _table(name: str, lines: Sequence[Sequence[str]], validations: Sequence[str], rows: int) -> str:
    columns = f'<table:table-column table:style-name="breed" table:number-columns-repeated="{len(lines[0])}"/>'
    body = "".join(
        _row(line, validations if number else (), "tekst" if number else "kop") for number, line in enumerate(lines)
    )
    if validations:
        cells = "".join(f"<table:table-cell{_validated(one)}/>" for one in validations)
        body += f'<table:table-row table:number-rows-repeated="{rows - len(lines) + 1}">{cells}</table:table-row>'
    return f"<table:table table:name={quoteattr(name)}>{columns}{body}</table:table>"


def _row(cells: Sequence[str], validations: Sequence[str], style: str) -> str:
    names = validations or [""] * len(cells)
    made = (_cell(cell, name, style) for cell, name in zip(cells, names, strict=True))
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def _validated(name: str) -> str:
    return f' table:content-validation-name="{name}"' if name else ""


def _cell(text: str, validation: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell office:value-type="string" table:style-name="{style}"{_validated(validation)}>'
        f"{paragraphs}</table:table-cell>"
    )
