"""A card looks like something to press: all of it leads where its title leads, and what else it holds still works."""

import pytest
from playwright.sync_api import Browser, expect

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, Visitor, resized, shared_page

pytestmark = NEEDS_BROWSER

PATHS = ("", "cases/", "afslagen/", "lessen/", "themas/", "themas/energie/", "keuzehulp/")
# The cards with a point that leads elsewhere than it seems to, and how many cards and other things to press there are.
ASTRAY = """() => {
  const all = document.querySelectorAll("article :is(.kb-card, li:has(> .kb-way))");
  const cards = [...all].filter((one) => one.checkVisibility());
  const wrong = [];
  let others = 0;
  for (const card of cards) {
    card.scrollIntoView({ block: "center" });
    const title = card.querySelector(":scope > :is(h2, h3) > a, :scope > .kb-way + a");
    const hit = (x, y) => document.elementFromPoint(x, y)?.closest("a, button, summary");
    const { left, right, top, bottom } = card.getBoundingClientRect();
    for (const [x, y] of [[left + 4, top + 9], [right - 4, top + 9], [left + 4, bottom - 4], [right - 4, bottom - 4]]) {
      if (y > 60 && y < innerHeight && hit(x, y) !== title) wrong.push([card.innerText, x, y]);
    }
    for (const other of card.querySelectorAll("a, button, summary")) {
      if (other === title) continue;
      others += 1;
      other.scrollIntoView({ block: "center" });
      const box = other.getClientRects()[0];
      if (hit(box.x + box.width / 2, box.y + box.height / 2) !== other) wrong.push([card.innerText, other.innerText]);
    }
  }
  return [cards.length, others, wrong];
}"""


def test_all_of_a_card_leads_where_its_title_leads(visitor: Visitor) -> None:
    pressed = 0
    for path in PATHS:
        page = visitor.see(path, 360)
        for width in (360, 1280):
            cards, others, wrong = resized(page, width).evaluate(ASTRAY)
            assert cards and not wrong, f"{path} at {width}"
            pressed += others
    assert pressed > 20


def test_all_of_a_way_to_explore_leads_where_its_name_leads(real_visitor: Visitor) -> None:
    """And the menu beside the ways does not repeat them."""
    page = real_visitor.see("verkennen/", 1280)
    cards, others, wrong = page.evaluate(ASTRAY)
    assert cards > 10 and others and not wrong
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    expect(page.locator(".md-tabs").get_by_role("link", name="Verkennen")).to_be_visible()


def test_a_click_beside_the_title_opens_the_case_and_the_button_keeps_it(browser: Browser, origin: str) -> None:
    page = shared_page(browser, f"{origin}themas/energie/", 1280, "light")
    card = page.locator(".kb-card.kb-case").first
    at = str(card.locator("h3 > a").evaluate("(link) => link.href"))
    address = page.url
    card.locator(".kb-keep button").click()
    assert page.url == address
    card.click(position={"x": 6, "y": 30})
    expect(page).to_have_url(at)


@pytest.mark.parametrize("scheme", few(SCHEMES, daily=1))
def test_the_ring_of_a_title_stands_around_its_card(visitor: Visitor, scheme: str) -> None:
    page = visitor.see("themas/energie/", 1280, scheme)
    card = page.locator(".kb-card.kb-case").first
    ring = "(one) => ['outlineStyle', 'outlineWidth'].map((part) => getComputedStyle(one)[part])"
    page.keyboard.press("Tab")
    card.locator("h3 > a").focus()
    assert card.evaluate(ring) == ["solid", "3px"]
    assert card.locator("h3 > a").evaluate(ring)[0] == "none"
    border = "(one) => getComputedStyle(one).borderTopColor"
    card.locator("h3 > a").blur()
    before = card.evaluate(border)
    card.hover(position={"x": 6, "y": 30})
    assert card.evaluate(border) != before
