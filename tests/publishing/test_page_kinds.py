"""What waits for the weekly run shows nothing that a day's run does not see: no script, and no class of ours."""

import re
from pathlib import Path

import pytest

from kennisbank.library.library import Library

from ..support.page_kinds import DAILY, PAGE_KINDS

_SCRIPT = re.compile(r"assets/javascripts/[\w/-]+\.js")
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


@pytest.mark.parametrize("kind", sorted(PAGE_KINDS.keys() - DAILY))
def test_a_kind_that_waits_shows_nothing_of_its_own(site: Path, library: Library, daily: set[str], kind: str) -> None:
    shown = _own(site, PAGE_KINDS[kind](library))
    assert shown
    assert shown <= daily
