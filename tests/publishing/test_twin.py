"""A second folder has the files of a site that stands, whatever it had before; and what changed is noticed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing import seen as module
from kennisbank.publishing.seen import Seen, hash_of, look_after, look_at, packed, unpacked
from kennisbank.publishing.twin import fill

from ..support.chance import examples

LONG_AGO = -(10**18)
FILES = st.dictionaries(
    st.lists(st.sampled_from(["a", "b", "dé"]), min_size=1, max_size=2).map(tuple),
    st.sampled_from([b"", b"x", b"y", b"langer"]),
    max_size=8,
)


def _write(folder: Path, files: dict[tuple[str, ...], bytes]) -> None:
    """Files in a folder; what is a file already gets no folder of that name."""
    folder.mkdir(exist_ok=True)
    for names, data in files.items():
        file = folder.joinpath(*names)
        if not any(above.is_file() for above in file.parents) and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


@examples(150)
@given(FILES, FILES, FILES, st.booleans())
def test_a_folder_becomes_the_twin_of_a_site_whatever_was_in_it(
    site: dict[tuple[str, ...], bytes],
    other: dict[tuple[str, ...], bytes],
    later: dict[tuple[str, ...], bytes],
    can_link: bool,
) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SETTLED", LONG_AGO)
        if not can_link:
            patch.setattr(os, "link", _refuse)
        stands, twin = Path(name, "site"), Path(name, "tweede")
        _write(stands, site)
        _write(twin, other)
        for folder in (stands, twin):
            folder.chmod(0o755)
        seen = look_at(stands)
        fill(twin, stands, look_at(stands, seen))
        assert look_at(twin).told == seen.told
        # Then it becomes another one, which is the next that stands.
        _write(twin, later)
        after = look_after(twin, seen)
        assert after.told == look_at(twin).told
        fill(stands, twin, after)
        assert look_at(stands).told == after.told


def _refuse(*_: object) -> None:
    raise OSError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    _write(tmp_path / "site", {("a",): b"een", ("zoek", "v1", "w"): b"twee"})
    return tmp_path / "site"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read."""
    names: list[str] = []

    def told(file: str) -> str:
        names.append(Path(file).name)
        return hash_of(file)

    monkeypatch.setattr(module, "hash_of", told)
    return names


def _spoil(file: Path) -> None:
    """Other bytes, as many as there were, and all that a program can do to hide that."""
    state = file.stat()
    file.write_bytes(b"x" * state.st_size)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


SPOILT: dict[str, Callable[[Path], object]] = {
    "andere tekens": lambda site: _spoil(site / "a"),
    "een ander bestand": lambda site: (site / "b").replace(site / "a") if (site / "b").write_bytes(b"nee") else None,
    "wie het mag lezen": lambda site: (site / "a").chmod(0o600),
    "wie de map mag lezen": lambda site: (site / "zoek").chmod(0o700),
    "een bestand minder": lambda site: (site / "a").unlink(),
    "een bestand erbij": lambda site: (site / "b").write_bytes(b""),
    "een map erbij": lambda site: (site / "leeg").mkdir(),
}


@pytest.mark.skipif(os.name != "posix", reason="elders wordt elk bestand gelezen")
@pytest.mark.parametrize("what", SPOILT)
def test_what_changed_is_seen_and_what_did_not_is_not_read(site: Path, read: list[str], what: str) -> None:
    seen = look_at(site)
    settled = Seen(seen.told, seen.marks, seen.moment + 10**10)
    assert sorted(read) == ["a", "w"]
    assert look_at(site, settled).told == seen.told and len(read) == 2
    # What is as new as when it was seen is read again.
    assert look_at(site, seen).told == seen.told and len(read) == 4
    SPOILT[what](site)
    assert look_at(site, settled).told != seen.told


def test_what_cannot_be_read_as_a_file_is_told(site: Path) -> None:
    (site / "weg").symlink_to(site)
    with pytest.raises(OSError, match="weg"):
        look_at(site)


@pytest.mark.parametrize("moment", [0, 10**10])
def test_what_changes_while_it_gets_another_name_is_noticed(site: Path, tmp_path: Path, moment: int) -> None:
    found = look_at(site)
    seen = Seen(found.told, found.marks, found.moment + moment)
    twin = tmp_path / "tweede"
    twin.mkdir()
    fill(twin, site, seen)
    assert look_after(twin, seen).told.keys() == seen.told.keys()
    (twin / "a").write_bytes(b"nee")
    with pytest.raises(OSError, match="a"):
        look_after(twin, seen)


@pytest.mark.parametrize("can_link", [True, False])
def test_a_file_that_is_another_one_by_now_gets_no_second_name(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
) -> None:
    seen = look_at(site)
    (site / "a").rename(tmp_path / "a")
    (site / "a").write_bytes(b"nee")
    if not can_link:
        monkeypatch.setattr(os, "link", _refuse)
    (tmp_path / "tweede").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - of its own, or that of the disk
        fill(tmp_path / "tweede", site, seen)


@pytest.mark.skipif(not hasattr(os, "link"), reason="alleen waar een bestand twee namen kan hebben")
def test_only_what_differs_is_put_there(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twin = tmp_path / "tweede"
    shutil.copytree(site, twin, copy_function=os.link)
    (twin / "zoek/v1").rename(twin / "zoek/v0")
    (twin / "a").unlink()
    (twin / "a").write_bytes(b"oud")
    link, names = os.link, list[Path]()

    def told(file: Path, name: Path) -> None:
        names.append(name)
        link(file, name)

    monkeypatch.setattr(os, "link", told)
    seen = look_at(site)
    fill(twin, site, seen)
    assert look_at(twin).told == seen.told and names == [twin / "a"]


def test_what_was_seen_comes_back(site: Path) -> None:
    seen = look_at(site)
    assert unpacked(packed(seen)) == seen
    assert [unpacked(data) for data in (None, b"x", b"[]", b"[1, {}, []]", b'[1, {}, {"a": [1]}]')] == [None] * 5
