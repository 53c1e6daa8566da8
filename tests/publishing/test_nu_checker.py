"""Every page as the Nu HTML checker judges it; it takes a minute and Java, so that only the run of the week has it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ..support.skipped import NO_NU

JAR = os.environ.get("VNU_JAR", "")
# Like other tests of the real site these are no part of `make quick`.
pytestmark = pytest.mark.skipif(not (JAR and shutil.which("java")), reason=NO_NU)
PAGE = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'


def judged(folder: Path) -> dict[str, list[str]]:
    """The errors in the pages of a folder, by page."""
    options = ["--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always"]
    done = subprocess.run(
        ["java", "-Xmx2g", "-jar", JAR, *options, str(folder)], capture_output=True, encoding="utf-8", check=True
    )
    errors: dict[str, list[str]] = {}
    for told in json.loads(done.stderr)["messages"]:
        name = told.get("url", "").removeprefix(f"file:{folder}/")
        errors.setdefault(name, []).append(f"{told.get('lastLine')}: {told['message']} {told.get('extract', '')}")
    return errors


def test_no_page_has_an_error(real_site: Path) -> None:
    errors = judged(real_site)
    assert {name: told[:3] for name, told in list(errors.items())[:5]} == {}


def test_the_checker_would_tell(tmp_path: Path) -> None:
    for name, inside in {"goed.html": "<p>Tekst.</p>", "fout.html": '<p id="a">x</p><p id="a">y</p>'}.items():
        (tmp_path / name).write_text(PAGE.format(inside), encoding="utf-8")
    assert [*judged(tmp_path)] == ["fout.html"]
