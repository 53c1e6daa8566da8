"""What goes wrong in our own program stops the build with a Dutch message, never with a traceback."""

from pathlib import Path

import pytest

from kennisbank.checking.rules import check
from kennisbank.findings.finding import Finding
from kennisbank.library.loading import load
from kennisbank.publishing import findings_store, pipeline
from kennisbank.publishing.making import Making
from kennisbank.reading.tree import Tree, tree_from_disk

from ..support.on_disk import put, sound_library


def test_a_page_that_cannot_be_made_stops_the_build_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("provincie")

    root = sound_library(tmp_path)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    monkeypatch.setattr(Making, "all_of", broken)
    with pytest.raises(pipeline.BuildStopped) as stopped:
        pipeline.artifacts(root)
    assert "KeyError: 'provincie'" in str(stopped.value) and "niet aan jouw tekst" in str(stopped.value)
    monkeypatch.setenv("KENNISBANK_DEBUG", "1")
    with pytest.raises(KeyError):
        pipeline.artifacts(tmp_path)


@pytest.mark.slow
def test_what_was_checked_just_now_is_neither_read_nor_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sound_library(tmp_path)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    checked: list[Tree] = []

    def counted(_: Path, tree: Tree) -> tuple[Finding, ...]:
        checked.append(tree)
        return check(load(tree))

    monkeypatch.setattr(findings_store, "check_again", counted)
    sound = tree_from_disk(root)
    put(root, "cases/kapot.md", "---\ntitle: [\n---\n")
    assert pipeline.artifacts(root, checked=sound) and not checked
    with pytest.raises(pipeline.BuildStopped):
        pipeline.artifacts(root)
    assert len(checked) == 1
