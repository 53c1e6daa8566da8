"""Machine fixes as replaced lines, which a pull request can offer with one click."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..findings.finding import Edit, Finding, Span
from .repair import apply, choose


@dataclass(frozen=True, order=True)
class Suggestion:
    """New text for the lines `start` to `end` (from 1, inclusive) of a file, and the findings that it mends."""

    path: str
    start: int
    end: int
    text: str
    codes: tuple[str, ...]


def suggestions(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[Suggestion, ...]:
    """The fixes that go together, one for each stretch of lines; `texts` are the files by path."""
    by_file = groupby(sorted(findings), key=lambda finding: finding.file)
    return tuple(made for path, group in by_file if path in texts for made in _of_file(path, texts[path], list(group)))


def _of_file(path: str, text: str, findings: list[Finding]) -> Iterator[Suggestion]:
    edits, _ = choose((finding for finding in findings if finding.edits), len(text))
    starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]
    for first, last, together in _stretches(edits, starts):
        begin, end = starts[first], starts[last + 1] - 1 if last + 1 < len(starts) else len(text)
        moved = [Edit(Span(edit.span.start - begin, edit.span.end - begin), edit.text) for edit in together]
        codes = tuple(sorted({one.code for one in findings if set(one.edits) & set(together)}))
        yield Suggestion(path, first + 1, last + 1, apply(text[begin:end], moved), codes)


def _stretches(edits: Iterable[Edit], starts: list[int]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Edits by the lines they touch, counted from 0; edits on the same lines stay together."""
    found: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first, last = (bisect_right(starts, offset) - 1 for offset in (edit.span.start, edit.span.end))
        if found and first <= found[-1][1]:
            start, end, together = found.pop()
            found.append((start, max(end, last), [*together, edit]))
        else:
            found.append((first, last, [edit]))
    yield from found
