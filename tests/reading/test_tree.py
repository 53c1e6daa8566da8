"""The files of a library are read as they stood at one moment."""

from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.library.loading import load
from kennisbank.reading import tree
from kennisbank.reading.tree import Blob, TreeError, tree_from_disk, tree_from_index

from ..support.on_disk import in_git, put
from .test_git import git


def _library(root: Path) -> Path:
    for name in "abc":
        put(root, f"cases/{name}.md", "oud")
    return root


def _while_reading(monkeypatch: pytest.MonkeyPatch, changes: list[str]) -> None:
    """Somebody saves all files anew, each time that one is read, as often as there are texts for it."""
    read = tree.read_file

    def slow(root: Path, file: Path) -> Blob:
        blob = read(root, file)
        if changes:
            text = changes.pop(0)
            for name in "abc":
                put(root, f"cases/{name}.md", text)
        return blob

    monkeypatch.setattr(tree, "read_file", slow)
    monkeypatch.setattr(tree, "_PAUSES", (0, 0, 0))


@pytest.mark.parametrize("times", [0, 1, 2, 4])
def test_what_is_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    root = _library(tmp_path)
    _while_reading(monkeypatch, [f"nieuw {turn}" for turn in range(times)])
    read = tree_from_disk(root)
    last = f"nieuw {times - 1}" if times else "oud"
    assert {path: blob.data.decode() for path, blob in read.items()} == {f"cases/{name}.md": last for name in "abc"}


def test_a_file_that_comes_or_goes_counts_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _library(tmp_path)
    read, left = tree.read_file, ["c"]

    def slow(root: Path, file: Path) -> Blob:
        blob = read(root, file)
        if left and file.name == "c.md":
            (root / "cases" / f"{left.pop()}.md").unlink()
            put(root, "lessons/d.md", "nieuw")
            put(root, "cases/0.md", "nieuw")
        return blob

    monkeypatch.setattr(tree, "read_file", slow)
    assert list(tree_from_disk(root)) == ["cases/0.md", "cases/a.md", "cases/b.md", "lessons/d.md"]


def test_files_that_never_stay_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _library(tmp_path)
    _while_reading(monkeypatch, [f"nieuw {turn}" for turn in range(1000)])
    with pytest.raises(TreeError, match="veranderen terwijl ze worden gelezen"):
        tree_from_disk(root)
    assert main(["check", "--map", str(root)]) == 2
    assert "probeer het opnieuw" in capsys.readouterr().err


def test_what_an_editor_leaves_behind_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _library(tmp_path)
    read, seen = tree.read_file, []

    def slow(root: Path, file: Path) -> Blob:
        seen.append(file.name)
        put(root, f"cases/.{file.name}.swp", "x" * len(seen))
        return read(root, file)

    monkeypatch.setattr(tree, "read_file", slow)
    assert len(tree_from_disk(root)) == len(seen) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "most", "tip"),
    [("cases/a.md", 128 * 1024, "Een case past"), ("docs/assets/a.pdf", 8 * 1024 * 1024, "Maak het kleiner")],
)
@pytest.mark.parametrize("more", [0, 1])
def test_what_is_too_large_is_so_on_disk_and_in_git(tmp_path: Path, name: str, most: int, tip: str, more: int) -> None:
    file = put(tmp_path, name, "")
    file.write_bytes(b"a" * (most + more))
    git(in_git(tmp_path), "add", ".")
    on_disk = tree_from_disk(tmp_path)
    assert tree_from_index(tmp_path) == on_disk
    assert (on_disk[name].problem == "too-big") is bool(more)
    told = [one for one in load(on_disk).findings if one.code == "KB106"]
    assert [one.hint.startswith(tip) for one in told] == [True] * more
