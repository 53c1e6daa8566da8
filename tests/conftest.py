"""What several tests share: the real library, and the site built from it once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from find_browser import FLAGS
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Tree, tree_from_disk

from .support.in_browser import CHROME, Visitor, served

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def tree() -> Tree:
    """The real files."""
    return tree_from_disk(ROOT)


@pytest.fixture(scope="session")
def library(tree: Tree) -> Library:
    """The real library."""
    return load(tree)


def kennisbank(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kennisbank", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site, built once by the command itself."""
    folder = tmp_path_factory.mktemp("build") / "site"
    done = kennisbank("site", "--uit", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of its own, with an empty profile."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROME, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def visitor(browser: Browser, origin: str) -> Visitor:
    """A reader who looks at pages one after another: quicker than a new window for each."""
    return Visitor(browser, origin)
