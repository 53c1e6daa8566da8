"""Findings as people read them in a terminal: the message, the line with a caret below the place, and a tip."""

from collections.abc import Sequence

from ..findings.finding import Finding, Place, Severity
from ..reading.safe_text import visible, width
from .summary import said, summary

# Of a longer line only the part around the caret is shown.
LONGEST = 120
_BEFORE = 40

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}


def render(findings: Sequence[Finding], texts: dict[str, str], colour: bool = False) -> str:
    """The findings with the lines of `texts` (path to content) they point at, and a line that counts them."""
    lines = {file: texts[file].split("\n") for file in {finding.file for finding in findings} if texts.get(file)}
    blocks = [_block(finding, lines.get(finding.file, []), colour) for finding in findings]
    return "\n".join([*blocks, f"{summary(findings)}\n"])


def _block(finding: Finding, lines: list[str], colour: bool) -> str:
    place, paint = finding.place, _COLOURS[finding.severity]
    where = _painted(f"{visible(finding.file)}:{place.line}:{place.column}:", _BOLD, colour)
    label = _painted(f"{finding.severity}[{finding.code}]", paint, colour)
    margin = " " * len(str(place.line))
    rows = [f"{where} {label} {said(finding)}"]
    # An empty place at the very start is how findings about a file as a whole are written: no line to show.
    if place != Place() and place.line <= len(lines):
        shown, caret = snippet(lines[place.line - 1], place)
        bar = _painted(f"{margin} |", _DIM, colour)
        number = _painted(f"{place.line} |", _DIM, colour)
        rows += [bar, f"{number} {shown}".rstrip(), f"{bar} {_caret(caret, paint, colour)}"]
    if finding.hint:
        rows.append(f"{margin} {_painted('= tip:', _DIM, colour)} {visible(finding.hint)}")
    return "".join(f"{row}\n" for row in rows)


def snippet(line: str, place: Place) -> tuple[str, str]:
    """The part of a line around a place as it may be shown, and the row of carets that goes below it."""
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    if start < len(line) - line.endswith("\r"):
        line = line.removesuffix("\r")
    end = min(max(end, start + 1), len(line))
    first = 0 if end <= LONGEST else max(0, min(start - _BEFORE, len(line) - LONGEST))
    last = min(len(line), first + LONGEST)
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shown = f"{before}{visible(line[first:last])}{after}"
    indent = len(before) + width(line[first:start])
    carets = max(width(line[start : min(end, last)]), 1)
    return shown, " " * indent + "^" * carets


def _caret(row: str, paint: str, colour: bool) -> str:
    mark = row.lstrip()
    return row[: len(row) - len(mark)] + _painted(mark, paint, colour)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_RESET}" if colour else text
