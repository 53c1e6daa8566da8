"""Tables of a few kB that ask for gigabytes or minutes: refused with the reason, in a process that cannot take more."""

import sys
from pathlib import Path

import pytest

from kennisbank.intake.drafting import Refused
from kennisbank.intake.reading_apart import read_apart

INPUTS = sorted((Path(__file__).parent / "inputs").glob("*.[ox]*s*"))
NEEDS_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze grenzen niet")


def test_there_are_hostile_tables() -> None:
    assert len(INPUTS) == 5


@NEEDS_LIMITS
@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.name)
def test_a_table_that_asks_for_too_much_is_refused(file: Path) -> None:
    with pytest.raises(Refused, match=r"veel meer geheugen of tijd|te veel cellen|uitgepakt veel te groot"):
        read_apart(file.read_bytes(), file.suffix)


def test_the_limits_are_those_that_we_promise() -> None:
    source = Path(sys.modules["kennisbank.intake.reading_apart"].__file__ or "").read_text(encoding="utf-8")
    assert "_MEMORY = 224 * 1024 * 1024" in source and "_SECONDS = 1\n" in source


def test_an_ordinary_table_is_read_as_before() -> None:
    sheet = read_apart(b"Titel;Vraagstuk\nEen dak;Hoe?\n", ".csv")
    assert [row.cells for row in sheet.rows] == [("Titel", "Vraagstuk"), ("Een dak", "Hoe?")] and sheet.notes == ()


def test_what_is_damaged_is_said_as_before() -> None:
    with pytest.raises(Refused, match="beschadigd"):
        read_apart(b"PK\x03\x04 niets", ".xlsx")
