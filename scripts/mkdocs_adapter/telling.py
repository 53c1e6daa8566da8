"""Tells how far a build is: the program that started it, or people who wait for their preview."""

import os
import sys

from kennisbank.publishing.mkdocs_runner import TOLD, WATCHED_BY
from kennisbank.publishing.progress import Progress

_bars: dict[str, Progress] = {}


def tell(what: str, done: int, total: int) -> None:
    """So much of so much is done of `what`, in Dutch."""
    if os.environ.get(TOLD):
        sys.stdout.write(f"{done} {total} {what}\n")
        sys.stdout.flush()
    elif os.environ.get(WATCHED_BY):
        bar = _bars.setdefault(what, Progress(sys.stderr))
        bar.told(what, done, total)
        if done >= total:
            _bars.pop(what).gone()


def tell_finishing(done: int, total: int) -> None:
    """So many of so many pages were looked at a last time."""
    tell("Pagina's nakijken", done, total)
