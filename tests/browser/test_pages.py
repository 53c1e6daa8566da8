"""The site in a real browser: no accessibility violations, no request to others, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, SCHEMES, WIDTHS, Visitor, open_page
from ..support.page_kinds import PAGE_KINDS

pytestmark = NEEDS_BROWSER

# The page of all sources is long, and looks the same at every width.
VIEWS = [(kind, width) for kind in PAGE_KINDS for width in WIDTHS]


def _look(visitor: Visitor, path: str, scheme: str, width: int) -> None:
    page = visitor.see(path, width, scheme)
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    assert visitor.asked_elsewhere(scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")


@pytest.mark.parametrize(("kind", "width"), VIEWS, ids=str)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_of_every_kind(real_visitor: Visitor, real_library: Library, kind: str, scheme: str, width: int) -> None:
    _look(real_visitor, PAGE_KINDS[kind](real_library), scheme, width)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_of_all_sources(real_visitor: Visitor, scheme: str) -> None:
    _look(real_visitor, "bronnen/", scheme, WIDTHS[0])


def test_a_case_prints_without_the_furniture(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "cases/wind-langs-de-weg/", 1280, "light")
    page.emulate_media(media="print")
    for selector in (".md-header", ".md-footer", ".md-sidebar", ".kb-crumbs"):
        found = page.locator(selector).all()
        assert found, selector
        for element in found:
            assert not element.is_visible(), selector
    assert page.locator("h1").is_visible()
    assert page.locator(".footnote").is_visible()
    page.context.close()


def test_the_site_reads_without_javascript(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin)
    page.get_by_role("link", name="Bekijk alle cases").click()
    page.get_by_role("link", name="Hoogeveen stopte").first.click()
    assert page.locator("h1").inner_text().startswith("Hoogeveen stopte")
    context.close()
