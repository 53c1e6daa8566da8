"""No page shows a script or a class of ours that no page of every day's run shows."""

import re
from pathlib import Path

import pytest

from kennisbank.library.library import Library

from ..support.page_kinds import AT_WORK, DAILY, LAID_OUT, PAGE_KINDS

_SCRIPT = re.compile(r"assets/javascripts/[\w/-]+\.js")
# As many of these as a case has.
_COUNTED = re.compile(r"--\d+$")
_CLASSES = re.compile(r'class="([^"]+)"')


def _own(site: Path, path: str) -> set[str]:
    """The scripts of a page, and the classes that our own stylesheets dress."""
    file = site / path
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    names = (name for classes in _CLASSES.findall(html) for name in classes.split())
    return {*_SCRIPT.findall(html), *(name for name in names if name.startswith("kb-"))}


@pytest.fixture(scope="module")
def daily(site: Path, library: Library) -> set[str]:
    """All that the kinds of every day show."""
    assert PAGE_KINDS.keys() > DAILY
    return {name for kind in DAILY for name in _own(site, PAGE_KINDS[kind](library))}


def test_no_page_shows_what_a_day_does_not_see(site: Path, daily: set[str]) -> None:
    pages = [file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")]
    assert len(pages) > 200
    unseen = {name: page for page in pages for name in _own(site, page) - daily if not _COUNTED.search(name)}
    assert unseen == {}


def test_every_script_runs_where_little_is_opened(site: Path, library: Library) -> None:
    assert PAGE_KINDS.keys() > AT_WORK | LAID_OUT
    ours = {file.relative_to(site).as_posix() for file in (site / "assets/javascripts").glob("*.js")}
    named = {name for file in site.rglob("*.html") for name in _SCRIPT.findall(file.read_text(encoding="utf-8"))} & ours
    run = {name for kind in AT_WORK for name in _own(site, PAGE_KINDS[kind](library))}
    assert len(named) > 10 and named - run == set()
