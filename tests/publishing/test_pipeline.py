"""What goes wrong in our own program stops the build with a Dutch message, never with a traceback."""

from pathlib import Path

import pytest

from kennisbank.publishing import pipeline

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
