"""Texts that would keep one of our patterns busy for minutes: every pattern reads every text in proportion.

Python cannot count what a pattern does, so that each gets some time of the processor for a text that takes a sound one
a few thousandths: half of what this machine needs for a quick one that is quadratic. What is worse takes an hour.
"""

import importlib
import itertools
import pkgutil
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import kennisbank
from kennisbank.library.assets import asset_findings
from kennisbank.reading.tree import Blob

from ..support.chance import THOROUGH, few, some
from ..support.checked import found_anew
from ..support.hostile import CASE, attacked

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze grens niet"),
]

LENGTH = 20_000
QUADRATIC = "[a-z]+b"
BEGINS = ("", "[^", "x")
PARTS = 8
PUMPS = (" ", "\n", "\r", "a", "-", "a.", "a-", "1 ", "[a", "(")


Pattern = re.Pattern[str] | re.Pattern[bytes]
_HOME = Path(kennisbank.__path__[0])
# How the name of a pattern stands before what looks for it from every place in a text.
_SEARCHED = re.compile(r"\b(\w+)\.(?:finditer|findall|search|sub|subn|split)\(")


class TooLong(BaseException):
    """Not an `Exception`: nobody may catch it."""


@cache
def _patterns() -> dict[str, tuple[Pattern, bool]]:
    """Every pattern that a module of the program keeps, by its name, and whether it is looked for within a text."""
    found: dict[str, tuple[Pattern, bool]] = {}
    sources = "".join(file.read_text(encoding="utf-8") for file in sorted(_HOME.rglob("*.py")))
    searched = frozenset(_SEARCHED.findall(sources))
    for module in pkgutil.walk_packages(kennisbank.__path__, "kennisbank."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, pattern in enumerate(_in(value)):
                    is_later = isinstance(value, tuple) and number > 0
                    found.setdefault(f"{pattern.pattern!r}", (pattern, name in searched or is_later))
    return found


def _in(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _in(inner)


def _own_pumps(pattern: Pattern) -> Iterator[str]:
    """Every two signs beside each other of those that a pattern names itself, with a letter, a number and white space.

    What begins at each of many places, and reads on from there to an end that never comes, is found by these; in the
    thorough round each pair stands on a line of its own as well.
    """
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    named = {sign for sign in source if sign.isascii() and not sign.isalnum()}
    signs = sorted({*named, "a", "1", " ", "\n"})
    yield from map("".join, itertools.combinations(signs, 2))
    if THOROUGH:
        yield from (f"{one}{other}\n" for one, other in itertools.permutations(signs, 2))


@cache
def _seconds() -> float:
    """What a pattern may take for one text, of the processor."""
    begin = time.process_time()
    assert re.search(QUADRATIC, "a" * LENGTH) is None
    return (time.process_time() - begin) / 2


def _reads(pattern: Pattern, text: str, *, searches: bool = True) -> bool:
    """Whether a pattern is through a text within its time."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    given: Any = text if isinstance(pattern.pattern, str) else text.encode()
    allowed = _seconds()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        if searches:
            deque(pattern.finditer(given), maxlen=0)
        else:
            pattern.fullmatch(given)
    except TooLong:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return True


def test_the_patterns_are_found() -> None:
    assert len(_patterns()) > 150


@pytest.mark.parametrize("pump", few(PUMPS, daily=3))
def test_every_pattern_reads_every_text_in_proportion(pump: str) -> None:
    texts = [f"{begin}{pump * (LENGTH // len(pump))}\x01" for begin in BEGINS]
    slow = {
        name
        for name, (pattern, searches) in _patterns().items()
        if not all(_reads(pattern, text, searches=searches) for text in texts)
    }
    assert slow == set()


@pytest.mark.parametrize("part", some(range(PARTS), daily=[0]))
def test_no_pattern_begins_again_at_every_sign_that_it_names(part: int) -> None:
    own = sorted(_patterns().items())[part::PARTS]
    assert own
    slow = {
        name
        for name, (pattern, searches) in own
        if not all(_reads(pattern, pump * (LENGTH // len(pump)), searches=searches) for pump in _own_pumps(pattern))
    }
    assert slow == set()


def test_a_pattern_that_begins_again_would_be_seen() -> None:
    pattern = re.compile(rb"(?<![0-9])\d+(?:\s|%[^\r\n]*[\r\n])+obj")
    assert not all(_reads(pattern, pump * (LENGTH // len(pump))) for pump in _own_pumps(pattern))


@pytest.mark.parametrize(("pattern", "text"), [(r"(a|aa)+b", "a" * 60), (QUADRATIC, "a" * LENGTH)])
def test_a_slow_pattern_would_be_seen(pattern: str, text: str) -> None:
    assert not _reads(re.compile(pattern), text)


# What it took before: more than a minute.
@pytest.mark.timeout(30)
@pytest.mark.parametrize("begin", few(["[^", "[", "[^a", "[a"], daily=2))
def test_a_citation_that_never_closes_keeps_nobody_waiting(begin: str) -> None:
    for place in ("certainty", "section"):
        assert found_anew(attacked({place: f"Een {begin}{' ' * 60_000}twee."})) is not None


@pytest.mark.timeout(30)
@pytest.mark.parametrize("sign", few(["-", "\r", " ", "\t", "- ", "'"], daily=1))
@pytest.mark.parametrize("before", ["title: ", "status: "])
def test_no_line_of_fields_keeps_the_checker_busy(before: str, sign: str) -> None:
    tree = attacked({})
    for line in (f"{sign * 100_000}x\n{before}", f"{before}x{sign * 100_000}x "):
        data = tree[CASE].data.replace(before.encode(), line.encode(), 1)
        assert found_anew({**tree, CASE: Blob(CASE, data, len(data))}) is not None


@pytest.mark.timeout(30)
@pytest.mark.parametrize("inside", [" ", "(", "a(", "url(", "a "])
def test_no_attribute_of_a_drawing_keeps_the_checker_busy(inside: str) -> None:
    value = inside * (200_000 // len(inside))
    data = f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{value}x"/></svg>'.encode()
    assert isinstance(list(asset_findings(Blob("docs/assets/x.svg", data, len(data)))), list)
