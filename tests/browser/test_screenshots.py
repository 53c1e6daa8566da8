"""The pictures in CONTRIBUTING.md are those that the script takes, and every one says what it shows."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from ..conftest import ROOT


@pytest.fixture
def screenshots() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / "scripts" / "screenshots.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_is_taken_by_the_script_and_used(screenshots: ModuleType) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\((docs/assets/bijdragen/[^)]+)\)", text)
    taken = {f"docs/assets/bijdragen/{shot.name}.jpg" for shot in screenshots.SHOTS}
    assert {path for _, path in shown} == taken
    assert all(len(description) > 20 for description, _ in shown)
    for path in taken:
        assert (ROOT / path).read_bytes()[:3] == b"\xff\xd8\xff"
        assert (ROOT / path).stat().st_size < 120_000


def test_every_picture_is_of_a_page_that_exists(screenshots: ModuleType, site: Path) -> None:
    assert screenshots.SHOTS
    for shot in screenshots.SHOTS:
        assert (site / screenshots.page_of(shot, site) / "index.html").is_file()
