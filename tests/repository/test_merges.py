"""No merge was left half done in a file that `kennisbank check` does not read: of the program, or about it."""

from pathlib import Path

import pytest

from kennisbank.reading.git import ask
from kennisbank.reading.merges import both_sides_in
from kennisbank.reading.tree import Blob

from ..conftest import ROOT

# What is tried on such files holds their marks on purpose.
_ON_PURPOSE = ("tests/", "scripts/kennisbank/checking/examples/")
_MARKS = b"Eerst.\n<<<<<<< HEAD\nVan mij.\n=======\nVan jou.\n>>>>>>> jouw-tak\n"


def _left_in(root: Path) -> list[str]:
    """The lines of git in the files that it keeps, each with its file."""
    names = [name for name in ask(root, "ls-files", "-z").decode().split("\0") if name]
    blobs = (
        Blob(name, (root / name).read_bytes())
        for name in names
        if not name.startswith(_ON_PURPOSE) and (root / name).is_file()
    )
    return [f"{blob.path}:{found.place.line}" for blob in blobs for found in both_sides_in(blob)]


def test_no_merge_is_left_half_done() -> None:
    assert _left_in(ROOT) == []


@pytest.mark.parametrize(
    "name", ["README.md", "mkdocs.yml", ".github/workflows/test.yml", "scripts/a.py", "docs/a.css"]
)
def test_a_half_done_merge_is_seen_in_any_file(tmp_path: Path, name: str) -> None:
    ask(tmp_path, "init", "--quiet")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(_MARKS)
    ask(tmp_path, "add", name)
    assert _left_in(tmp_path) == [f"{name}:{line}" for line in (2, 4, 6)]
