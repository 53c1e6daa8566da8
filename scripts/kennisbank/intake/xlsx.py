"""Reads a workbook of Excel (Office Open XML, ECMA-376), as Excel, LibreOffice and Google write it."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial
from itertools import product
from xml.etree import ElementTree as ET

from .grid import MAX_CELLS, MAX_COLUMNS, MOST_ROWS, TOO_MANY, Grid, Tab, with_address
from .number_format import code_of, shown, shown_text
from .refused import Refused

_WORKBOOK = "xl/workbook.xml"
_SPELLED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,9})")
_LINKED = re.compile(r'HYPERLINK\(\s*"([^"]*)"')


def tabs(files: Mapping[str, bytes]) -> list[Tab]:
    """The sheets of a workbook; raises `ET.ParseError`, `KeyError` or `ValueError` when it is damaged."""
    book = _Book(files)
    found = []
    grids = cache(partial(_grid, book))  # a hundred sheets may be one part
    for sheet in _all(book.root, "sheet"):
        path = book.links[_attribute(sheet, "id")]
        hidden = sheet.get("state", "visible") != "visible"
        found.append(Tab(sheet.get("name", ""), hidden, partial(grids, path)))
    return found


@dataclass(frozen=True)
class _Book:
    """What the sheets of a workbook share: texts, formats and the day that dates count from."""

    files: Mapping[str, bytes]

    @cached_property
    def root(self) -> ET.Element:
        return _parsed(self.files[_WORKBOOK])

    @cached_property
    def links(self) -> dict[str, str]:
        return _links(self.files, _WORKBOOK)

    def _part(self, name: str) -> ET.Element | None:
        paths = (*self.links.values(), *self.files)
        path = next((path for path in paths if path.lower().endswith(f"/{name}.xml")), "")
        return _parsed(self.files[path]) if path in self.files else None

    @cached_property
    def texts(self) -> list[str]:
        found = self._part("sharedstrings")
        return [] if found is None else [_text(item) for item in found]

    @cached_property
    def codes(self) -> list[str]:
        """The format code of each style of cell."""
        found = self._part("styles")
        if found is None:
            return []
        own = {int(one.get("numFmtId", "0")): one.get("formatCode", "General") for one in _all(found, "numFmt")}
        styles = next(_all(found, "cellXfs"), ())
        return [code_of(int(style.get("numFmtId", "0")), own) for style in styles]

    @cached_property
    def epoch(self) -> datetime:
        is_mac = any(one.get("date1904") in ("1", "true") for one in _all(self.root, "workbookPr"))
        return datetime(1904, 1, 1) if is_mac else datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone


def _grid(book: _Book, path: str) -> Grid:
    root = _parsed(book.files[path])
    addresses = _addresses(root, _links(book.files, path))
    grid = Grid(merged=any(_spans_rows(one.get("ref", "")) for one in _all(root, "mergeCell")))
    hidden = [one for one in _all(root, "col") if one.get("hidden") in ("1", "true")]
    # What is hidden over and over is hidden once.
    for first, last in {(int(one.get("min", "1")), min(int(one.get("max", "1")), MAX_COLUMNS)) for one in hidden}:
        grid.hidden_columns |= set(range(max(first - 1, 0), last))
    number = 0
    for row in _all(root, "row"):
        number = int(row.get("r", number + 1))
        if row.get("hidden") in ("1", "true"):
            grid.hidden_rows.add(number)
        for place, cell in _cells(row):
            grid.put(number, place, _shown(cell, book, addresses.get((number, place), "")))
    return grid


def _addresses(root: ET.Element, targets: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """The web addresses behind cells, by row and column: that of a range is behind each cell in it."""
    found: dict[tuple[int, int], str] = {}
    left = MAX_CELLS
    for one in _all(root, "hyperlink"):
        corners = [(int(place[2]), _column(place[1])) for place in _PLACE.finditer(one.get("ref", ""))]
        target = targets.get(_attribute(one, "id"), "")
        if not corners or not target:
            continue
        # A part of a page stands apart from its address.
        part = one.get("location", "")
        (first, left_side), (last, right_side) = corners[0], corners[-1]
        rows, columns = range(first, min(last, MOST_ROWS) + 1), range(left_side, min(right_side + 1, MAX_COLUMNS))
        left -= len(rows) * len(columns)
        if left < 0:
            raise Refused(TOO_MANY)
        whole = f"{target}#{part}" if part and "#" not in target else target
        found |= dict.fromkeys(product(rows, columns), whole)
    return found


def _cells(row: ET.Element) -> Iterator[tuple[int, ET.Element]]:
    """The cells of a row with their column; a program may leave out where they are."""
    column = -1
    for cell in row:
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        yield column, cell


def _shown(cell: ET.Element, book: _Book, target: str) -> str:
    """A cell as people see it, but a date as year-month-day."""
    kind, style = cell.get("t", "n"), int(cell.get("s", "0"))
    code = book.codes[style] if style < len(book.codes) else "General"
    value = next((one.text or "" for one in cell if _name(one) == "v"), "")
    if kind == "s":
        text = shown_text(book.texts[int(value)], code) if value else ""
    elif kind == "inlineStr":
        text = shown_text("".join(_text(one) for one in cell if _name(one) == "is"), code)
    elif kind == "b":
        text = "ja" if value == "1" else "nee"
    elif kind == "n" and value:
        text = shown(float(value), code, book.epoch)
    elif kind == "d":
        text = value.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
    else:
        text = shown_text(_unspelled(value), code) if kind == "str" else _unspelled(value)
    formula = next((one.text or "" for one in cell if _name(one) == "f"), "")
    linked = _LINKED.search(formula)
    return with_address(text, target or (linked[1] if linked else "")) if text else ""


def _text(item: ET.Element) -> str:
    """A text that may be in pieces; how it sounds (`rPh`) is left out."""
    pieces = [item, *(run for run in item if _name(run) == "r")]
    return _unspelled("".join(one.text or "" for piece in pieces for one in piece if _name(one) == "t"))


def _unspelled(text: str) -> str:
    return _SPELLED.sub(lambda match: chr(int(match[1], 16)), text)


def _links(files: Mapping[str, bytes], path: str) -> dict[str, str]:
    """What a part points to, by the id that it uses: paths of parts, and addresses."""
    folder, name = posixpath.split(path)
    packed = files.get(f"{folder}/_rels/{name}.rels")
    found = {}
    for one in _parsed(packed) if packed else ():
        target = one.get("Target", "")
        is_outside = one.get("TargetMode") == "External"
        found[one.get("Id", "")] = (
            target if is_outside else posixpath.normpath(posixpath.join("/" + folder, target))[1:]
        )
    return found


def _spans_rows(ref: str) -> bool:
    return len({place[2] for place in _PLACE.finditer(ref)}) > 1


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - expat itself bounds entities, and loads none


def _name(element: ET.Element) -> str:
    """The name without its namespace: the strict form of the norm has others than Excel itself."""
    return element.tag.rpartition("}")[2]


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """Every element of that name in the namespace of the whole part, whichever that is."""
    return root.iter(f"{root.tag.removesuffix(_name(root))}{name}")


def _attribute(element: ET.Element | None, name: str) -> str:
    """An attribute of any namespace."""
    given = element.attrib if element is not None else {}
    return next((value for key, value in given.items() if key.rpartition("}")[2] == name), "")
