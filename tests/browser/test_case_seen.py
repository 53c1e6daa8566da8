"""How the page of a case is seen: its facts, its figures and its road, on screens and on paper."""

import pytest
from playwright.sync_api import Page

from ..support.in_browser import NEEDS_BROWSER, SCHEMES, Visitor, resized

pytestmark = NEEDS_BROWSER

CASE = "cases/wind-langs-de-weg/"
# How much of the facts and of the list of contents lies on each other, at most, on the way down.
COVERED = """() => {
  const [facts, contents] = [".kb-beside", ".md-sidebar--secondary .md-nav--secondary"].map((one) => document.querySelector(one));
  const shared = (from, to, a, b) => Math.max(0, Math.min(a[to], b[to]) - Math.max(a[from], b[from]));
  let most = 0;
  for (let y = 0; y < document.documentElement.scrollHeight; y += 50) {
    scrollTo(0, y);
    const [a, b] = [facts, contents].map((one) => one.getBoundingClientRect());
    most = Math.max(most, shared("left", "right", a, b) * shared("top", "bottom", a, b));
  }
  scrollTo(0, 0);
  return most;
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_facts_stand_above_the_story_and_never_lie_on_the_contents(visitor: Visitor, scheme: str) -> None:
    page = visitor.see(CASE, 1280, scheme)
    for width in (1220, 1280, 1920):
        resized(page, width)
        assert page.locator(".md-sidebar--secondary .md-nav__link").filter(visible=True).count() > 3
        facts, story = (page.locator(one).first.bounding_box() for one in (".kb-beside", ".kb-beside ~ p"))
        assert facts and story and facts["y"] + facts["height"] < story["y"], width
        assert facts["height"] < facts["width"] / 2.5, width
        assert page.evaluate(COVERED) == 0, width
