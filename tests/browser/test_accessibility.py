"""What one picture does not show: small screens, zoom, keyboards, forced colours and people who get sick of motion."""

import pytest
from playwright.sync_api import Page

from ..browser.test_pages import KEY_PAGES
from ..support.in_browser import NEEDS_BROWSER, Visitor

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
def test_a_page_reads_at_200_percent(visitor: Visitor, path: str) -> None:
    """WCAG 2.2, 1.4.4: nothing is cut off at 640 CSS pixels, which is a screen of 1280 at twice the size."""
    page = visitor.see(path, 640)
    assert _fits(page)
    cut = page.evaluate("""() => [...document.querySelectorAll("article h1, article h2, article p, article li")].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden"
    ).map((element) => element.textContent)""")
    assert cut == []


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_the_focus_is_always_visible(visitor: Visitor, path: str) -> None:
    """WCAG 2.2, 2.4.7: at every stop of the Tab key something shows where the reader is."""
    page = visitor.see(path, 1280)
    unseen = []
    for _stop in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if not page.evaluate(FOCUS_SHOWS):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_nothing_moves_for_who_asked_so(visitor: Visitor, path: str) -> None:
    """WCAG 2.2, 2.3.3, through the media query prefers-reduced-motion."""
    page = visitor.see(path, 1280)
    assert page.evaluate(MOVES) == []


@pytest.mark.parametrize("path", KEY_PAGES, ids=lambda path: path or "home")
def test_forced_colours_keep_what_colour_says(visitor: Visitor, path: str) -> None:
    """With colours of the reader's own (CSS Color Adjustment, 3) badges keep an edge."""
    page = visitor.see(path, 1280, forced_colors=True)
    bare = page.evaluate("""() => [...document.querySelectorAll(".kb-badge, .kb-stance, .kb-level")].filter(
      (badge) => getComputedStyle(badge).borderTopStyle === "none").map((badge) => badge.outerHTML)""")
    assert bare == []
