"""Which commit is built, and when it was made: the same for everyone, whatever their own settings of git say."""

from pathlib import Path

import pytest

from kennisbank.publishing.last_changed import days_of
from kennisbank.publishing.mkdocs_runner import commit_time
from kennisbank.publishing.version import version_of

from ..reading.test_git import git, put

DAY = "2026-11-24"
SETTINGS = {
    "log.showSignature": "true",
    "gpg.format": "ssh",
    "color.ui": "always",
    "log.decorate": "full",
    "log.date": "relative",
    "format.pretty": "fuller",
}


@pytest.mark.parametrize("settings", [{}, SETTINGS], ids=["plain", "of somebody's own"])
def test_a_commit_is_read_alike_whatever_git_is_told_to_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, f"{DAY}T12:00:00Z")
    git(tmp_path, "init", "--initial-branch=main")
    put(tmp_path, "a.md", "tekst")
    _signed(tmp_path)
    for name, value in settings.items():
        git(tmp_path, "config", name, value)
    assert commit_time(tmp_path) == 1795521600
    assert version_of(tmp_path) == f"{DAY} ({git(tmp_path, 'rev-parse', '--short=10', 'HEAD')})"
    assert days_of(tmp_path) == {"cases/a.md": DAY}


def _signed(root: Path) -> None:
    """Put a signature on the last commit, of nobody: git then has something to say of it."""
    head, _, message = git(root, "cat-file", "commit", "HEAD").partition("\n\n")
    lines = ("-----BEGIN SSH SIGNATURE-----", "U1NIU0lHAAAAAQ==", "-----END SSH SIGNATURE-----")
    text = f"{head}\ngpgsig {lines[0]}\n {lines[1]}\n {lines[2]}\n\n{message}\n"
    (root / "commit.txt").write_text(text, encoding="utf-8", newline="")
    made = git(root, "hash-object", "-t", "commit", "-w", "commit.txt")
    git(root, "reset", "--quiet", "--hard", made)
    (root / "commit.txt").unlink()


def test_outside_git_there_is_no_commit(tmp_path: Path) -> None:
    assert (commit_time(tmp_path), version_of(tmp_path)) == (0, "")
