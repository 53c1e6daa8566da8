"""A staged tree: the artifacts on disk with a mkdocs.yml that needs neither the hook nor this package."""

import re
import shutil
from pathlib import Path

from ..building.artifacts import Artifact
from .version import version_of, with_version

_THEME = "scripts/theme"


def stage(root: Path, target: Path, made: tuple[Artifact, ...]) -> None:
    """Write the artifacts below `target`/docs, and the settings and theme they are built with beside it.

    Nothing comes after the other generator, so that the version of the site stands in the pages already.
    """
    version = version_of(root)
    for artifact in made:
        file = target / "docs" / artifact.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        content = artifact.content
        file.write_bytes(with_version(content, version).encode("utf-8") if isinstance(content, str) else content)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^(hooks|watch):.*\n", "", settings, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(settings.replace(_THEME, "theme"), encoding="utf-8")
    shutil.copytree(root / _THEME, target / "theme")
