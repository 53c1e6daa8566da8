"""Which version of the site a reader sees: the commit that it was built from. Put in last, see `building.reporting`."""

from pathlib import Path
from urllib.parse import quote

from ..building.reporting import VERSION
from ..reading import git

UNKNOWN = "onbekend"


def version_of(root: Path) -> str:
    """The day and the short name of the commit at `root`; empty outside git. The same commit gives the same words."""
    return next(iter(git.lines(root, "log", "-1", "--abbrev=10", "--format=%cs (%h)")), "")


def with_version(html: str, version: str) -> str:
    """A page with the version in its links."""
    return html.replace(VERSION, quote(version or UNKNOWN))
