"""The drawings in a real browser: keyboard, names for screen readers, small screens, paper and forced colours."""

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from kennisbank.building.drawings.map import cases_by_province
from kennisbank.library.library import Library

from ..support.chance import few, some
from ..support.in_browser import NEEDS_BROWSER, resized
from ..support.still_open import StillOpen

pytestmark = NEEDS_BROWSER


# Where the years of the timeline begin and how wide they are, and of each line with a case: its title, whether its mark
# is seen, and where its strip begins and how wide it is.
DRAWN = """() => {
  const place = (one) => {
    const { x, width } = one?.getBoundingClientRect() ?? {};
    return one?.checkVisibility() ? [x, width] : null;
  };
  const lines = [...document.querySelectorAll(".kb-time-part li:has(a[href*='cases/'])")];
  return [place(document.querySelector(".kb-time-axis svg")), lines.map((line) => [
    line.querySelector("a[href*='cases/']").textContent.trim(),
    Boolean(place(line.querySelector(":scope > .kb-mark"))?.[1]),
    place(line.querySelector(".kb-time-strip")),
  ])];
}"""


def _focused(page: Page, attribute: str) -> str:
    found = page.evaluate(f"document.activeElement.getAttribute('{attribute}')")
    return str(found or "")


@pytest.mark.parametrize(("width", "points"), few([(320, 0), (1280, 1)], daily=1))
def test_every_link_of_the_map_has_a_name(still_open: StillOpen, library: Library, width: int, points: int) -> None:
    page = still_open.see("kaart/", width)
    drawn = page.get_by_role("group", name="Kaart van Nederland")
    for case in library.cases.values():
        expect(drawn.get_by_role("link", name=case.title, exact=True)).to_have_count(points)
    for id, cases in cases_by_province(library).items():
        title = library.term_list("provinces")[id].title
        expect(drawn.get_by_role("link", name=f"{title} {len(cases)}", exact=True)).to_have_count(1)


def test_points_are_large_enough_to_hit_where_the_map_is_at_its_full_size(still_open: StillOpen) -> None:
    page = still_open.see("kaart/", 1280)
    for box in (point.bounding_box() for point in page.locator(".kb-map-pins a").all()):
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_no_province_lies_over_the_name_of_another(still_open: StillOpen) -> None:
    page = still_open.see("kaart/", 1280)
    parts = page.locator(".kb-map").evaluate("(map) => [...map.children].map((one) => one.getAttribute('class'))")
    covers = page.locator(".kb-map-land path").evaluate_all(
        "(all) => [...new Set(all.map((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke].join()))]"
    )
    assert parts[:2] == ["kb-map-ground", "kb-map-land"]
    assert covers == ["rgba(0, 0, 0, 0),none"]


def test_the_map_can_be_skipped(still_open: StillOpen) -> None:
    page = still_open.see("kaart/", 1280)
    page.get_by_role("link", name="Sla de kaart over").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.kb-map-list')")


def test_a_point_and_its_line_show_each_other(still_open: StillOpen, library: Library) -> None:
    page = still_open.see("kaart/", 1280)
    card = page.locator("#kb-map-card")
    expect(card).to_be_hidden()
    id, case = next(iter(library.cases.items()))
    page.locator(f'.kb-map [data-case="{id}"]').focus()
    expect(card).to_contain_text(case.title)
    expect(card).to_contain_text(case.organisation)
    at, point = card.bounding_box(), page.locator(f'.kb-map [data-case="{id}"]').bounding_box()
    assert at and point
    apart = max(at["x"] - point["x"] - point["width"], point["x"] - at["x"] - at["width"])
    assert 0 < apart < 20 and at["y"] - 1 <= point["y"] + point["height"] and at["y"] + at["height"] >= point["y"]
    line = page.locator(f'#kb-map-list [data-case="{id}"]').first
    expect(line).to_have_class(re.compile("kb-is-on"))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    line.hover()
    expect(page.locator(f'.kb-map [data-case="{id}"]')).to_have_class(re.compile("kb-is-on"))
    expect(card).to_be_hidden()


def test_the_map_is_walked_and_opened_by_keyboard(still_open: StillOpen, library: Library) -> None:
    page = still_open.see("kaart/", 1280)
    page.get_by_role("link", name="Sla de kaart over").focus()
    provinces = cases_by_province(library)
    for id in provinces:
        page.keyboard.press("Tab")
        assert _focused(page, "data-province") == id
    page.keyboard.press("Tab")
    case = _focused(page, "data-case")
    assert case in provinces["groningen"]
    ring = page.locator(f'[data-case="{case}"] .kb-map-reach')
    assert ring.evaluate("node => getComputedStyle(node).stroke") == "rgb(138, 75, 8)"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case}/")
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(library.cases[case].title)))


def test_a_drawing_is_not_read_or_passed_twice(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    for link in page.locator("svg[aria-hidden=true] a").all():
        assert link.get_attribute("tabindex") == "-1"
    hrefs = page.locator("svg[aria-hidden=true] a").evaluate_all("links => links.map(link => link.href.baseVal)")
    resolved = {page.evaluate("href => new URL(href, location).href", href) for href in hrefs}
    others = set(page.locator(".md-content a:not(svg a)").evaluate_all("links => links.map(link => link.href)"))
    assert resolved
    assert resolved <= others


def test_on_a_small_screen_only_the_list_of_neighbours_stays(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 320)
    drawn = page.locator(".kb-network").all()
    assert drawn
    assert not any(network.is_visible() for network in drawn)


@pytest.mark.parametrize("width", few([320, 1280], daily=1))
def test_the_timeline_is_drawn_at_every_width_with_whole_names(
    still_open: StillOpen, library: Library, width: int
) -> None:
    page = still_open.see("tijdlijn/", width)
    expect(page.locator(".kb-time-part li .kb-time-strip").first).to_be_visible()
    axis, lines = page.evaluate(DRAWN)
    assert {case.title for case in library.cases.values()} <= {title for title, _, _ in lines}
    for title, marked, strip in lines:
        assert marked and strip == pytest.approx(axis, abs=1), title
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize(
    ("path", "width"),
    some(product(["cases/", "tijdlijn/"], [320, 1280]), daily=[("cases/", 320), ("tijdlijn/", 1280)]),
)
def test_the_mark_of_a_theme_stands_before_its_word(still_open: StillOpen, path: str, width: int) -> None:
    page = still_open.see(path, width)
    page.locator(".kb-meta .kb-theme").first.wait_for()
    apart = page.locator(".kb-meta .kb-theme:visible").evaluate_all(
        """(all) => all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one.lastElementChild);
          const [mark, word] = [one.querySelector("svg").getBoundingClientRect(), range.getClientRects()[0]];
          return [word.left - mark.right, Math.abs((mark.top + mark.bottom) / 2 - (word.top + word.bottom) / 2)];
        })"""
    )
    assert len(apart) > 2 and all(-1 < beside < 8 and lower < 5 for beside, lower in apart)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_map_says_how_cases_ended_to_who_asks(
    still_open: StillOpen, without_scripts: Page, origin: str, library: Library, scripts: bool
) -> None:
    page = still_open.see("kaart/", 1280) if scripts else resized(without_scripts, 1280)
    if not scripts:
        page.goto(origin + "kaart/")
    ids = {case.outcome: id for id, case in library.cases.items()}
    assert len(ids) > 2
    points = [page.locator(f'.kb-map [data-case="{id}"]') for id in ids.values()]
    marks = [point.locator(".kb-map-mark--ended") for point in points]
    assert not any(mark.is_visible() for mark in marks)
    page.get_by_label("Afloop", exact=True).check()
    for mark in marks:
        expect(mark).to_be_visible()
    assert [point.locator(".kb-map-mark").first.is_visible() for point in points] == [False] * len(points)
    fills = {point.locator("circle").last.evaluate("node => getComputedStyle(node).fill") for point in points}
    assert len(fills) == len(points)
    key = page.locator(".kb-map-key:visible")
    expect(key).to_contain_text("gestopt")
    grounds = key.locator(".kb-mark").evaluate_all("marks => marks.map(mark => getComputedStyle(mark).backgroundColor)")
    assert len(grounds) == len(ids) and set(grounds) == fills


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scene_takes_its_colours_from_the_scheme(still_open: StillOpen, scheme: str) -> None:
    page = still_open.see("", 1280, scheme)
    ink = "getComputedStyle(document.querySelector('.md-typeset')).getPropertyValue('color')"
    ground = page.locator(".kb-card-scene .g").first
    assert ground.evaluate("node => getComputedStyle(node).stroke") != "none"
    colours = page.locator(".kb-card-scene").evaluate_all(
        "all => all.map(one => getComputedStyle(one.querySelector('.s')).fill)"
    )
    assert len(colours) == len(set(colours)) > 1
    assert page.evaluate(ink) not in colours


def test_forced_colours_reach_into_the_drawings(still_open: StillOpen) -> None:
    for path, selector, system in (
        ("kaart/", ".kb-map-pins circle:not(.kb-map-reach)", "LinkText"),
        ("kaart/", ".kb-map-name", "CanvasText"),
        ("tijdlijn/", ".kb-time rect", "CanvasText"),
        ("cases/wind-langs-de-weg/", ".kb-network a text:not(.kb-word)", "LinkText"),
    ):
        page = still_open.see(path, 1280)
        page.emulate_media(forced_colors="active")
        wanted = page.evaluate(
            "name => {const p = document.createElement('p'); p.style.color = name; document.body.append(p);"
            "const found = getComputedStyle(p).color; p.remove(); return found;}",
            system,
        )
        fill = page.locator(selector).first.evaluate("node => getComputedStyle(node).fill")
        page.emulate_media(forced_colors="none")
        assert fill == wanted, selector


def test_the_map_works_without_javascript(without_scripts: Page, origin: str) -> None:
    page = resized(without_scripts, 1280)
    page.goto(origin + "kaart/")
    page.locator('[data-province="zeeland"] text').first.click()
    expect(page.locator("h1")).to_have_text(re.compile("Zeeland"))
