"""Machine fixes: applies the edits that findings carry. Only `write` touches the disk."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from ..findings.finding import Edit, Finding, Span
from ..reading.documents import read_document
from ..reading.tree import Blob, Tree
from ..reading.whole_files import write_whole

# One fix can make the next one possible. A few rounds are plenty; the bound is against two fixes undoing each other.
ROUNDS = 8
# What makes a file unreadable shows one by one, at most one a line.
_READINGS = 5_000
# Reading a file again costs little; for each of a thousand lines it would take minutes. From here on lines that are the
# same to the letter are mended together.
_ONE_BY_ONE = 40


@dataclass(frozen=True)
class Repaired:
    """A tree with fixes applied: how many findings were mended, and which files changed."""

    tree: Tree
    mended: int
    files: tuple[str, ...]


class Changed(Exception):
    """A file is no longer what was checked, so it must not be overwritten."""


def repair(tree: Tree, check: Callable[[Tree], Iterable[Finding]], wanted: Callable[[str], bool]) -> Repaired:
    """Apply the edits of all findings in `wanted` files, and check again, until nothing is left to mend."""
    current, mended = dict(tree), 0
    for _ in range(ROUNDS):
        by_file: dict[str, list[Finding]] = {}
        for finding in check(current):
            if finding.edits and finding.file in current and wanted(finding.file):
                by_file.setdefault(finding.file, []).append(finding)
        done = 0
        for file, findings in by_file.items():
            current[file], number = _read_again(*_mended(current[file], findings))
            done += number
        if not done:
            break
        mended += done
    return Repaired(current, mended, tuple(file for file in tree if tree[file].data != current[file].data))


def _mended(blob: Blob, findings: Iterable[Finding]) -> tuple[Blob, int]:
    """A file with the edits of its findings, and how many findings that mends."""
    text = blob.data.decode("utf-8")
    edits, number = choose(findings, len(text))
    data = apply(text, edits).encode("utf-8")
    return (replace(blob, data=data, size=len(data)), number) if data != blob.data else (blob, 0)


def _read_again(blob: Blob, mended: int) -> tuple[Blob, int]:
    """A file mended until it can be read, or until nothing more can be mended: each fault hides the next one."""
    for reading in range(_READINGS if mended else 0):
        document = read_document(blob)
        if document.readable:
            break
        findings = (finding for finding in document.findings if finding.edits)
        alike = (one for finding in findings for one in _alike(finding, document.text))
        blob, number = _mended(blob, findings if reading < _ONE_BY_ONE else alike)
        if not number:
            break
        mended += number
    return blob, mended


def _alike(found: Finding, text: str) -> Iterator[Finding]:
    """The finding, and the same one in every line below it that has the same letters."""
    yield found
    start, end = text.rfind("\n", 0, found.edits[0].span.start) + 1, text.find("\n", found.edits[-1].span.end)
    line = text[start : end + 1]
    if end < 0 or "\n" in line[:-1]:
        return
    place = text.find(f"\n{line}", end)
    while place >= 0:
        yield replace(found, edits=tuple(_moved(edit, place + 1 - start) for edit in found.edits))
        place = text.find(f"\n{line}", place + 1)


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.text)


def choose(findings: Iterable[Finding], length: int) -> tuple[tuple[Edit, ...], int]:
    """The edits that can be applied together to a text of `length` characters, and of how many findings they are.

    The edits of one finding belong together: when one of them is in the way of an earlier finding, all have to wait.
    """
    chosen: list[Edit] = []
    number = 0
    for finding in findings:
        new = sorted(set(finding.edits).difference(_neighbours(chosen, finding.edits)))
        inside = all(0 <= edit.span.start <= edit.span.end <= length for edit in new)
        if inside and _fit(new) and all(_fit({*_neighbours(chosen, [edit]), edit}) for edit in new):
            for edit in new:
                insort(chosen, edit)
            number += 1
    return tuple(chosen), number


def _neighbours(chosen: list[Edit], edits: Iterable[Edit]) -> Iterator[Edit]:
    """The chosen edits just before, at and just after each of some others: no further one can overlap with them."""
    for edit in edits:
        at = bisect_left(chosen, edit)
        yield from chosen[max(at - 1, 0) : at + 2]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit applied; raises `ValueError` when edits overlap."""
    ordered = sorted(set(edits))
    if not _fit(ordered):
        raise ValueError("overlapping edits")
    parts, end = [], 0
    for edit in ordered:
        parts += [text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*parts, text[end:]])


def _fit(edits: Iterable[Edit]) -> bool:
    """Whether edits leave each other alone; where two begin at one place their order would be a guess."""
    spans = pairwise(edit.span for edit in sorted(edits))
    return all(one.end <= two.start and one.start < two.start for one, two in spans)


def write(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in a file that holds `before`, at once or not at all; raises `Changed` or `OSError`.

    The mode of the file stays.
    """
    if path.is_symlink() or path.read_bytes() != before:
        raise Changed(str(path))
    write_whole(path, after, durable=True)
