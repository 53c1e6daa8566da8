"""Mijn selectie and the note to colleagues, as readers use them: by keyboard, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, SCREENS, as_new, open_page, violations

pytestmark = NEEDS_BROWSER

PAGES = ("cases/wind-langs-de-weg", "lessen/kies-je-plaats", "cases/dorp-maakt-stroom")
KEY = "transitieversneller.selectie"
DEAD_ANCHORS = """[...document.querySelectorAll('#selectie-document a[href^="#"]')]
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).length"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(accept_downloads=True, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all that bring nothing into it but what they keep."""
    made = browser.new_context(accept_downloads=True, reduced_motion="reduce")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return as_new(window, origin)


@pytest.fixture(scope="module")
def three(window: Page, origin: str) -> str:
    """What a browser keeps of who kept three pages."""
    return str(_keep(as_new(window, origin), origin, *PAGES).evaluate(f"localStorage.getItem('{KEY}')"))


@pytest.fixture
def kept(three: str, page: Page, origin: str) -> Page:
    """The selection of who did so."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, three])
    page.goto(f"{origin}selectie/")
    return page


def _keep(page: Page, origin: str, *paths: str) -> Page:
    for path in paths:
        page.goto(f"{origin}{path}/")
        button = page.get_by_role("button", name="Bewaar in mijn selectie")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="In mijn selectie (haal weg)")).to_be_focused()
    return page


def _titles(page: Page) -> list[str]:
    return page.locator("#selectie-lijst > li > a").all_inner_texts()


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def test_what_is_kept_survives_and_is_counted_on_every_page(page: Page, origin: str) -> None:
    _keep(page, origin, *PAGES[:2])
    expect(page.get_by_text("Je selectie telt nu 2 pagina's.")).to_be_visible()
    page.goto(f"{origin}over/")
    link = page.get_by_role("link", name="Mijn selectie: 2 pagina's")
    link.press("Enter")
    page.wait_for_url("**/selectie/")
    expect(page.get_by_role("status").filter(has_text="Je selectie telt 2 pagina's.")).to_be_visible()
    page.reload()
    assert _titles(page) == [
        "Tilburg koos samen met de buren voor wind langs de snelweg",
        "Kies je rol en pas die later aan",
    ]


def test_the_list_is_put_in_order_by_keyboard_and_nothing_is_lost(kept: Page) -> None:
    page = kept
    first, second, third = _titles(page)
    _press(page, f"Omlaag: {first}")
    assert _titles(page) == [second, first, third]
    expect(page.get_by_role("button", name=f"Omlaag: {first}")).to_be_focused()
    _press(page, f"Omlaag: {first}")
    expect(page.get_by_role("button", name=f"Omhoog: {first}")).to_be_focused()
    expect(page.locator("#selectie-melding")).to_contain_text("staat nu op plaats 3 van 3")
    _press(page, f"Haal weg: {second}")
    assert _titles(page) == [third, first]
    expect(page.get_by_role("button", name=f"Haal weg: {third}")).to_be_focused()
    _press(page, "Maak leeg")
    assert _titles(page) == []
    _press(page, "Maak ongedaan")
    assert _titles(page) == [third, first]
    page.reload()
    assert _titles(page) == [third, first]


def _downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        _press(page, button)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_selection_can_be_taken_along_as_text(kept: Page, origin: str) -> None:
    page = kept
    name, data = _downloaded(page, "Neem mee als Markdown")
    text = data.decode("utf-8")
    assert name == "selectie.md"
    assert text.startswith("# Mijn selectie\n\n## Tilburg koos")
    assert "### Aanleiding" in text
    assert "[^1-handboek]:" in text and "[^2-handboek]:" in text
    assert f"]({origin}lessen/begin-klein/)" in text
    assert "](../" not in text and "<div" not in text


def test_the_selection_prints_as_one_document(kept: Page, origin: str) -> None:
    page = kept
    page.evaluate("() => { window.print = () => document.body.dataset.printed = 'ja'; }")
    _press(page, "Druk af als één document")
    expect(page.locator("body[data-printed]")).to_be_attached()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate(DEAD_ANCHORS) == 0
    assert page.locator("#selectie-document h1").count() == 0
    assert page.locator("#selectie-document .footnote").count() == 3
    assert violations(page) == ""
    paper = page.locator("#selectie-document").inner_text()
    assert all(f"Transitieversneller. {origin}{path}/" in paper for path in PAGES)
    page.emulate_media(media="print")
    assert not page.locator("#selectie-acties").is_visible()
    assert page.locator("#selectie-document").get_by_text("Nagekeken op").first.is_visible()
    page.emulate_media(media="null")


@pytest.mark.parametrize(("falls", "told"), [(1, "Klaar."), (2, "1 pagina niet gevonden; het document zegt welke.")])
def test_a_connection_that_falls_away_once_costs_no_page(kept: Page, origin: str, falls: int, told: str) -> None:
    left = [falls]

    def answer(route: Route) -> None:
        left[0] -= 1
        if left[0] < 0:
            route.continue_()
        else:
            route.abort("connectionreset")

    kept.route(f"{origin}{PAGES[0]}/", answer)
    kept.evaluate("() => { window.print = () => document.body.dataset.printed = 'ja'; }")
    _press(kept, "Druk af als één document")
    expect(kept.locator("body[data-printed]")).to_be_attached()
    assert kept.locator("#selectie-melding").inner_text() == told
    assert left[0] == falls - 2


def test_a_shared_link_asks_before_it_changes_anything(page: Page, origin: str) -> None:
    _keep(page, origin, PAGES[0])
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    page.goto(f"{origin}selectie/?cases=dorp-maakt-stroom,bestaat-niet,..%2Fover,%3Cimg%3E&lessen=kies-je-plaats&x=y")
    expect(page.get_by_role("heading", name="Wil je deze selectie overnemen?")).to_be_visible()
    expect(page.locator("#selectie-melding")).to_contain_text("Iemand deelde 2 pagina's met je.")
    expect(page.locator("#selectie-melding")).to_contain_text("In de link staat 1 adres zonder pagina")
    assert _titles(page) == ["Lochem hielp een dorp dat zelf stroom maakt", "Kies je rol en pas die later aan"]
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == before
    _press(page, "Voeg toe aan mijn selectie")
    assert len(_titles(page)) == 3
    assert page.url == f"{origin}selectie/"
    page.goto(f"{origin}selectie/?cases=plan-van-de-dorpen")
    _press(page, "Vervang mijn selectie")
    assert len(_titles(page)) == 1
    _press(page, "Maak ongedaan")
    assert len(_titles(page)) == 3


def test_a_link_to_share_gives_the_same_pages_back(browser: Browser, kept: Page, origin: str) -> None:
    page = kept
    titles = _titles(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    _press(page, "Kopieer link om te delen")
    link = page.get_by_label("Link naar deze selectie").input_value()
    assert link == f"{origin}selectie/?cases=wind-langs-de-weg,dorp-maakt-stroom&lessen=kies-je-plaats"
    other = browser.new_page()
    other.goto(link)
    _press(other, "Neem over")
    assert sorted(_titles(other)) == sorted(titles)
    other.close()


def test_a_shared_selection_opens_with_its_cases_and_can_be_used_at_once(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.goto(f"{origin}selectie/?cases=wind-langs-de-weg,dorp-maakt-stroom")
    expect(page.locator("#selectie-lijst > li")).to_have_count(2)
    assert "nog leeg" not in page.locator("#selectie").inner_text()
    assert "## Tilburg koos" in _downloaded(page, "Neem mee als Markdown")[1].decode("utf-8")
    assert page.get_by_role("link", name="Leg deze cases naast elkaar").is_visible()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    _press(page, "Nee, laat zoals het is")
    expect(page.locator("#selectie-melding")).to_contain_text("nog leeg")
    assert _titles(page) == []
    page.goto(f"{origin}selectie/?cases=bestaat-niet")
    expect(page.locator("#selectie-melding")).to_contain_text("In de link staat 1 adres zonder pagina.")
    page.close()


DAMAGED = (
    *("geen json", "{}", "null", "[1,null]"),
    '[{"id":"../over","title":"x"},{"id":"cases/wind-langs-de-weg","title":"<img src=x>"}]',
)


@pytest.mark.parametrize("stored", some(DAMAGED, daily=[DAMAGED[0], DAMAGED[-1]]))
def test_damaged_storage_is_mended_and_kept_apart(page: Page, origin: str, stored: str) -> None:
    page.goto(f"{origin}over/")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, stored])
    page.goto(f"{origin}selectie/")
    expect(page.locator("#selectie-melding")).to_contain_text("niet te lezen")
    assert page.locator("#selectie img").count() == 0
    assert _downloaded(page, "Neem het onleesbare deel mee")[1].decode("utf-8") == stored
    page.goto(f"{origin}cases/dorp-maakt-stroom/")
    _press(page, "Bewaar in mijn selectie")
    page.goto(f"{origin}selectie/")
    assert len(_titles(page)) == 1 + ("wind-langs-de-weg" in stored)


def test_blocked_storage_says_so_and_offers_a_link(context: BrowserContext, origin: str) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = context.new_page()
    page.goto(f"{origin}cases/wind-langs-de-weg/")
    _press(page, "Bewaar in mijn selectie")
    expect(page.get_by_text("Je browser laat niet toe dat deze site iets bewaart.")).to_be_visible()
    page.get_by_role("link", name="open je selectie met deze link").press("Enter")
    page.wait_for_url("**/selectie/?cases=wind-langs-de-weg")
    _press(page, "Neem over")
    assert len(_titles(page)) == 1


def test_a_full_selection_says_so(page: Page, origin: str) -> None:
    page.goto(f"{origin}over/")
    items = [{"id": f"cases/case-{number}", "title": f"Case {number}"} for number in range(60)]
    page.evaluate("([key, value]) => localStorage.setItem(key, JSON.stringify(value))", [KEY, items])
    page.goto(f"{origin}cases/wind-langs-de-weg/")
    _press(page, "Bewaar in mijn selectie")
    expect(page.get_by_text("Je selectie is vol")).to_be_visible()


@pytest.mark.parametrize("works", [True, False])
def test_the_note_is_copied_or_selected(page: Page, origin: str, works: bool) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{origin}lessen/kies-je-plaats/")
    if not works:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_text("Kopieer voor collegenota").click()
    _press(page, "Kopieer deze tekst")
    expect(page.get_by_text("Gekopieerd." if works else "Kopiëren lukt niet vanzelf.")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()") if works else page.evaluate("getSelection().toString()")
    for part in ("Deze les is een reconstructie", "nagekeken op 24 november 2026", "Licentie: CC BY 4.0", page.url):
        assert part in text


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_full_selection_page_is_accessible(browser: Browser, origin: str, scheme: str, width: int) -> None:
    page, asked = open_page(browser, f"{origin}selectie/?cases=wind-langs-de-weg&lessen=kies-je-plaats", width, scheme)
    _press(page, "Neem over")
    page.goto(f"{origin}selectie/?cases=dorp-maakt-stroom")
    expect(page.get_by_role("heading", name="Wil je deze selectie overnemen?")).to_be_visible()
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []
    page.context.close()


def test_without_javascript_there_are_no_buttons_and_the_page_says_why(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}cases/wind-langs-de-weg/")
    assert page.locator(".kb-button").count() == 0
    page.get_by_text("Kopieer voor collegenota").click()
    assert page.locator(".kb-nota p").is_visible()
    page.goto(f"{origin}selectie/")
    assert "JavaScript nodig" in page.locator("noscript p").filter(visible=True).last.inner_text()
    context.close()
