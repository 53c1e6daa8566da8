"""The examples of every message code: what is wrong gives exactly the text in its folder, what is mended is clean."""

from functools import cache

import pytest

from kennisbank.checking.catalogue import CODES
from kennisbank.checking.example_folders import FOLDER, example, example_tree
from kennisbank.findings.finding import Finding
from kennisbank.reading.tree import Tree
from kennisbank.reporters import texts_of
from kennisbank.reporters.text import render

from ..support.checked import findings_of

FOLDERS = sorted(folder.name for folder in FOLDER.iterdir() if folder.name != "basis")


@cache  # three tests look at each, and checking is what takes their time
def _wrong(code: str) -> tuple[Finding, ...]:
    return findings_of(example_tree(code, "fout"))


def _report(tree: Tree) -> str:
    findings = findings_of(tree)
    return render(findings, texts_of(tree, findings))


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert sorted(CODES) == FOLDERS


def test_the_basis_is_clean() -> None:
    assert _report(example_tree("", "goed")) == "Geen fouten gevonden.\n"


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_wrong_gives_the_expected_text(code: str) -> None:
    expected = (FOLDER / code / "verwacht.txt").read_text(encoding="utf-8")
    findings = _wrong(code)
    assert render(findings, texts_of(example_tree(code, "fout"), findings)) == expected


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_wrong_gives_this_code_and_no_other(code: str) -> None:
    assert {finding.code for finding in _wrong(code)} == {code}


@pytest.mark.parametrize("code", FOLDERS)
def test_every_finding_says_how_to_mend_it(code: str) -> None:
    for finding in _wrong(code):
        assert finding.hint
        assert finding.severity is CODES[code].severity


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_mended_is_clean(code: str) -> None:
    assert _report(example_tree(code, "goed")) == "Geen fouten gevonden.\n"


@pytest.mark.parametrize("code", FOLDERS)
def test_an_example_shows_what_differs(code: str) -> None:
    shown = example(code)
    assert shown.fout
    assert shown.goed
    assert shown.fout != shown.goed
    assert code in shown.expected
