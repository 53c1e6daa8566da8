"""Tables of a few kB that ask for gigabytes or minutes: refused with the reason, in a process that cannot take more."""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.intake import reading_apart
from kennisbank.intake.drafting import Refused
from kennisbank.intake.reading_apart import read_apart

from ..support.tables import Cell, ods, packed, xlsx

pytestmark = pytest.mark.slow

HEAD = ["Titel", "Vraagstuk", "Aanleiding"]
NEEDS_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze grenzen niet")


def _shared() -> bytes:
    """26,000 cells that all hold the same text of ten million signs."""
    cells: list[Cell] = [('<c r="PLAATS" t="s"><v>0</v></c>',)] * 26
    with zipfile.ZipFile(io.BytesIO(xlsx([HEAD, *[cells] * 1_000]))) as archive:
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed({**files, "xl/sharedStrings.xml": f'<sst xmlns="{space}"><si><t>{"a" * 10_000_000}</t></si></sst>'})


def _repeated(row: str, cell: str, text: str, cells: int = 1) -> bytes:
    """Cells with a text, repeated in both directions by what stands in their tags."""
    one = f'<table:table-cell office:value-type="string" {cell}><text:p>{text}</text:p></table:table-cell>'
    return ods([HEAD], f"<table:table-row {row}>{one * cells}</table:table-row>")


def _spaces() -> bytes:
    gap = '<text:p>T<text:s text:c="999999999"/>x</text:p>'
    return ods([HEAD, [(f'<table:table-cell office:value-type="string">{gap}</table:table-cell>',)]])


ROWS, COLUMNS = 'table:number-rows-repeated="{}"', 'table:number-columns-repeated="200"'
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a thousand million spaces": (".ods", _spaces),
    "a long text, repeated": (".ods", lambda: _repeated(ROWS.format(999), COLUMNS, "T" * 30_000)),
    "tags with > in them": (
        ".ods",
        lambda: _repeated(f'table:style-name=">" {ROWS.format(1000)}', f'table:style-name=">" {COLUMNS}', "x", 1_000),
    ),
    "three million openings of a tag": (".xlsx", lambda: xlsx([HEAD], f"<!--{'<c ' * 3_000_000}-->")),
    "one text, shared by many": (".xlsx", _shared),
}


@NEEDS_LIMITS
@pytest.mark.parametrize("name", HOSTILE)
def test_a_table_that_asks_for_too_much_is_refused(name: str) -> None:
    suffix, make = HOSTILE[name]
    data = make()
    assert len(data) < 100_000
    with pytest.raises(Refused, match=r"veel meer geheugen of tijd|te veel cellen|uitgepakt veel te groot"):
        read_apart(data, suffix)


@NEEDS_LIMITS
def test_a_system_without_a_limit_on_memory_reads_tables_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS setting it fails, whatever is asked."""

    def fails(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr("resource.setrlimit", fails)
    reading_apart._limit()  # noqa: SLF001 - it acts on the process that runs it; this way it does not


def test_the_limits_are_those_that_we_promise() -> None:
    source = Path(sys.modules["kennisbank.intake.reading_apart"].__file__ or "").read_text(encoding="utf-8")
    assert "_MEMORY = 224 * 1024 * 1024" in source and "_SECONDS = 1\n" in source


def test_an_ordinary_table_is_read_as_before() -> None:
    sheet = read_apart(b"Titel;Vraagstuk\nEen dak;Hoe?\n", ".csv")
    assert [row.cells for row in sheet.rows] == [("Titel", "Vraagstuk"), ("Een dak", "Hoe?")] and sheet.notes == ()


def test_what_is_damaged_is_said_as_before() -> None:
    with pytest.raises(Refused, match="beschadigd"):
        read_apart(b"PK\x03\x04 niets", ".xlsx")
