"""When every page changed last, for the sitemap: search engines stop believing a site that says so wrongly.

See https://www.sitemaps.org/protocol.html#lastmoddef. What is not known is left out.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from ..building.artifacts import Artifact
from ..model.kinds import KINDS, LISTS_FOLDER
from ..reading.git import GitError, ask, lines

_PAGE = ".md"
# Where the address of a page stands in Markdown and in the HTML of drawings.
_LINK = re.compile(r"""(?:\]\(|href=")([^()\s"#?]+\.md)""")
_TOLD_ALONE = KINDS["case"].folder
_CODE = "scripts/"


def days_of(root: Path) -> dict[str, str]:
    """For every file in `root` the day, in UTC, of the last commit that touched it, such as `2026-11-24`.

    A file with changes that are in no commit yet is left out; so is everything when the history is cut off or absent.
    """
    if lines(root, "rev-parse", "--is-shallow-repository") != ["false"] or lines(root, "rev-parse", "--show-prefix"):
        return {}
    try:
        told = ask(root, "log", "--format=%x01%ct", "--name-only", "--no-renames", "-z").decode("utf-8", "replace")
        changed = ask(root, "diff", "--name-only", "-z", "HEAD").decode("utf-8", "replace").split("\0")
    except GitError:
        return {}
    days: dict[str, str] = {}
    for commit in told.split("\x01")[1:]:
        moment, *paths = commit.replace("\n", "\0").split("\0")
        day = datetime.fromtimestamp(int(moment), UTC).date().isoformat()
        for path in filter(None, paths):
            days[path] = max(day, days.get(path, ""))
    return {path: day for path, day in days.items() if path not in changed}


def days_of_pages(root: Path, made: Iterable[Artifact]) -> dict[str, str]:
    """When the pages of the project at `root` changed last, as `last_changed` tells it."""
    return last_changed(made, days_of(root))


def last_changed(made: Iterable[Artifact], days: Mapping[str, str]) -> dict[str, str]:
    """For every page, by its place, the newest day of what it was made from; left out when any of that is unknown.

    A case and a page written by hand are made from their own file. A page that gathers is made from what it lists too.
    """
    pages = {artifact.uri: artifact for artifact in made if artifact.uri.endswith(_PAGE)}
    found = {uri: {page.source, *_gathered(page, pages)} for uri, page in pages.items()}
    return {uri: max(days[path] for path in paths) for uri, paths in found.items() if paths <= days.keys()}


def _gathered(page: Artifact, pages: Mapping[str, Artifact]) -> Iterator[str]:
    """The content that a page which gathers shows something of: it links to that."""
    folder = posixpath.dirname(page.source)
    records = {kind.folder for kind in KINDS.values()} - {_TOLD_ALONE}
    if not (page.source.startswith((_CODE, f"{LISTS_FOLDER}/")) or folder in records):
        return
    for target in set(_LINK.findall(page.body)):
        other = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target)))
        if other and not other.source.startswith(_CODE):
            yield other.source
