"""The drawings in a real browser: keyboard, names for screen readers, small screens, paper and forced colours."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.building.drawings.map import cases_by_province
from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, open_page

pytestmark = NEEDS_BROWSER


def _focused(page: Page, attribute: str) -> str:
    found = page.evaluate(f"document.activeElement.getAttribute('{attribute}')")
    return str(found or "")


def test_the_map_is_walked_and_opened_by_keyboard(browser: Browser, origin: str, library: Library) -> None:
    page, _ = open_page(browser, origin + "kaart/", 1280, "light")
    page.get_by_role("link", name="Sla de kaart over").focus()
    provinces = cases_by_province(library)
    for id in provinces:
        page.keyboard.press("Tab")
        assert _focused(page, "data-province") == id
    page.keyboard.press("Tab")
    case = _focused(page, "data-case")
    assert case in provinces["groningen"]
    ring = page.locator(f'[data-case="{case}"] .kb-map-reach')
    assert ring.evaluate("node => getComputedStyle(node).stroke") == "rgb(138, 75, 8)"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case}/")
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(library.cases[case].title)))
    page.context.close()


def test_the_map_can_be_skipped(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "kaart/", 1280, "light")
    page.get_by_role("link", name="Sla de kaart over").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.kb-map-list')")
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_link_of_the_map_has_a_name(browser: Browser, origin: str, library: Library, width: int) -> None:
    page, _ = open_page(browser, origin + "kaart/", width, "light")
    drawn = page.get_by_role("group", name="Kaart van Nederland")
    for case in library.cases.values():
        expect(drawn.get_by_role("link", name=case.title, exact=True)).to_have_count(1)
    for id, cases in cases_by_province(library).items():
        title = library.term_list("provinces")[id].title
        expect(drawn.get_by_role("link", name=f"{title} {len(cases)}", exact=True)).to_have_count(1)
    page.context.close()


def test_points_are_large_enough_to_hit_where_the_map_is_at_its_full_size(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "kaart/", 1280, "light")
    for box in (point.bounding_box() for point in page.locator(".kb-map-pins a").all()):
        assert box
        assert min(box["width"], box["height"]) >= 24
    page.context.close()


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "tijdlijn/"])
def test_a_drawing_is_not_read_or_passed_twice(browser: Browser, origin: str, path: str) -> None:
    page, _ = open_page(browser, origin + path, 1280, "light")
    for link in page.locator("svg[aria-hidden=true] a").all():
        assert link.get_attribute("tabindex") == "-1"
    hrefs = page.locator("svg[aria-hidden=true] a").evaluate_all("links => links.map(link => link.href.baseVal)")
    resolved = {page.evaluate("href => new URL(href, location).href", href) for href in hrefs}
    others = set(page.locator(".md-content a:not(svg a)").evaluate_all("links => links.map(link => link.href)"))
    assert resolved
    assert resolved <= others
    page.context.close()


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "tijdlijn/"])
def test_on_a_small_screen_only_the_list_stays(browser: Browser, origin: str, path: str) -> None:
    page, _ = open_page(browser, origin + path, 320, "light")
    for drawn in page.locator(".kb-network, .kb-time").all():
        assert not drawn.is_visible()
    page.context.close()


def test_forced_colours_reach_into_the_drawings(browser: Browser, origin: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page = context.new_page()
    for path, selector, system in (
        ("kaart/", ".kb-map-pins circle:not(.kb-map-reach)", "LinkText"),
        ("kaart/", ".kb-map-name", "CanvasText"),
        ("tijdlijn/", ".kb-time rect", "LinkText"),
        ("cases/wind-langs-de-weg/", ".kb-network a text:not(.kb-word)", "LinkText"),
    ):
        page.goto(origin + path)
        wanted = page.evaluate(
            "name => {const p = document.createElement('p'); p.style.color = name; document.body.append(p);"
            "const found = getComputedStyle(p).color; p.remove(); return found;}",
            system,
        )
        assert page.locator(selector).first.evaluate("node => getComputedStyle(node).fill") == wanted, selector
    context.close()


def test_the_map_works_without_javascript(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "kaart/")
    page.locator('[data-province="zeeland"] text').first.click()
    expect(page.locator("h1")).to_have_text(re.compile("Zeeland"))
    context.close()
