"""Reads a spreadsheet in OpenDocument (ISO/IEC 26300), as LibreOffice, Excel and Google write it."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from xml.etree import ElementTree as ET

from .grid import MAX_COLUMNS, MAX_ROWS, Grid, Tab, with_address
from .number_format import general, shown

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}".format
_TABLE, _OFFICE, _TEXT, _STYLE = _SPACE("table"), _SPACE("office"), _SPACE("text"), _SPACE("style")
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_LINK = "{http://www.w3.org/1999/xlink}href"
# A formula may name its language first: 'of:=HYPERLINK("https://voorbeeld.nl";"Hier")'.
_LINKED = re.compile(r'^(?:\w+:)?=\s*HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")
# Of a number that is no date.
_NO_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)")
# More spaces in a row than this are an attack, or at least no text.
_MOST_SPACES = 100


def tabs(files: Mapping[str, bytes]) -> list[Tab]:
    """The sheets of a workbook; raises `ET.ParseError` or `KeyError` when it is damaged."""
    root = ET.fromstring(files["content.xml"])  # noqa: S314 - expat itself bounds entities, and loads none
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(look.get(f"{_TABLE}display") == "false" for look in style.iter(f"{_STYLE}table-properties"))
    }
    found = root.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    return [
        Tab(sheet.get(f"{_TABLE}name", ""), sheet.get(f"{_TABLE}style-name") in unseen, partial(_grid, sheet))
        for sheet in found
    ]


def _grid(sheet: ET.Element) -> Grid:
    grid = Grid()
    column = 0
    for one in _inside(sheet, "table-column"):
        times = _times(one, "columns")
        if _is_hidden(one):
            grid.hidden_columns |= set(range(column, min(column + times, MAX_COLUMNS)))
        column += times
    number = 1
    for row in _inside(sheet, "table-row"):
        times = _times(row, "rows")
        # A row beyond the table that is repeated to the end of the sheet holds nothing.
        filled = list(_filled(grid, row))
        for at in range(number, min(number + times, max(number + 1, MAX_ROWS + 2))):
            for place, text in filled:
                grid.put(at, place, text)
        if _is_hidden(row):
            grid.hidden_rows |= set(range(number, min(number + times, MAX_ROWS + 2)))
        number += times
    return grid


def _filled(grid: Grid, row: ET.Element) -> Iterator[tuple[int, str]]:
    """The cells of a row that hold something, each with its column; read once, however often the row is repeated."""
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        grid.merged |= int(cell.get(f"{_TABLE}number-rows-spanned", "1")) > 1
        if not (len(cell) or cell.attrib):  # empty, and a row has room for a million of them
            column += 1
            continue
        times = _times(cell, "columns")
        text = _shown(cell)
        for at in range(column, min(column + times, max(column, MAX_COLUMNS) + 1)) if text.strip() else ():
            yield at, text
        column += times


def _inside(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The rows or columns of a sheet, also those in groups and headers."""
    for child in element:
        if child.tag == f"{_TABLE}{name}":
            yield child
        elif child.tag in {f"{_TABLE}{name}-group", f"{_TABLE}{name}s", f"{_TABLE}table-header-{name[6:]}s"}:
            yield from _inside(child, name)


def _times(element: ET.Element, of: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{of}-repeated", "1")[:9]))


def _is_hidden(element: ET.Element) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") in ("collapse", "filter")


def _shown(cell: ET.Element) -> str:
    """A cell as people see it, but a date as year-month-day."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    text = "\n".join(_words(part) for part in cell if part.tag == f"{_TEXT}p")
    if kind == "date":
        text = _date(cell.get(f"{_OFFICE}date-value", ""), text)
    elif kind == "boolean":
        text = "ja" if cell.get(f"{_OFFICE}boolean-value") == "true" else "nee"
    text = text or _value(cell, kind)
    linked = _LINKED.search(cell.get(f"{_TABLE}formula", ""))
    return with_address(text, linked[1]) if linked else text


def _date(value: str, text: str) -> str:
    """A day as year-month-day, with the time when that is in view; and of less than a day what is in view."""
    day, _, time = value.partition("T")
    numbers = [int(number) for number in _NUMBER.findall(text)]
    year, _, within = day.partition("-")
    for number in (int(year or 0), int(within.partition("-")[2] or 0)) if text else ():
        # The year may stand there in two figures.
        seen = next((one for one in numbers if one in (number, number % 100)), None)
        if seen is None:
            return text
        numbers.remove(seen)
    return f"{day} {time}" if time.strip("0:") and (":" in text or not text) else day


def _value(cell: ET.Element, kind: str) -> str:
    """A value without the text that a program shows of it."""
    if kind == "time":
        found = _DURATION.match(cell.get(f"{_OFFICE}time-value", ""))
        return f"{int(found[1])}:{found[2]}" if found else ""
    value = cell.get(f"{_OFFICE}value", "")
    if not value:
        return cell.get(f"{_OFFICE}string-value", "")
    if kind == "percentage":
        return shown(float(value), "0.##%", _NO_DAY)
    euros = kind == "currency" and cell.get(f"{_OFFICE}currency") == "EUR"
    return f"€ {general(float(value))}" if euros else general(float(value))


def _words(part: ET.Element) -> str:
    words = part.text or ""
    for child in part:
        if child.tag == f"{_TEXT}s":
            words += " " * min(int(child.get(f"{_TEXT}c", "1")[:9]), _MOST_SPACES)
        elif child.tag == f"{_TEXT}line-break":
            words += "\n"
        elif child.tag == f"{_TEXT}tab":
            words += " "
        elif child.tag == f"{_TEXT}a":
            words += with_address(_words(child), child.get(_LINK, ""))
        elif not child.tag.endswith(("}annotation", "}note")):
            words += _words(child)
        words += child.tail or ""
    return words
