"""Findings as workflow commands, which GitHub Actions shows next to the changed lines of a pull request."""

from collections.abc import Sequence

from ..checking.catalogue import CODES
from ..findings.finding import Finding, Severity
from ..reading.safe_text import visible
from .summary import said

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(findings: Sequence[Finding], _texts: dict[str, str]) -> str:
    """One workflow command a line for every finding; the texts are not needed."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    properties: dict[str, object] = {"file": finding.file, "line": place.line}
    if place.line == place.end_line:
        # GitHub refuses columns when an annotation runs over several lines.
        properties |= {"col": place.column, "endLine": place.line, "endColumn": place.end_column}
    else:
        properties |= {"endLine": place.end_line}
    properties["title"] = f"{finding.code} {CODES[finding.code].title}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = [said(finding), *([f"Tip: {visible(finding.hint)}"] if finding.hint else [])]
    message = _data("\n".join(lines))
    return f"::{_COMMANDS[finding.severity]} {written}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
