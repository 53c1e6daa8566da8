"""What one picture does not show: small screens, zoom, keyboards, forced colours and people who get sick of motion."""

import pytest
from playwright.sync_api import Browser, Page

from .in_browser import NEEDS_BROWSER, open_page
from .test_browser import KEY_PAGES

pytestmark = NEEDS_BROWSER

# The style of the element with the focus, with and without it: what differs is what a reader sees.
FOCUS_SHOWS = """() => {
  const at = document.activeElement;
  const look = () => {
    const style = getComputedStyle(at);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor,
            style.color, style.textDecorationLine].join();
  };
  const focused = look();
  at.blur();
  const blurred = look();
  at.focus();
  return focused !== blurred;
}"""
MOVES = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  return seconds(style.animationDuration) > 0.01 && style.animationName !== "none"
      || seconds(style.transitionDuration) > 0.01;
}).map((element) => element.className || element.tagName)"""


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_a_page_reads_at_200_percent(browser: Browser, origin: str, path: str) -> None:
    """WCAG 2.2, 1.4.4: twice as large, as a browser on a screen of 1280 pixels zooms; nothing is cut off."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(origin + path)
    assert _fits(page)
    cut = page.evaluate("""() => [...document.querySelectorAll("article h1, article h2, article p, article li")].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden"
    ).map((element) => element.textContent)""")
    assert cut == []
    page.context.close()


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_the_focus_is_always_visible(browser: Browser, origin: str, path: str) -> None:
    """WCAG 2.2, 2.4.7: at every stop of the Tab key something shows where the reader is."""
    page, _ = open_page(browser, origin + path, 1280, "light")
    unseen = []
    for _stop in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if not page.evaluate(FOCUS_SHOWS):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []
    page.context.close()


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_nothing_moves_for_who_asked_so(browser: Browser, origin: str, path: str) -> None:
    """WCAG 2.2, 2.3.3, through the media query prefers-reduced-motion."""
    page, _ = open_page(browser, origin + path, 1280, "light")
    assert page.evaluate(MOVES) == []
    page.context.close()


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_forced_colours_keep_what_colour_says(browser: Browser, origin: str, path: str) -> None:
    """With colours of the reader's own (CSS Color Adjustment, 3) badges keep an edge."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(origin + path)
    bare = page.evaluate("""() => [...document.querySelectorAll(".kb-badge, .kb-stance, .kb-level")].filter(
      (badge) => getComputedStyle(badge).borderTopStyle === "none").map((badge) => badge.outerHTML)""")
    assert bare == []
    context.close()
