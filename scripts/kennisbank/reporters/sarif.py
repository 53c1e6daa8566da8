"""Findings as SARIF 2.1.0, which code scanning and editors read."""

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from .. import __version__
from ..checking.catalogue import CODES, FAMILIES
from ..findings.codes import Code
from ..findings.finding import Edit, Finding, Place, Severity
from ..reading.document import Document
from ..reading.safe_text import visible
from .summary import said

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_FAMILY_NAMES = {family.digit: family.name for family in FAMILIES}

Json = dict[str, object]


def render(findings: Sequence[Finding], texts: dict[str, str]) -> str:
    """The findings as a SARIF log with one run; the rules are all codes of the catalogue."""
    codes = sorted(CODES)
    rules = [_rule(CODES[code]) for code in codes]
    numbers = {code: number for number, code in enumerate(codes)}
    documents = {finding.file: Document(finding.file, texts.get(finding.file, "")) for finding in findings}
    run = {
        "tool": {"driver": {"name": "kennisbank", "semanticVersion": __version__, "language": "nl", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers, documents[finding.file]) for finding in findings],
    }
    return f"{json.dumps({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}, indent=2)}\n"


def _rule(code: Code) -> Json:
    family = _FAMILY_NAMES[code.family]
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"{code.why} Voorbeelden: kennisbank uitleg {code.id}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [family.lower()]},
    }


def _result(finding: Finding, numbers: dict[str, int], document: Document) -> Json:
    hint = f" {visible(finding.hint)}" if finding.hint else ""
    location = {"artifactLocation": _artifact(finding.file), "region": _region(finding.place)}
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{_sentence(said(finding))}{hint}"},
        "locations": [{"physicalLocation": location}],
    }
    if finding.existed:
        result["baselineState"] = "unchanged"
    if finding.edits and document.text:
        result["fixes"] = list(_fixes(finding, document))
    return result


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}."


def _fixes(finding: Finding, document: Document) -> Iterator[Json]:
    replacements = [_replacement(edit, document) for edit in finding.edits]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    yield {"description": {"text": visible(finding.hint or finding.message)}, "artifactChanges": [change]}


def _replacement(edit: Edit, document: Document) -> Json:
    deleted = _region(document.place(edit.span))
    return {"deletedRegion": deleted, "insertedContent": {"text": edit.text}}


def _artifact(file: str) -> Json:
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
