"""The library that other tests look at is sound: who changes the model, changes it too."""

from kennisbank.checking.example_folders import TODAY
from kennisbank.checking.rules import check
from kennisbank.model.kinds import KINDS, LISTS
from kennisbank.reporters import texts_of
from kennisbank.reporters.text import render

from ..support.example_library import fixed_library, fixed_tree


def test_the_example_library_has_no_findings() -> None:
    findings = check(fixed_library(), TODAY)
    assert render(findings, texts_of(fixed_tree(), findings)) == "Geen fouten gevonden.\n"


def test_it_has_every_kind_of_record_and_every_list() -> None:
    library = fixed_library()
    assert {entry.kind.name for entry in library.entries} == set(KINDS)
    assert {term.list_name for term in library.terms} == set(LISTS)
