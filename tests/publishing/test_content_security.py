"""The Content-Security-Policy: each page allows exactly its own scripts, and the site works under it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from kennisbank.publishing.content_security import NoPlace, add_policies, policy, secured
from kennisbank.publishing.finishing import finish

from ..browser.test_pages import KEY_PAGES
from ..support.in_browser import NEEDS_BROWSER, served

HEAD = '<!doctype html><html><head><meta charset="utf-8">'
WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));"""


def hash_of(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def allowed(html: str) -> set[str]:
    return set(re.findall(r"'sha256-[^']+'", policy(html)))


def test_the_policy_stands_right_after_the_charset() -> None:
    assert secured(f"{HEAD}<title>A</title>").startswith(f'{HEAD}<meta http-equiv="Content-Security-Policy" content="')


def test_a_page_without_charset_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_text("<html>", encoding="utf-8")
    with pytest.raises(NoPlace, match=r"^a/b\.html$"):
        add_policies(tmp_path)


@pytest.mark.parametrize(
    ("html", "run"),
    [
        ("<script>a()</script>", ["a()"]),
        ("<SCRIPT TYPE=module>a()</SCRIPT >", ["a()"]),
        ("<script>a()</script><script>b()</script><script>a()</script>", ["a()", "b()"]),
        ("<script>\r\na()\r</script>", ["\na()\n"]),
        ("<script>é</script>", ["é"]),
        ('<script type="importmap">{}</script>', ["{}"]),
        ('<script src="a.js"></script>', []),
        ('<script type="application/json">{}</script>', []),
        ("<script type='application/ld+json'>{}</script>", []),
        ("<!-- <script>a()</script> --><p>tekst</p>", []),
    ],
)
def test_exactly_the_scripts_that_run_are_allowed(html: str, run: list[str]) -> None:
    assert allowed(html) == set(map(hash_of, run))


@given(st.lists(st.text(st.characters(exclude_characters="<\r", exclude_categories=["Cs"])), max_size=4))
def test_any_script_of_the_page_is_allowed_and_only_those(codes: list[str]) -> None:
    assert allowed("".join(f"<script>{code}</script>" for code in codes)) == set(map(hash_of, codes))


def test_nothing_is_allowed_in_general() -> None:
    assert "unsafe-inline" not in policy("") and "unsafe-eval" not in policy("").replace("wasm-unsafe-eval", "")
    assert "*" not in policy("") and "http" not in policy("")


def test_aligned_cells_need_no_style_attribute() -> None:
    assert '<td class="kb-right">1</td>' in secured(f'{HEAD}<td style="text-align: right;">1</td>')


def test_a_preview_has_no_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kennisbank.publishing.finishing.STEPS", ())
    page = tmp_path / "index.html"
    page.write_text(HEAD, encoding="utf-8")
    finish(tmp_path, preview=True)
    assert page.read_text(encoding="utf-8") == HEAD
    finish(tmp_path)
    assert "Content-Security-Policy" in page.read_text(encoding="utf-8")


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
@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_a_page_works_under_its_policy(window: tuple[Page, list[str]], origin: str, path: str) -> None:
    page, errors = window
    errors.clear()
    page.goto(origin + path)
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("label[for=__palette_1]:visible, label[for=__palette_0]:visible").first.click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before or "")
    assert page.evaluate("refused") == [] and errors == []


@NEEDS_BROWSER
def test_the_search_works_under_the_policy(browser: Browser, origin: str) -> None:
    page, errors = watched(browser, f"{origin}over/")
    page.keyboard.press("/")
    page.keyboard.type("warmtenet", delay=10)
    expect(page.locator(".md-search-result a").first).to_be_visible()
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
