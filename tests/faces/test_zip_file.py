"""A zip that every program opens, and that is the same whatever zlib a Python has."""

import io
import zipfile
import zlib

import pytest

from kennisbank.faces.zip_file import packed_anew, put

FILES = {"a/b.txt": b"tekst " * 1000, "leeg": b"", "één.bin": bytes(range(256)) * 40}


def made() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, data in FILES.items():
            put(target, packed, name, data)
    return target.getvalue()


def test_what_went_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in packed.namelist()} == FILES
        assert {item.compress_type for item in packed.infolist()} == {zipfile.ZIP_DEFLATED}
    assert len(made()) < sum(map(len, FILES.values())) / 2


def test_a_zip_is_packed_anew_with_the_same_files() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in FILES.items():
            packed.writestr(name, data)
    assert packed_anew(target.getvalue()) == made()


def test_no_zlib_has_a_say_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made()
    stored = zlib.compressobj(0)

    def other(*_: object, **__: object) -> object:
        return stored

    monkeypatch.setattr(zlib, "compressobj", other)
    monkeypatch.setattr(zlib, "compress", other)
    assert made() == before
