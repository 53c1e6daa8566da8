"""`--sinds`: old mistakes warn, new ones block, wherever their lines went."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checking.baseline import as_it_was, compare
from kennisbank.cli import main
from kennisbank.findings.finding import Finding, Place, Severity
from kennisbank.reading.git import GitError

OLD = Finding("cases/a.md", Place(3, 1, 3, 4), "KB117", "het veld 'x' bestaat niet")

BROKEN = "---\ntitle: A\nkleur: rood\n---\n"
WORSE = "---\ntitle: A\n\n\nkleur: rood\ngeur: zoet\n---\n"


def git(root: Path, *arguments: str) -> None:
    settings = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false", "core.autocrlf=false")
    quiet = [word for setting in settings for word in ("-c", setting)]
    subprocess.run(["git", *quiet, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init", "--initial-branch=main")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "a.md").write_text(BROKEN, encoding="utf-8", newline="")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "een")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_there_warns_and_says_so() -> None:
    (one,) = compare([replace(OLD, place=Place(9, 1, 9, 4))], [OLD])
    assert one.severity is Severity.WARNING
    assert one.existed and one.message == OLD.message
    assert one.place.line == 9


def test_what_is_new_blocks() -> None:
    for other in (replace(OLD, file="cases/b.md"), replace(OLD, code="KB118"), replace(OLD, message="anders")):
        assert compare([other], [OLD]) == (other,)


def test_equal_mistakes_are_counted() -> None:
    again = replace(OLD, place=Place(8, 1, 8, 4))
    first, second = compare([OLD, again], [OLD])
    assert (first.severity, second.severity) == (Severity.WARNING, Severity.ERROR)


def test_a_warning_of_a_concept_does_not_excuse_the_error_in_what_is_published() -> None:
    assert compare([OLD], [OLD.softened()]) == (OLD,)


findings = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["cases/a.md", "cases/b.md"]),
        st.builds(Place, st.integers(1, 4)),
        st.sampled_from(["KB117", "KB118"]),
        st.sampled_from(["een", "twee"]),
        severity=st.sampled_from(Severity),
    )
)


@given(findings, findings)
def test_nothing_disappears_and_only_as_much_is_excused_as_there_was(now: list[Finding], before: list[Finding]) -> None:
    compared = compare(now, before)
    assert len(compared) == len(now)
    assert sum(finding.existed for finding in compared) <= len(before)
    assert all(finding.existed for finding in compare(now, now))


def test_check_since(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "cases", "--sinds", "HEAD"]) == 0
    assert "bestond al: het veld 'kleur' bestaat niet\n" in capsys.readouterr().out
    (repository / "cases" / "a.md").write_text(WORSE, encoding="utf-8", newline="")
    assert main(["check", "cases", "--sinds", "main"]) == 1
    out = capsys.readouterr().out
    assert "cases/a.md:5:1: waarschuwing[KB117] bestond al: het veld 'kleur' bestaat niet\n" in out
    assert "cases/a.md:6:1: fout[KB117] het veld 'geur' bestaat niet\n" in out
    assert "\n1 fout en " in out


FAKES = ("tja (bestond al)", "bestond al: tja", "bestond al")


@pytest.mark.parametrize("fake", FAKES)
def test_no_text_of_an_author_passes_for_an_old_mistake(
    repository: Path, capsys: pytest.CaptureFixture[str], fake: str
) -> None:
    worse = BROKEN.replace("kleur: rood", f'"{fake}": rood\nperiod:\n  start: "{fake}"')
    (repository / "cases" / "a.md").write_text(worse, encoding="utf-8", newline="")
    assert main(["check", "cases", "--sinds", "HEAD"]) == 1
    out = capsys.readouterr().out
    assert out.count("] bestond al: ") == out.count(": waarschuwing[") > 0
    git(repository, "add", ".")
    assert main(["check", "--klaargezet"]) == 1
    assert fake in capsys.readouterr().out
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = json.loads((repository / "build/voorstel/voorstel.json").read_text(encoding="utf-8"))
    assert any(fake in finding["message"] and finding["error"] for finding in made["findings"])
    assert made["pages"] is None


def test_a_new_file_has_no_excuse(repository: Path) -> None:
    (repository / "cases" / "b.md").write_text(BROKEN, encoding="utf-8", newline="")
    assert main(["check", "cases/a.md", "--sinds", "HEAD"]) == 0
    assert main(["check", "cases/b.md", "--sinds", "HEAD"]) == 1


LINES = "\n".join(f"Regel {number} van het verhaal." for number in range(9))


@pytest.mark.parametrize(("said", "is_old"), [(LINES, True), ("Heel iets anders.", False)])
def test_an_old_mistake_stays_old_in_a_file_with_a_new_name(
    repository: Path, capsys: pytest.CaptureFixture[str], said: str, is_old: bool
) -> None:
    """Who only gave a case a better name was blamed for all that was wrong in it."""
    old = repository / "cases" / "a.md"
    old.write_text(BROKEN + LINES, encoding="utf-8", newline="")
    git(repository, "commit", "--all", "-m", "twee")
    old.unlink()
    new = repository / "cases" / "b.md"
    new.write_text(BROKEN.replace("title: A", "title: B\naliases: [a]") + said, encoding="utf-8", newline="")
    git(repository, "add", "--all")
    for asked in (["--sinds", "HEAD"], ["--klaargezet"]):
        main(["check", *asked])
        assert ("b.md:4:1: fout[KB117] het veld 'kleur'" in capsys.readouterr().out) is not is_old
    main(["check", "--sinds", "HEAD"])
    assert ("b.md:4:1: waarschuwing[KB117] bestond al" in capsys.readouterr().out) is is_old


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["bestaat-niet", "", "--all", "-1", "HEAD:cases", "HEAD..HEAD"])
def test_an_unknown_revision(capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert main(["check", f"--sinds={revision}"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"Git kent de versie '{revision}' niet; noem een tak, tag of commit die je hebt, zoals 'origin/main',"
        " en haal hem zo nodig eerst op met git fetch.\n"
    )


def test_outside_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "cases").mkdir()
    assert main(["check", "--map", str(tmp_path), "--sinds", "HEAD"]) == 2
    assert "staat niet in git" in capsys.readouterr().err


def test_a_library_below_the_top_of_the_repository(repository: Path) -> None:
    (repository / "onder" / "cases").mkdir(parents=True)
    with pytest.raises(GitError, match="hoofdmap"):
        as_it_was(repository / "onder", "HEAD")


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is niet gevonden"):
        as_it_was(repository, "HEAD")
