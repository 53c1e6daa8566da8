"""The template for a table with one case a row: CSV and OpenDocument (ISO/IEC 26300), always the same bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

from ..library.library import Library
from .csv_text import csv_text
from .questions import questions

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
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


def rows(library: Library) -> list[list[str]]:
    """The template: names of columns, an explanation and an example, of which the last two are not read as cases."""
    asked = questions(library)
    return [
        [question.label for question in asked],
        [_marked(number, question.about) for number, question in enumerate(asked)],
        [
            _marked(number, question.choices[0].title if question.choices else question.example)
            for number, question in enumerate(asked)
        ],
    ]


def _marked(number: int, text: str) -> str:
    return text if number else f"# {text}"


def as_csv(library: Library) -> str:
    """The template as Dutch Excel opens it."""
    return csv_text(rows(library))


def as_ods(library: Library) -> bytes:
    """The template as OpenDocument, with a second sheet that lists what there is to choose from."""
    choices = [[question.label, choice.title] for question in questions(library) for choice in question.choices]
    sheets = {"Cases": rows(library), "Keuzes": [["Kolom", "Keuze"], *choices]}
    tables = "".join(_table(name, lines) for name, lines in sheets.items())
    content = (
        f'{_HEAD}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>\n"
    )
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.3">{entry.format("/", _TYPE)}{entry.format("content.xml", "text/xml")}'
        "</manifest:manifest>\n"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        # The type stands first and uncompressed, so that programs can tell what the file is (part 2, 3.3).
        for name, text in (("mimetype", _TYPE), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            packed.writestr(zipfile.ZipInfo(name, _MOMENT), text, zipfile.ZIP_STORED)
    return target.getvalue()


def _table(name: str, lines: list[list[str]]) -> str:
    columns = f'<table:table-column table:style-name="breed" table:number-columns-repeated="{len(lines[0])}"/>'
    body = "".join(_row(line, "tekst" if number else "kop") for number, line in enumerate(lines))
    return f'<table:table table:name="{escape(name)}">{columns}{body}</table:table>'


def _row(cells: list[str], style: str) -> str:
    return f"<table:table-row>{''.join(_cell(cell, style) for cell in cells)}</table:table-row>"


def _cell(text: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string" table:style-name="{style}">{paragraphs}</table:table-cell>'
