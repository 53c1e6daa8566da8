"""One name for all that an outcome follows from besides the files of a library: the program that works it out."""

import hashlib
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
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
                yield f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}"
