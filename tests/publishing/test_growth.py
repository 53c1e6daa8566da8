"""The road from pages to a finished site grows no faster than the number of pages: what is counted is work."""

import json
from functools import partial
from pathlib import Path

import mkdocs
import pytest
from mkdocs.commands.build import build

import kennisbank
import mkdocs_adapter
from kennisbank.library.addresses import NAMES
from kennisbank.publishing import processes
from kennisbank.publishing.finishing import finish
from kennisbank.publishing.not_ours import WITHOUT_CACHE

from ..support.work import LARGE, SMALL, lines_run, too_fast
from .test_ready_pages import project, settings

pytestmark = pytest.mark.slow

CODE = tuple(str(Path(package.__file__ or "").parent) for package in (kennisbank, mkdocs_adapter, mkdocs))
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{0}</title><meta name="kb:filter:type" content="case">
<meta name="kb:sort:nieuw" content="{0:04}"><meta name="kb:meta:samenvatting" content="Zomer {0} begon."></head>
<body><article><h1>De wijk van zomer{0}</h1><p>Wat wijk{0} deed.</p><h2 id="weg">De weg</h2>
<p>Een <a href="../{0}/">net</a> van warmte{0} en wijkstroom.</p></article></body></html>
"""


def test_rendering_grows_as_the_number_of_pages_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What runs in another process is not counted.
    monkeypatch.setattr(processes, "processors", lambda: 1)
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    counts = []
    for number in (SMALL, LARGE):
        site = settings(project(tmp_path / str(number), number))
        counts.append(lines_run(partial(build, site), *CODE))
    assert any(where.startswith("rendering.py:make:") for where in counts[-1])
    assert too_fast(*counts) == {}


def test_finishing_grows_as_the_number_of_pages_does(tmp_path: Path) -> None:
    counts = []
    for number in (SMALL, LARGE):
        site = tmp_path / str(number)
        for page in range(number):
            file = site / "cases" / str(page) / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(PAGE.format(page), encoding="utf-8")
        (site / NAMES).parent.mkdir(parents=True, exist_ok=True)
        (site / NAMES).write_text(json.dumps([]), encoding="utf-8")
        counts.append(lines_run(partial(finish, site), *CODE))
    assert too_fast(*counts) == {}
