"""No step of checking and building grows faster than the library: what is counted is work, not seconds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import kennisbank
from kennisbank.building.build import build
from kennisbank.building.pages import choice_memos, turns
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.rules import check
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load

from ..support.many import many
from ..support.work import LARGE, SMALL, lines_run, too_fast

pytestmark = pytest.mark.slow

CODE = str(Path(kennisbank.__file__).parent)


def grown(work: Callable[[Library], object]) -> dict[str, tuple[int, int]]:
    """The functions that do more than their share of extra work when the library grows."""
    library = load(example_tree("", "goed"))
    return too_fast(*(lines_run(partial(work, many(library, number)), CODE) for number in (SMALL, LARGE)))


def test_checking_grows_as_the_library_does() -> None:
    assert grown(check) == {}


def test_building_grows_as_the_library_does(monkeypatch: pytest.MonkeyPatch) -> None:
    # Small libraries too have choices in parts, and memos in which not all fits, so that what is done for these shows.
    monkeypatch.setattr(turns, "MOST", 4)
    monkeypatch.setattr(choice_memos, "_ROOM", 40)
    tree = example_tree("", "goed")
    assert grown(lambda library: build(library, tree, Site("https://voorbeeld.nl"))) == {}


def test_the_count_sees_a_step_that_compares_all_with_all() -> None:
    space: dict[str, Any] = {}
    code = "def compare(ids):\n    return [one for one in ids for other in ids if one == other]\n"
    exec(compile(code, f"{CODE}/compare.py", "exec"), space)  # noqa: S102 - counts as a function of the package

    def work(library: Library) -> None:
        check(library)
        space["compare"]([entry.id for entry in library.entries])

    found = list(grown(work))
    assert found and all(where.startswith("compare.py:") for where in found)
