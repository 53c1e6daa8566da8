"""What git left half merged in files that the checker reads for nothing else: of the program, and about it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..findings.finding import Finding
from . import git
from .merges import MARKS, both_sides_in
from .tree import CONTENT_FOLDERS, MAX_FILE, Blob

# What is tried on such files holds their marks on purpose.
_ON_PURPOSE = ("tests/", "scripts/kennisbank/checking/examples/")
_ELSEWHERE = (*_ON_PURPOSE, *(f"{folder}/" for folder in CONTENT_FOLDERS))
_CHANGED = ("diff", "--cached", "--name-only", "--relative", "--diff-filter=d")
_IN_BYTES = tuple(mark.encode() for mark in MARKS)


def left_elsewhere(root: Path, *, staged: bool = False) -> dict[Blob, tuple[Finding, ...]]:
    """The files that git keeps in `root`, content left out, in which a merge is half done; none without git.

    `staged`: only of what git is about to commit, as it stands there.
    """
    files = _files(root, _in_index, *_CHANGED) if staged else _files(root, _on_disk, "ls-files")
    return {blob: found for blob in files if (found := tuple(both_sides_in(blob)))}


def _files(root: Path, read: Callable[[Path, str], bytes], *asked: str) -> Iterator[Blob]:
    try:
        names = git.answer(root, *asked, "-z") or ""
    except git.GitError:
        return
    for name in names.split("\0"):
        if not name or name.startswith(_ELSEWHERE):
            continue
        try:
            data = read(root, name)
        except (OSError, git.GitError):
            continue
        # To look in the bytes first spares reading nearly all of them as a text.
        if any(mark in data for mark in _IN_BYTES):
            yield Blob(name, data, len(data))


def _on_disk(root: Path, name: str) -> bytes:
    file = root / name
    is_read = not file.is_symlink() and file.is_file() and file.stat().st_size <= MAX_FILE
    return file.read_bytes() if is_read else b""


def _in_index(root: Path, name: str) -> bytes:
    return git.ask(root, "cat-file", "blob", f":./{name}")
