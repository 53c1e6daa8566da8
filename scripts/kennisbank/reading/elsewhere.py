"""What git left half merged in files that the checker reads for nothing else: of the program, and about it."""

from collections.abc import Iterator
from pathlib import Path

from ..findings.finding import Finding
from . import git
from .merges import MARKS, both_sides_in
from .tree import CONTENT_FOLDERS, MAX_FILE, Blob

# What is tried on such files holds their marks on purpose.
_ON_PURPOSE = ("tests/", "scripts/kennisbank/checking/examples/")
_ELSEWHERE = (*_ON_PURPOSE, *(f"{folder}/" for folder in CONTENT_FOLDERS))
_IN_BYTES = tuple(mark.encode() for mark in MARKS)


def left_elsewhere(root: Path) -> dict[Blob, tuple[Finding, ...]]:
    """The files that git keeps in `root`, content left out, in which a merge is half done; none without git."""
    return {blob: found for blob in _files(root) if (found := tuple(both_sides_in(blob)))}


def _files(root: Path) -> Iterator[Blob]:
    try:
        names = git.answer(root, "ls-files", "-z") or ""
    except git.GitError:
        return
    for name in names.split("\0"):
        file = root / name
        if not name or name.startswith(_ELSEWHERE) or file.is_symlink() or not file.is_file():
            continue
        try:
            data = file.read_bytes() if file.stat().st_size <= MAX_FILE else b""
        except OSError:
            continue
        # To look in the bytes first spares reading nearly all of them as a text.
        if any(mark in data for mark in _IN_BYTES):
            yield Blob(name, data, len(data))
