"""What is done to a site once MkDocs (or another generator) has built it: one module per step."""

from pathlib import Path

from . import content_security, page_guard
from .lean_styles import lighten
from .search import search_index
from .version import version_of, with_version


def finish(site: Path, address: str = "", root: Path | None = None) -> None:
    """Finish the site in the folder `site`, published at `address`, in place; raises `page_guard.Refused`.

    `root` is the project that it was built from, which knows its version.
    """
    # A server packs what it sends, and every zlib does so in its own way.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    version = version_of(root) if root else ""
    page_guard.guard(site, address)
    search_index.add_search_index(site)
    asks_less = lighten(site)
    content_security.add_policies(site, address, lambda html: with_version(asks_less(html), version))
