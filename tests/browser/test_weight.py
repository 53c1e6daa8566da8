"""What a first view of a page weighs over the wire, with the compression that a server applies."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, hearing
from ..support.page_kinds import PAGE_KINDS, RUN

pytestmark = NEEDS_BROWSER

BUDGET = 150_000  # bytes
# Of questions with words that have many others beside them, each in a file of its own.
QUESTION_BUDGET = 115_000
QUESTIONS = ("wat kost een warmtenet per woning", "van het gas af in een oude wijk")
SCRIPT_BUDGET = 10_500  # bytes of our own JavaScript
# The forms load what they need to hold what people type; their rules, preview and ways out come later.
LARGER_SCRIPTS = {"bijdragen/assistent/": 21_000, "bijdragen/snel/": 13_200, "selectie/": 11_100}
# What servers send above a file. The list of sources is the heaviest page to read: it counts that too.
HEADERS = 220
WITH_HEADERS = ("bronnen/",)
# What servers do not compress again.
COMPRESSED = (".png", ".woff2")
# What every page asks for: that it is there again says that the window has kept nothing.
FONT = "assets/fonts/versneller-sans.woff2"


@cache  # most that a page loads, the page before it loaded too
def _weight(file: Path) -> int:
    body = file.read_bytes()
    return len(body) if file.suffix in COMPRESSED else len(gzip.compress(body, 6))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window that keeps nothing, so that each page is the first that somebody opens."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    devtools = context.new_cdp_session(opened)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield opened
    context.close()


@pytest.fixture
def seen(page: Page) -> Iterator[list[Response]]:
    """What was answered to that window."""
    answered: list[Response] = []
    # A method of a list will not do: Playwright marks what it calls.
    with hearing(page, {"response": lambda response: answered.append(response)}):  # noqa: PLW0108
        yield answered


def _weights(seen: list[Response], origin: str, site: Path) -> dict[str, int]:
    """What each answer weighs, by its address below that of the site; its words are those of the file."""
    paths = {response.url.removeprefix(origin) for response in seen if response.ok}
    files = {path: site / path.partition("?")[0] for path in paths}
    return {path: _weight(file / "index.html" if file.is_dir() else file) for path, file in files.items()}


@pytest.mark.parametrize("kind", RUN)
def test_a_first_view_is_light(
    page: Page, seen: list[Response], real_origin: str, real_site: Path, real_library: Library, kind: str
) -> None:
    path = PAGE_KINDS[kind](real_library)
    page.goto(real_origin + path, wait_until="networkidle")
    weights = _weights(seen, real_origin, real_site)
    assert weights.keys() >= {path, FONT}
    own = {
        url: weight
        for url, weight in weights.items()
        if url.startswith("assets/javascripts/") and "." not in url[19:-3]
    }
    print(path or "home", sum(weights.values()), sum(own.values()))  # noqa: T201 - shown with -s, for who keeps the budget
    above = HEADERS * len(weights) if path in WITH_HEADERS else 0
    assert sum(weights.values()) + above <= BUDGET, weights
    assert 0 < sum(own.values()) <= LARGER_SCRIPTS.get(path, SCRIPT_BUDGET), own


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_first_question_is_light(
    page: Page, seen: list[Response], real_origin: str, real_site: Path, question: str
) -> None:
    page.goto(real_origin + "over/", wait_until="networkidle")
    seen.clear()
    page.keyboard.press("/")
    expect(page.locator("#zoekvenster-vraag")).to_be_focused()
    page.keyboard.insert_text(question)
    page.locator("#zoekvenster-lijst .kb-search-title").first.wait_for()
    page.wait_for_load_state("networkidle")
    weights = _weights(seen, real_origin, real_site)
    assert any("/w/" in url for url in weights)
    assert sum(weights.values()) <= QUESTION_BUDGET, weights
