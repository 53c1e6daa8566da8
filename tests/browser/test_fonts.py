"""Own type in a real browser: it arrives, nothing jumps, and every letter that Dutch and Frisian need is in it."""

import time
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Route

from ..support.chance import some
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


def test_letters_are_as_wide_as_the_font_says(browser: Browser, origin: str) -> None:
    """Where a machine rounds widths, lines and sheets break elsewhere, and on paper words run together."""
    page = browser.new_page()
    page.goto(origin)
    page.evaluate("document.fonts.ready")
    small, large = page.evaluate(
        """[12.7, 127].map((size) => {
          const line = document.createElement("span");
          line.textContent = "met zo'n lening is de kas er gekomen";
          line.style.cssText = `position: absolute; white-space: nowrap; font-size: ${size}px`;
          document.querySelector("article").append(line);
          return line.getBoundingClientRect().width / size;
        })"""
    )
    page.close()
    assert small == pytest.approx(large, rel=0.003)


def _late(seconds: float, route: Route) -> None:
    time.sleep(seconds)
    route.continue_()


def _with_all_patience(page: Page) -> None:
    """A page waits three seconds for what its script makes of its address; a busy machine may take longer."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Animation.enable")
    devtools.send("Animation.setPlaybackRate", {"playbackRate": 0.01})


# Pages that answer what stands in their address.
ASKED = (
    *(("zoeken/#q=warmte", 0.4), ("cases/?thema=energie", 0.4)),
    ("naast-elkaar/?cases=zon-op-scholen,wind-langs-de-weg", 0.4),
)

# Pages in whose running text a script puts a button or a form, with fonts that are there at once.
FILLED = (("lessen/kies-je-plaats/", 0), ("wat-stopte/", 0), ("gemeenten-zoals-de-mijne/", 0))


# The home page, a page of each kind that scripts change, and the longest; one also with fonts that are just in time.
@pytest.mark.parametrize(
    ("path", "seconds"),
    some(
        [
            *(("", 0.4), ("cases/", 0.4), ("zoeken/", 0.4), ("selectie/", 0.4), ("naast-elkaar/", 0.4)),
            *(("cases/zon-op-scholen/", 0.4), ("cases/zon-op-scholen/", 0.1), ("zoeken/?q=xyzxyz", 0.4)),
            *(("bijdragen/assistent/", 0.4), ("bijdragen/snel/", 0.4), *ASKED, *FILLED),
        ],
        daily=[("", 0.4), ("cases/zon-op-scholen/", 0.1), ("bijdragen/assistent/", 0.4), *ASKED, *FILLED],
    ),
)
def test_nothing_jumps_when_fonts_come_late_and_scripts_begin(
    browser: Browser, origin: str, path: str, seconds: float
) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 900})
    _with_all_patience(page)
    page.route("**/*.woff2", partial(_late, seconds))
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => list.getEntries()"
        ".forEach((entry) => { window.shifted += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{origin}{path}", wait_until="networkidle")
    shifted = page.evaluate("window.shifted")
    page.close()
    assert shifted <= 0.01
