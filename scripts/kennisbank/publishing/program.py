"""One name for all that an outcome follows from besides the files of a library: the program that works it out."""

import contextlib
import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
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
        for file in _below(folder):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            if file.is_dir():
                yield f"{name} {file.resolve()}"
            elif file.is_file():
                # What was there a moment ago and is gone, or may not be read, is nothing that the program reads.
                with contextlib.suppress(OSError):
                    yield f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def _below(folder: Path) -> Iterator[Path]:
    """The files below a folder, also by way of links; a folder that was met before, as a link may lead back, itself."""
    met = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        if (real := os.path.realpath(place)) in met:
            folders.clear()
            yield Path(place)
        else:
            met.add(real)
            yield from (Path(place, name) for name in sorted(files))
