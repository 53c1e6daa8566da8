"""What was found in files before, so that a file that did not change need not be looked at again.

Of rules that look at one file at a time, see `rule.local_rule`: what they find follows from the path and the text of
that file and from this program, and from nothing else. What all files together gave is remembered by `again.py`.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..findings.codes import finding
from ..findings.finding import Edit, Finding, Place, Span
from ..reading.document import Document

Plain = list[list[object]]
"""Findings as plain data: a list of place, code, message, hint and edits for each."""


@dataclass
class Remembered:
    """What was found, by file; `told` comes from an earlier run as plain data, and is not believed unseen.

    `used` is what this run asked for, ready to be kept; `news` tells whether there is anything new in it.
    """

    told: Mapping[str, object] = field(default_factory=dict)
    used: dict[str, object] = field(default_factory=dict)
    news: bool = False

    def of(self, document: Document, look: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        """What was found in a file before, or else what `look` finds now."""
        key = key_of(document)
        known = believed(document.path, self.get(key))
        if known is not None:
            return known
        found = look()
        self.put(key, plain(found))
        return found

    def get(self, key: str) -> object:
        """What stands under a key, which this run then uses; None when there is nothing."""
        known = self.used.get(key, self.told.get(key))
        if known is not None:
            self.used[key] = known
        return known

    def put(self, key: str, value: object) -> None:
        """Remember something new under a key."""
        self.used[key], self.news = value, True

    def take_over(self, used: Mapping[str, object]) -> None:
        """Remember what somebody else found."""
        self.used.update(used)
        self.news |= bool(used)

    def forget(self, kind: str, most: int) -> None:
        """Of what stands under keys that begin so, and that this run did not use, leave the last few only."""
        old = [key for key in self.told if key.startswith(kind) and key not in self.used]
        gone = frozenset(old[: max(0, len(old) - most)])
        self.told = {key: told for key, told in self.told.items() if key not in gone}


def key_of(document: Document) -> str:
    """One name for a path and a text."""
    text = document.text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(f"{len(document.path)} {document.path}".encode("utf-8", "surrogatepass") + text).hexdigest()


def plain(findings: Iterable[Finding]) -> Plain:
    """Findings of one file as plain data."""
    return [_plain(one) for one in findings]


def _plain(found: Finding) -> list[object]:
    place = found.place
    edits = [[*edit.span, edit.text] for edit in found.edits]
    where = (place.line, place.column, place.end_line, place.end_column)
    return [*where, found.code, found.message, found.hint, edits]


def believed(path: str, told: object) -> tuple[Finding, ...] | None:
    """The findings in a file that plain data stands for; None when it stands for nothing."""
    try:
        return tuple(_finding(path, *one) for one in told) if isinstance(told, list) else None
    except (TypeError, ValueError, KeyError):
        return None


def _finding(path: str, *told: object) -> Finding:
    *where, code, message, hint, edits = told
    if not (isinstance(code, str) and isinstance(message, str) and isinstance(hint, str) and isinstance(edits, list)):
        raise TypeError
    line, column, end_line, end_column = map(_number, where)
    made = tuple(Edit(Span(_number(start), _number(end)), str(text)) for start, end, text in edits)
    return finding(code, path, Place(line, column, end_line, end_column), message, hint, made)


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value
