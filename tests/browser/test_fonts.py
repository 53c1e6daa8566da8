"""Own type in a real browser: it arrives, nothing jumps, and every letter that Dutch and Frisian need is in it."""

import time
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Route

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, shared_page
from ..support.skipped import ONE_FONT

pytestmark = NEEDS_BROWSER

LETTERS = "aáàäâbcçdeéèëêfghiíìïîjklmnñoóòöôpqrstuúùüûvwxyýz AÉËÏÖÜ 0123456789 €%–—‘’“”…·×²"
# The letters that are not in our font: their width differs with two quite different fonts behind it.
FOREIGN = """([family, letters]) => [...letters].filter((letter) => {
  const [one, other] = ['monospace', 'serif'].map((behind) => {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `40px "${family}", ${behind}`;
    return pen.measureText(letter).width;
  });
  return one !== other;
})"""


def test_every_letter_is_in_our_own_fonts_and_as_wide_as_the_font_says(browser: Browser, origin: str) -> None:
    """Where a machine rounds widths, lines and sheets break elsewhere, and on paper words run together."""
    page = shared_page(browser, origin, 1280, "light")
    page.evaluate("document.fonts.ready.then(() => true)")
    small, large = page.evaluate(
        """[12.7, 127].map((size) => {
          const line = document.createElement("span");
          line.textContent = "met zo'n lening is de kas er gekomen";
          line.style.cssText = `position: absolute; white-space: nowrap; font-size: ${size}px`;
          document.querySelector("article").append(line);
          return line.getBoundingClientRect().width / size;
        })"""
    )
    assert small == pytest.approx(large, rel=0.003)
    for family in ("Versneller Sans", "Versneller Serif"):
        assert page.evaluate(FOREIGN, [family, LETTERS.replace(" ", "")]) == [], family
    # That a letter of another font would be seen, a machine with one font cannot show.
    if page.evaluate(FOREIGN, ["Bestaat niet", "a"]) != ["a"]:
        pytest.skip(ONE_FONT)


# How much has moved in a page since it was opened.
WATCH = """window.shifted = 0; new PerformanceObserver((list) => list.getEntries()
  .forEach((entry) => { window.shifted += entry.value; })).observe({type: 'layout-shift', buffered: true});"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone that keeps no font, for a route takes that from it, and that sees what moves.

    A page waits three seconds for what its script makes of its address; a busy machine may take longer.
    """
    context = browser.new_context(viewport={"width": 412, "height": 900})
    context.add_init_script(WATCH)
    opened = context.new_page()
    devtools = context.new_cdp_session(opened)
    devtools.send("Animation.enable")
    devtools.send("Animation.setPlaybackRate", {"playbackRate": 0.01})
    yield opened
    context.close()


def _late(seconds: float, came: list[str], route: Route) -> None:
    time.sleep(seconds)
    came.append(route.request.url)
    route.continue_()


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
    page: Page, origin: str, path: str, seconds: float
) -> None:
    came: list[str] = []
    page.route("**/*.woff2", partial(_late, seconds, came))
    page.goto(f"{origin}{path}", wait_until="networkidle")
    shifted = page.evaluate("window.shifted")
    page.unroute_all()
    assert len({*came}) > 1 and shifted <= 0.01
