"""A folder is replaced whole or not at all, also when someone pulls the plug."""

import os
from pathlib import Path

import pytest

from kennisbank.publishing import folders
from kennisbank.publishing.folders import replacing


def old_site(tmp_path: Path) -> Path:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("oud", encoding="utf-8")
    return target


def publish(target: Path) -> None:
    with replacing(target) as fresh:
        (fresh / "index.html").write_text("nieuw", encoding="utf-8")


@pytest.mark.parametrize("can_swap", [True, False])
def test_the_new_folder_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool
) -> None:
    if not can_swap:
        monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    target = old_site(tmp_path)
    publish(target)
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="alleen Linux wisselt twee mappen in één keer")
def test_there_is_no_moment_without_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = old_site(tmp_path)
    monkeypatch.setattr(folders, "_put_in_place", lambda *_: pytest.fail("twee keer hernoemd"))
    publish(target)
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"


def test_a_site_that_was_put_aside_comes_back_at_the_next_run(tmp_path: Path) -> None:
    old_site(tmp_path).rename(tmp_path / ".site-abc-oud")
    with pytest.raises(RuntimeError), replacing(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "oud"


def test_what_a_killed_build_left_is_cleaned_up_but_not_that_of_a_running_one(tmp_path: Path) -> None:
    for name, age in ((".site-oud1", 7200), (".site-nu", 10), (".sites-van-mij", 7200)):
        (tmp_path / name).mkdir()
        then = (tmp_path / name).stat().st_mtime - age
        os.utime(tmp_path / name, (then, then))
    publish(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-nu", ".sites-van-mij", "site"]
