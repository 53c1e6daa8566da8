"""Findings for other programs: one JSON document. `version` goes up when a field changes or disappears."""

import json
from collections.abc import Sequence

from .. import __version__
from ..checking.catalogue import CODES
from ..findings.finding import Edit, Finding, Place, Severity
from ..reading.document import Document

VERSION = 1


def render(findings: Sequence[Finding], texts: dict[str, str]) -> str:
    """The findings as JSON; places count characters from 1, `start` and `end` of an edit count them from 0."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    document = {
        "version": VERSION,
        "tool": {"name": "kennisbank", "version": __version__},
        "summary": {
            "errors": errors,
            "warnings": len(findings) - errors,
            "files": len({finding.file for finding in findings}),
        },
        "findings": [_finding(finding, Document(finding.file, texts.get(finding.file, ""))) for finding in findings],
    }
    # Plain ASCII, so that no character in a file can hide or steer a terminal.
    return f"{json.dumps(document, indent=2)}\n"


def _finding(finding: Finding, document: Document) -> dict[str, object]:
    return {
        "file": finding.file,
        **_place(finding.place),
        "code": finding.code,
        "title": CODES[finding.code].title,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "hint": finding.hint,
        "existed": finding.existed,
        "edits": [_edit(edit, document) for edit in finding.edits],
    }


def _edit(edit: Edit, document: Document) -> dict[str, object]:
    place = _place(document.place(edit.span)) if document.text else {}
    return {"start": edit.span.start, "end": edit.span.end, **place, "text": edit.text}


def _place(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
