"""A page walked from its top by keyboard, and read aloud: every stop is seen, and every word means something."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, shared_page

pytestmark = NEEDS_BROWSER

CASE = "cases/wind-langs-de-weg/"
# Narrower than 1,220 pixels the menu is folded away.
WIDTHS = (360, 1024, 1280)
# More than the links, buttons and fields of the header; a closed menu would have fifty.
MOST_STOPS = 24
STOP = """() => {
  const at = document.activeElement;
  // The theme draws the ring of its switch around the label beside it.
  const shown = at.matches(".md-option") ? at.nextElementSibling : at;
  const { width, height } = shown.getBoundingClientRect();
  const seen = shown.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width * height > 1;
  return [seen, Boolean(at.closest("article")), at.outerHTML.slice(0, 100)];
}"""
PLACE = "[location.href, document.activeElement.localName, document.querySelectorAll('dialog[open]').length, scrollY]"
RING = """() => {
  const focus = document.activeElement;
  const at = focus.matches(".md-option") ? focus.nextElementSibling : focus;
  let behind = at;
  while (/^rgba\\(.*, 0\\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const { outlineStyle, outlineColor } = getComputedStyle(at);
  return [outlineStyle, outlineColor, getComputedStyle(behind).backgroundColor];
}"""
ENGLISH = re.compile(
    r"\b(?:navigation|header|footer|table of contents|search|back to top|skip|close|menu bar)\b", re.IGNORECASE
)


def _stops_before_the_text(page: Page) -> list[str]:
    """What the Tab key stops at until the text begins; each of them can be seen."""
    stops: list[str] = []
    while len(stops) <= MOST_STOPS:
        page.keyboard.press("Tab")
        seen, is_text, html = page.evaluate(STOP)
        assert seen, html
        if is_text:
            break
        stops.append(html)
    return stops


@pytest.mark.parametrize("width", few(WIDTHS, daily=1))
def test_every_stop_before_the_text_can_be_seen_and_there_are_few(browser: Browser, origin: str, width: int) -> None:
    page = shared_page(browser, origin + CASE, width, "light")
    assert 2 < len(_stops_before_the_text(page)) <= MOST_STOPS
    before = page.evaluate(PLACE)
    for key in ("n", "p", "f", "s", ".", ",", "N", "P", "S"):
        page.keyboard.press(key)
    assert page.evaluate(PLACE) == before, "a single letter does something"


# From the heading of the page to the first question: three links, a fold, and not the list of all steps.
MOST_STOPS_TO_A_FORM = 4


@pytest.mark.parametrize(("path", "skip"), [("bijdragen/assistent/", "Naar het formulier"), ("bijdragen/snel/", "")])
def test_a_form_is_near_its_heading(browser: Browser, origin: str, path: str, skip: str) -> None:
    page = shared_page(browser, origin + path, 360, "light")
    page.locator("#assistent:visible").wait_for()
    page.locator("h1").evaluate("one => { one.tabIndex = -1; one.focus(); }")
    for _ in range(MOST_STOPS_TO_A_FORM):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.evaluate("one => one.labels?.[0]?.textContent") == "Titel":
            return
        assert focus.is_visible()
        if focus.inner_text() == skip:
            assert focus.evaluate("one => one.getBoundingClientRect().width") > 50
            page.keyboard.press("Enter")
            expect(page.locator("[data-page]:visible > h2")).to_be_focused()
    raise AssertionError(focus.evaluate("one => one.outerHTML"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_around_the_focus_stands_out_in_the_header(browser: Browser, origin: str, scheme: str) -> None:
    """WCAG 2.2, 2.4.7 and 1.4.11: there is one, of three to one."""
    page = shared_page(browser, origin + CASE, 1280, scheme)
    rings = []
    for place in ("#zoekknop:visible", ".md-logo:visible", ".md-tabs__link:visible", ".md-option"):
        page.locator(place).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        rings.append(page.evaluate(RING))
    assert [ring for ring in rings if ring[0] == "none" or _contrast(*ring[1:]) < 3] == []


def _contrast(one: str, other: str) -> float:
    """How much two colours differ (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("path", few(["", CASE, "zoeken/", "bewijs/"], daily=2))
def test_what_is_read_aloud_is_dutch_and_means_something(browser: Browser, origin: str, path: str) -> None:
    page = shared_page(browser, origin + path, 1280, "light")
    aloud = page.locator("body").aria_snapshot()
    assert "heading" in aloud and "link" in aloud
    assert "¶" not in aloud and "↩" not in aloud
    assert page.get_by_role("dialog").count() == 0
    named = page.evaluate(
        "[...document.querySelectorAll('[aria-label], [title]')].map((one) => one.ariaLabel ?? one.title)"
    )
    assert len(named) > 5 and [name for name in named if ENGLISH.search(name)] == []
