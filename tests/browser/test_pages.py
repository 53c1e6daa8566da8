"""The site in a real browser: no accessibility violations, no request to others, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from ..support.in_browser import NEEDS_BROWSER, SCHEMES, WIDTHS, Visitor, open_page

pytestmark = NEEDS_BROWSER

KEY_PAGES = (
    "",
    "cases/",
    "cases/tilburg-moed/",
    "aflopen/gestopt/",
    "perioden/2015-2018/",
    "lessen/",
    "lessen/kies-je-rol-bewust/",
    "communities/res-pilots/",
    "werkvormen/intervisie/",
    "themas/energie/",
    "gemeenten/tilburg/",
    "afslagen/",
    "afslagen/energie/",
    "over/",
    "bijdragen/",
    "bijdragen/assistent/",
    "bijdragen/velden/",
    "bijdragen/tabel/",
    "redactie/",
    "redactie/rapport/",
    "beheer/eigen-server/",
    "begrippen/",
    "begrippen/regionale-energiestrategie/",
    "bijdragen/meldingen/KB203/",
    "zoeken/",
    "cases/tilburg-moed/raad/",
    "lessen/kaarten/",
    "sessiepakket/",
    "sessiepakket/energie/",
    "selectie/",
    "zoekwoorden/",
    "bewijs/",
    "bewijs/energie/",
    "witte-vlekken/",
    "gemeenten-zoals-de-mijne/",
    "soorten-keuzes/organisatie/",
    "kaart/",
    "provincies/",
    "tijdlijn/",
    "404.html",
)


# The page of all sources is long, and looks the same at every width.
VIEWS = [(path, width) for path in KEY_PAGES for width in WIDTHS] + [("bronnen/", 320)]


@pytest.mark.parametrize(("path", "width"), VIEWS, ids=lambda value: str(value) or "home")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_key_page(visitor: Visitor, path: str, scheme: str, width: int) -> None:
    page = visitor.see(path, width, scheme)
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    assert visitor.asked_elsewhere(scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")


def test_a_case_prints_without_the_furniture(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "cases/tilburg-moed/", 1280, "light")
    page.emulate_media(media="print")
    for selector in (".md-header", ".md-footer", ".md-sidebar", ".kb-crumbs"):
        for element in page.locator(selector).all():
            assert not element.is_visible(), selector
    assert page.locator("h1").is_visible()
    assert page.locator(".footnote").is_visible()
    page.context.close()


def test_the_site_reads_without_javascript(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin)
    page.get_by_role("link", name="Bekijk alle cases").click()
    page.get_by_role("link", name="Tilburg koos").first.click()
    assert page.locator("h1").inner_text().startswith("Tilburg koos")
    context.close()
