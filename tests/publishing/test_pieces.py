"""A large file of a site goes its way a piece at a time: whole in memory it is what there is no room for."""

import tracemalloc
from pathlib import Path

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.spool import Spool
from kennisbank.publishing.staging import GENERATORS, stage

from ..conftest import ROOT

LARGE = "één regel\n".encode() * 1_000_000


@pytest.fixture
def large(tmp_path: Path) -> Artifact:
    (tmp_path / "spoel").mkdir()
    (small, one, last) = Spool(tmp_path / "spoel").put(
        [Artifact("a.txt", "a"), Artifact.of_utf8("data/alles.json", LARGE), Artifact("z.txt", "z")]
    )
    assert (small.data, last.data) == (b"a", b"z")
    return one


def test_the_pieces_are_the_file(large: Artifact) -> None:
    pieces = [*large.pieces()]
    assert len(pieces) > 5 and max(map(len, pieces)) <= 1 << 20
    assert b"".join(pieces) == large.data == LARGE
    assert large.length == len(LARGE)


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_large_file_is_staged_without_being_in_memory(large: Artifact, tmp_path: Path, generator: str) -> None:
    tracemalloc.start()
    try:
        stage(ROOT, tmp_path / "klaar", (large,), {}, generator)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "klaar/docs/data/alles.json").read_bytes() == LARGE
    assert most < len(LARGE) / 2


def test_a_file_that_moves_to_another_spool_is_not_in_memory(large: Artifact, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    tracemalloc.start()
    try:
        (moved,) = Spool(tmp_path / "ander").put([large])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert moved.data == LARGE and moved == large
    assert most < len(LARGE) / 2
