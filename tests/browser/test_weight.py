"""What a first view of a page weighs over the wire, with the compression that a server applies."""

import gzip
from functools import cache

import pytest
from playwright.sync_api import Browser, Response

from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER
from ..support.page_kinds import PAGE_KINDS, RUN

pytestmark = NEEDS_BROWSER

BUDGET = 150_000  # bytes
# Of questions with words that have many others beside them, each in a file of its own.
QUESTION_BUDGET = 165_000
QUESTIONS = ("wat kost een warmtenet per woning", "van het gas af in een oude wijk")
SCRIPT_BUDGET = 10_500  # bytes of our own JavaScript
# The forms load what they need to hold what people type; their rules, preview and ways out come later.
LARGER_SCRIPTS = {"bijdragen/assistent/": 21_000, "bijdragen/snel/": 13_200, "selectie/": 13_000}
# What servers send above a file. The list of sources is the heaviest page to read: it counts that too.
HEADERS = 220
WITH_HEADERS = ("bronnen/",)
# What servers do not compress again.
COMPRESSED = (".png", ".woff2")


def _weight(response: Response) -> int:
    body = response.body()
    return len(body) if response.url.split("?")[0].endswith(COMPRESSED) else _packed(body)


@cache  # most that a page loads, the page before it loaded too
def _packed(body: bytes) -> int:
    return len(gzip.compress(body, 6))


@pytest.mark.parametrize("kind", RUN)
def test_a_first_view_is_light(browser: Browser, real_origin: str, real_library: Library, kind: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))  # noqa: PLW0108 - Playwright marks it
    path = PAGE_KINDS[kind](real_library)
    page.goto(real_origin + path, wait_until="networkidle")
    weights = {response.url.removeprefix(real_origin): _weight(response) for response in seen if response.ok}
    page.close()
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
def test_a_first_question_is_light(browser: Browser, real_origin: str, question: str) -> None:
    page = browser.new_page()
    page.goto(real_origin + "over/", wait_until="networkidle")
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))  # noqa: PLW0108 - Playwright marks it
    page.keyboard.press("/")
    page.keyboard.insert_text(question)
    page.locator("#zoekvenster-lijst .kb-search-title").first.wait_for()
    page.wait_for_load_state("networkidle")
    weights = {response.url.removeprefix(real_origin): _weight(response) for response in seen if response.ok}
    page.close()
    assert any("/w/" in url for url in weights)
    assert sum(weights.values()) <= QUESTION_BUDGET, weights
