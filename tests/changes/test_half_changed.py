"""A number that changes in one place of a file and stands in others still is asked about, however it is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.dutch import dutch_number
from kennisbank.changes.asked import Asked
from kennisbank.changes.half_changed import HalfChanged, half_changed, numbers_in
from kennisbank.changes.proposal import read
from kennisbank.changes.proposal_report import render
from kennisbank.cli import main
from kennisbank.reading.tree import Blob

from ..checking.test_baseline import git
from .test_consequences import CASE, edit, repository  # noqa: F401 - a fixture
from .test_proposal import _made, read_key

_PATH = "cases/boete.md"
# One text of a case: a field with a number, a turn, and the text below.
_TEXT = """---
title: Een boete
results:
  - {what: Boete, achieved: FIELD, unit: euro, year: 2017, source: rechter-2054000}
turns:
  - later: "In 2017 kwam er een boete van TURN euro.[^rechter-2054000]"
---

De rechter (https://rechter.example/zaak/2054000) gaf een boete van BODY euro.
"""


def _text(field: str, turn: str, body: str) -> str:
    return _TEXT.replace("FIELD", field).replace("TURN", turn).replace("BODY", body)


def _asked(before: str, after: str, path: str = _PATH) -> tuple[HalfChanged, ...]:
    trees = ({one: Blob(one, text.encode())} for one, text in ((_PATH, before), (path, after)))
    return half_changed(*trees)


@pytest.mark.parametrize("path", [_PATH, "cases/nieuwe-naam.md"])
@pytest.mark.parametrize("body", ["2.054.000", "2054000", "2,054 miljoen", "2 054 000"])
def test_a_sum_that_changes_in_one_place_is_asked_about(body: str, path: str) -> None:
    before = _text("2054000", "2.054.000", body)
    assert _asked(before, _text("2054000", "2.045.000", body), path) == (
        HalfChanged(path, "2.054.000", "2.045.000", 6, (4, 9)),
    )
    assert _asked(before, _text("2045000", "2,045 miljoen", body), path) == (
        HalfChanged(path, "2054000", "2045000", 4, (9,)),
    )


def test_what_changes_everywhere_or_only_its_place_or_notation_is_not_asked_about() -> None:
    before = _text("2054000", "2.054.000", "2,054 miljoen")
    assert _asked(before, before) == ()
    assert _asked(before, _text("2045000", "2.045.000", "2,045 miljoen")) == ()
    assert _asked(before, _text("2054000", "2,054 miljoen", "2.054.000")) == ()
    assert _asked(_text("2054000", "2.054.000", "5.100"), _text("2054000", "5.100", "2.054.000")) == ()
    # Who takes a sentence away does not say that its number was wrong.
    assert _asked(before, before.replace('"In 2017 kwam er een boete van 2.054.000 euro.', '"Het kwam.')) == ()


@pytest.mark.parametrize("number", ["2", "100", "2.0", "85", "1,5", "2017"])
def test_what_is_short_or_a_year_says_too_little(number: str) -> None:
    assert _asked(_text("9", number, number), _text("9", "3.333", number)) == ()


@pytest.mark.parametrize("number", ["803", "12,5", "2.000", "46 miljoen", "1.000"])
def test_what_is_longer_is_asked_about(number: str) -> None:
    (found,) = _asked(_text("9", number, number), _text("9", "3.333", number))
    assert (found.was, found.now, found.left) == (number, "3.333", (9,))


def test_a_figure_of_the_size_of_a_year_is_no_year() -> None:
    before = _text("2000", "2.000", "17")
    (found,) = _asked(before, _text("2000", "2.100", "17"))
    assert found.left == (4,)
    assert _asked(before, _text("2100", "2.100", "17")) == ()


@given(st.integers(1_000, 10**12).filter(lambda number: not 1900 <= number < 2100))
def test_every_notation_of_a_number_is_that_number(number: int) -> None:
    millions = f"{dutch_number(number / 1_000_000)} miljoen" if number % 1_000 == 0 else str(number)
    for written in (str(number), dutch_number(number), dutch_number(number).replace(".", " "), millions):
        ((found,),) = numbers_in(f"samen (€ {written}), of")
        assert (found.value, found.written) == (str(number), written)


@given(st.text("0123456789.,-/ €[^]a\n", max_size=60), st.text("0123456789.,- a\n", max_size=60))
def test_what_is_asked_is_so(before: str, after: str) -> None:
    for one in _asked(before, after):
        lines = numbers_in(after)
        (value,) = {found.value for line in numbers_in(before) for found in line if found.written == one.was}
        assert one.left == tuple(found.line for line in lines for found in line if found.value == value)
        assert one.left and one.now in {found.written for found in lines[one.line - 1]}


def test_the_proposal_and_the_consequences_ask(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    text = (repository / CASE).read_text(encoding="utf-8")
    here = "begon met één zonnedak"
    assert here in text and "## Aanleiding\n" in text
    for number in ("803", "813"):
        told = text.replace(here, f"begon met {number} panelen")
        told = told.replace("## Aanleiding\n", f"## Aanleiding\n\nHet waren 803 panelen.[^{read_key(text)}]\n", 1)
        (repository / CASE).write_text(told, encoding="utf-8", newline="")
        if number == "803":
            assert main(["check"]) == 0
            git(repository, "commit", "-am", "twee")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    (half,) = made.half
    summary = render(made).replace("\\", "")
    assert summary.startswith("# Eerst ") and "kan op de site" not in summary and CASE not in made.clean
    asked = (
        f"- [ ] {CASE}: het getal 803 is op regel {half.line} veranderd in 813, maar staat nog op 1 andere plek in dit"
        f" bestand: regel {half.left[0]}. Klopt dat?"
    )
    assert asked in summary
    capsys.readouterr()
    assert main(["gevolgen", "--sinds", "HEAD"]) == 0
    assert asked in capsys.readouterr().out.replace("\\", "")


def test_of_many_places_the_first_are_told_and_the_others_counted() -> None:
    before = "\n".join(["van 803 dan", *["hier 803 ook"] * 30])
    (half,) = _asked(before, before.replace("803 dan", "813 dan"))
    summary = render(_made({_PATH}, (), asked=Asked(half=(half,))))
    assert "30 andere plekken" in summary and "regel 21 en nog 10 keer" in summary and "regel 22" not in summary
