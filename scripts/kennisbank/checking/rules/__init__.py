"""The editorial rules: every rule is a small generator of findings over the library."""

from collections.abc import Callable, Iterator
from datetime import date

from ...findings.codes import softens
from ...findings.finding import Finding
from ...library.library import Library
from . import evidence, form, lists, prose, readability, references

Rule = Callable[[Library], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *form.RULES,
    *references.RULES,
    *prose.RULES,
    *readability.RULES,
    *evidence.RULES,
    *lists.RULES,
)


def check(library: Library, today: date | None = None) -> tuple[Finding, ...]:
    """All findings of a library, sorted; rules about the review date need `today` and are left out without it."""
    findings = [*library.findings, *(finding for rule in RULES for finding in rule(library))]
    if today:
        findings.extend(evidence.review_dates(library, today))
    concepts = {entry.document.path for entry in library.entries if entry.is_concept}
    softened = (
        finding.softened() if finding.file in concepts and softens(finding.code) else finding for finding in findings
    )
    return tuple(sorted(set(softened)))
