"""A project with the small library, for tests that build a site themselves: it has half the pages of the example."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import kennisbank
from ..support.example_library import committed, small_project
from ..support.once import made_once


@pytest.fixture(scope="session")
def small_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the small project has kept for the next one."""
    return made_once(tmp_path_factory, "small", _built) / "build"


def _built(folder: Path) -> None:
    done = kennisbank("site", cwd=committed(small_project(folder)))
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def warm_project(small_kept: Path) -> Callable[[Path], Path]:
    """Writes a small project in git, and lends it what a build has kept, so that it makes only what differs anew.

    Only in git: what lies elsewhere may be of others, and then nothing that is kept is used.
    """

    def made(root: Path) -> Path:
        committed(small_project(root))
        shutil.copytree(small_kept, root / "build")
        return root

    return made
