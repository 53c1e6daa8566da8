"""Work, counted: the lines of Python that run, which are the same on every machine."""

import sys
from collections import Counter
from collections.abc import Callable
from functools import _lru_cache_wrapper
from types import CodeType
from typing import Any

SMALL, LARGE = 10, 30
# Sorting grows a little faster than what is sorted; comparing each with each other would grow with 9.
MOST = 1.6 * LARGE / SMALL


def lines_run(work: Callable[[], object], *folders: str) -> Counter[str]:
    """How many lines ran in each function and each template of the code below these folders."""
    # By number, as to look for a code itself reads all of it each time; who keeps it keeps its number.
    known: dict[int, tuple[CodeType, str, _Tally]] = {}

    def trace(frame: Any, event: str, argument: Any) -> Any:
        code = frame.f_code
        if id(code) not in known:
            known[id(code)] = (code, _where(code, folders), _Tally())
        _, where, tally = known[id(code)]
        return tally(frame, event, argument) if where else None

    _forget(folders)
    traced(work, trace)
    counts: Counter[str] = Counter()
    for _, where, tally in known.values():
        if where:
            counts[where] += tally.count
    return counts


class _Tally:
    """Counts what Python tells of one function."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, _frame: Any, _event: str, _argument: Any) -> Any:
        self.count += 1
        return self


def _where(code: CodeType, folders: tuple[str, ...]) -> str:
    """The name of a function or a template of the code below these folders; else nothing."""
    name = code.co_filename
    folder = next((folder for folder in folders if name.startswith(folder)), None)
    return "" if folder is None else f"{name[len(folder) + 1 :]}:{code.co_name}:{code.co_firstlineno}"


def _forget(folders: tuple[str, ...]) -> None:
    """Forget what functions remember of earlier calls: a test that ran before would else have done half of the work."""
    ours = [module for module in [*sys.modules.values()] if str(getattr(module, "__file__", "")).startswith(folders)]
    for remembering in {id(value): value for module in ours for value in vars(module).values()}.values():
        if isinstance(remembering, _lru_cache_wrapper):
            remembering.cache_clear()


def traced(work: Callable[[], object], trace: Callable[[Any, str, Any], Any]) -> None:
    """Do some work while Python tells `trace` of every line, as `sys.settrace` says."""
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)


def too_fast(small: Counter[str], large: Counter[str]) -> dict[str, tuple[int, int]]:
    """The functions that did more than their share of extra work on `LARGE` things than on `SMALL`."""
    assert sum(large.values()) > sum(small.values()) > 1_000
    return {
        where: (small[where], count) for where, count in large.items() if count > MOST * max(small[where], 4 * SMALL)
    }
