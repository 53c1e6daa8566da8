"""Findings are values: what is wrong, where, how bad, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is: an error blocks, a warning informs."""

    ERROR = "fout"
    WARNING = "waarschuwing"


class Span(NamedTuple):
    """A stretch of a text: offsets in characters, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, order=True)
class Place:
    """Where a span stands for people: lines and columns in characters, counted from 1; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, order=True)
class Edit:
    """A safe change to a file: replace the characters of `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, order=True)
class Finding:
    """One thing an author should know, in Dutch; sorts by file, place and code.

    `existed` tells that it was there before the change that is looked at.
    """

    file: str
    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    edits: tuple[Edit, ...] = ()
    existed: bool = False

    def softened(self) -> "Finding":
        """The same finding as a warning."""
        return replace(self, severity=Severity.WARNING)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings blocks."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def shown(value: object) -> str:
    """A value as it fits in a message: on one line, and not too long."""
    return cut(" ".join(str(value).split()), 60)


def cut(text: str, most: int) -> str:
    """A text of at most so many characters; where it goes on, it ends in …."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
