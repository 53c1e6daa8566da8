"""What is done to a site once MkDocs (or another generator) has built it: one module per step."""

from collections.abc import Callable
from pathlib import Path

from . import content_security
from .search import search_index

STEPS: tuple[Callable[[Path], None], ...] = (search_index.add_search_index,)
# Not for the preview: MkDocs adds a script of its own to every page that it serves, to show what changed.
LAST_STEPS: tuple[Callable[[Path], None], ...] = (content_security.add_policies,)


def finish(site: Path, *, preview: bool = False) -> None:
    """Finish the site in the folder `site`, in place."""
    for step in STEPS if preview else (*STEPS, *LAST_STEPS):
        step(site)
