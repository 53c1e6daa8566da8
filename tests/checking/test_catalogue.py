"""Every code is told once, and every rule gives the codes that stand above it."""

import pytest

from kennisbank.checking.catalogue import CODES, FAMILIES, WORDINGS
from kennisbank.checking.example_folders import FOLDER, TODAY, example_tree
from kennisbank.checking.rule import DAILY_RULES, LOCAL_RULES, RULES
from kennisbank.findings import codes
from kennisbank.library.loading import load

LOOKING = [*RULES, *LOCAL_RULES]
TOLD = {code for rule in LOOKING for code in rule.codes} | {code for rule in DAILY_RULES for code in rule.codes}


def test_a_code_is_told_once() -> None:
    with pytest.raises(ValueError, match="KB101 is told twice"):
        codes.error("KB101", "Nog een keer", "Dat kan niet.")
    with pytest.raises(ValueError, match="told twice"):
        codes.error("KB999", "Andere code", "Zelfde woorden.", codes.says("no-source", "a", "b"))
    assert "KB999" not in codes.CODES


def test_the_catalogue_is_complete_and_in_order() -> None:
    assert list(CODES) == sorted(CODES)
    assert {code.family for code in CODES.values()} == {family.digit for family in FAMILIES}
    assert CODES.keys() >= TOLD
    assert len(TOLD) > 50
    assert {code.id for code, _ in WORDINGS.values()} <= CODES.keys()


@pytest.mark.parametrize("code", sorted(folder.name for folder in FOLDER.iterdir() if folder.name != "basis"))
def test_a_rule_gives_only_the_codes_above_it(code: str) -> None:
    library = load(example_tree(code, "fout"))
    given = [({finding.code for finding in rule.find(library)}, rule.codes) for rule in LOOKING]
    given += [({finding.code for finding in rule.find(library, TODAY)}, rule.codes) for rule in DAILY_RULES]
    assert [found - own for found, own in given if found - own] == []
    read = {finding.code for finding in library.findings}
    assert code in read.union(*(found for found, _ in given))
