"""What comes, changes or goes in the forms is told to who does not see it, once (WCAG 2.2, 4.1.3)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.in_browser import NEEDS_BROWSER, as_new
from .test_assistant import add_item, shown

pytestmark = NEEDS_BROWSER
_ALOUD = "#assistent-hardop"
_SNEL = "bijdragen/snel/"
_KEEP = """() => {
    window.said = [];
    const place = document.getElementById("assistent-hardop");
    new MutationObserver(() => place.textContent && window.said.push(place.textContent))
        .observe(place, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    made = browser.new_context(viewport={"width": 1280, "height": 700}, reduced_motion="reduce", locale="nl-NL")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    made = shown(as_new(window, origin), origin)
    made.evaluate(_KEEP)
    return made


def _at(page: Page, step: str) -> None:
    page.evaluate("step => { location.hash = step; }", step)
    expect(page.locator(f"#{step}")).to_be_visible()


def test_what_is_taken_out_of_a_list_is_told(page: Page) -> None:
    for step, sheet, name in (("bronnen", "vindplaats", "Bron 1"), ("cijfers", "getal", "Cijfer 1")):
        add_item(page, step, sheet)
        _at(page, step)
        page.get_by_role("button", name=f"Verwijder {name}").click()
        expect(page.locator(_ALOUD)).to_have_text(f"{name} is verwijderd.")
        assert page.evaluate("said.splice(0)") == [f"{name} is verwijderd."]


def _agree(page: Page) -> None:
    boxes = page.locator("[data-agreed]")
    boxes.nth(0).check()
    expect(page.locator(_ALOUD)).to_have_text("Vink ook het andere aan. Daarna zie je hoe je de case instuurt.")
    boxes.nth(1).check()
    expect(page.locator(_ALOUD)).to_have_text("Hieronder staat nu hoe je de case instuurt.")
    boxes.nth(0).uncheck()
    expect(page.locator(_ALOUD)).to_have_text("Hoe je de case instuurt, is nu niet meer te zien.")


def test_that_the_ways_out_are_there_is_told_and_goes_with_them(page: Page, origin: str) -> None:
    _at(page, "nakijken")
    expect(page.locator(_ALOUD)).to_have_text("Nagekeken. Dit moet nog en Dit kan beter.")
    _agree(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("Alles is gewist.")
    expect(page.locator(_ALOUD)).to_have_text("")
    _at(page, "plek")
    page.locator("#v-places").press_sequentially("til")
    expect(page.locator("#v-places-gelezen")).to_contain_text("pijltje omlaag")
    page.keyboard.press("Escape")
    expect(page.locator("#v-places-gelezen")).to_have_text("")
    page.goto(origin + _SNEL)
    for name, text in (("Titel", "Een dak"), ("Plaats", "Tilburg"), ("Wat gebeurde er?", "Er kwam een dak.")):
        page.get_by_label(name, exact=True).fill(text)
    page.get_by_role("button", name="Maak er een concept van").click()
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    _agree(page)
    page.locator("[data-agreed]").nth(0).check()
    expect(page.locator(_ALOUD)).to_have_text("Hieronder staat nu hoe je de case instuurt.")
    page.get_by_label("Titel", exact=True).fill("Een ander dak")
    expect(page.locator("#snel-klaar")).to_be_hidden()
    expect(page.locator(_ALOUD)).to_have_text("")


def test_what_comes_to_stand_beside_a_field_is_told_once(page: Page) -> None:
    _at(page, "tijd")
    begin = page.locator("[name='period.start']")
    begin.fill("elf")
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.locator("#assistent-fouten")).to_be_focused()
    assert page.evaluate("said") == []  # the summary has the focus, and tells it
    begin.fill("elf ")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    begin.fill("1203")
    expect(page.locator(_ALOUD)).to_contain_text("Fout bij Begin: ")
    begin.fill("1203 ")
    page.wait_for_timeout(1500)
    assert len(page.evaluate("said")) == 1
