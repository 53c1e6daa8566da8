"""What several tests share: the example library and the real one, and the sites built from them, each once in a run.

Tests of behaviour use `tree`, `library`, `site`, `origin` and `visitor`, which are made up and never change. The names
with `real_` are the content that editors work on: those are for what must hold whatever they write.
"""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from find_browser import FLAGS
from kennisbank.building.artifacts import Artifact
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Tree, tree_from_disk

from .support.chance import THOROUGH, choose_profile
from .support.example_library import ROOT, committed, fixed_artifacts, fixed_library, fixed_tree, project, small_project
from .support.in_browser import CHROME, Visitor, served
from .support.once import made_once
from .support.read_pages import ReadPage, read_site, save
from .support.read_pages import load as load_pages
from .support.skipped import told

__all__ = ["ROOT"]
choose_profile()
if THOROUGH:
    # Ten times as many examples as on a day, often beside other work: here a test that hangs may take half an hour.
    os.environ.setdefault("PYTEST_TIMEOUT", "1800")
PUBLISHED = "http://site.test/kennis/"


# Tests that use one of these need a built site or a browser; of the others `make quick` runs what is not marked slow.
DEAR = frozenset({"browser", "looking", "real_site", "site"})


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many tests run at once: one for each processor, and half as many again where much is waited for.

    A browser, git and a server keep a test waiting about as long as it works; without them it only works.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if "not dear" in config.getoption("markexpr") else cores + cores // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out, by what a test uses: nobody keeps a list.

    And bring what needs the real site to the front and what needs the other to the back. Each of two workers takes
    a half of the row (`--dist=worksteal`), so that none waits for a site that another is building.
    """
    for item in items:
        if _used(item) & DEAR:
            item.add_marker("dear")
    items.sort(key=lambda item: 0 if "real_site" in _used(item) else 2 if _used(item) & DEAR else 1)


def pytest_collection_finish() -> None:
    """Leave what stays to the end, the modules and the tests, out of each look for garbage."""
    gc.freeze()


def _used(item: pytest.Item) -> frozenset[str]:
    """The fixtures that a test uses, also by way of others."""
    return frozenset(getattr(item, "fixturenames", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of a run what was left out, and how to get it."""
    reasons = [report.longrepr[2] for report in terminalreporter.getreports("skipped")]
    said = told(reasons)
    if said:
        terminalreporter.write_line(f"\n{said}")


@pytest.fixture(scope="session")
def tree() -> Tree:
    """The files of the example library."""
    return fixed_tree()


@pytest.fixture(scope="session")
def library() -> Library:
    """The example library."""
    return fixed_library()


@pytest.fixture(scope="session")
def artifacts() -> tuple[Artifact, ...]:
    """What the example library becomes, before MkDocs."""
    return fixed_artifacts()


@pytest.fixture(scope="session")
def real_tree() -> Tree:
    """The files that editors work on."""
    return tree_from_disk(ROOT)


@pytest.fixture(scope="session")
def real_library(real_tree: Tree) -> Library:
    """The library that editors work on."""
    return load(real_tree)


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


Build = Callable[..., Path]
Lend = Callable[[Path], None]


@pytest.fixture(scope="session")
def example_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the example library; not to be changed."""
    return made_once(tmp_path_factory, "example", lambda folder: committed(project(folder)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, example_project: Path) -> Path:
    """The folder with the site of the example library."""
    return made_once(tmp_path_factory, "example-site", partial(_built, example_project))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, example_project: Path, site: Path) -> Path:
    """What that build has kept for the next one."""
    assert site.is_dir()
    return made_once(tmp_path_factory, "example-kept", partial(shutil.copytree, example_project / "build"))


@pytest.fixture(scope="session")
def lend(kept: Path) -> Lend:
    """Lends a project what the build of the example library has kept, so that it makes only what differs anew.

    A warm build gives what a cold one gives: `publishing/test_ready_pages.py` proves that.
    """

    def lent(root: Path) -> None:
        if root != ROOT and not (root / "build").exists():
            shutil.copytree(kept, root / "build")

    return lent


@pytest.fixture(scope="session")
def build(lend: Lend) -> Build:
    """Builds the site of a project into a folder with the command itself, and answers that folder.

    Whoever uses this takes seconds: `make quick` leaves those tests out, see `DEAR`.
    """

    def built(root: Path, target: Path, **environment: str) -> Path:
        lend(root)
        return _built(root, target, **environment)

    return built


def _built(root: Path, target: Path, **environment: str) -> Path:
    done = kennisbank("site", "--uit", str(target), cwd=root, **environment)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site for a place on the web that is known, a folder of a server: of the small library."""
    return made_once(tmp_path_factory, "published-site", _published)


def _published(target: Path) -> None:
    _built(committed(small_project(target.with_name("published"))), target, SITE_URL=PUBLISHED)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site that readers get."""
    return made_once(tmp_path_factory, "real-site", partial(_built, ROOT))


@pytest.fixture(scope="session")
def real_pages(tmp_path_factory: pytest.TempPathFactory, real_site: Path) -> dict[str, ReadPage]:
    """Every page that readers get."""
    return load_pages(made_once(tmp_path_factory, "real-pages", lambda file: save(read_site(real_site), file)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of its own, with an empty profile."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROME, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of the site of the example library."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def real_origin(real_site: Path) -> Iterator[str]:
    """The address of the site that readers get."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def visitor(browser: Browser, origin: str) -> Visitor:
    """A reader who looks at pages one after another: quicker than a new window for each."""
    return Visitor(browser, origin)


@pytest.fixture(scope="session")
def real_visitor(browser: Browser, real_origin: str) -> Visitor:
    """The same reader on the site that readers get."""
    return Visitor(browser, real_origin)
