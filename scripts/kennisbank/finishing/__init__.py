"""What is done to a site once MkDocs (or another generator) has built it: one module per step."""

from collections.abc import Callable
from pathlib import Path

from . import search_index

STEPS: tuple[Callable[[Path], None], ...] = (search_index.add_search_index,)


def finish(site: Path) -> None:
    """Finish the site in the folder `site`, in place."""
    for step in STEPS:
        step(site)
