"""A staged tree: the artifacts on disk with a mkdocs.yml that needs neither the hook nor this package."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from ..building.artifacts import Artifact
from ..building.reporting import NOT_FOUND
from .version import version_of, with_version

_THEME = "scripts/theme"
# What says of which version of the site it is.
_PAGES = (".md", ".html")
_TOLD = "config.extra.not_found"
# The generators that can build the tree, the one it is for when nobody says so first.
GENERATORS = ("mkdocs", "zensical")
# The second group is there when nothing of a path is left.
_IN_HTML = re.compile(r'(<[^<>]*\s(?:href|src)=")\.\./(?=(["#?])?)')


def stage(
    root: Path,
    target: Path,
    made: tuple[Artifact, ...],
    not_found: dict[str, str],
    generator: str = GENERATORS[0],
) -> None:
    """Write the artifacts below `target`/docs, and the settings and theme they are built with beside it.

    `not_found` says how to report what is not found; without the hook the page for that has it in its template.

    Nothing comes after the other generator, so that the version of the site stands in the pages already.
    """
    version = version_of(root)
    for artifact in made:
        file = target / "docs" / artifact.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as new:
            new.writelines(_pieces(artifact, version, generator))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^(hooks|watch):.*\n", "", settings, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(settings.replace(_THEME, "theme"), encoding="utf-8")
    shutil.copytree(root / _THEME, target / "theme")
    page = target / "theme" / NOT_FOUND
    told = with_version(json.dumps(not_found), version)
    page.write_text(page.read_text(encoding="utf-8").replace(_TOLD, told), encoding="utf-8")


def _pieces(artifact: Artifact, version: str, generator: str) -> Iterator[bytes]:
    """The bytes of a file as this generator wants them."""
    if not artifact.uri.endswith(_PAGES):
        yield from artifact.pieces()
        return
    text = with_version(str(artifact.content), version)
    yield (seen_from_file(artifact.uri, text) if generator == "zensical" else text).encode("utf-8")


def seen_from_file(uri: str, text: str) -> str:
    """A page with the addresses in its HTML as seen from its file instead of from where it is served.

    MkDocs leaves HTML in Markdown as it is; Zensical takes its addresses for those in Markdown, and puts a "../" before
    them on each page that is served from a folder of its own.
    """
    in_own_folder = uri.endswith(".md") and Path(uri).name != "index.md"
    # What is left of the folder above itself is the folder of the file; an empty address would be the page.
    return _IN_HTML.sub(lambda found: f"{found[1]}{'./' if found[2] else ''}", text) if in_own_folder else text
