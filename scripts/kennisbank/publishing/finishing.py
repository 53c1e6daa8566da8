"""What is done to a site once MkDocs (or another generator) has built it: one module per step."""

from pathlib import Path

from . import content_security, page_guard
from .search import search_index


def finish(site: Path, address: str = "") -> None:
    """Finish the site in the folder `site`, published at `address`, in place; raises `page_guard.Refused`."""
    page_guard.guard(site, address)
    search_index.add_search_index(site)
    content_security.add_policies(site, address)
