"""Photos of cases: read whole, large enough, and without what a camera left in them."""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from kennisbank.library.loading import load
from kennisbank.library.pictures import MOST_PIXELS, is_photo, picture_of, pictures_in
from kennisbank.reading.tree import Blob, Tree

PATH = "docs/assets/cases/dak.jpg"


def _file(suffix: str = "jpg", size: tuple[int, int] = (900, 600), **saved: Any) -> Blob:
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, {"jpg": "JPEG"}.get(suffix, suffix), **saved)
    return _blob(made.getvalue(), f"docs/assets/cases/dak.{suffix}")


def _blob(data: bytes, path: str = PATH) -> Blob:
    return Blob(path, data, len(data))


def _with_gps() -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make] = "Telefoon"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 33.0, 0.0)
    return exif


def _with_remark() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "Iemand")
    return info


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_photo_that_is_as_it_should_be(suffix: str) -> None:
    picture = picture_of(_file(suffix))
    assert (picture.width, picture.height, picture.problem) == (900, 600, "")


# Made when they are asked for: a run that only wants to know which tests there are does not wait for pictures.
_WRONG: dict[str, tuple[Callable[[], Blob], str]] = {
    "exif-jpg": (lambda: _file(exif=_with_gps()), "gegevens van de camera"),
    "exif-png": (lambda: _file("png", exif=_with_gps()), "gegevens van de camera"),
    "exif-webp": (lambda: _file("webp", exif=_with_gps()), "gegevens van de camera"),
    "xmp": (lambda: _file("webp", xmp=b"<x:xmpmeta/>"), "gegevens van de camera"),
    "remark-jpg": (lambda: _file(comment=b"van mij"), "gegevens van de camera"),
    "remark-png": (lambda: _file("png", pnginfo=_with_remark()), "gegevens van de camera"),
    "small": (lambda: _file(size=(640, 480)), "te klein: 640"),
    "large": (lambda: _file("png", size=(MOST_PIXELS // 1000 + 1, 1000)), "te groot"),
    "cut": (lambda: _blob(_file().data[:900]), "niet als foto te lezen"),
    "nothing-between": (lambda: _blob(b"\xff\xd8\xff" + b"\0" * 400 + b"\xff\xd9"), "niet als foto te lezen"),
    "empty": (lambda: _blob(b""), "niet als foto te lezen"),
    "spoilt": (lambda: _blob(_file("png").data.replace(b"IDAT", b"IDAX")), "niet als foto te lezen"),
}


@pytest.mark.parametrize(("made", "said"), _WRONG.values(), ids=_WRONG)
def test_what_cannot_go_to_the_site_is_told(made: Callable[[], Blob], said: str) -> None:
    blob = made()
    picture = picture_of(blob)
    assert said in picture.problem and picture.hint and not picture.width
    assert pictures_in({blob.path: blob}) == {}


def test_a_photo_that_says_it_is_enormous_is_not_unpacked() -> None:
    data = bytearray(_file("png").data)
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    picture = picture_of(_blob(bytes(data)))
    assert "niet als foto te lezen" in picture.problem or "te groot" in picture.problem


def test_a_photo_in_thousands_of_passes_is_not_read() -> None:
    scan = b"\xff\xda\0\x08\1\1\0\0\0\0"
    whole = _file(progressive=True).data
    assert not picture_of(_blob(whole)).problem
    assert picture_of(_blob(whole[:-2] + scan * 1_000 + whole[-2:])).problem


@pytest.mark.parametrize("name", ["Dak.jpg", "dak van school.jpg", "dak.JPG", "dak.gif", "dak.svg", "dak", "é.png"])
def test_another_name_is_no_photo_and_is_told(name: str) -> None:
    path = f"docs/assets/cases/{name}"
    assert not is_photo(path)
    tree: Tree = {path: _blob(_file().data, path)}
    assert {found.file for found in load(tree).findings} == {path}
