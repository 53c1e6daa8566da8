"""Replaces a folder whole or not at all."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends well it takes the place of `target`.

    When the block raises, `target` stays as it was. The new folder is made beside the target, so that moving it into
    place is one rename on the same disk.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    old = fresh.with_name(f"{fresh.name}-oud")
    try:
        yield fresh
        fresh.chmod(0o755)
        if target.exists():
            target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)
