"""The files that kennisbank made, as MkDocs wants them: their bytes are on disk until somebody asks for them."""

import os
import sys
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.mkdocs_runner import MADE
from kennisbank.publishing.pipeline import BuildStopped, artifacts
from kennisbank.publishing.spool import Spool
from kennisbank.reading.tree import Tree


class OurFile(File):
    """A file of the site that is read when its content is asked for."""

    artifact: Artifact
    last_changed: str | None = None

    @classmethod
    def of(cls, config: MkDocsConfig, artifact: Artifact) -> "OurFile":
        """The file of MkDocs for one of ours."""
        file = cls(artifact.uri, None, config.site_dir, config.use_directory_urls)
        file.artifact, file.generated_by, file.abs_src_path = artifact, "kennisbank", None
        return file

    @property
    def _content(self) -> str | bytes | None:
        """What MkDocs takes for the content of a file that it has not found itself."""
        return self.artifact.data

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.artifact = Artifact(self.src_uri, content or "")


class HandedOver:
    """The files of one build: those that another process left, or that this one makes."""

    def __init__(self) -> None:
        """Begin without any."""
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def files_of(self, config: MkDocsConfig, *, preview: bool, checked: Tree | None) -> list[OurFile]:
        """All files of the site, until those of the next build are asked for; raises `BuildStopped` and `OSError`."""
        self.clean()
        if folder := os.environ.get(MADE):
            made = _left_in(Path(folder))
        else:
            self._folder = tempfile.TemporaryDirectory(prefix="kennisbank-", ignore_cleanup_errors=True)
            root, spool = Path(config.config_file_path).parent, Spool(Path(self._folder.name))
            made = artifacts(root, preview=preview, checked=checked, spool=spool)
        return [OurFile.of(config, artifact) for artifact in made]

    def clean(self) -> None:
        """Take away the files of the build before."""
        if self._folder:
            self._folder.cleanup()
            self._folder = None


HANDED_OVER = HandedOver()


def _left_in(folder: Path) -> tuple[Artifact, ...]:
    """Wait for what another process makes; raises `BuildStopped` when it stopped."""
    if not sys.stdin.readline():
        raise BuildStopped("De site wordt niet gebouwd: de controle is afgebroken, of vond fouten.\n")
    return Spool(folder).told()
