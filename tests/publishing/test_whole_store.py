"""A value stands in a store whole or not at all, whatever became of who wrote it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.publishing.whole_store import Store, key_of

KEY, OTHER = key_of("een"), key_of("twee")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "winkel" / "vorm")
    store.open()
    return store


def _files(store: Store) -> list[Path]:
    return [file for file in store.folder.rglob("*") if file.is_file()]


def test_what_was_written_is_read(store: Store) -> None:
    store.write(KEY, b"eerst")
    store.write(KEY, b"daarna")
    with store.filling(OTHER) as new:
        for piece in (b"", b"in ", b"stukken"):
            new.write(piece)
        new.flush()
    assert (store.read(KEY), store.read(OTHER)) == (b"daarna", b"in stukken")
    assert len(_files(store)) == 2


def test_nothing_is_left_of_what_went_wrong(store: Store) -> None:
    store.write(KEY, b"eerst")
    with pytest.raises(TypeError), store.filling(KEY) as new:
        new.write("geen bytes")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        store.write(OTHER, "geen bytes")  # type: ignore[arg-type]
    assert store.read(KEY) == b"eerst"
    assert len(_files(store)) == 1


_SPOILT = [lambda whole: whole[:-1], lambda whole: whole + b"x", lambda _: b"", bytes.swapcase]


@pytest.mark.parametrize("spoil", _SPOILT, ids=["korter", "langer", "leeg", "anders"])
def test_what_is_spoilt_is_not_there(store: Store, spoil: Callable[[bytes], bytes]) -> None:
    store.write(KEY, b"Heel")
    [file] = _files(store)
    file.write_bytes(spoil(file.read_bytes()))
    assert store.read(KEY) is None


def test_under_another_name_it_is_not_there(store: Store) -> None:
    store.write(KEY, b"heel")
    [file] = _files(store)
    other = store.folder / OTHER[:2] / OTHER
    other.parent.mkdir(exist_ok=True)
    file.rename(other)
    assert store.read(OTHER) is None


def test_what_another_build_is_writing_stays_for_a_while(store: Store) -> None:
    store.write(KEY, b"weg")
    with store.filling(OTHER) as new:
        store.keep_only([])
        new.write(b"nieuw")
        new.flush()
    assert (store.read(KEY), store.read(OTHER)) == (None, b"nieuw")
    left = store.folder / OTHER[:2] / f"{OTHER}.1-2"
    left.touch()
    os.utime(left, (0, 0))
    store.keep_only([OTHER])
    assert [file.name for file in _files(store)] == [OTHER]
