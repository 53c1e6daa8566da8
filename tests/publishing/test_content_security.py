"""The Content-Security-Policy: each page allows exactly its own scripts, and the site works under it."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.library.library import Library
from kennisbank.publishing.content_security import hash_of, policy, secured, with_one_more
from kennisbank.publishing.theme_scripts import scripts_of

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, served, wait_for
from ..support.page_kinds import PAGE_KINDS
from ..support.refused import Refusals

HEAD = '<!doctype html><html><head><meta charset="utf-8">'
# Daily the front page, a page below it and the one of a server try what a script may do; `browser/test_pages.py` asks
# of every kind what it refuses.
RUN = some(PAGE_KINDS, daily=("home", "een case", "404.html"))


def test_the_policy_stands_right_after_the_charset() -> None:
    assert secured(f"{HEAD}<title>A</title>", ()).startswith(
        f'{HEAD}<meta http-equiv="Content-Security-Policy" content="'
    )


@pytest.mark.parametrize(
    "content", ["<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT >", "<script>\nb()</script>"]
)
def test_a_script_in_the_content_is_never_allowed(content: str) -> None:
    known = scripts_of("cases/a/index.html")
    html = f"{HEAD}<script>{min(known)}</script>{content}"
    assert re.findall(r"'sha256-[^']+'", secured(html, known)) == [hash_of(min(known))]


def test_the_list_of_scripts_is_made_without_content() -> None:
    at_home, below = scripts_of("index.html"), scripts_of("cases/a/index.html")
    assert len(at_home) == len(below) > 3
    assert any('new URL("../..",location)' in script for script in below - at_home)
    assert any('new URL("/sub/",location)' in script for script in scripts_of("404.html", "https://a.nl/sub/"))


def test_the_hash_is_that_of_what_a_browser_reads() -> None:
    assert hash_of("a()") == f"'sha256-{base64.b64encode(hashlib.sha256(b'a()').digest()).decode()}'"
    assert hash_of("\r\na()\r") == hash_of("\na()\n")


def test_the_script_that_refreshes_the_preview_may_run_too() -> None:
    page = secured(f"{HEAD}<body></body>", ()).encode()
    sent = page.replace(b"</body>", b"<script>poll(1)</script></body>")
    assert f"script-src 'self' {hash_of('poll(1)')}" in with_one_more(page, sent).decode()


def test_nothing_is_allowed_in_general() -> None:
    assert "unsafe" not in policy(())
    assert "*" not in policy(()) and "http" not in policy(())


def test_aligned_cells_need_no_style_attribute() -> None:
    assert '<td class="kb-right">1</td>' in secured(f'{HEAD}<td style="text-align: right;">1</td>', ())


def test_every_built_page_has_one_policy_and_nothing_inline_beside_it(site: Path) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, file
        body = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)
        assert re.findall(r'<[a-z][^>]*\s(?:on[a-z]+|style)="[^"]*"', body) == [], file
        assert "<style" not in body, file


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window in which one page after another is opened."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def kept(page: Page) -> Refusals:
    """What the pages in that window refuse, and call an error."""
    return Refusals(page.context)


@pytest.fixture
def refusals(kept: Refusals) -> Refusals:
    """The same of the page that a test opens."""
    kept.forget()
    return kept


@NEEDS_BROWSER
@pytest.mark.parametrize("kind", RUN)
def test_a_page_works_under_its_policy(
    page: Page, refusals: Refusals, origin: str, library: Library, kind: str
) -> None:
    page.goto(origin + PAGE_KINDS[kind](library))
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.locator("label[for^=__palette_]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-media", chosen or "")
    assert refusals.of(page) == []


@NEEDS_BROWSER
def test_the_search_works_under_the_policy(page: Page, refusals: Refusals, origin: str) -> None:
    page.goto(f"{origin}over/")
    page.keyboard.press("/")
    expect(page.locator("#zoekvenster-vraag")).to_be_focused()
    page.keyboard.insert_text("warmtenet")
    expect(page.locator("#zoekvenster-lijst a").first).to_be_visible()
    assert refusals.of(page) == []


@NEEDS_BROWSER
def test_a_script_or_style_that_does_not_belong_is_refused(
    page: Page, kept: Refusals, site: Path, tmp_path: Path
) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    injected = """<script>window.stolen = 1</script><img src="x:" onerror="window.stolen = 2">
<p id="p" style="position: fixed">x</p><iframe src="data:text/html,x"></iframe></body>"""
    (tmp_path / "index.html").write_text(html.replace("</body>", injected), encoding="utf-8")
    with served(tmp_path) as address:
        kept.forget()
        page.goto(address)
        assert page.locator("#p").evaluate("(element) => getComputedStyle(element).position") == "static"
        for kind in ("script-src-elem", "script-src-attr", "style-src-attr", "frame-src"):
            wait_for(page, "(kind) => refused.some((line) => line.startsWith(`${kind} `))", kind)
        assert page.evaluate("window.stolen") is None
