"""What a reader sees of a page before scrolling."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER, resized
from ..support.still_open import StillOpen

pytestmark = NEEDS_BROWSER
OnPhone = Callable[[str, bool], Page]

# A small phone, and the line of what can be done with a page: twice the smallest thing that a finger can press.
PHONE, PHONE_HEIGHT = 360, 740
ROW, TARGET = 48, 24
NAMES: tuple[tuple[Literal["link", "button"], str], ...] = (
    ("link", "Eén A4 voor raad en college"),
    ("button", "Bewaar in mijn selectie"),
)
TALL = """(all) => all.filter((one) => one.checkVisibility())
  .map((one) => one.getBoundingClientRect().height)"""

# Of each heading: its name, where its words stand, where what follows it stands, and where the next one begins.
HANGING = """(all) => all.map((head, nth) => {
  const range = document.createRange();
  range.selectNodeContents(head);
  const next = all[nth + 1] ?? document.querySelector(".md-footer");
  const boxes = [range, head.nextElementSibling].map((one) => one.getBoundingClientRect().toJSON());
  return [head.textContent, ...boxes, next.getBoundingClientRect().top];
})"""


# The styles of a page that hold nothing but what is for paper, and whether a browser knows so before it has them.
FOR_PAPER = """() => [...document.styleSheets]
  .filter(({ cssRules }) => [...cssRules].every(({ media }) => media?.mediaText === "print"))
  .map(({ href, ownerNode }) => [href, ownerNode.media])"""


@pytest.fixture
def on_phone(still_open: StillOpen, without_scripts: Page, origin: str) -> OnPhone:
    """Opens a page on a phone, with scripts or without."""

    def opened(path: str, script: bool) -> Page:
        if script:
            return still_open.see(path, PHONE, height=PHONE_HEIGHT)
        without_scripts.set_viewport_size({"width": PHONE, "height": PHONE_HEIGHT})
        without_scripts.goto(origin + path)
        return without_scripts

    return opened


def test_a_case_in_short_begins_in_the_first_view_of_a_phone(on_phone: OnPhone) -> None:
    for script in (True, False):
        said = on_phone("cases/gas-blijft/", script).locator(".kb-brief > p").first.bounding_box()
        assert said and said["y"] + said["height"] <= PHONE_HEIGHT, script


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "lessen/kies-je-plaats/"])
def test_what_can_be_done_with_a_page_takes_one_line_of_a_phone(on_phone: OnPhone, path: str) -> None:
    for script in (True, False):
        actions = on_phone(path, script).locator(".kb-actions")
        expect(actions.get_by_role("button")).to_have_count(1 if script else 0)
        box = actions.bounding_box()
        heights = actions.locator("a, summary, button").evaluate_all(TALL)
        assert box and box["height"] <= ROW, (box, script)
        assert len(heights) > (1 if script else 0) and min(heights) >= TARGET, script


@pytest.mark.parametrize("path", ["lessen/kies-je-plaats/", "cases/wind-langs-de-weg/"])
def test_the_headings_of_a_story_hang_beside_its_text_on_a_desktop(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, 1280)
    found = page.locator(".kb-facts ~ h2").evaluate_all(HANGING)
    assert len(found) > 4
    for name, head, text, after in found:
        assert abs(head["top"] - text["top"]) <= 24, name
        assert head["right"] < text["left"], name
        assert head["bottom"] < after, name
    resized(page, 1100)
    for name, head, text, _ in page.locator(".kb-facts ~ h2").evaluate_all(HANGING):
        assert head["bottom"] <= text["top"] + 1, name


def test_words_that_a_phone_has_no_room_for_are_heard(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", PHONE)
    for role, name in NAMES:
        expect(page.get_by_role(role, name=name, exact=True)).to_have_count(1)
    assert page.locator(".kb-actions").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    resized(page, 1280)
    assert page.locator(".kb-actions .kb-roomy").evaluate_all("(all) => all.every((one) => one.offsetWidth > 1)")


def test_nothing_of_the_line_moves_when_the_script_comes(on_phone: OnPhone) -> None:
    tops = []
    for script in (False, True):
        page = on_phone("cases/wind-langs-de-weg/", script)
        expect(page.locator(".kb-actions > button")).to_have_count(int(script))
        boxes = [page.locator(one).first.bounding_box() for one in (".kb-actions a", ".kb-nota", ".kb-brief")]
        tops.append([(box["x"], box["y"]) for box in boxes if box])
    assert tops[0] == tops[1] and len(tops[0]) == 3


def test_the_text_to_copy_opens_below_the_line(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", PHONE, height=PHONE_HEIGHT)
    page.locator(".kb-nota > summary").press("Enter")
    expect(page.locator(".kb-nota > p").first).to_be_visible()
    text, brief = (page.locator(one).first.bounding_box() for one in (".kb-nota > p", ".kb-brief"))
    assert text and brief and text["width"] > 250 and text["y"] + text["height"] <= brief["y"]


@pytest.mark.parametrize(("path", "number"), [("selectie/", 1), ("cases/wind-langs-de-weg/", 1), ("cases/", 0)])
def test_no_screen_waits_for_the_styles_of_paper(still_open: StillOpen, path: str, number: int) -> None:
    found = still_open.see(path, 360).evaluate(FOR_PAPER)
    assert len(found) == number
    assert all(media == "print" for _, media in found), found


@pytest.mark.parametrize("path", ["cases/", "", "zoeken/", "lessen/kies-je-plaats/", "cases/wind-langs-de-weg/"])
def test_a_first_view_waits_for_no_script_and_begins_right_below_the_head_of_the_site(
    still_open: StillOpen, path: str
) -> None:
    page = still_open.see(path, PHONE)
    asked = page.locator("body script[src]")
    waits = "(all) => all.filter((one) => !one.defer && one.type !== 'module').map((one) => one.src)"
    assert asked.count() > 1 and asked.evaluate_all(waits) == []
    for width in (768, 1280, 1920) if THOROUGH else (768, 1920):
        resized(page, width)
        head = page.locator(".md-tabs" if width > 1220 else ".md-header").bounding_box()
        first = page.locator(".md-content__inner > .kb-page-tools").bounding_box()
        assert head and first and 0 < first["y"] - head["y"] - head["height"] <= 32, width
