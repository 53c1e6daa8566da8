"""A large file of a site goes its way a piece at a time: whole in memory it is what there is no room for."""

import hashlib
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.seen import hash_of
from kennisbank.publishing.spool import Spool
from kennisbank.publishing.staging import GENERATORS, stage

from ..conftest import ROOT

LARGE = "één regel\n".encode() * 1_000_000


@contextmanager
def _in_little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < len(LARGE) / 2


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
    with _in_little_memory():
        stage(ROOT, tmp_path / "klaar", (large,), {}, generator)
    assert (tmp_path / "klaar/docs/data/alles.json").read_bytes() == LARGE


def test_a_file_that_moves_to_another_spool_is_not_in_memory(large: Artifact, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    with _in_little_memory():
        (moved,) = Spool(tmp_path / "ander").put([large])
    assert moved.data == LARGE and moved == large


def test_to_know_a_large_file_again_it_is_not_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "alles.json"
    file.write_bytes(LARGE)
    with _in_little_memory():
        found = hash_of(str(file))
    assert found == hashlib.sha256(LARGE).hexdigest()
