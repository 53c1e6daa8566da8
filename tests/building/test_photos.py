"""The photo of a case on its page: in sizes for every screen, with its maker, and never the file of the camera."""

from io import BytesIO

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import build
from kennisbank.building.photos import sizes_of
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.pictures import Picture
from kennisbank.model.photos import FOLDER, Licence, Photo
from kennisbank.reading.tree import Blob, Tree

pytestmark = pytest.mark.slow  # each makes pictures of several sizes

CASE = "cases/zon-op-scholen.md"
WIDTHS = (480, 960, 1440)


def _shown(artifacts: tuple[Artifact, ...]) -> LexborHTMLParser:
    return LexborHTMLParser(next(made.body for made in artifacts if made.uri == CASE))


def test_the_page_offers_the_sizes_that_are_there(artifacts: tuple[Artifact, ...]) -> None:
    image = _shown(artifacts).css_first(".kb-photo img")
    assert image
    told = dict(part.split(" ") for part in str(image.attributes["srcset"]).split(", "))
    files = {made.uri: made.content for made in artifacts}
    assert list(told.values()) == [f"{width}w" for width in WIDTHS]
    for address, width in told.items():
        data = files[address.removeprefix("../../")]
        assert isinstance(data, bytes)
        with Image.open(BytesIO(data)) as opened:
            assert (opened.format, f"{opened.width}w") == ("WEBP", width)
            assert opened.height == round(opened.width * 1000 / 1600)
            assert not opened.getexif()
    assert (image.attributes["width"], image.attributes["height"]) == ("1440", "900")
    assert "zonnepanelen" in str(image.attributes["alt"])


def test_the_maker_and_the_terms_stand_below_it(artifacts: tuple[Artifact, ...]) -> None:
    caption = _shown(artifacts).css_first(".kb-photo figcaption")
    assert caption and caption.text(strip=True).startswith("Foto:Gemeente Tilburg")
    assert [link.attributes["href"] for link in caption.css("a")] == [
        "https://tilburg.example/foto",
        "https://creativecommons.org/licenses/by/4.0/deed.nl",
    ]


def test_the_file_itself_stays_home(artifacts: tuple[Artifact, ...]) -> None:
    assert not [made.uri for made in artifacts if made.uri.endswith("zon-op-scholen.jpg")]


def test_no_photo_is_made_larger_than_it_is(library: Library) -> None:
    photo = Photo(file="smal.jpg", alt="Een dak.", maker="Ik", licence=Licence.CC0)
    narrow = Library(
        library.entries, (), (), frozenset(), pictures={f"{FOLDER}/smal.jpg": Picture(width=900, height=1200)}
    )
    assert [(size.width, size.height) for size in sizes_of(narrow, photo)] == [(480, 640), (900, 1200)]
    assert sizes_of(library, photo) == ()


def test_words_of_others_stay_words(tree: Tree) -> None:
    hostile = '"><script>alert(1)</script>'
    text = tree[CASE].data.decode().replace("alt: Een laag", f"alt: '{hostile} Een laag")
    text = text.replace("achter een grasveld.\n", "achter een grasveld.'\n").replace(
        "  maker: Gemeente Tilburg\n", f"  maker: '{hostile}'\n"
    )
    changed = {**tree, CASE: Blob(CASE, text.encode(), len(text))}
    page = _shown(build(load(changed), changed, Site("https://voorbeeld.nl/x")))
    image = page.css_first(".kb-photo img")
    assert image and str(image.attributes["alt"]).startswith(hostile)
    assert not page.css(".kb-photo script")
