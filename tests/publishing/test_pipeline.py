"""What goes wrong in our own program stops the build with a Dutch message, never with a traceback."""

import io
import sys
from pathlib import Path

import pytest

from kennisbank.checking.rules import check
from kennisbank.findings.finding import Finding
from kennisbank.library.loading import load
from kennisbank.publishing import findings_store, pipeline
from kennisbank.publishing.mkdocs_runner import CHECKED, LATER
from kennisbank.reading.tree import Tree, tree_from_disk

from ..support.on_disk import put, sound_library


def test_a_page_that_cannot_be_made_stops_the_build_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("provincie")

    root = sound_library(tmp_path)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    monkeypatch.setattr(pipeline, "build", broken)
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


@pytest.mark.slow
def test_what_changes_after_the_check_is_checked_again_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sound_library(tmp_path)
    monkeypatch.setenv(CHECKED, LATER)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    digest = pipeline.digest_of(tree_from_disk(root))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{digest}\n" * 2))
    assert pipeline.artifacts(root) and capsys.readouterr().err == ""
    put(root, "docs/over-ons.md", '---\ntitle: "Nieuw"\ndescription: "Een nieuwe pagina."\n---\nTekst.\n')
    made = pipeline.artifacts(root)
    assert "over-ons.md" in {artifact.uri for artifact in made}
    assert capsys.readouterr().err.count("er veranderde een bestand na de controle") == 1
