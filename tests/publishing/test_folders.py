"""A folder is replaced whole or not at all, also when someone pulls the plug."""

import os
import subprocess
import sys
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


# Replaces the site once for each line of the module, and is killed just before that line.
_KILLED = """
import os, signal, sys
from pathlib import Path
from kennisbank.publishing import folders

if sys.argv[2] == "False":
    folders._exchanged = lambda *_: False

def publish_until(target, lines):
    def trace(frame, event, _):
        nonlocal lines
        if frame.f_code.co_filename != folders.__file__:
            return None
        lines -= event == "line"
        if lines < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    with folders.replacing(target) as fresh:
        (fresh / "index.html").write_text("nieuw")
    os._exit(0)

lines, ended = 0, 1
while ended:
    target = Path(sys.argv[1], str(lines), "site")
    target.mkdir(parents=True)
    (target / "index.html").write_text("oud")
    child = os.fork()
    if not child:
        publish_until(target, lines)
    ended = os.waitpid(child, 0)[1]
    lines += 1
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="needs processes as Linux has them")
@pytest.mark.parametrize("can_swap", [True, False])
def test_killed_at_any_line_a_whole_site_stands_there(tmp_path: Path, can_swap: bool) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), str(can_swap)], check=True)
    folders_left = sorted(tmp_path.iterdir(), key=lambda folder: int(folder.name))
    assert len(folders_left) > 15
    seen = []
    for folder in folders_left:
        page = folder / "site" / "index.html"
        assert page.is_file() or not can_swap  # where two folders cannot be swapped, the next run puts the old one back
        with pytest.raises(RuntimeError), replacing(folder / "site"):
            raise RuntimeError
        seen.append(page.read_text(encoding="utf-8"))
        for left in folder.glob(".site-*"):
            os.utime(left, (0, 0))
        publish(folder / "site")
        assert [path.name for path in folder.iterdir()] == ["site"]
    assert seen == sorted(seen, reverse=True) and set(seen) == {"oud", "nieuw"}
