"""When a page changed last: by git, never by a guess."""

import subprocess
from pathlib import Path

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.last_changed import days_of, last_changed

TEMPLATE = "scripts/kennisbank/building/templates/cases.md.j2"
LIST = "docs/lijsten/themes.yml"
OLD, MIDDLE, NEW = "2024-01-02", "2025-03-04", "2026-05-06"


def _git(root: Path, *arguments: str, day: str = OLD) -> None:
    names = ("GIT_AUTHOR", "GIT_COMMITTER")
    who = {f"{name}_{what}": value for name in names for what, value in (("NAME", "n"), ("EMAIL", "n@n.example"))}
    # Late in the evening here, the next day further east: the day is that of UTC.
    when = {f"{name}_DATE": f"{day}T23:30:00+00:00" for name in names}
    command = ["git", "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **who, **when})


def _commit(root: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "x", day=day)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "één map"
    made.mkdir()
    _git(made, "init", "--quiet", "--initial-branch", "main")
    _commit(made, OLD, **{"a.md": "a", "b.md": "b", "é ¶.md": "c"})
    _commit(made, NEW, **{"b.md": "anders"})
    return made


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def test_the_day_is_that_of_the_last_commit_that_touched_a_file(
    root: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    assert days_of(root) == {"a.md": OLD, "b.md": NEW, "é ¶.md": OLD}


def test_the_order_of_commits_does_not_matter(root: Path) -> None:
    _commit(root, MIDDLE, **{"b.md": "nog eens, door wie een verkeerde klok heeft"})
    assert days_of(root)["b.md"] == NEW


def test_what_is_in_no_commit_yet_is_not_known(root: Path) -> None:
    (root / "a.md").write_text("bezig", encoding="utf-8")
    (root / "é ¶.md").unlink()
    (root / "nieuw.md").write_text("nieuw", encoding="utf-8")
    assert days_of(root) == {"b.md": NEW}


def test_without_a_whole_history_nothing_is_known(root: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "shallow")
    assert days_of(tmp_path / "shallow") == {}
    bare = tmp_path / "los"
    bare.mkdir()
    assert days_of(bare) == {}
    _git(bare, "init", "--quiet")
    assert days_of(bare) == {}
    (root / "diep").mkdir()
    assert days_of(root / "diep") == {}


MADE = (
    Artifact("cases/x.md", "[les](../lessen/y.md)", "cases/x.md"),
    Artifact("lessen/y.md", "[case](../cases/x.md#afslag-1)", "lessons/y.md"),
    Artifact("over.md", "[case](cases/x.md)", "docs/over.md"),
    Artifact("themas/z.md", '<a href="../cases/x.md">x</a>', LIST),
    Artifact("cases/index.md", "[x](x.md) [zelf](index.md) [weg](weg.md) [uit](https://x.example/a.md)", TEMPLATE),
    Artifact("kaart.md", "[alle](cases/index.md)", TEMPLATE),
    Artifact("nieuw.md", "tekst", "docs/nieuw.md"),
    Artifact("assets/x.svg", "", "docs/assets/x.svg"),
)


def test_a_page_that_gathers_is_as_new_as_what_it_shows_and_others_as_their_own_file() -> None:
    days = {"cases/x.md": NEW, "lessons/y.md": MIDDLE, "docs/over.md": OLD, LIST: OLD, TEMPLATE: MIDDLE}
    assert last_changed(MADE, days) == {
        "cases/x.md": NEW,
        "lessen/y.md": NEW,
        "over.md": OLD,
        "themas/z.md": NEW,
        "cases/index.md": NEW,
        "kaart.md": MIDDLE,
    }
    assert last_changed(MADE, {"docs/over.md": OLD, TEMPLATE: OLD}) == {"over.md": OLD, "kaart.md": OLD}
    assert last_changed(MADE, {}) == {}
