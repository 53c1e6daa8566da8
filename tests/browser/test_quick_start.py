"""The quick start: four answers become a concept that the checker accepts, without an account."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from kennisbank.library.entries import Entry, Ref
from kennisbank.library.loading import load
from kennisbank.library.previewing import with_pages
from kennisbank.reading.tree import tree_from_disk

from ..conftest import kennisbank
from ..support.chance import few, some
from ..support.example_library import CONTACT, write_library
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, as_new, violations, wait_for
from .test_assistant import agree

pytestmark = NEEDS_BROWSER
PAGE = "bijdragen/snel/"
ANSWERS = {
    "Titel": "De school legde zonnepanelen",
    "Plaats": "Tilburg",
    "Wat gebeurde er?": "De school wilde minder stroom inkopen en legde panelen op het dak.",
    "Waar is het na te lezen?": "www.voorbeeld.example/zon",
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all that bring nothing into it but what they type."""
    made = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return _shown(as_new(window, origin), origin)


def _opened(context: BrowserContext, origin: str) -> Page:
    return _shown(context.new_page(), origin)


def _shown(page: Page, origin: str) -> Page:
    page.goto(origin + PAGE)
    expect(page.locator("#assistent")).to_be_visible()
    return page


def _fill(page: Page, **other: str) -> None:
    """By keyboard only, from the first field on; an answer at once, as by who pastes it."""
    _answer(page, page.keyboard.insert_text, other)


def _answer(page: Page, put: Callable[[str], None], other: Mapping[str, str]) -> None:
    page.get_by_label("Titel", exact=True).focus()
    for number, text in enumerate(
        {**ANSWERS, **{name.replace("_", " "): text for name, text in other.items()}}.values()
    ):
        if number:
            page.keyboard.press("Tab")
        put(text)


def _text(page: Page) -> str:
    page.get_by_role("button", name="Maak er een concept van").click()
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    return page.locator("#assistent-tekst").input_value()


def _checked(folder: Path, text: str) -> str:
    write_library(folder)
    (folder / "cases" / "snel.md").write_text(text, encoding="utf-8")
    done = kennisbank("check", "cases/snel.md", "--format", "tekst", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    # And an editor sees it as a page of the preview.
    shown = with_pages(load(tree_from_disk(folder))).by_ref[Ref("case", "snel")]
    assert isinstance(shown, Entry) and shown.record
    return done.stdout


def test_four_answers_make_a_concept_that_the_checker_accepts(page: Page, tmp_path: Path) -> None:
    _answer(page, page.keyboard.type, {})
    page.keyboard.press("Enter")
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download het bestand", exact=True).click()
    assert waiting.value.suggested_filename == "de-school-legde-zonnepanelen.md"
    waiting.value.save_as(tmp_path / "x.md")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "fout[" not in _checked(tmp_path / "map", text)
    assert "status: concept" in text and "places: [tilburg]" in text and "https://www.voorbeeld.example/zon" in text
    assert f"{ANSWERS['Wat gebeurde er?']}[^voorbeeld-example-zon]" in text


def test_what_is_to_be_done_comes_right_below_the_heading(page: Page) -> None:
    """On a phone it stood two thousand pixels down, below the example of the page."""
    _fill(page)
    _text(page)
    heading, box = page.locator("#snel-klaar-kop").bounding_box(), page.locator("[data-agreed]").first.bounding_box()
    assert heading and box and box["y"] - heading["y"] < 500
    download, example = page.locator("#assistent-download").bounding_box(), page.locator("#assistent-voorbeeld")
    shown = example.bounding_box()
    assert download and shown and download["y"] < shown["y"]


def test_it_fits_in_a_mail_and_on_github(page: Page) -> None:
    _fill(page)
    text = _text(page)
    agree(page)
    link = page.get_by_role("link", name="Mail de case naar de redactie").get_attribute("href") or ""
    asked = parse_qs(urlsplit(link).query)
    assert link.startswith(f"mailto:{CONTACT}?") and len(link) <= 1800
    assert asked["body"][0].replace("\r\n", "\n") == text
    github = page.locator("#assistent-github").get_attribute("href") or ""
    assert parse_qs(urlsplit(github).query)["value"] == [text]


@pytest.mark.parametrize(
    "place",
    some(
        ["Kudelstaart, Tilburg", "Xanadu, Tilburg", "de Achterhoek", "Ergens: daar #1"],
        daily=["Xanadu, Tilburg"],
    ),
)
def test_a_place_that_is_not_on_the_list_is_kept(page: Page, tmp_path: Path, place: str) -> None:
    _fill(page, Plaats=place)
    text = _text(page)
    assert f"Waar: {place.split(',', maxsplit=1)[0]}." in text
    assert ("places: [tilburg]" in text) == ("Tilburg" in place)
    assert "KB203" not in _checked(tmp_path, text)


def test_what_is_a_place_and_no_municipality_has_its_own_field(page: Page, tmp_path: Path) -> None:
    _fill(page, Plaats="Waterschap Aa en Maas, provincie Drenthe, Tilburg, Xanadu")
    expect(page.locator("#snel-plaats-gelezen")).to_contain_text(
        "Waterschap Aa en Maas lezen we als organisatie. provincie Drenthe lezen we als provincie Drenthe."
    )
    text = _text(page)
    for line in ('organisation: "Waterschap Aa en Maas"', "provinces: [drenthe]", "places: [tilburg]", "Waar: Xanadu."):
        assert line in text
    _checked(tmp_path, text)


@pytest.mark.parametrize(
    ("typed", "told", "lines"),
    [
        (
            "regio Hart van Brabant",
            "regio Hart van Brabant lezen we als energieregio Hart van Brabant.",
            ["region: hart-van-brabant"],
        ),
        (
            "Friesland, Hart van Brabant",
            "Friesland lezen we als provincie Fryslân.",
            ["provinces: [fryslan]", "region: hart-van-brabant"],
        ),
        (
            "heel Nederland",
            "heel Nederland lezen we als heel Nederland.",
            ["provinces: [drenthe, flevoland, fryslan,"],
        ),
        (
            "Waterschap Aa en Maas, ProRail, West-Brabant, Hart van Brabant",
            "ProRail lezen we als organisatie. We laten het staan; de redactie kijkt ernaar.",
            ['organisation: "Waterschap Aa en Maas"', "region: west-brabant", "Waar: ProRail, Hart van Brabant."],
        ),
    ],
)
def test_what_is_said_of_a_place_that_is_no_municipality_is_done(
    page: Page, tmp_path: Path, typed: str, told: str, lines: list[str]
) -> None:
    _fill(page, Plaats=typed)
    expect(page.locator("#snel-plaats-gelezen")).to_contain_text(told)
    text = _text(page)
    assert [line for line in lines if line not in text] == [], text
    assert ("Waar:" in text) is any("Waar:" in line for line in lines)
    _checked(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("Titel", "weet ik niet", "Vertel wat je wel weet"),
        ("Wat gebeurde er?", "Weet ik niet.", "Vertel wat je wel weet"),
        ("Waar is het na te lezen?", "http://intranet/stuk.pdf", "alleen binnen je eigen organisatie"),
    ],
)
def test_what_says_nothing_or_leads_nowhere_makes_no_concept(page: Page, name: str, typed: str, said: str) -> None:
    _fill(page, **{name: typed})
    page.get_by_role("button", name="Maak er een concept van").click()
    field = page.get_by_label(name, exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile(said))
    expect(page.locator("#snel-klaar")).to_be_hidden()


@pytest.mark.parametrize("typed", ["geen", "weet ik niet"])
def test_who_has_no_link_needs_none(page: Page, typed: str) -> None:
    _fill(page, **{"Waar is het na te lezen?": typed})
    assert "sources" not in _text(page).split("VUL IN")[0]
    expect(page.get_by_label("Waar is het na te lezen?")).to_have_value("")
    expect(page.locator("#snel-link-gelezen")).to_contain_text("Dit vak blijft leeg")


def test_a_second_link_is_kept_for_the_editor_and_told(page: Page, tmp_path: Path) -> None:
    typed = "www.debilt.nl/a en www.zeist.nl/b"
    _fill(page, **{"Waar is het na te lezen?": typed})
    text = _text(page)
    for line in ('url: "https://www.debilt.nl/a"', 'note: "www.zeist.nl/b"'):
        assert line in text
    expect(page.get_by_label("Waar is het na te lezen?")).to_have_value(typed)
    expect(page.locator("#snel-link-gelezen")).to_contain_text("De rest, 'www.zeist.nl/b', gaat mee")
    _checked(tmp_path, text)


def test_a_place_outside_its_region_is_told_once(page: Page) -> None:
    """It may be meant: who asks for the concept again gets it."""
    _fill(page, Plaats="Hart van Brabant, Goes")
    make = page.get_by_role("button", name="Maak er een concept van")
    make.click()
    place = page.get_by_label("Plaats", exact=True)
    expect(place).to_be_focused()
    expect(place).to_have_accessible_description(re.compile("Goes hoort volgens onze lijst bij Zeeland, niet bij Hart"))
    expect(page.locator("#snel-klaar")).to_be_hidden()
    make.click()
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    assert page.locator("[aria-invalid]").count() == 0


def test_what_is_missing_is_told_at_the_field(page: Page) -> None:
    page.get_by_label("Waar is het na te lezen?").fill("ergens op internet")
    page.get_by_role("button", name="Maak er een concept van").click()
    title = page.get_by_label("Titel", exact=True)
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("Fout: Geef je case een titel"))
    assert page.locator("[aria-invalid]").count() == 4
    expect(page.locator("#snel-klaar")).to_be_hidden()
    # And how many there are, as long as there are.
    many = page.locator("#snel-opnieuw")
    expect(many).to_have_text("Bij 4 vragen klopt er nog iets niet.")
    for number, name in ((3, "Titel"), (2, "Plaats"), (1, "Wat gebeurde er?")):
        page.get_by_label(name, exact=True).fill("Tilburg")
        expect(many).to_have_text(f"Bij {number} {'vraag' if number == 1 else 'vragen'} klopt er nog iets niet.")
    page.get_by_label("Waar is het na te lezen?").fill("")
    expect(many).to_have_text("")
    needed = page.locator("form [aria-required=true]").evaluate_all("all => all.map((one) => one.name)")
    assert needed == ["titel", "plaats", "verhaal"]


@pytest.mark.parametrize(
    "typed", few(["Bel 06-12345678 voor meer.", "Mail naar jan@voorbeeldstad.nl voor meer."], daily=1)
)
def test_contact_data_are_told_before_anything_is_made(page: Page, typed: str) -> None:
    _fill(page, **{"Wat gebeurde er?": f"Er kwam een dak. {typed}"})
    page.get_by_role("button", name="Maak er een concept van").click()
    story = page.get_by_label("Wat gebeurde er?")
    expect(story).to_be_focused()
    expect(story).to_have_accessible_description(re.compile("Fout: hier staat een"))
    expect(page.locator("#snel-klaar")).to_be_hidden()


def test_all_that_is_wrong_is_told_at_once(page: Page) -> None:
    _fill(page, Titel="x" * 95, **{"Wat gebeurde er?": "Bel 06-12345678 of mail naar jan@voorbeeldstad.nl."})
    page.get_by_role("button", name="Maak er een concept van").click()
    title, story = page.get_by_label("Titel", exact=True), page.get_by_label("Wat gebeurde er?")
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("5 tekens te lang"))
    both = "hier staat een e-mailadres: '[^']+' en een telefoonnummer: '[^']+'[.] Haal het weg[^']+$"
    expect(story).to_have_accessible_description(re.compile(both))
    # What was wrong with other words says nothing of these.
    story.fill("Er kwam een dak.")
    assert page.locator("[aria-invalid]").count() == 1


def test_what_is_wrong_comes_in_view_with_its_question(page: Page) -> None:
    """In a long text a browser brings the cursor into view, and that is far below them."""
    _fill(page, **{"Wat gebeurde er?": "Er kwam een dak.\n\n" * 30 + "Bel 06-12345678."})
    button = page.get_by_role("button", name="Maak er een concept van")
    button.scroll_into_view_if_needed()
    button.click()
    expect(page.locator("#snel-verhaal-fout")).to_be_in_viewport(ratio=1)
    expect(page.locator("label[for=snel-verhaal]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", [PAGE, "bijdragen/assistent/"])
def test_nothing_lies_over_the_form_on_the_way_back_up(page: Page, origin: str, path: str) -> None:
    page.goto(origin + path)
    for way in (1200, -300):
        page.mouse.wheel(0, way)
        wait_for(page, f"() => {'scrollY > 300' if way > 0 else 'scrollY < 1200'}")
    page.wait_for_timeout(300)
    expect(page.locator(".md-top")).to_be_hidden()


def test_what_is_changed_afterwards_is_never_left_out_in_silence(page: Page) -> None:
    _fill(page)
    assert "Eerst" not in _text(page)
    page.get_by_label("Wat gebeurde er?").fill("Eerst was er geen geld.")
    expect(page.locator("#snel-klaar")).to_be_hidden()
    expect(page.locator("#snel-opnieuw")).to_contain_text("Maak er opnieuw een concept van")
    assert "Eerst was er geen geld." in _text(page)
    expect(page.locator("#snel-opnieuw")).to_be_empty()


def test_what_was_finished_is_there_after_a_reload(page: Page) -> None:
    _fill(page)
    text = _text(page)
    page.reload()
    expect(page.locator("#snel-klaar")).to_be_visible()
    expect(page.locator("#assistent-tekst")).to_have_value(text)
    expect(page.locator("#snel-klaar-kop")).not_to_be_focused()
    page.get_by_label("Wat gebeurde er?").fill("Iets anders.")
    expect(page.locator("#snel-klaar")).to_be_hidden()
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value("Iets anders.")
    expect(page.locator("#snel-klaar")).to_be_hidden()


def test_who_went_on_in_the_whole_form_is_led_back_to_it(page: Page, origin: str) -> None:
    _fill(page)
    _text(page)
    page.get_by_role("button", name="Vul zelf meer in").click()
    page.get_by_label("Samenvatting").fill("Wat er in de case-assistent bij kwam.")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    page.goto(origin + PAGE)
    _text(page)
    asked: list[str] = []

    def agree_to(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept()

    page.once("dialog", agree_to)
    page.get_by_role("button", name="Vul zelf meer in").click()
    expect(page.get_by_label("Samenvatting")).to_have_value("Wat er in de case-assistent bij kwam.")
    assert len(asked) == 1 and "al verder met deze case" in asked[0]


def test_a_town_that_is_misspelt_is_mended_with_one_key(page: Page) -> None:
    _fill(page, Plaats="Xanadu, Gemeente Tilbrug")
    told = page.locator("#snel-plaats-gelezen")
    expect(told).to_contain_text("Bedoelde je Tilburg?")
    page.get_by_label("Wat gebeurde er?").focus()
    page.keyboard.press("Shift+Tab")
    expect(told.get_by_role("button", name="Verander in Tilburg")).to_be_focused()
    page.keyboard.press("Enter")
    place = page.get_by_label("Plaats", exact=True)
    expect(place).to_be_focused()
    expect(place).to_have_value("Xanadu, Tilburg")
    expect(told).to_have_text("Tilburg staat er nu.")
    assert "places: [tilburg]" in _text(page)


def test_who_wipes_everything_is_told_nothing_of_what_is_gone(page: Page) -> None:
    _fill(page, Plaats="Tilbrug")
    expect(page.locator("#snel-plaats-gelezen")).to_contain_text("Bedoelde je")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("#assistent-hardop")).to_have_text("Alles is gewist.")
    for name in ("assistent-stand", "snel-plaats-gelezen", "snel-titel-tel"):
        expect(page.locator(f"#{name}")).to_have_text("")
    expect(page.get_by_text("In een privévenster")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('transitieversneller.snel')") is None


def test_a_download_is_opened_in_the_whole_form(page: Page) -> None:
    _fill(page)
    _text(page)
    place = page.locator("#assistent-uitgangen").get_by_role("link", name="de case-assistent")
    assert (place.get_attribute("href") or "").endswith("assistent/")
    # What nobody told has no question mark in its place.
    expect(page.locator("#assistent-voorbeeld")).not_to_contain_text(re.compile(r"(?<!\w)\?"))


def test_nothing_typed_is_lost_and_it_goes_on_in_the_whole_form(page: Page) -> None:
    _fill(page)
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value(ANSWERS["Wat gebeurde er?"])
    _text(page)
    page.get_by_role("button", name="Vul zelf meer in").click()
    expect(page.get_by_label("Titel", exact=True).first).to_have_value(ANSWERS["Titel"])
    expect(page.locator("[name=places]")).to_have_value("Tilburg")


def test_what_an_earlier_version_kept_is_read_and_stays(page: Page) -> None:
    """First the answers were kept without their names."""
    stored = json.dumps([*ANSWERS.values()])
    page.evaluate("text => localStorage.setItem('transitieversneller.snel', text)", stored)
    for _ in range(2):
        page.reload()
        for name, text in ANSWERS.items():
            expect(page.get_by_label(name, exact=True)).to_have_value(text)
        page.get_by_label("Titel", exact=True).press("End")
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
        expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    kept = json.loads(page.evaluate("localStorage.getItem('transitieversneller.snel')"))
    assert [*kept["answers"].values()] == [*ANSWERS.values()]


UNREADABLE = ["{", '{"answers":', "tekst", "5", '{"version":"x","answers":{"titel":"Oud"}}']


@pytest.mark.parametrize("stored", some(UNREADABLE, daily=UNREADABLE[:1]))
@pytest.mark.parametrize("path", [PAGE, "bijdragen/assistent/"])
def test_what_was_kept_and_cannot_be_read_is_not_thrown_away(
    context: BrowserContext, origin: str, path: str, stored: str
) -> None:
    key = "transitieversneller." + ("snel" if path == PAGE else "case")
    page = context.new_page()
    page.goto(origin + path)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, stored])
    page.reload()
    said = page.locator("#assistent-let-op")
    expect(said).to_contain_text("is niet te lezen. Het is niet weggegooid.")
    page.get_by_label("Titel", exact=True).first.fill("Nieuw")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    assert page.evaluate(f"localStorage.getItem('{key}.onleesbaar')") == stored
    page.reload()
    expect(page.get_by_label("Titel", exact=True).first).to_have_value("Nieuw")
    with page.expect_download() as loading:
        said.get_by_role("button", name="Neem het mee als bestand").click()
    assert Path(loading.value.path()).read_text(encoding="utf-8") == stored
    page.reload()
    said.get_by_role("button", name="Gooi het weg").click()
    assert page.evaluate(f"localStorage.getItem('{key}.onleesbaar')") is None
    page.reload()
    expect(page.get_by_label("Titel", exact=True).first).to_have_value("Nieuw")
    expect(said).to_be_hidden()


@pytest.mark.parametrize("typed", few(["zon-op-het-dak.MD ", "Zon op het dak.md", "zon-op-het-dak"], daily=1))
def test_a_name_for_the_file_may_be_typed_with_its_ending(page: Page, typed: str) -> None:
    _fill(page)
    _text(page)
    page.locator("#assistent-naam").fill(typed)
    page.locator("#assistent-naam").blur()
    expect(page.locator("#assistent-naam")).to_have_value("zon-op-het-dak")
    page.reload()
    expect(page.locator("#assistent-naam")).to_have_value("zon-op-het-dak")
    with page.expect_download() as loading:
        page.get_by_role("button", name=re.compile("[Dd]ownload")).first.click()
    assert loading.value.suggested_filename == "zon-op-het-dak.md"


KEPT = {
    "a title": {"title": "Een andere case"},
    "a summary": {"title": "", "summary": "Wat al getypt was."},
    "a section": {"title": "", "sections": ["", "Wat al getypt was."]},
    "a source": {"sources": [{"key": "", "url": "https://voorbeeld.example/"}]},
    "a theme": {"themes": ["energie"]},
}


@pytest.mark.parametrize("name", some(KEPT, daily=[*KEPT][1:2]))
def test_what_stands_in_the_whole_form_is_not_replaced_unasked(context: BrowserContext, origin: str, name: str) -> None:
    page = _opened(context, origin)
    stored = json.dumps({"version": 3, "answers": KEPT[name]})
    page.evaluate("text => localStorage.setItem('transitieversneller.case', text)", stored)
    _fill(page)
    _text(page)
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.get_by_role("button", name="Vul zelf meer in").click()
    assert (
        len(asked) == 1
        and "al een andere case" in asked[0]
        and "kwijt" in asked[0]
        and "download haar eerst" in asked[0]
        and page.url.endswith(PAGE)
    )
    assert page.evaluate("localStorage.getItem('transitieversneller.case')") == stored


def test_a_whole_form_that_was_only_looked_at_is_no_case(page: Page, origin: str) -> None:
    page.goto(f"{origin}bijdragen/assistent/")
    expect(page.locator("#assistent")).to_be_visible()
    assert page.evaluate("localStorage.getItem('transitieversneller.case')") is None
    page.goto(f"{origin}bijdragen/assistent/#bronnen")
    expect(page.get_by_label("Titel", exact=True).first).to_be_hidden()
    page.goto(origin + PAGE)
    _fill(page)
    _text(page)
    page.get_by_role("button", name="Vul zelf meer in").click()
    title = page.get_by_label("Titel", exact=True).first
    expect(title).to_have_value(ANSWERS["Titel"])
    expect(title).to_be_visible()  # and not the step where that form was left


def test_a_browser_that_keeps_nothing_still_makes_it(context: BrowserContext, origin: str) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('dicht'); } });")
    page = context.new_page()
    page.goto(origin + PAGE)
    _fill(page)
    assert ANSWERS["Titel"] in _text(page)
    page.get_by_role("button", name="Vul zelf meer in").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("bewaart hier niets")


def test_two_tabs_do_not_overwrite_each_other(context: BrowserContext, origin: str) -> None:
    page = _opened(context, origin)
    other = context.new_page()
    other.goto(origin + PAGE)
    _fill(page)
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    notice = other.locator("#assistent-let-op")
    expect(notice).to_contain_text("ander tabblad")
    title = other.get_by_label("Titel", exact=True)
    title.fill("Uit het tweede")
    expect(notice).to_contain_text("alleen in dit tabblad staan, tot je kiest")
    wait_for(other, "() => sessionStorage.length > 0")
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value(ANSWERS["Wat gebeurde er?"])
    other.on("dialog", lambda dialog: dialog.accept())
    other.reload()
    expect(title).to_have_value("Uit het tweede")
    other.get_by_role("button", name="Neem over wat daar staat").click()
    expect(title).to_have_value(ANSWERS["Titel"])
    expect(title).to_be_focused()
    expect(notice).to_be_hidden()


def test_the_tab_that_goes_on_is_what_is_kept(context: BrowserContext, origin: str) -> None:
    page = _opened(context, origin)
    other = context.new_page()
    other.goto(origin + PAGE)
    page.get_by_label("Titel", exact=True).fill("Uit het eerste")
    expect(other.locator("#assistent-let-op")).to_contain_text("ander tabblad")
    other.get_by_label("Titel", exact=True).fill("Uit het tweede")
    other.get_by_role("button", name="Ga verder met wat hier staat").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("ander tabblad")
    other.reload()
    expect(other.get_by_label("Titel", exact=True)).to_have_value("Uit het tweede")


@pytest.mark.parametrize("path", [PAGE, "bijdragen/assistent/"])
def test_that_a_private_window_keeps_nothing_when_it_closes_is_said(page: Page, origin: str, path: str) -> None:
    page.goto(origin + path)
    saved = page.locator(".kb-saved")
    expect(saved.locator("#assistent-stand")).to_have_count(1)
    expect(saved).to_contain_text("In een privévenster blijft het staan tot je dat venster sluit.")


def test_without_scripts_the_questions_go_by_mail(browser: Browser, origin: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(origin + PAGE)
    link = page.get_by_role("link", name="mail de vier antwoorden").get_attribute("href") or ""
    assert link.startswith(f"mailto:{CONTACT}?") and "3. Wat gebeurde er?" in unquote(link)
    page.close()


@pytest.mark.parametrize("scheme", some(SCHEMES, daily=["dark"]))
def test_it_is_accessible_with_mistakes_and_when_it_is_done(browser: Browser, origin: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 740},
        reduced_motion="reduce",
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(origin + PAGE)
    page.get_by_role("button", name="Maak er een concept van").click()
    assert violations(page) == ""
    _fill(page)
    _text(page)
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
