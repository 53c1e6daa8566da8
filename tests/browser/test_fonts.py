"""Own type in a real browser: it arrives, nothing jumps, and every letter that Dutch and Frisian need is in it."""

import time

import pytest
from playwright.sync_api import Browser, Route

from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER

LETTERS = "aáàäâbcçdeéèëêfghiíìïîjklmnñoóòöôpqrstuúùüûvwxyýz AÉËÏÖÜ 0123456789 €%–—‘’“”…·×²"
# The width of a letter in our font, with two quite different fonts behind it: equal when the letter is ours.
WIDTHS = """([family, letter]) => ['monospace', 'serif'].map((other) => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `40px "${family}", ${other}`;
  return pen.measureText(letter).width;
})"""


@pytest.mark.parametrize("family", ["Versneller Sans", "Versneller Serif"])
def test_every_letter_is_in_our_own_fonts(browser: Browser, origin: str, family: str) -> None:
    page = browser.new_page()
    page.goto(origin)
    page.evaluate("document.fonts.ready")
    foreign = [letter for letter in LETTERS.replace(" ", "") if len({*page.evaluate(WIDTHS, [family, letter])}) > 1]
    page.close()
    assert foreign == []


def _late(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


# The home page, a page of each kind that scripts change, and the longest.
@pytest.mark.parametrize(
    "path",
    [
        *("", "cases/", "zoeken/", "selectie/", "naast-elkaar/", "cases/zon-op-scholen/"),
        *("bijdragen/assistent/", "bijdragen/snel/"),
    ],
)
def test_nothing_jumps_when_fonts_come_late_and_scripts_begin(browser: Browser, origin: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 900})
    page.route("**/*.woff2", _late)
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => list.getEntries()"
        ".forEach((entry) => { window.shifted += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{origin}{path}", wait_until="networkidle")
    shifted = page.evaluate("window.shifted")
    page.close()
    assert shifted <= 0.01
