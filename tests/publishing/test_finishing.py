"""The last steps do the same with one process and with more, name the page that is wrong, and leave nothing behind."""

import contextlib
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from kennisbank.library.addresses import NAMES
from kennisbank.publishing import finishing, processes
from kennisbank.publishing.content_security import NoPlace
from kennisbank.publishing.finishing import finish
from kennisbank.publishing.page_guard import Refused
from kennisbank.publishing.processes import in_parallel, meanwhile
from kennisbank.publishing.search import search_index

from ..support.room import with_room_for
from .test_growth import PAGE

MANY = 30
SCRIPTS = Path(processes.__file__).parents[2]


def site_of(root: Path, number_of: int = MANY) -> Path:
    """A site of so many pages, as MkDocs leaves it."""
    for number in range(number_of):
        file = root / "cases" / str(number) / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(number), encoding="utf-8")
    (root / NAMES).parent.mkdir(parents=True)
    (root / NAMES).write_text(json.dumps([]), encoding="utf-8")
    return root


def files_of(site: Path) -> dict[str, bytes]:
    """All files of a site."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture
def many_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it took two processors to finish ten pages."""
    monkeypatch.setattr(finishing, "_FEW", 10)
    monkeypatch.setattr(search_index, "_FEW", 10)
    monkeypatch.setattr(search_index, "_TOGETHER", 4)
    monkeypatch.setattr(processes, "_CHUNK", 4)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_be_copied", lambda: "fork" in multiprocessing.get_all_start_methods())


@pytest.mark.slow
@pytest.mark.usefixtures("many_hands")
def test_more_processes_make_the_samesite_of(tmp_path: Path) -> None:
    together, told = site_of(tmp_path / "samen"), list[tuple[int, int]]()
    finish(together, told=lambda done, total: told.append((done, total)))
    assert told[0] == (4, MANY) and told[-1] == (MANY, MANY) and len(told) == 8
    with pytest.MonkeyPatch.context() as alone:
        alone.setattr(processes, "processors", lambda: 1)
        finish(site_of(tmp_path / "alleen"))
    files = files_of(together)
    assert files == files_of(tmp_path / "alleen")
    assert b"Content-Security-Policy" in files["cases/7/index.html"] and "zoekindex/index.json" in files


@pytest.mark.usefixtures("many_hands")
def test_the_first_page_that_may_not_go_out_is_named(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    for number in (17, 9):
        (site / "cases" / str(number) / "index.html").write_text("<p onclick=x>", encoding="utf-8")
    with pytest.raises(Refused, match=r"'cases/17/index\.html' heeft iets"):
        finish(site)


def test_a_page_without_charset_is_named(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / "a").mkdir()
    (site / "a" / "b.html").write_text("<html>", encoding="utf-8")
    with pytest.raises(NoPlace, match=r"^a/b\.html$"):
        finish(site)


def _killed(_: Sequence[int]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.usefixtures("many_hands")
def test_a_process_that_is_broken_off_is_told_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BrokenProcessPool):
        list(in_parallel(_killed, range(MANY), 10))
    monkeypatch.setattr(finishing.Last, "touch", lambda _, files: _killed(files))
    with pytest.raises(Refused, match="brak een van de processen af"):
        finish(site_of(tmp_path))


@pytest.mark.usefixtures("many_hands")
@pytest.mark.parametrize("room", [0, 1])
def test_one_process_will_do_where_there_is_no_room_for_more(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    forks, before = with_room_for(monkeypatch, room), multiprocessing.active_children()
    assert [*in_parallel(sum, range(MANY), 10)] == [sum(range(at, min(at + 4, MANY))) for at in range(0, MANY, 4)]
    # Python would wait for one that is left, when it ends.
    assert len(forks) == room + 1 and multiprocessing.active_children() == before


@pytest.mark.slow
@pytest.mark.usefixtures("many_hands")
@pytest.mark.parametrize("room", [0, 1, 2])
def test_others_work_meanwhile_or_this_process_does_so_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, room: int
) -> None:
    def work(numbers: Sequence[int]) -> None:
        with (tmp_path / f"{os.getpid()}").open("a") as file:
            file.writelines(f"{number}\n" for number in numbers)

    before = multiprocessing.active_children()
    with_room_for(monkeypatch, room)
    with meanwhile(work, range(MANY), 10):
        here = (tmp_path / f"{os.getpid()}").exists()
    done = [int(line) for file in tmp_path.iterdir() for line in file.read_text().split()]
    assert sorted(done) == [*range(MANY)]
    assert (here, multiprocessing.active_children()) == (room < 2, before)


@pytest.mark.slow
@pytest.mark.usefixtures("many_hands")
def test_what_goes_wrong_meanwhile_is_told_in_the_end() -> None:
    def wrong(_: Sequence[int]) -> None:
        raise NoPlace("x")

    done = False
    with pytest.raises(NoPlace), meanwhile(wrong, range(MANY), 10):
        done = True
    assert done
    with pytest.raises(BrokenProcessPool), meanwhile(_killed, range(MANY), 10):
        pass


BROKEN_OFF = """
import os
import signal
import time
from kennisbank.publishing import processes
def work(items):
    os.write(1, b"bezig\\n")  # in one go: the other one writes too
    time.sleep(600)
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal
    processes.processors = lambda: 2
    processes.can_be_copied = lambda: True
    try:
        list(processes.in_parallel(work, range(1_000), 10))
    except KeyboardInterrupt:
        print("afgebroken", flush=True)
"""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs copies of a process")
def test_who_breaks_off_the_work_hears_nothing_of_the_other_processes() -> None:
    """A terminal tells all of them; they end without a word, and before their work is done."""
    with subprocess.Popen(
        [sys.executable, "-c", BROKEN_OFF],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=SCRIPTS,
    ) as process:
        try:
            assert process.stdout and [process.stdout.readline() for _ in range(2)] == ["bezig\n", "bezig\n"]
            os.killpg(process.pid, signal.SIGINT)
            assert process.communicate() == ("afgebroken\n", "")
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
