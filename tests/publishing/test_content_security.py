"""The Content-Security-Policy: each page allows exactly its own scripts, and the site works under it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.library.library import Library
from kennisbank.publishing.content_security import hash_of, policy, secured, with_one_more
from kennisbank.publishing.theme_scripts import scripts_of

from ..support.in_browser import NEEDS_BROWSER, served
from ..support.page_kinds import PAGE_KINDS, RUN

HEAD = '<!doctype html><html><head><meta charset="utf-8">'
WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));"""


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


def watched(browser: Browser, url: str) -> tuple[Page, list[str]]:
    """A page that keeps what it refused, and what its console calls an error."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.add_init_script(WATCH)
    page.goto(url, wait_until="load")
    return page, errors


@pytest.fixture(scope="module")
def window(browser: Browser, origin: str) -> tuple[Page, list[str]]:
    return watched(browser, origin)


@NEEDS_BROWSER
@pytest.mark.parametrize("kind", RUN)
def test_a_page_works_under_its_policy(
    window: tuple[Page, list[str]], origin: str, library: Library, kind: str
) -> None:
    page, errors = window
    errors.clear()
    page.goto(origin + PAGE_KINDS[kind](library))
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.locator("label[for^=__palette_]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-media", chosen or "")
    assert page.evaluate("refused") == [] and errors == []


@NEEDS_BROWSER
def test_the_search_works_under_the_policy(browser: Browser, origin: str) -> None:
    page, errors = watched(browser, f"{origin}over/")
    page.keyboard.press("/")
    page.keyboard.type("warmtenet", delay=10)
    expect(page.locator("#zoekvenster-lijst a").first).to_be_visible()
    assert page.evaluate("refused") == [] and errors == []
    page.context.close()


@NEEDS_BROWSER
def test_a_script_or_style_that_does_not_belong_is_refused(browser: Browser, site: Path, tmp_path: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    injected = """<script>window.stolen = 1</script><img src="x:" onerror="window.stolen = 2">
<p id="p" style="position: fixed">x</p><iframe src="data:text/html,x"></iframe></body>"""
    (tmp_path / "index.html").write_text(html.replace("</body>", injected), encoding="utf-8")
    with served(tmp_path) as address:
        page, _ = watched(browser, address)
        assert page.evaluate("window.stolen") is None
        assert page.locator("#p").evaluate("(element) => getComputedStyle(element).position") == "static"
        kinds = {line.split()[0] for line in page.evaluate("refused")}
        assert {"script-src-elem", "script-src-attr", "style-src-attr", "frame-src"} <= kinds
        page.context.close()
