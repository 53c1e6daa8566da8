"""What counts as new is what was done since the work left the branch it is compared with: nobody else's work."""

import subprocess
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.reading.git import GitError, branch_point, commit_of, lines

SOUND = "---\ntitle: A\n---\n"
WRONG = "---\ntitle: A\nkleur: rood\n---\n"


def git(root: Path, *arguments: str) -> str:
    settings = ("user.name=t", "user.email=t@example.org", "commit.gpgsign=false", "protocol.file.allow=always")
    quiet = [word for setting in settings for word in ("-c", setting)]
    done = subprocess.run(["git", *quiet, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def put(root: Path, name: str, text: str) -> None:
    (root / "cases").mkdir(exist_ok=True)
    (root / "cases" / name).write_text(text, encoding="utf-8", newline="")
    git(root, "add", ".")
    git(root, "commit", "-m", name)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch `voorstel` with a case of its own, and a `main` on which someone else went on."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "een"
    root.mkdir()
    git(root, "init", "--initial-branch=main")
    put(root, "a.md", SOUND)
    git(root, "checkout", "-b", "voorstel")
    put(root, "eigen.md", SOUND)
    git(root, "checkout", "main")
    put(root, "van-een-ander.md", WRONG)
    git(root, "checkout", "voorstel")
    monkeypatch.chdir(root)
    return root


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", *arguments])
    found = capsys.readouterr()
    return found.out + found.err


def changed(capsys: pytest.CaptureFixture[str], root: Path, since: str) -> str:
    assert main(["voorstel", "--sinds", since, "--uit", str(root.parent / "uit")]) == 0
    capsys.readouterr()
    return (root.parent / "uit" / "voorstel.json").read_text(encoding="utf-8")


def test_what_others_did_since_is_not_of_this_work(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert branch_point(repository, "main") == git(repository, "rev-parse", "main~1")
    made = changed(capsys, repository, "main")
    assert "eigen" in made and "van-een-ander" not in made


@pytest.mark.slow
def test_a_merge_into_the_newest_main_is_compared_with_its_first_parent(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = git(repository, "rev-parse", "main~1")
    git(repository, "checkout", "--detach", "main")
    git(repository, "merge", "--no-ff", "-m", "merge", "voorstel")
    made = changed(capsys, repository, "HEAD^1")
    assert "eigen" in made and "van-een-ander" not in made
    assert "van-een-ander" in changed(capsys, repository, old)


def test_a_workflow_names_that_parent() -> None:
    workflow = Path(__file__).parents[2] / ".github" / "workflows" / "voorstel.yml"
    text = workflow.read_text(encoding="utf-8")
    assert "BASIS: HEAD^1\n" in text and "base.sha" not in text


@pytest.mark.slow
def test_a_branch_that_is_behind_has_nothing_new(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "--detach", "main~1")
    assert "van-een-ander" not in told(capsys, "--sinds", "main")
    assert branch_point(repository, "main") == git(repository, "rev-parse", "HEAD")


def test_a_worktree_and_what_is_not_committed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = repository.parent / "boom"
    git(repository, "worktree", "add", "--detach", str(other), "voorstel")
    (other / "cases" / "eigen.md").write_text(WRONG, encoding="utf-8")
    report = told(capsys, "--map", str(other), "--sinds", "main")
    assert "cases/eigen.md:3:1: fout[KB117]" in report and "van-een-ander" not in report


@pytest.mark.slow
def test_a_history_that_is_cut_off(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = repository.as_uri()
    shallow = repository.parent / "ondiep"
    git(repository.parent, "clone", "--depth", "1", "--branch", "voorstel", url, str(shallow))
    assert "cases/a.md" in told(capsys, "--map", str(shallow), "--sinds", "HEAD")
    git(shallow, "fetch", "--depth", "1", "origin", "main")
    with pytest.raises(GitError, match="git fetch --unshallow"):
        branch_point(shallow, "FETCH_HEAD")
    git(shallow, "fetch", "--unshallow", "origin", "main", "voorstel")
    assert branch_point(shallow, git(repository, "rev-parse", "main")) == git(repository, "rev-parse", "main~1")


def test_histories_that_never_met_are_compared_as_they_are(repository: Path) -> None:
    git(repository, "checkout", "--orphan", "los")
    git(repository, "commit", "-m", "los")
    assert branch_point(repository, "main") == git(repository, "rev-parse", "main")


def test_a_renamed_case_is_told_as_renamed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "mv", "cases/a.md", "cases/b.md")
    made = changed(capsys, repository, "main")
    assert "cases/b.md" in made and "van-een-ander" not in made


@pytest.mark.parametrize("verb", [["check", "--sinds", "HEAD"], ["hook"], ["check", "--klaargezet"]])
def test_a_folder_of_someone_else_names_the_setting(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: list[str]
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert main(verb) == 2
    assert f"--global --add safe.directory '{repository.as_posix()}'" in capsys.readouterr().err
    assert lines(repository, "log") == []


def test_outside_git_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="staat niet in git"):
        commit_of(tmp_path, "HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is niet gevonden"):
        commit_of(tmp_path, "HEAD")
    assert lines(tmp_path, "log") == []


def test_files_that_git_leaves_out_do_not_count_as_taken_away(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "sparse-checkout", "set", "--no-cone", "/*", "!/cases/a.md")
    assert not (repository / "cases" / "a.md").exists()
    assert "git sparse-checkout disable" in told(capsys, "--sinds", "main")
    git(repository, "sparse-checkout", "set", "--no-cone", "/*")
    assert "sparse" not in told(capsys, "--sinds", "main")
    git(repository, "sparse-checkout", "disable")
    assert "sparse" not in told(capsys, "--sinds", "main")
