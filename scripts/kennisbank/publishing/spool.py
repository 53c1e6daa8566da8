"""Keeps the files of a site on disk while it is built: all of them together would not fit in memory."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..building.artifacts import AT_A_TIME, Artifact

_LIST = "lijst"


@dataclass(frozen=True)
class Stretch:
    """A stretch of a file, in bytes."""

    file: str
    at: int
    length: int

    def read(self) -> bytes:
        """What stands there; raises `OSError`."""
        with open(self.file, "rb") as file:  # noqa: PTH123 - tens of thousands of these are read in one build
            file.seek(self.at)
            return file.read(self.length)

    def pieces(self) -> Iterator[bytes]:
        """The same, some at a time; raises `OSError`."""
        with open(self.file, "rb") as file:  # noqa: PTH123 - as above
            file.seek(self.at)
            for done in range(0, self.length, AT_A_TIME):
                yield file.read(min(AT_A_TIME, self.length - done))


@dataclass(frozen=True)
class Spool:
    """A folder of one build, in which each process that makes files of the site has a file of its own."""

    folder: Path

    def put(self, made: Iterable[Artifact]) -> list[Artifact]:
        """The same files of the site, with their bytes on disk; raises `OSError`."""
        name, put = str(self.folder / f"{os.getpid()}"), []
        with open(name, "ab") as file:  # noqa: PTH123 - as above
            for one in made:
                put.append(Artifact.elsewhere(*one.about, Stretch(name, file.tell(), one.length)))
                file.writelines(one.pieces())
        return put

    def tell(self, made: Iterable[Artifact]) -> None:
        """Leave a list of all files that were put here, for the process that makes the site; raises `OSError`."""
        with (self.folder / _LIST).open("w", encoding="utf-8") as file:
            for one in made:
                file.write(json.dumps([*one.about, *vars(one.held).values()]) + "\n")

    def told(self) -> tuple[Artifact, ...]:
        """The files on the list; raises `OSError`."""
        with (self.folder / _LIST).open(encoding="utf-8") as file:
            return tuple(_heard(json.loads(line)) for line in file)


def _heard(told: Sequence[Any]) -> Artifact:
    *about, file, at, length = told
    # One name of the file for all that is in it.
    return Artifact.elsewhere(*about, Stretch(sys.intern(file), at, length))
