"""The editorial rules, in modules that each tell their own codes; a new module here is found by itself."""

import importlib
import pkgutil
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from functools import partial

from ...findings.codes import softens
from ...findings.finding import Finding
from ...library.library import Library
from ..remembered import Remembered
from ..rule import DAILY_RULES, LOCAL_RULES, RULES

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)


def check(
    library: Library,
    today: date | None = None,
    remembered: Remembered | None = None,
    within: Callable[[str], bool] = lambda _: True,
) -> tuple[Finding, ...]:
    """All findings of a library, sorted; rules that need to know the day are left out without `today`.

    What was found in a file before need not be looked for again when it is `remembered`. Of files that are not
    `within` what is asked, only what follows from other files is told.
    """
    known = Remembered() if remembered is None else remembered
    findings = [*library.findings, *found_together(library, today)]
    for document, alone in library.file_by_file():
        if within(document.path):
            findings.extend(known.of(document, partial(found_in, alone)))
    return softened(findings, {entry.document.path for entry in library.entries if entry.is_concept})


def found_in(alone: Library) -> tuple[Finding, ...]:
    """What the rules that look at one file find in a library of one file."""
    return tuple(finding for rule in LOCAL_RULES for finding in rule.find(alone))


def found_together(library: Library, today: date | None = None) -> Iterator[Finding]:
    """What the rules find that look at all files; those that need to know the day only when there is a `today`."""
    yield from (finding for rule in RULES for finding in rule.find(library))
    if today:
        yield from (finding for rule in DAILY_RULES for finding in rule.find(library, today))


def softened(findings: Iterable[Finding], concepts: Container[str]) -> tuple[Finding, ...]:
    """Findings once each, sorted, where a concept may carry some of them as a warning; `concepts` are their files."""
    weighed = (
        finding.softened() if finding.file in concepts and softens(finding.code) else finding for finding in findings
    )
    return tuple(sorted(set(weighed)))
