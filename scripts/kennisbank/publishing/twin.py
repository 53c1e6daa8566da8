"""A second folder with the files of a site that stands, each under one more name.

The one that stood before it has nearly all of these already: only what differs is put there and taken away.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .seen import Seen, hash_of

FOLDER = "build/vorige"
"""Where the site that stood before is left, for the next time."""


def fill(folder: Path, site: Path, seen: Seen) -> None:
    """Make a folder hold the files that were seen in a site and nothing else; raises `OSError` when those changed."""
    _Twin(site, seen, _by_folder(seen)).fill(folder, "")


def _by_folder(seen: Seen) -> dict[str, list[str]]:
    """The names in each folder, by its place; those of folders end in a slash."""
    found: dict[str, list[str]] = {}
    for place in seen.told:
        if place:
            above, slash, name = place.removesuffix("/").rpartition("/")
            found.setdefault(above + slash, []).append(f"{name}/" if place.endswith("/") else name)
    return found


@dataclass(frozen=True)
class _Twin:
    site: Path
    seen: Seen
    names: Mapping[str, list[str]]

    def fill(self, folder: Path, place: str) -> None:
        """Fill the folder at a place."""
        wanted = self.names.get(place, [])
        here = self._left_in(folder, wanted)
        for name in wanted:
            file, at = folder / name, f"{place}{name}"
            if name.endswith("/"):
                if name not in here:
                    file.mkdir()
                self.fill(file, at)
            elif here.get(name) != self.seen.marks[at].number:
                file.unlink(missing_ok=True)
                self._one_more_name(at, file)
        mode = int(self.seen.told[place], 8) & 0o7777
        if folder.stat().st_mode & 0o7777 != mode:
            folder.chmod(mode)

    def _left_in(self, folder: Path, wanted: list[str]) -> dict[str, int]:
        """What stays in a folder of what it has: the number of each by its name."""
        here = _numbers_in(folder)
        gone = [*here.keys() - {*wanted}]
        missing = [name for name in wanted if name.endswith("/") and name not in here]
        if [name[-1:] for name in gone] == ["/"] and len(missing) == 1:
            # That of the index has another name each time.
            (folder / gone[0]).rename(folder / missing[0])
            return {**here, missing[0]: 0}
        for name in gone:
            shutil.rmtree(folder / name) if name.endswith("/") else (folder / name).unlink()
        return here

    def _one_more_name(self, place: str, file: Path) -> None:
        try:
            os.link(self.site / place, file)
        except OSError:
            # Not every disk can do so.
            shutil.copy2(self.site / place, file)
            if hash_of(str(file)) != self.seen.digest(place):
                raise
        else:
            if file.stat().st_ino != self.seen.marks[place].number:
                raise OSError(place)


def _numbers_in(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as children:
        return {f"{one.name}{'/' * one.is_dir(follow_symlinks=False)}": one.inode() for one in children}
