"""What stands in a folder, to the byte; a file that was seen before, and has the same marks, is not read again.

As git does: what was written twice within the steps of a clock has one moment, so that what was new when it was seen is
read again (https://git-scm.com/docs/racy-git).
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..building.artifacts import AT_A_TIME
from ..reading.disk import SETTLED

# Windows tells when a file was made instead of when it was changed: there every file is read.
_TELLS_CHANGES = os.name == "posix"


class Mark(NamedTuple):
    """What changes when a file does: which file it is, how long, and when it changed, as programs may say and truly."""

    number: int
    length: int
    said: int
    changed: int


@dataclass(frozen=True)
class Seen:
    """All that was in a folder at a moment: `told` says of each place who may read it, and of a file its hash."""

    told: dict[str, str]
    marks: dict[str, Mark]
    moment: int

    def known(self) -> dict[int, tuple[Mark, str]]:
        """The mark and the hash of each file, by its number."""
        return {mark.number: (mark, self.digest(place)) for place, mark in self.marks.items()}

    def digest(self, place: str) -> str:
        """The hash of the file at a place."""
        return self.told[place].rpartition(" ")[2]

    def is_settled(self, mark: Mark) -> bool:
        """Whether a file with this mark would have another one if it changed after it was seen.

        A name more, which it may have got a moment ago, is no reason to doubt that.
        """
        return _TELLS_CHANGES and mark.said < self.moment - SETTLED


def look_at(folder: Path, before: Seen | None = None) -> Seen:
    """All that is in a folder, of which some was seen `before`; raises `OSError` when not all can be read."""
    known = before.known() if before else {}

    def hashed(file: str, mark: Mark) -> str:
        old, digest = known.get(mark.number, (None, ""))
        return digest if before and old == mark and before.is_settled(mark) else hash_of(file)

    return _seen(folder, hashed)


def look_after(folder: Path, before: Seen) -> Seen:
    """All that is in a folder with files that were seen `before` under other names, and others that came later.

    Raises `OSError` when one of the first changed, or when not all can be read.
    """
    known = before.known()

    def hashed(file: str, mark: Mark) -> str:
        old, digest = known.get(mark.number, (None, ""))
        # To have got one more name is a change as well.
        if old and old[:-1] == mark[:-1] and before.is_settled(old):
            return digest
        found = hash_of(file)
        if old and found != digest:
            raise OSError(file)
        return found

    return _seen(folder, hashed)


def _seen(folder: Path, hashed: Callable[[str, Mark], str]) -> Seen:
    told, marks, moment = dict[str, str](), dict[str, Mark](), time.time_ns()
    for place, file, state, number in _all_in(str(folder), ""):
        told[place] = f"{state.st_mode:o}"
        if file:
            # Of before it is read: what changes after that is read again the next time.
            marks[place] = Mark(number, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
            told[place] += f" {hashed(file, marks[place])}"
    return Seen(told, marks, moment)


def _all_in(folder: str, place: str) -> Iterator[tuple[str, str, os.stat_result, int]]:
    """The folder at a place, and all below it, each with the path of a file; raises `OSError`."""
    yield place, "", os.stat(folder), 0  # noqa: PTH116 - a path for each of thousands of files costs more than all else
    with os.scandir(folder) as children:
        for child in children:
            name = f"{place}{child.name}"
            if child.is_dir(follow_symlinks=False):
                yield from _all_in(child.path, f"{name}/")
            elif child.is_file(follow_symlinks=False):
                yield name, child.path, child.stat(follow_symlinks=False), child.inode()
            else:
                raise OSError(name)


def hash_of(file: str) -> str:
    """A hash of what is in a file; raises `OSError`."""
    digest = hashlib.sha256()
    with open(file, "rb") as opened:  # noqa: PTH123 - as above
        # A large library is one file of the site as well: whole in memory it is what there is no room for.
        while piece := opened.read(AT_A_TIME):
            digest.update(piece)
    return digest.hexdigest()


def packed(seen: Seen) -> bytes:
    """What was seen, as it is kept."""
    return json.dumps([seen.moment, seen.told, seen.marks]).encode()


def unpacked(data: bytes | None) -> Seen | None:
    """What was packed; None when it is something else."""
    try:
        moment, told, marks = json.loads(data or b"")
        return Seen(told, {place: Mark(*mark) for place, mark in marks.items()}, moment)
    except (ValueError, TypeError, AttributeError):
        return None
