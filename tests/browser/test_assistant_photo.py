"""A photo in the form: chosen, made fit, kept in this browser, and handed over beside the case."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from kennisbank.library.pictures import picture_of
from kennisbank.reading.tree import Blob

from ..support.example_library import fixed_tree
from ..support.in_browser import NEEDS_BROWSER, as_new, hearing
from .test_assistant import agree, shown

pytestmark = NEEDS_BROWSER
ALT = "Een dak vol panelen."
ELSEWHERE = "De foto dak.jpg staat niet in deze browser. Staat hij al op de site, dan hoef je niets te doen."
MAYBE_LEFT = "een foto die je koos misschien niet"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """The window of a telephone, for all that leave nothing in it but what as_new takes away."""
    made = browser.new_context(viewport={"width": 360, "height": 700}, reduced_motion="reduce", locale="nl-NL")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return shown(as_new(window, origin), origin, "#foto")


def _photo(width: int, height: int) -> bytes:
    """A photo as a telephone makes it, with the place where somebody stood, and so full that it weighs much."""
    return _with_place(Image.effect_noise((width, height), 60).convert("RGB"))


def _plain(width: int, height: int) -> bytes:
    """A photo of which only the size matters."""
    return _with_place(Image.new("RGB", (width, height)))


def _with_place(image: Image.Image) -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Telefoon"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(file, "JPEG", exif=exif, quality=95)
    return file.getvalue()


def _choose(page: Page, data: bytes, name: str = "IMG_2034.JPG") -> None:
    page.get_by_label("De foto").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": data})


def _at(page: Page, step: str) -> None:
    page.goto(f"{page.url.split('#')[0]}#{step}")
    expect(page.locator(f"#{step}")).to_be_visible()


def test_a_photo_is_made_fit_kept_and_given_beside_the_case(page: Page, origin: str, tmp_path: Path) -> None:
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.method + request.url)}):
        _a_photo_goes_along(page, tmp_path / "foto.jpg")
    assert asked and [one for one in asked if not one.startswith((f"GET{origin}", "GETblob:"))] == []


def _a_photo_goes_along(page: Page, target: Path) -> None:
    original = _photo(1700, 1134)
    assert "camera" in picture_of(Blob("docs/assets/cases/x.jpg", original)).problem
    _choose(page, original)
    said = page.locator("#v-photo-file-gelezen")
    expect(said).to_contain_text("De foto staat klaar als img-2034.jpg (1600 bij 1067 beeldpunten")
    page.get_by_label("Wat je ziet").fill(ALT)
    page.get_by_role("button", name="Volgende stap").click()
    page.get_by_label("Maker").fill("Ik")
    page.get_by_label("Licentie").select_option(label="De maker vindt goed dat hij op deze site staat")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    _at(page, "foto")
    page.reload()
    expect(said).to_have_text("De foto staat klaar als img-2034.jpg.")
    expect(page.locator("#assistent-foto").get_by_role("img")).to_be_visible()
    _at(page, "nakijken")
    expect(page.locator("#assistent-voorbeeld").get_by_role("img", name=ALT)).to_be_visible()
    expect(page.locator("#assistent-voorbeeld")).to_contain_text("Foto: Ik, met toestemming van de maker")
    expect(page.locator("#assistent-antwoorden")).to_contain_text("img-2034.jpg")
    agree(page)
    expect(page.locator("#assistent-insturen")).to_contain_text("Je foto gaat niet vanzelf mee")
    expect(page.locator("#assistent-insturen")).to_contain_text("Add a comment")
    assert "img-2034.jpg" in (page.locator("#assistent-begin-mail").get_attribute("href") or "")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download de foto").click()
    waiting.value.save_as(target)
    picture = picture_of(Blob("docs/assets/cases/img-2034.jpg", target.read_bytes()))
    assert (picture.problem, picture.width, picture.height) == ("", 1600, 1067)
    assert target.stat().st_size <= 1_000_000
    text = page.locator("#assistent-tekst").input_value()
    assert f'photo:\n  file: "img-2034.jpg"\n  alt: "{ALT}"\n  maker: "Ik"\n  licence: toestemming\n' in text


def test_what_is_no_good_photo_is_refused_and_changes_nothing(page: Page) -> None:
    for data, said in (
        (_plain(640, 480), "Deze foto is te smal: 640 bij 480 beeldpunten."),
        (_plain(900, 9000), "Deze foto is te smal: 900 bij 9000 beeldpunten."),
        (b"geen foto", "Deze foto is hier niet te openen. Bewaar hem als jpg of png"),
    ):
        _choose(page, data)
        expect(page.locator("#v-photo-file-gelezen")).to_contain_text(said)
        expect(page.locator("[name='photo.file']")).to_have_value("")
        expect(page.locator("#assistent-foto canvas")).to_have_count(0)


def test_a_photo_that_was_chosen_before_the_script_is_there_is_taken_in(page: Page) -> None:
    held: list[Route] = []
    page.route("**/assistant/photo.js", lambda route: held.append(route))  # noqa: PLW0108 - no attribute fits on append
    with page.expect_request("**/assistant/photo.js"):
        page.reload()
    _choose(page, _plain(900, 600))
    expect(page.locator("#v-photo-file-gelezen")).to_be_empty()
    assert held
    for route in held:
        route.continue_()
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("De foto staat klaar als img-2034.jpg (900 bij 600")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")


def test_a_photo_is_taken_away_with_what_was_said_of_it(page: Page) -> None:
    _choose(page, _plain(900, 600))
    _at(page, "foto-maker")
    page.get_by_label("Maker").fill("Ik")
    _at(page, "foto")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Haal de foto weg").click()
    expect(page.get_by_label("De foto")).to_be_focused()
    _at(page, "nakijken")
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile("^---"))
    assert "photo:" not in page.locator("#assistent-tekst").input_value()
    agree(page)
    expect(page.locator("[data-photo=yes]").first).to_be_hidden()
    expect(page.locator("#assistent-insturen")).to_contain_text("Heb je een foto?")


# What a browser says that keeps no files.
_KEEPS_NONE = """() => {
    Object.defineProperty(window, "indexedDB", { get() { throw new Error("nee"); } });
}"""


def test_a_browser_that_keeps_no_photo_says_so_and_gives_it_all_the_same(page: Page, tmp_path: Path) -> None:
    page.evaluate(_KEEPS_NONE)
    _choose(page, _plain(900, 600))
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("Je browser bewaart hem niet")
    _at(page, "nakijken")
    agree(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download de foto").click()
    waiting.value.save_as(tmp_path / "foto.jpg")
    assert picture_of(Blob("docs/assets/cases/foto.jpg", (tmp_path / "foto.jpg").read_bytes())).width == 900
    page.reload()
    page.evaluate(_KEEPS_NONE)
    _at(page, "foto")
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("staat niet in deze browser")
    _at(page, "nakijken")
    expect(page.get_by_role("button", name="Download de foto")).to_be_hidden()


def test_a_case_whose_photo_is_elsewhere_asks_nothing_for_it(page: Page) -> None:
    name = "wind-langs-de-weg.md"
    about = 'photo:\n  file: "dak.jpg"\n  alt: "Een dak."\n  maker: "Ik"\n  licence: toestemming\n'
    text = fixed_tree()[f"cases/{name}"].data.decode().replace("---\n", f"---\n{about}", 1)
    file: FilePayload = {"name": name, "mimeType": "", "buffer": text.encode()}
    page.get_by_text("Verder met een bestand", exact=True).click()
    page.get_by_label("Open een eerdere download").set_input_files(file)
    expect(page.locator("#assistent-let-op")).to_contain_text("wind-langs-de-weg.md is geopend")
    _at(page, "foto")
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text(ELSEWHERE)
    _at(page, "nakijken")
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile('file: "dak.jpg"'))
    agree(page)
    ways = page.locator("#assistent-insturen")
    expect(ways.get_by_text(ELSEWHERE)).to_have_count(1)
    expect(ways.get_by_text(ELSEWHERE)).to_be_visible()
    for said in ("Je foto gaat niet vanzelf mee", "Sleep de foto", "Heb je een foto?"):
        assert ways.get_by_text(said).count() > 0, said
        expect(ways.get_by_text(said).filter(visible=True)).to_have_count(0)
    mail = unquote(page.locator("#assistent-begin-mail").get_attribute("href") or "")
    assert "de case komt in de plaats van wind-langs-de-weg.md" in mail and "foto" not in mail


def _kept(page: Page) -> object:
    """The name of the photo that this browser keeps."""
    return page.evaluate("""() => new Promise((done, fail) => {
      const opening = indexedDB.open("transitieversneller", 1);
      opening.onerror = () => fail("niet te openen");
      opening.onsuccess = () => {
        if (!opening.result.objectStoreNames.contains("foto")) return fail("geen plaats voor een foto");
        const asked = opening.result.transaction("foto").objectStore("foto").get("case");
        asked.onsuccess = () => {
          opening.result.close();
          done(asked.result?.name ?? null);
        };
      };
    })""")


def test_starting_over_wipes_the_photo_too_or_says_that_it_may_be_left(page: Page, origin: str) -> None:
    _choose(page, _plain(900, 600))
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("De foto staat klaar")
    page.route("**/assistant/photo.js", lambda route: route.abort())
    page.goto(f"{origin}over/")
    shown(page, origin, "#vraagstuk")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#assistent-let-op")).to_contain_text(MAYBE_LEFT)
    assert _kept(page) == "img-2034.jpg"
    page.unroute("**/assistant/photo.js")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#assistent-let-op")).to_have_text("Alles is gewist.")
    expect(page.get_by_text("In een privévenster")).to_be_hidden()
    page.get_by_label("Titel", exact=True).first.press("x")
    expect(page.locator("#assistent-let-op")).to_be_hidden()
    assert _kept(page) is None


def test_a_store_that_is_not_ours_holds_nothing_up(page: Page) -> None:
    page.evaluate("""() => new Promise((done) => {
      indexedDB.open("transitieversneller", 1).onsuccess = ({ target }) => done(target.result.close());
    })""")
    _at(page, "foto")
    _choose(page, _plain(900, 600))
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("Je browser bewaart hem niet")
    page.reload()
    expect(page.locator("#v-photo-file-gelezen")).to_contain_text("staat niet in deze browser")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#assistent-let-op")).to_contain_text(MAYBE_LEFT)
