"""The editorial rules, in modules that each tell their own codes; a new module here is found by itself."""

import importlib
import pkgutil
from datetime import date

from ...findings.codes import softens
from ...findings.finding import Finding
from ...library.library import Library
from ..rule import DAILY_RULES, RULES

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)


def check(library: Library, today: date | None = None) -> tuple[Finding, ...]:
    """All findings of a library, sorted; rules that need to know the day are left out without `today`."""
    findings = [*library.findings, *(finding for rule in RULES for finding in rule.find(library))]
    if today:
        findings.extend(finding for rule in DAILY_RULES for finding in rule.find(library, today))
    concepts = {entry.document.path for entry in library.entries if entry.is_concept}
    softened = (
        finding.softened() if finding.file in concepts and softens(finding.code) else finding for finding in findings
    )
    return tuple(sorted(set(softened)))
