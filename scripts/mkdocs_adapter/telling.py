"""Tells how far a build is, the program that started it or people who wait for their preview, and what stopped it."""

import errno
import os
import sys

from mkdocs.exceptions import Abort

from kennisbank.publishing.mkdocs_runner import TOLD, WATCHED_BY
from kennisbank.publishing.progress import Progress

# No room, or no right to write; Windows has no quota.
_REFUSALS = {getattr(errno, name, 0) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS")} - {0}
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


def on_build_error(*, error: Exception) -> None:
    """Say that there is no room, or no right to write; MkDocs would say where in its own code that was."""
    if isinstance(error, OSError) and error.errno and error.errno in _REFUSALS:
        place = error.filename2 or error.filename
        raise Abort(
            f"Fout: het systeem weigert iets{f' bij {place!r}' if place else ''}: {os.strerror(error.errno)}.\n"
            "Is de schijf vol, of mag je daar niet schrijven? Maak ruimte of geef rechten, en probeer het opnieuw."
        ) from None
