"""Faces that the program makes of the lists: no change of that program, and not to be forgotten."""

from pathlib import Path

import pytest

from kennisbank.changes.proposal import Refused, read
from kennisbank.cli import main
from kennisbank.faces import faces, forms
from kennisbank.faces.issue_form import FORM
from kennisbank.faces.standing import forms_of, paths
from kennisbank.library.library import Library
from kennisbank.model.kinds import LISTS
from kennisbank.reading.tree import tree_from_disk

from ..checking.test_baseline import git
from ..conftest import ROOT
from ..support.github_server import GitHub
from .test_consequences import edit, repository  # noqa: F401 - a fixture
from .test_proposal import changed, reported, server  # noqa: F401 - a fixture

_THEMES = LISTS["themes"].path
_ALARM = "# Let op: dit voorstel verandert het programma zelf"
pytestmark = pytest.mark.slow


def test_the_lists_that_are_read_are_those_that_the_forms_offer(real_library: Library) -> None:
    assert forms_of(tree_from_disk(ROOT)) == forms(real_library)
    assert paths() == {*faces(), *forms(real_library)}


@pytest.fixture
def with_faces(repository: Path) -> Path:  # noqa: F811 - a fixture
    """The repository with all faces, and a theme with another title."""
    assert main(["afgeleid"]) == 0
    git(repository, "add", "--all")
    git(repository, "commit", "-m", "twee")
    edit(repository / _THEMES, "title: Energie", "title: Energie en warmte")
    return repository


def _summary(root: Path) -> str:
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    return (root / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")


def test_what_is_to_be_made_anew_is_told_with_the_command(with_faces: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = _summary(with_faces)
    assert summary.startswith("# Nog 1 ding te doen")
    assert "`kennisbank afgeleid`" in summary and f"- {FORM}\n" in summary
    git(with_faces, "add", "--all")
    for way in ([], ["--klaargezet"]):
        capsys.readouterr()
        assert main(["check", *way]) == 0
        assert capsys.readouterr().err.endswith(f"Let op: niet meer actueel: {FORM}. Draai 'kennisbank afgeleid'.\n")
    assert main(["afgeleid"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "niet meer actueel" not in capsys.readouterr().err
    # A list that cannot be read says nothing of the forms.
    edit(with_faces / _THEMES, "title: Energie en warmte", "title: 'Energie")
    assert main(["check"]) == 1
    assert "niet meer actueel" not in capsys.readouterr().err


def test_what_was_made_of_its_own_content_is_no_change_of_the_program(with_faces: Path) -> None:
    assert main(["afgeleid"]) == 0
    summary = _summary(with_faces)
    assert _ALARM not in summary and summary.startswith("# Dit voorstel kan op de site")


@pytest.mark.parametrize("other", ["words", "more words", "program", "link", "gone"])
def test_what_was_not_made_or_not_alone_is_a_change_of_the_program(with_faces: Path, other: str) -> None:
    assert main(["afgeleid"]) == 0
    form = with_faces / FORM
    if other == "words":
        edit(form, "Energie en warmte", "Energie en kwaad")
    elif other == "more words":
        (with_faces / "docs/model/case.schema.json").write_text("{}\n", encoding="utf-8")
    elif other == "program":
        (with_faces / "scripts").mkdir()
        (with_faces / "scripts/x.py").write_text("x", encoding="utf-8")
    elif other == "link":
        form.rename(with_faces / "elders.yml")
        form.symlink_to(with_faces / "elders.yml")
        git(with_faces, "rm", "-q", "--cached", FORM)
        (with_faces / ".gitignore").write_text("elders.yml\n", encoding="utf-8")
    else:
        form.unlink()
    git(with_faces, "add", "--all")
    git(with_faces, "commit", "-m", "drie")
    assert main(["voorstel", "--sinds", "HEAD~1"]) == 0
    summary = (with_faces / "build/voorstel/samenvatting.md").read_text(encoding="utf-8").replace("\\", "")
    assert summary.startswith(_ALARM) and f"- {FORM}\n" in summary


@pytest.mark.parametrize("path", [".github/workflows/ci.yml", "scripts/x.py", "docs/model/../x.js", _THEMES, ""])
def test_nobody_can_call_another_file_made(path: str) -> None:
    for name in ("made", "stale"):
        with pytest.raises(Refused):
            read(changed(**{name: [path]}))


@pytest.mark.parametrize(
    ("files", "more", "alarm"),
    [
        ([FORM], 0, False),
        ([_THEMES, FORM], 0, False),
        (["docs/model/case.schema.json", FORM], 0, True),
        ([FORM, "scripts/kennisbank/cli.py"], 0, True),
        ([FORM, ".github/workflows/voorstel.yml"], 0, True),
        # What is not shown may be a file of the program.
        ([FORM], 1, True),
    ],
)
def test_below_a_pull_request_the_list_of_github_decides(
    server: GitHub,  # noqa: F811 - a fixture
    tmp_path: Path,
    files: list[str],
    more: int,
    alarm: bool,
) -> None:
    server.answers["pulls/7"]["changed_files"] = len(files) + more
    server.lists["pulls/7/files"] = [{"filename": name} for name in files]
    assert reported(server, tmp_path, changed(made=[FORM])).returncode == 0
    body = server.written[0][2]["body"]
    assert (_ALARM in body) is alarm
