"""No merge is left half done in a file that is no content: of the program, or about it."""

from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.reading.elsewhere import left_elsewhere
from kennisbank.reading.git import ask

from ..conftest import ROOT
from ..support.on_disk import sound_library

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


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound library in git, which is the working directory."""
    ask(sound_library(tmp_path), "init", "--quiet")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_check_tells_of_it_with_the_line(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "CONTRIBUTING.md").write_bytes(_MARKS)
    assert main(["check"]) == 0  # git keeps no such file yet
    ask(library, "add", "CONTRIBUTING.md")
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    for line in (2, 4, 6):
        assert f"CONTRIBUTING.md:{line}:" in told
    assert "<<<<<<< HEAD" in told and "KB138" in told
    assert main(["check", "cases"]) == 0  # asked of the cases alone


def test_what_git_is_about_to_commit_is_looked_at_as_it_stands_there(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(library, "add", ".")
    ask(library, *_AS_SOMEBODY, "commit", "--quiet", "-m", "een")
    about = library / "CONTRIBUTING.md"
    about.write_bytes(_MARKS)
    assert main(["check", "--klaargezet"]) == 0  # it is not about to be committed
    ask(library, "add", "CONTRIBUTING.md")
    about.write_bytes(b"Later gekozen.\n")
    capsys.readouterr()
    assert main(["check", "--klaargezet"]) == 1
    told = capsys.readouterr().out
    assert "CONTRIBUTING.md:2:" in told and "<<<<<<< HEAD" in told and "KB138" in told
    # Once somebody chose, there is nothing to tell.
    ask(library, "add", "CONTRIBUTING.md")
    assert main(["check", "--klaargezet"]) == 0
