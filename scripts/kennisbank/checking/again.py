"""Checks a library of which an earlier check remembers most, without reading the files that are still the same.

What is found follows from each file by itself, and from what the files show each other, see `outline.py`. As long as
they show the same, what all of them together gave is the same too; only where its words name a place, the file with
that place has to be the same to the letter.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..findings.finding import Finding
from ..library.library import Library
from ..library.loading import load
from ..reading.tree import Blob, Tree
from .outline import outline_of
from .remembered import Remembered, believed, key_of, plain
from .rules import found_in, found_together, softened

_FILE, _TOGETHER = "bestand ", "samen "
# So that a check of today and one without a day, or two branches in turn, do not push each other out.
_KEPT = 4
# Fewer files than this are looked at sooner than they are handed out.
_MANY = 100

# What is worked out of so many files together takes memory that is worth giving back.
_LARGE = 1_000

Found = tuple[Finding, ...]
Apart = Callable[[Callable[[], Found]], Found]
Spread = Callable[[Callable[[Sequence[Blob]], dict[str, object]], Sequence[Blob]], Iterable[dict[str, object]]]


def _by_one(look: Callable[[Sequence[Blob]], dict[str, object]], blobs: Sequence[Blob]) -> Iterable[dict[str, object]]:
    yield look(blobs)


def _here(look: Callable[[], Found]) -> Found:
    return look()


@dataclass(frozen=True)
class _Glance:
    """What a file is by itself: what was found in it, what it shows to the others, and whether it is a concept."""

    findings: tuple[Finding, ...]
    outline: str
    is_concept: bool


def check_again(
    tree: Tree,
    today: date | None = None,
    remembered: Remembered | None = None,
    within: Callable[[str], bool] = lambda _: True,
    spread: Spread = _by_one,
    apart: Apart = _here,
) -> Found:
    """All findings of a tree, as `rules.check` gives them for the library that is in it.

    `spread` lets others look at files, some at a time, when there are many that nothing is remembered of. `apart` lets
    another look at all files together, when these are many, and what that takes of memory go with it.
    """
    known = Remembered() if remembered is None else remembered
    keys = {path: _key(blob) for path, blob in tree.items()}
    new = [blob for path, blob in tree.items() if not _glance_before(path, known.get(keys[path]), known, within)]
    if len(new) > _MANY:
        # Who looks at them is a copy of this process, and then need not read them as well.
        load({blob.path: blob for blob in new})
        for found in spread(partial(_seen, within), new):
            known.take_over(found)
    glances = {path: _glance(blob, keys[path], known, within) for path, blob in tree.items()}
    findings = [found for glance in glances.values() for found in glance.findings]
    findings += _together(tree, today, known, keys, glances, apart)
    return softened(findings, {path for path, glance in glances.items() if glance.is_concept})


def _seen(within: Callable[[str], bool], blobs: Sequence[Blob]) -> dict[str, object]:
    """What there is to remember of some files."""
    seen = Remembered()
    for blob in blobs:
        _glance(blob, _key(blob), seen, within)
    return seen.used


def _key(blob: Blob) -> str:
    """One name for all that was read of a file."""
    about = f"{len(blob.path)} {blob.path} {blob.size} {blob.problem} ".encode("utf-8", "surrogatepass")
    return _FILE + hashlib.sha256(about + blob.data).hexdigest()


def _glance(blob: Blob, key: str, known: Remembered, within: Callable[[str], bool]) -> _Glance:
    """What a file is by itself; rules that look at one file at a time are not asked when it is not `within`."""
    before = _glance_before(blob.path, known.get(key), known, within)
    if before:
        return before
    alone = load({blob.path: blob})
    findings, name, entry = list(alone.findings), "", None
    for document, only in alone.file_by_file():
        name = key_of(document)
        if within(blob.path):
            findings += known.of(document, partial(found_in, only))
        entry = next(iter(only.entries), None)
    # Of what is no record all counts: lists and pages do not change often.
    outline, is_concept = (outline_of(entry), entry.is_concept) if entry else (key, False)
    known.put(key, [outline, is_concept, name, plain(alone.findings)])
    return _Glance(tuple(findings), outline, is_concept)


def _glance_before(path: str, told: object, known: Remembered, within: Callable[[str], bool]) -> _Glance | None:
    """What is remembered of a file; None when that is nothing, or not enough."""
    match told:
        case [str(outline), bool(is_concept), str(name), list(own)]:
            found = believed(path, own)
            local = believed(path, known.get(name)) if name and within(path) else ()
            return None if found is None or local is None else _Glance((*found, *local), outline, is_concept)
    return None


def _together(
    tree: Tree,
    today: date | None,
    known: Remembered,
    keys: Mapping[str, str],
    glances: Mapping[str, _Glance],
    apart: Apart,
) -> Found:
    """What is found in all files together, beside what is found in each by itself."""
    shown = [f"{today}", *(f"{len(path)} {path} {glances[path].outline}" for path in sorted(tree))]
    key = _TOGETHER + hashlib.sha256("\n".join(shown).encode("utf-8", "surrogatepass")).hexdigest()
    before = _together_before(known.get(key), keys)
    if before is not None:
        return before
    library = load(tree)
    alone = frozenset(found for glance in glances.values() for found in glance.findings)
    look = partial(_in_all, library, today, alone)
    findings = apart(look) if len(tree) > _LARGE else look()
    places = {path: keys[path] for path in sorted(_named(findings, keys))}
    known.put(key, [places, [[found.file, plain([found])] for found in sorted(findings)]])
    known.forget(_TOGETHER, _KEPT)
    return findings


def _in_all(library: Library, today: date | None, alone: frozenset[Finding]) -> Found:
    return tuple({*library.findings, *found_together(library, today)} - alone)


def _together_before(told: object, keys: Mapping[str, str]) -> tuple[Finding, ...] | None:
    """What all files together gave before; None when that is not known, or a place in it may have moved."""
    match told:
        case [dict(places), list(rows)] if all(keys.get(path) == key for path, key in places.items()):
            found = [believed(row[0], row[1]) if _is_row(row) else None for row in rows]
            return None if None in found else tuple(one for some in found for one in some or ())
    return None


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == 2 and isinstance(row[0], str)


def _named(findings: Iterable[Finding], paths: Mapping[str, str]) -> set[str]:
    """Of the paths those that findings are about, and those that occur in what they say, whatever stands around."""
    said, about = [], set[str]()
    for found in findings:
        said += [found.message, found.hint]
        about.add(found.file)
    words = "\n".join(said)
    # Only where a path may begin, and as far as paths go: each path in all words is the square of a library.
    folders = {path.partition("/")[0] for path in paths}
    begin = re.compile(f"(?={'|'.join(map(re.escape, sorted(folders)))})")
    lengths = {len(path) for path in paths}
    here = (words[at.start() : at.start() + length] for at in begin.finditer(words) for length in lengths)
    return (about & paths.keys()) | {path for path in here if path in paths}
