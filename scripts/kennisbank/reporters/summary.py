"""The last line of a report: how much was found."""

from collections.abc import Sequence

from ..findings.finding import Finding, Severity
from ..reading.safe_text import visible


def said(finding: Finding) -> str:
    """The message, made safe to show; what existed before the change says so in front, where no message can begin."""
    return f"{'bestond al: ' if finding.existed else ''}{visible(finding.message)}"


def summary(findings: Sequence[Finding]) -> str:
    """A Dutch sentence that counts errors, warnings and files."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    files = len({finding.file for finding in findings})
    where = f"in {count(files, 'bestand', 'bestanden')}"
    if not findings:
        return "Geen fouten gevonden."
    if not errors:
        return f"Geen fouten, wel {count(warnings, 'waarschuwing', 'waarschuwingen')} {where}."
    parts = [count(errors, "fout", "fouten")]
    if warnings:
        parts.append(count(warnings, "waarschuwing", "waarschuwingen"))
    return f"{' en '.join(parts)} {where}."


def count(number: int, one: str, many: str) -> str:
    """A number with the right form of a noun: '1 fout', '2 fouten'."""
    return f"{number} {one if number == 1 else many}"
