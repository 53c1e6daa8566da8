"""Numbers, dates and file names as people write them, and what the checker makes of that."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.library.loading import load
from kennisbank.reading.meaning import THOUSANDS, sure_decimal
from kennisbank.reading.tree import Blob, is_leftover
from kennisbank.reading.value_hints import mend_date, mend_number, no_such_date


@pytest.mark.parametrize(
    ("typed", "replacement", "in_hint"),
    [
        ("2018", "2018", "aanhalingstekens weg: 2018"),
        ("12,5", "12.5", "12.5"),
        ("1.000", "", "1000"),
        ("10 000 000", "", "10000000"),
        ("1.000,5", "", "1000.5"),
        ("5%", "", "'procent' bij unit"),
        ("007", "", "7"),
        ("elf", "", "in cijfers"),
        ("weet ik niet", "", "Weet je het niet?"),
    ],
)
def test_a_number(typed: str, replacement: str, in_hint: str) -> None:
    mend = mend_number(typed)
    assert mend.replacement == replacement
    assert in_hint in mend.hint


@given(st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,4}){0,2} ?%?", fullmatch=True))
@example("1,500")
@example("007,5")
@example("-1.500")
@example("1.500 %")
def test_what_a_hint_advises_is_never_refused_in_turn(typed: str) -> None:
    for advised in re.findall(r": (\S+)\.(?: |$)", mend_number(typed).hint):
        assert re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", advised) and not THOUSANDS.fullmatch(advised)


@given(st.from_regex(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", fullmatch=True))
@example("1.140")
@example("1.000")
@example("1.125")
def test_a_decimal_that_looks_like_thousands_is_written_so_that_it_does_not(written: str) -> None:
    assert float(sure_decimal(written)) == float(written) and not THOUSANDS.fullmatch(sure_decimal(written))


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("24-11-2026", "2026-11-24"),
        ("1/3/2026", "2026-03-01"),
        ("24 november 2026", "2026-11-24"),
        ("31-02-2026", None),
        ("2026-13-40", None),
        ("gisteren", None),
    ],
)
def test_a_date(typed: str, mended: str | None) -> None:
    mend = mend_date(typed)
    assert (mend.replacement if mend else None) == mended


@pytest.mark.parametrize(
    ("path", "code", "in_hint"),
    [
        ("cases/mijn-case.txt", "KB101", "cases/mijn-case.md"),
        ("cases/mijn-case.md.txt", "KB101", "cases/mijn-case.md"),
        ("cases/Mijn Case.docx", "KB101", "cases/mijn-case.md"),
        ("cases/sub/café.md", "KB101", "cases/cafe.md"),
        ("cases/Café Zon.md", "KB101", "cafe-zon.md"),
        ("cases/dak.jpg", "KB133", "docs/assets"),
    ],
)
def test_a_file_that_would_be_passed_over(path: str, code: str, in_hint: str) -> None:
    findings = [found for found in load({path: Blob(path, b"x", 1)}).findings if found.file == path]
    assert code in [found.code for found in findings]
    assert in_hint in " ".join(found.hint for found in findings)


def test_what_editors_leave_behind_is_no_content() -> None:
    assert all(is_leftover(name) for name in (".DS_Store", "~$case.docx", "case.md~", "Thumbs.db", ".case.md.swp"))
    assert not is_leftover("case.md")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("2019-14-10", "er is geen maand 14"),
        ("2019-00-10", "er is geen maand 0"),
        ("2019-14", "er is geen maand 14"),
        ("2026-11-31", "november 2026 heeft 30 dagen"),
        ("2026-02-29", "februari 2026 heeft 28 dagen"),
        ("2024-02-30", "februari 2024 heeft 29 dagen"),
        ("2026-1-32", "januari 2026 heeft 31 dagen"),
        ("2026-01-00", "januari 2026 heeft 31 dagen"),
        ("2024-02-29", ""),
        ("2026-11", ""),
        ("0000-01-01", ""),
        ("31-11-2026", ""),
        ("gisteren", ""),
    ],
)
def test_a_day_that_no_calendar_has_says_why(given: str, why: str) -> None:
    assert no_such_date(given) == why
