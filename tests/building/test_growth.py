"""No step grows faster than the library: what is counted is work, the lines of Python that run, not seconds."""

import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import kennisbank
from kennisbank.building.build import build
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.rules import check
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load

from ..support.many import many

pytestmark = pytest.mark.slow

CODE = str(Path(kennisbank.__file__).parent)
SMALL, LARGE = 12, 48
# Sorting grows a little faster than what is sorted; comparing each with each other would grow with 16.
MOST = 1.6 * LARGE / SMALL


def lines_run(work: Callable[[], object]) -> Counter[str]:
    """How many lines ran in each function of the package and in each of its templates."""
    counts: Counter[str] = Counter()

    def trace(frame: FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(CODE):
            return None
        counts[f"{code.co_filename[len(CODE) + 1 :]}:{code.co_name}:{code.co_firstlineno}"] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return counts


def too_fast(work: Callable[[Library], object]) -> dict[str, tuple[int, int]]:
    """The functions that do more than their share of extra work when the library grows."""
    library = load(example_tree("", "goed"))
    small, large = (lines_run(partial(work, many(library, number))) for number in (SMALL, LARGE))
    assert sum(large.values()) > sum(small.values()) > 10_000
    return {
        where: (small[where], count) for where, count in large.items() if count > MOST * max(small[where], 4 * SMALL)
    }


def test_checking_grows_as_the_library_does() -> None:
    assert too_fast(check) == {}


def test_building_grows_as_the_library_does() -> None:
    tree = example_tree("", "goed")
    assert too_fast(lambda library: build(library, tree, Site("https://voorbeeld.nl"))) == {}


def test_the_count_sees_a_step_that_compares_all_with_all() -> None:
    space: dict[str, Any] = {}
    code = "def compare(ids):\n    return [one for one in ids for other in ids if one == other]\n"
    exec(compile(code, f"{CODE}/compare.py", "exec"), space)  # noqa: S102 - counts as a function of the package

    def work(library: Library) -> None:
        check(library)
        space["compare"]([entry.id for entry in library.entries])

    found = list(too_fast(work))
    assert found and all(where.startswith("compare.py:") for where in found)
