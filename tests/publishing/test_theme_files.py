"""The files of the theme are known as MkDocs publishes them, and a file of ours at such a place stops a build."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from kennisbank.publishing import pipeline
from kennisbank.publishing.theme_files import theme_files

from ..attacks.test_files import PNG
from ..support.on_disk import put, sound_library

ROOT = Path(__file__).parents[2]


def test_they_are_those_that_mkdocs_publishes() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    assert theme_files() == tuple(sorted(file.src_uri for file in files)) != ()


@pytest.mark.slow
@pytest.mark.parametrize("is_preview", [False, True])
def test_a_picture_at_the_place_of_one_of_the_theme_stops_the_build(tmp_path: Path, *, is_preview: bool) -> None:
    root = sound_library(tmp_path)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    (root / "docs/assets/images").mkdir(parents=True)
    (root / "docs/assets/images/favicon.png").write_bytes(PNG)
    with pytest.raises(pipeline.BuildStopped, match=r"docs/assets/images/favicon.png.*van het thema"):
        pipeline.artifacts(root, preview=is_preview)
