"""The site in a real browser: no accessibility violations, no request to others, nothing wider than the screen."""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROME = os.environ.get("CHROME_PATH", "")
pytestmark = pytest.mark.skipif(not CHROME and not os.environ.get("CI"), reason="geen browser gevonden (CHROME_PATH)")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
KEY_PAGES = (
    "",
    "cases/",
    "cases/tilburg-moed/",
    "lessen/",
    "lessen/kies-je-rol-bewust/",
    "communities/res-pilots/",
    "werkvormen/intervisie/",
    "themas/energie/",
    "gemeenten/tilburg/",
    "afslagen/",
    "over/",
    "bijdragen/velden/",
    "redactie/rapport/",
    "begrippen/",
    "begrippen/regionale-energiestrategie/",
    "bijdragen/meldingen/KB203/",
    "404.html",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROME, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """The site served on a free port of this machine."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _open(browser: Browser, url: str, width: int, scheme: str) -> tuple[Page, list[str]]:
    """A page as a reader with this screen sees it, and the addresses that it asked for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="load")
    return page, asked


# The page of all sources is long, and looks the same at every width.
VIEWS = [(path, width) for path in KEY_PAGES for width in WIDTHS] + [("bronnen/", 360)]


@pytest.mark.parametrize(("path", "width"), VIEWS, ids=lambda value: str(value) or "home")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_key_page(browser: Browser, origin: str, path: str, scheme: str, width: int) -> None:
    page, asked = _open(browser, origin + path, width, scheme)
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_search_answers_a_dutch_question_by_keyboard(browser: Browser, origin: str, scheme: str) -> None:
    page, asked = _open(browser, origin, 1280, scheme)
    page.keyboard.press("/")
    page.keyboard.type("energiebedrijf")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "Tilburg" in page.locator(".md-search-result__list").inner_text()
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []
    page.context.close()


def test_a_case_prints_without_the_furniture(browser: Browser, origin: str) -> None:
    page, _ = _open(browser, origin + "cases/tilburg-moed/", 1280, "light")
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
