"""The button *Bewaar* wherever cases are listed: one store, one way of telling, by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, shared_page, violations

pytestmark = NEEDS_BROWSER

GAS = "Hoogeveen stopte met waterstof en houdt voorlopig gas"
# Where this case stands on a card or in a list.
PLACES = ("cases/", "wat-stopte/", "themas/energie/", "gemeenten/hoogeveen/", "aflopen/gestopt/")
FULL = """JSON.stringify([...Array(60).keys()].map((at) => ({id: `cases/case-${at}`, title: `Case ${at}`})))"""
KEY = "transitieversneller.selectie"


@pytest.fixture
def page(browser: Browser, origin: str) -> Page:
    return shared_page(browser, f"{origin}robots.txt", 1280, "light")


def _button(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^Bewaard?: {GAS}$")).filter(visible=True)


def test_it_keeps_a_case_and_says_so_wherever_the_case_is_listed(page: Page, origin: str) -> None:
    page.goto(f"{origin}wat-stopte/")
    button = _button(page)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_have_text("Bewaar")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_have_text("Bewaard")
    expect(button).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Je selectie telt nu 1 pagina.")).to_be_visible()
    expect(page.get_by_role("link", name="Mijn selectie: 1 pagina")).to_be_visible()
    for path, kept in {"cases/": True, "cases/?afloop=gestopt": False, "themas/energie/": True}.items():
        page.goto(origin + path)
        if "?" in path:  # the list of the address takes the place of the one that comes with the page
            expect(page.locator("#kb-results .kb-card").first).to_be_visible()
        expect(button, path).to_have_attribute("aria-pressed", str(kept).lower())
        if path != "themas/energie/":
            button.press("Enter")
            expect(button, path).to_have_attribute("aria-pressed", str(not kept).lower())
    page.goto(f"{origin}cases/gas-blijft/")
    page.get_by_role("button", name="In mijn selectie (haal weg)").press("Enter")
    expect(page.get_by_role("button", name="Bewaar in mijn selectie")).to_be_focused()


def test_the_home_page_has_it_too_and_two_cases_lead_to_the_table(page: Page, origin: str) -> None:
    page.goto(origin)
    buttons = page.get_by_role("button", name="Bewaar: ")
    expect(buttons.first).to_be_visible()
    assert buttons.count() >= 4
    names = [button.get_attribute("aria-label") or "" for button in buttons.all()]
    assert len(set(names)) == len(names)
    for name in names[:2]:
        page.get_by_role("button", name=name, exact=True).press("Enter")
    expect(page.get_by_role("status").filter(has_text="Je selectie telt nu")).to_have_count(1)
    ways = page.get_by_role("link", name="Leg je cases naast elkaar")
    expect(ways).to_have_attribute("href", re.compile(r"/naast-elkaar/\?cases=[a-z0-9-]+,[a-z0-9-]+$"))


def test_a_full_selection_is_told(page: Page, origin: str) -> None:
    page.evaluate(f"localStorage.setItem('{KEY}', {FULL})")
    page.goto(f"{origin}wat-stopte/")
    _button(page).press("Enter")
    expect(page.get_by_text("Je selectie is vol")).to_be_visible()
    expect(_button(page)).to_have_attribute("aria-pressed", "false")


def test_without_javascript_it_is_not_there(site: Path) -> None:
    """A script writes the button in an element that waits for it, and that holds nothing until then."""
    for path in PLACES:
        text = (site / path / "index.html").read_text(encoding="utf-8")
        page = LexborHTMLParser(text)
        assert page.css("[data-keep='cases/gas-blijft']"), path
        assert not page.css("[data-keep] *"), path
        assert ">Bewaar<" not in text, path


@pytest.mark.parametrize("scheme", few(SCHEMES, daily=1))
def test_a_kept_case_is_seen_in_both_schemes(browser: Browser, origin: str, scheme: str) -> None:
    page = shared_page(browser, f"{origin}wat-stopte/", 320, scheme)
    _button(page).press("Enter")
    expect(_button(page)).to_have_attribute("aria-pressed", "true")
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
