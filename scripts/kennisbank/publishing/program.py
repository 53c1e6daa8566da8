"""One name for all that an outcome follows from besides the files of a library: the program that works it out."""

import contextlib
import hashlib
import os
import stat
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path


def program_of(*folders: Path) -> str:
    """One name for Python, its packages and all that stands in these folders of a program."""
    return hashlib.sha256("\n".join((sys.version, *_packages(), *_files(folders))).encode()).hexdigest()


def _packages() -> Iterator[str]:
    paths = sysconfig.get_paths()
    for folder in sorted({paths["purelib"], paths["platlib"]}):
        yield from sorted(found.name for found in Path(folder).glob("*.dist-info"))


def _files(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        # Also what they read: a list of provinces decides as much as a rule does.
        for file in _below(str(folder)):
            name = f"{folder.name}/{file[len(str(folder)) + 1 :].replace(os.sep, '/')}"
            # What was there a moment ago and is gone, or may not be read, is nothing that the program reads.
            with contextlib.suppress(OSError):
                state = os.stat(file)  # noqa: PTH116 - a thousand paths as objects cost more than their files
                if stat.S_ISDIR(state.st_mode):
                    yield f"{name} {os.path.realpath(file)}"
                elif stat.S_ISREG(state.st_mode):
                    yield f"{name} {_hash_of(file, state.st_ino, state.st_size, state.st_mtime_ns)}"


@lru_cache(maxsize=1 << 12)
def _hash_of(file: str, *_state: int) -> str:
    """The hash of a file in this state: several that are kept ask for the same program."""
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()


def _below(folder: str) -> Iterator[str]:
    """The files below a folder, also by way of links; a folder that was met before, as a link may lead back, itself."""
    met: set[tuple[int, int]] = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        # By its number: to follow the links in the name of each of them takes longer than all else here.
        state = os.stat(place)  # noqa: PTH116 - as above
        if (same := (state.st_dev, state.st_ino)) in met:
            folders.clear()
            yield place
        else:
            met.add(same)
            yield from (f"{place}{os.sep}{name}" for name in sorted(files))
