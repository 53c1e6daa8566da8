"""The files of a site are the same wherever they are made, and lie on disk until somebody asks for one."""

import io
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from mkdocs.config import load_config

from kennisbank.building import units
from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import build
from kennisbank.building.units import Unit
from kennisbank.checking.example_folders import example_tree
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.publishing import making, mkdocs_runner, pipeline, processes
from kennisbank.publishing.made_store import MadeStore
from kennisbank.publishing.making import Making
from kennisbank.publishing.spool import Spool, Stretch
from kennisbank.publishing.whole_store import Store
from mkdocs_adapter.build_files import HandedOver

from ..support.on_disk import put, sound_library

SITE = Site("https://voorbeeld.nl/x")
TREE = example_tree("", "goed")

forks = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs copies of a process")


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_FEW", 2)
    monkeypatch.setattr(making, "_TOGETHER", 2)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_be_copied", lambda: True)


def _seen(made: tuple[Artifact, ...]) -> list[tuple[Artifact, bytes]]:
    return [(one, one.data) for one in made]


@pytest.mark.slow
@forks
@pytest.mark.usefixtures("two_processes")
def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    alone = build(load(TREE), TREE, SITE)
    known, spool = MadeStore(Store(tmp_path / "bewaard")), Spool(tmp_path / "bestanden")
    for folder in (tmp_path / "bewaard", spool.folder):
        folder.mkdir()
    heard = list[tuple[int, int]]()
    for _ in ("made", "kept from the time before"):
        made = Making(known, spool, lambda *done: heard.append(done)).all_of(load(TREE), TREE, SITE)
        assert _seen(made) == _seen(alone) and all(isinstance(one.held, Stretch) for one in made)
    number = len(heard)
    assert number > 10 and heard == [(done, number) for done in range(1, number + 1)]
    # Each process has a file of its own: this one, and at least one other.
    assert len(list(spool.folder.iterdir())) > 1
    assert _seen(Making(MadeStore(None), None).all_of(load(TREE), TREE, SITE)) == _seen(alone)


def _with_work(monkeypatch: pytest.MonkeyPatch, work: Callable[[Unit], Iterator[Artifact]]) -> None:
    """Have something else done for each unit."""

    def others(library: Library, site: Site, *_: object) -> Iterator[Unit]:
        yield from (replace(unit, make=partial(work, unit)) for unit in units.units_of(library, site))

    monkeypatch.setattr(making, "units_of", others)


@forks
@pytest.mark.slow
@pytest.mark.usefixtures("two_processes")
def test_a_process_that_is_broken_off_stops_the_build_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, own = sound_library(tmp_path / "project"), os.getpid()
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')

    def killed(_: Unit) -> Iterator[Artifact]:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

    _with_work(monkeypatch, killed)
    with pytest.raises(BrokenProcessPool):
        Making(MadeStore(None), Spool(tmp_path)).all_of(load(TREE), TREE, SITE)
    with pytest.raises(pipeline.BuildStopped, match="brak een van de processen af"):
        pipeline.artifacts(root, spool=Spool(tmp_path))


def test_a_disk_that_takes_nothing_is_told_as_that(tmp_path: Path) -> None:
    root = sound_library(tmp_path / "project")
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    with pytest.raises(FileNotFoundError):
        pipeline.artifacts(root, spool=Spool(tmp_path / "weg"))


def test_only_pieces_of_one_record_are_handed_out_together() -> None:
    found = list(units.units_of(load(TREE).published(), SITE))
    ones = {unit.name for unit in found if unit.of_one}
    cases = sum(1 for path in TREE if path.startswith("cases/"))
    assert cases and len(ones) >= cases and all(" case " in n or " lesson " in n or "pages " in n for n in ones)
    assert len({unit.name for unit in found}) == len(found)


@pytest.mark.parametrize("content", ["tekst met “krul”", b"\x00\xff", ""])
def test_a_file_elsewhere_is_the_file(tmp_path: Path, content: str | bytes) -> None:
    one = Artifact("a/b.md", content, "cases/b.md", "Titel", 3)
    spool = Spool(tmp_path)
    put_there = spool.put([Artifact("c", "ervoor"), one, Artifact("d", "erna")])
    spool.tell(put_there)
    for found in (put_there, spool.told()):
        assert found[1] == one and found[1].about == one.about
        assert (found[1].data, found[1].content) == (one.data, content)
        assert [each.content for each in found] == ["ervoor", content, "erna"]
    assert replace(Stretch(*vars(put_there[0].held).values()), length=3).read() == b"erv"
    assert one != Artifact("a/b.md", f"{content!r} ", "cases/b.md", "Titel", 3)


def test_mkdocs_makes_nothing_until_it_hears_that_all_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(mkdocs_runner.MADE, str(tmp_path))
    spool, made = Spool(tmp_path), (Artifact("a.md", "tekst", title="A"), Artifact("b.txt", b"x"))
    (tmp_path / "docs").mkdir()
    config = load_config(str(put(tmp_path, "mkdocs.yml", "site_name: Proef\n")))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(pipeline.BuildStopped, match="afgebroken, of vond fouten"):
        HandedOver().files_of(config, preview=False, checked=None)
    spool.tell(spool.put(made))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    files = HandedOver().files_of(config, preview=False, checked=None)
    assert _seen(tuple(file.artifact for file in files)) == _seen(made)
    assert [file.content_bytes for file in files] == [b"tekst", b"x"] and files[0].content_string == "tekst"


@forks
@pytest.mark.usefixtures("two_processes")
def test_no_more_is_handed_out_than_is_asked_for() -> None:
    given = list[int]()

    def items() -> Iterator[int]:
        for number in range(1_000):
            given.append(number)
            yield number

    with processes.pool_of(2, _nothing, "fork") as pool:
        assert pool
        made = processes.told_by(pool, abs, items())
        assert [next(made) for _ in range(5)] == [0, 1, 2, 3, 4] and len(given) < 30
        assert [*made] == [*range(5, 1_000)]


def _nothing() -> None:
    return None
