"""A rule is a small generator of findings over the library, with the codes that it gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ..findings.codes import Code
from ..findings.finding import Finding
from ..library.library import Library

Find = Callable[[Library], Iterator[Finding]]
FindOnDay = Callable[[Library, date], Iterator[Finding]]
Function = TypeVar("Function", bound=Callable[..., Iterator[Finding]])


@dataclass(frozen=True)
class Rule(Generic[Function]):
    """The function that finds, and the ids of its codes."""

    find: Function
    codes: frozenset[str]


RULES: list[Rule[Find]] = []
# Rules that look at one file at a time, and are given a library of just that file.
LOCAL_RULES: list[Rule[Find]] = []
# Rules that need to know which day it is.
DAILY_RULES: list[Rule[FindOnDay]] = []


def rule(*codes: Code | str) -> Callable[[Find], Find]:
    """Make a function a rule; a code that another place tells already is named by its id."""
    return _added(RULES, codes)


def local_rule(*codes: Code | str) -> Callable[[Find], Find]:
    """The same for a rule that looks at one file at a time, so that what it finds can be remembered with that file."""
    return _added(LOCAL_RULES, codes)


def daily_rule(*codes: Code | str) -> Callable[[FindOnDay], FindOnDay]:
    """The same for a rule that needs to know which day it is."""
    return _added(DAILY_RULES, codes)


def _added(rules: list[Rule[Function]], codes: tuple[Code | str, ...]) -> Callable[[Function], Function]:
    def add(find: Function) -> Function:
        rules.append(Rule(find, frozenset(code if isinstance(code, str) else code.id for code in codes)))
        return find

    return add
