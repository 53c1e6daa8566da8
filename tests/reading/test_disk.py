"""Who reads a library again gets what is on disk, and reads only what changed."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.reading import disk as module
from kennisbank.reading import tree
from kennisbank.reading.disk import Disk
from kennisbank.reading.tree import Blob, TreeError, tree_from_disk

from ..support.chance import THOROUGH
from ..support.on_disk import put

NAMES = ("cases/een.md", "cases/twee.md", "docs/lijsten/themes.yml", "docs/assets/foto.png", "lessons/a/b.md")
OLD = 1_700_000_000


def _put(root: Path, name: str, text: str) -> None:
    if (root / name).is_symlink():
        (root / name).unlink()
    put(root, name, text)


def _write(root: Path, chance: random.Random) -> None:
    _put(root, chance.choice(NAMES), f"tekst {chance.random()}")


def _same_moment(root: Path, chance: random.Random) -> None:
    """Written again, as long as it was and with the moment that it had."""
    file = root / chance.choice(NAMES)
    if file.is_file() and not file.is_symlink():
        seen = file.stat()
        file.write_bytes(bytes(reversed(file.read_bytes())))
        os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _settle(root: Path, chance: random.Random) -> None:
    file = root / chance.choice(NAMES)
    if file.is_file() and not file.is_symlink():
        os.utime(file, (OLD, OLD))


def _remove(root: Path, chance: random.Random) -> None:
    (root / chance.choice(NAMES)).unlink(missing_ok=True)


def _link(root: Path, chance: random.Random) -> None:
    file = root / chance.choice(NAMES)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.symlink_to(root / chance.choice(["cases", "nergens", "cases/een.md"]))


def _rename(root: Path, chance: random.Random) -> None:
    one, other = chance.sample(NAMES, 2)
    if (root / one).exists() and (root / other).parent.is_dir():
        (root / one).replace(root / other)


def _too_large(root: Path, chance: random.Random) -> None:
    _put(root, chance.choice(NAMES[:2]), "x" * (tree.MAX_BYTES + chance.randrange(2)))


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_write, _write, _same_moment, _settle, _remove, _link, _rename, _too_large),
)


@pytest.mark.parametrize("seed", range(200 if THOROUGH else 30))
def test_whatever_happens_it_gives_what_is_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    for name in NAMES:
        put(tmp_path, name, "een")
    disk = Disk(tmp_path)
    for _ in range(20):
        for edit in chance.sample(EDITS, 2):
            edit(tmp_path, chance)
        found = disk.tree()
        assert found == tree_from_disk(tmp_path) and list(found) == sorted(found)


def test_only_what_changed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, told = tree.read_file, list[str]()

    def counted(root: Path, file: Path) -> Blob:
        told.append(file.name)
        return read(root, file)

    monkeypatch.setattr(module, "SETTLED", -(10**18))  # as if all was written long ago
    for name in NAMES:
        put(tmp_path, name, name)
    disk = Disk(tmp_path)
    first = disk.tree()
    monkeypatch.setattr("kennisbank.reading.disk.read_file", counted)
    assert disk.tree() == first and told == []
    put(tmp_path, "cases/een.md", "anders")
    put(tmp_path, "cases/nieuw.md", "nieuw")
    assert disk.tree()["cases/een.md"].data == b"anders" and told == ["een.md", "nieuw.md"]


def test_a_file_that_changes_meanwhile_is_read_as_it_is_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLED", -(10**18))
    for name in NAMES:
        put(tmp_path, name, "een")
    disk = Disk(tmp_path)
    disk.tree()
    put(tmp_path, "cases/twee.md", "twee")
    read = tree.read_file

    def late(root: Path, file: Path) -> Blob:
        put(tmp_path, "cases/een.md", "intussen")
        return read(root, file)

    monkeypatch.setattr("kennisbank.reading.disk.read_file", late)
    assert disk.tree()["cases/een.md"].data == b"intussen"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="bestaat niet"):
        Disk(tmp_path / "weg").tree()
