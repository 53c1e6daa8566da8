"""Photos of cases: read whole, large enough, and without what a camera left in them."""

import struct
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


@pytest.mark.parametrize(
    ("blob", "said"),
    [
        (_file(exif=_with_gps()), "gegevens van de camera"),
        (_file("png", exif=_with_gps()), "gegevens van de camera"),
        (_file("webp", exif=_with_gps()), "gegevens van de camera"),
        (_file("webp", xmp=b"<x:xmpmeta/>"), "gegevens van de camera"),
        (_file(comment=b"van mij"), "gegevens van de camera"),
        (_file("png", pnginfo=_with_remark()), "gegevens van de camera"),
        (_file(size=(640, 480)), "te klein: 640"),
        (_file("png", size=(MOST_PIXELS // 1000 + 1, 1000)), "te groot"),
        (_blob(_file().data[:900]), "niet als foto te lezen"),
        (_blob(b"\xff\xd8\xff" + b"\0" * 400 + b"\xff\xd9"), "niet als foto te lezen"),
        (_blob(b""), "niet als foto te lezen"),
        (_blob(_file("png").data.replace(b"IDAT", b"IDAX")), "niet als foto te lezen"),
    ],
)
def test_what_cannot_go_to_the_site_is_told(blob: Blob, said: str) -> None:
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
