"""No merge is left half done in a file that is no content: of the program, or about it."""

from pathlib import Path

import pytest

from kennisbank.reading.elsewhere import left_elsewhere
from kennisbank.reading.git import ask

from ..conftest import ROOT, kennisbank
from ..support.example_library import write_library

_AS_SOMEBODY = ("-c", "user.name=Iemand", "-c", "user.email=iemand@voorbeeld.example")
_MARKS = b"Eerst.\n<<<<<<< HEAD\nVan mij.\n=======\nVan jou.\n>>>>>>> jouw-tak\n"


def _left_in(root: Path) -> list[str]:
    """The lines of git in the files that it keeps, each with its file."""
    return [f"{blob.path}:{found.place.line}" for blob, all in left_elsewhere(root).items() for found in all]


def test_no_merge_is_left_half_done() -> None:
    assert _left_in(ROOT) == []


@pytest.mark.parametrize(
    "name", ["README.md", "mkdocs.yml", ".github/workflows/test.yml", "scripts/a.py", "CONTRIBUTING.md"]
)
def test_a_half_done_merge_is_seen_in_any_file(tmp_path: Path, name: str) -> None:
    ask(tmp_path, "init", "--quiet")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(_MARKS)
    ask(tmp_path, "add", name)
    assert _left_in(tmp_path) == [f"{name}:{line}" for line in (2, 4, 6)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", b"Kop\n=======\n\nTekst.\n"),
        ("tests/a.py", _MARKS),
        ("scripts/kennisbank/checking/examples/KB138/fout/a.md", _MARKS),
        ("scripts/a.bin", b"\xff" + _MARKS),
    ],
)
def test_a_heading_and_what_holds_the_marks_on_purpose_are_none(tmp_path: Path, name: str, text: bytes) -> None:
    ask(tmp_path, "init", "--quiet")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(text)
    ask(tmp_path, "add", name)
    assert _left_in(tmp_path) == []


def test_the_check_tells_of_it_with_the_line(tmp_path: Path) -> None:
    write_library(tmp_path)
    ask(tmp_path, "init", "--quiet")
    (tmp_path / "CONTRIBUTING.md").write_bytes(_MARKS)
    assert kennisbank("check", cwd=tmp_path).returncode == 0  # git keeps no such file yet
    ask(tmp_path, "add", "CONTRIBUTING.md")
    done = kennisbank("check", cwd=tmp_path)
    assert done.returncode == 1
    for line in (2, 4, 6):
        assert f"CONTRIBUTING.md:{line}:" in done.stdout
    assert "<<<<<<< HEAD" in done.stdout and "KB138" in done.stdout
    assert kennisbank("check", "cases", cwd=tmp_path).returncode == 0  # asked of the cases alone


def test_what_git_is_about_to_commit_is_looked_at_as_it_stands_there(tmp_path: Path) -> None:
    write_library(tmp_path)
    ask(tmp_path, "init", "--quiet")
    ask(tmp_path, "add", ".")
    ask(tmp_path, *_AS_SOMEBODY, "commit", "--quiet", "-m", "een")
    about = tmp_path / "CONTRIBUTING.md"
    about.write_bytes(_MARKS)
    assert kennisbank("check", "--klaargezet", cwd=tmp_path).returncode == 0  # it is not about to be committed
    ask(tmp_path, "add", "CONTRIBUTING.md")
    about.write_bytes(b"Later gekozen.\n")
    done = kennisbank("check", "--klaargezet", cwd=tmp_path)
    assert done.returncode == 1
    assert "CONTRIBUTING.md:2:" in done.stdout and "<<<<<<< HEAD" in done.stdout and "KB138" in done.stdout
    # Once somebody chose, there is nothing to tell.
    ask(tmp_path, "add", "CONTRIBUTING.md")
    assert kennisbank("check", "--klaargezet", cwd=tmp_path).returncode == 0
