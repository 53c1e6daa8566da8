"""Replaces a folder whole or not at all."""

import contextlib
import ctypes
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# A build takes minutes at most: what is older than this was left by one that was killed.
_LEFT_AFTER = 3600
# As Linux numbers them: seen from the working directory, and swap the two (renameat2(2)).
_AT_CWD, _EXCHANGE = -100, 2


@contextlib.contextmanager
def replacing(target: Path, left: Path | None = None) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends well it takes the place of `target`.

    With a place to leave what was replaced, what was `left` there before is in the folder, if it can be moved.

    When the block raises, `target` stays as it was. The new folder is made beside the target, so that moving it into
    place is one rename on the same disk. What an earlier run left when it was killed is put back or cleaned up.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy(target)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    old = fresh.with_name(f"{fresh.name}-oud")
    try:
        # As it will stand: a web server, which is somebody else, reads it.
        fresh.chmod(0o755)
        if left:
            _take(left, fresh)
        yield fresh
        if not (target.exists() and _exchanged(fresh, target)):
            _put_in_place(fresh, target, old)
        if left:
            _leave(old if old.exists() else fresh, left)
    finally:
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _take(left: Path, fresh: Path) -> None:
    """Move what was left, if anything, to an empty folder: nobody else then has it."""
    with contextlib.suppress(OSError):
        # Now, or it would seem to be left by a build that was killed.
        os.utime(left)
        left.rename(fresh)


def _leave(old: Path, left: Path) -> None:
    """Move what was replaced, if anything, to where it is left."""
    with contextlib.suppress(OSError):
        left.parent.mkdir(parents=True, exist_ok=True)
        old.rename(left)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders at once, so that there is no moment without; false where the system cannot."""
    try:
        done = ctypes.CDLL(None).renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE)
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)


def _put_in_place(fresh: Path, target: Path, old: Path) -> None:
    """Two renames, with the old folder back when the second fails."""
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _tidy(target: Path) -> None:
    left = sorted(target.parent.glob(f".{target.name}-*"))
    kept = [folder for folder in left if folder.name.endswith("-oud") and any(folder.iterdir())]
    if kept and not target.exists():
        kept[-1].rename(target)
    for folder in left:
        if folder.is_dir() and time.time() - folder.stat().st_mtime > _LEFT_AFTER:
            shutil.rmtree(folder, ignore_errors=True)
