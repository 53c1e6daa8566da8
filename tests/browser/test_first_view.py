"""What a reader sees of a page before scrolling."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from ..support.in_browser import NEEDS_BROWSER, Visitor, resized

pytestmark = NEEDS_BROWSER

# A small phone, and the line of what can be done with a page: twice the smallest thing that a finger can press.
PHONE = {"width": 360, "height": 740}
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


@pytest.mark.parametrize(("path", "number"), [("cases/wind-langs-de-weg/", 1), ("selectie/", 1), ("cases/", 0)])
def test_no_screen_waits_for_the_styles_of_paper(visitor: Visitor, path: str, number: int) -> None:
    found = visitor.see(path, 360).evaluate(FOR_PAPER)
    assert len(found) == number
    assert all(media == "print" for _, media in found), found


@pytest.mark.parametrize("path", ["", "cases/wind-langs-de-weg/", "lessen/kies-je-plaats/", "zoeken/"])
def test_no_first_view_waits_for_a_script_below_it(visitor: Visitor, path: str) -> None:
    asked = visitor.see(path, 360).locator("body script[src]")
    waits = "(all) => all.filter((one) => !one.defer && one.type !== 'module').map((one) => one.src)"
    assert asked.count() > 1 and asked.evaluate_all(waits) == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "lessen/kies-je-plaats/"])
def test_what_can_be_done_with_a_page_takes_one_line_of_a_phone(
    browser: Browser, origin: str, path: str, script: bool
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{origin}{path}")
    actions = page.locator(".kb-actions")
    expect(actions.get_by_role("button")).to_have_count(1 if script else 0)
    box = actions.bounding_box()
    heights = actions.locator("a, summary, button").evaluate_all(TALL)
    assert box and box["height"] <= ROW, box
    assert len(heights) > (1 if script else 0) and min(heights) >= TARGET
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_case_in_short_begins_in_the_first_view_of_a_phone(browser: Browser, origin: str, script: bool) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{origin}cases/gas-blijft/")
    said = page.locator(".kb-brief > p").first.bounding_box()
    assert said and said["y"] + said["height"] <= PHONE["height"]
    context.close()


def test_words_that_a_phone_has_no_room_for_are_heard(visitor: Visitor) -> None:
    page = visitor.see("cases/wind-langs-de-weg/", PHONE["width"])
    for role, name in NAMES:
        expect(page.get_by_role(role, name=name, exact=True)).to_have_count(1)
    assert page.locator(".kb-actions").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    resized(page, 1280)
    assert page.locator(".kb-actions .kb-roomy").evaluate_all("(all) => all.every((one) => one.offsetWidth > 1)")


def test_nothing_of_the_line_moves_when_the_script_comes(browser: Browser, origin: str) -> None:
    tops = []
    for script in (False, True):
        context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{origin}cases/wind-langs-de-weg/")
        expect(page.locator(".kb-actions > button")).to_have_count(int(script))
        boxes = [page.locator(one).first.bounding_box() for one in (".kb-actions a", ".kb-nota", ".kb-brief")]
        tops.append([(box["x"], box["y"]) for box in boxes if box])
        context.close()
    assert tops[0] == tops[1] and len(tops[0]) == 3


def test_the_text_to_copy_opens_below_the_line(browser: Browser, origin: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(f"{origin}cases/wind-langs-de-weg/")
    page.locator(".kb-nota > summary").press("Enter")
    text, brief = (page.locator(one).first.bounding_box() for one in (".kb-nota > p", ".kb-brief"))
    assert text and brief and text["width"] > 250 and text["y"] + text["height"] <= brief["y"]
    page.close()


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "lessen/kies-je-plaats/"])
def test_the_headings_of_a_story_hang_beside_its_text_on_a_desktop(visitor: Visitor, path: str) -> None:
    page = visitor.see(path, 1280)
    found = page.locator(".kb-facts ~ h2").evaluate_all(HANGING)
    assert len(found) > 4
    for name, head, text, after in found:
        assert abs(head["top"] - text["top"]) <= 24, name
        assert head["right"] < text["left"], name
        assert head["bottom"] < after, name
    resized(page, 1100)
    for name, head, text, _ in page.locator(".kb-facts ~ h2").evaluate_all(HANGING):
        assert head["bottom"] <= text["top"] + 1, name


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("path", ["", "cases/", "cases/wind-langs-de-weg/", "lessen/kies-je-plaats/", "zoeken/"])
def test_a_page_begins_right_below_the_head_of_the_site(visitor: Visitor, path: str, width: int) -> None:
    page = visitor.see(path, width)
    head = page.locator(".md-tabs" if width > 1220 else ".md-header").bounding_box()
    first = page.locator(".md-content__inner > .kb-page-tools").bounding_box()
    assert head and first and 0 < first["y"] - head["y"] - head["height"] <= 32


@pytest.mark.parametrize("width", [1220, 1280, 1920])
def test_the_facts_of_a_case_stand_beside_its_story_on_a_desktop(visitor: Visitor, width: int) -> None:
    page = visitor.see("cases/wind-langs-de-weg/", width)
    facts, head, contents, text = (
        page.locator(one).first.bounding_box()
        for one in (".kb-beside", ".kb-beside ~ h2", ".md-sidebar--secondary .md-ellipsis", ".kb-beside ~ p")
    )
    assert facts and head and contents and text
    assert abs(facts["y"] - head["y"]) <= 1 and facts["x"] > text["x"] + text["width"]
    assert abs(facts["x"] - contents["x"]) <= 2 and facts["y"] > contents["y"] + contents["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    footer = page.locator(".md-footer").bounding_box()
    assert footer and facts["y"] + facts["height"] <= footer["y"]


def test_the_facts_cover_no_link_that_has_the_focus(visitor: Visitor) -> None:
    page = visitor.see("cases/wind-langs-de-weg/", 1280)
    page.locator(".kb-beside").evaluate("(one) => scrollBy(0, one.getBoundingClientRect().top - 60)")
    link = page.locator(".md-sidebar--secondary a").nth(3)
    on_top = """(one) => { const box = one.getBoundingClientRect();
      return document.elementFromPoint(box.left + 5, box.top + box.height / 2)?.closest("a") === one; }"""
    assert not link.evaluate(on_top)
    link.evaluate("(one) => one.focus({ preventScroll: true })")
    assert link.evaluate(on_top)
