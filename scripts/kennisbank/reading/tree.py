"""The files of a library as values, read from disk or from a git revision, so that all later steps are pure."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import git

CONTENT_FOLDERS = ("cases", "docs", "lessons")
TEXT_SUFFIXES = (".md", ".yml")
# A long case is about 20 kB; this bounds the time that one hostile or mistaken file can take.
MAX_BYTES = 128 * 1024
# Nothing in the library is larger; a drawing or a document of this size is refused before it is read.
MAX_FILE = 8 * 1024 * 1024


# In seconds before each time that everything is read, if need be: who saves many files is done by then.
_PAUSES = (0, 0.2, 1, 2)


class TreeError(Exception):
    """The files cannot be read at all; the message is Dutch and meant for people."""


@dataclass(frozen=True)
class Blob:
    """One file: its path from the repository root, and its bytes or the reason they were not read."""

    path: str
    data: bytes = b""
    size: int = 0
    problem: str = ""


Tree = dict[str, Blob]
Mark = tuple[int, int, int, int]
Marks = dict[str, Mark | None]
"""By the whole path of a file what changes when it does, see `marks_of`."""


def most_bytes(path: str) -> int:
    """How large a file may be, by its name; a larger one is not looked into."""
    return MAX_BYTES if path.endswith(TEXT_SUFFIXES) else MAX_FILE


def tree_from_disk(root: Path) -> Tree:
    """Read the content folders below `root`; files that cannot be read become blobs with a problem.

    All files are of one moment: when one of them changes meanwhile, everything is read again. Raises `TreeError` when
    there is no such folder, or when its files never stay as they are.
    """
    if not root.is_dir():
        raise TreeError(f"De map '{root}' bestaat niet.")
    for pause in _PAUSES:
        time.sleep(pause)
        before = marks_of(root)
        blobs = [blob for folder in CONTENT_FOLDERS for blob in _walk(root, root / folder)]
        if marks_of(root) == before:
            return {blob.path: blob for blob in sorted(blobs, key=lambda blob: blob.path)}
    raise TreeError(
        f"De bestanden in '{root}' veranderen terwijl ze worden gelezen; probeer het opnieuw als ze allemaal"
        " bewaard zijn."
    )


def marks_of(root: Path) -> Marks:
    """When each file was changed, as a program may say and as it was; how long it is and which; None where unseen."""
    marks: Marks = {}
    folders = [str(root / folder) for folder in CONTENT_FOLDERS]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as children:
                for child in children:
                    if child.is_dir(follow_symlinks=False) and not is_leftover(child.name):
                        folders.append(child.path)
                    elif not is_leftover(child.name):
                        seen = child.stat(follow_symlinks=False)
                        marks[child.path] = (seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)
        except OSError:
            marks[folder] = None
    return marks


def _walk(root: Path, folder: Path) -> Iterator[Blob]:
    path = folder.relative_to(root).as_posix()
    if folder.is_symlink():
        yield Blob(path, problem="symlink")
        return
    try:
        children = sorted(folder.iterdir()) if folder.exists() else []
    except OSError as error:
        yield Blob(path, problem=f"unreadable: {error.strerror}")
        return
    for child in children:
        if is_leftover(child.name):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _walk(root, child)
        else:
            yield read_file(root, child)


def read_file(root: Path, file: Path) -> Blob:
    """One file below `root`, or the reason why it cannot be read."""
    path = file.relative_to(root).as_posix()
    if file.is_symlink():
        return Blob(path, problem="symlink")
    if not file.is_file():
        return Blob(path, problem="unreadable: geen gewoon bestand")
    try:
        size = file.stat().st_size
        if size > most_bytes(path):
            return Blob(path, size=size, problem="too-big")
        return Blob(path, file.read_bytes(), size)
    except OSError as error:
        return Blob(path, problem=f"unreadable: {error.strerror}")


def tree_from_git(root: Path, revision: str) -> Tree:
    """Read the content folders as they stood in `revision`, to compare those on disk with.

    Raises `GitError` when git does not know it, and when only a part of the folders is on disk.
    """
    _refuse_part(root)
    return _tree_at(root, f"{revision}^{{commit}}")


def tree_from_index(root: Path) -> Tree:
    """Read the content folders as they are ready to be committed; raises `GitError` when git cannot give them."""
    return _tree_at(root, git.ask(root, "write-tree").decode("ascii").strip())


def _refuse_part(root: Path) -> None:
    """What git was told to leave out of the folder would count as taken away."""
    if git.answer(root, "config", "--bool", "core.sparseCheckout") != "true":
        return
    if any(line.startswith("S ") for line in git.lines(root, "ls-files", "-t", "--", *CONTENT_FOLDERS)):
        raise git.GitError(
            f"In de map '{root}' staat maar een deel van de bestanden (sparse checkout); haal de rest op met"
            " git sparse-checkout disable."
        )


def _tree_at(root: Path, name: str) -> Tree:
    listing = git.ask(root, "ls-tree", "-r", "-z", "--full-tree", name, "--", *CONTENT_FOLDERS)
    entries = [entry.split("\t", 1) for entry in listing.decode("utf-8", "surrogateescape").split("\0") if entry]
    files = [(path, *meta.split()) for meta, path in entries]
    wanted = [
        (path, mode, name)
        for path, mode, kind, name in files
        if kind == "blob" and not any(map(is_leftover, path.split("/")))
    ]
    contents = _contents(root, [name for _, _, name in wanted])
    return {path: _git_blob(path, mode, contents[name]) for path, mode, name in wanted}


def is_leftover(name: str) -> bool:
    """Whether a file or folder is hidden, or left behind by an editor or the system."""
    return name.startswith((".", "~$")) or name.endswith("~") or name in ("Thumbs.db", "desktop.ini")


def _git_blob(path: str, mode: str, data: bytes) -> Blob:
    if mode == "120000":
        return Blob(path, problem="symlink")
    if len(data) > most_bytes(path):
        return Blob(path, size=len(data), problem="too-big")
    return Blob(path, data, len(data))


def _contents(root: Path, names: list[str]) -> dict[str, bytes]:
    """The contents of git objects by name, asked for all at once: a process a file takes seconds."""
    output = git.ask(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found, start = {}, 0
    for name in names:
        header_end = output.index(b"\n", start)
        size = int(output[start:header_end].split()[2])
        found[name] = output[header_end + 1 : header_end + 1 + size]
        start = header_end + 1 + size + 1
    return found
