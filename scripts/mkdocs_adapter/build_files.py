"""The files of one build: those that another process left, or that this one makes."""

import os
import sys
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.mkdocs_runner import MADE
from kennisbank.publishing.pipeline import BuildStopped, artifacts
from kennisbank.publishing.spool import Spool
from kennisbank.reading.tree import Tree

from .our_files import OurFile


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
