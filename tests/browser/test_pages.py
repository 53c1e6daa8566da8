"""A page of every kind in a real browser: on every screen, in both schemes, by keyboard, and with what readers set.

Each page is opened once and then looked at from all sides. All that axe-core knows is asked on a phone, where most
goes wrong; on a wide screen daily of the pages that together show the frame of the site and all that a phone leaves
out. Colours are judged light and dark on a phone, and in the thorough round on a wide screen as well. Daily the pages
are those of the example library, for what makes a page accessible is how it is made; whether it fits a screen depends
on what editors write, and is asked of their longest pages.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from kennisbank.library.library import Library

from ..support.chance import THOROUGH, some
from ..support.in_browser import (
    BY_LOOK,
    HEIGHT,
    NEEDS_BROWSER,
    WHEN_ASKED,
    WIDTHS,
    Visitor,
    hearing,
    resized,
    shared_page,
    violations,
    wait_for,
)
from ..support.page_kinds import DAILY, LAID_OUT, PAGE_KINDS, SEEN
from ..support.refused import Refusals

pytestmark = NEEDS_BROWSER

WIDE, NARROW = WIDTHS[-1], WIDTHS[0]
# With tabs and lists beside the text, filters beside cases, a matrix, a drawing, and a form.
WIDE_TOO = ("", "cases/", "bewijs/", "kaart/", "bijdragen/assistent/")
# What editors write changes nothing in these: daily they are only measured in the example library.
FORMS = {"bijdragen/assistent/", "bijdragen/snel/", "bijdragen/oogst/", "zoeken/", "selectie/", "404.html"}
# How a badge is dressed: by all of its classes, and by the element that it is.
BADGES = re.compile(r'<\w+ class="[^"]*\bkb-(?:badge|stance|level)\b[^"]*"')
# What a reader sees no trace of when it has the focus: of all that the Tab key can reach, one of each tag and class
# in the same surroundings that was not judged before. After the Tab key a script moves the focus as that key does.
FOCUS = """([judged]) => {
  const look = (at) => {
    const style = getComputedStyle(at);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor,
            style.color, style.textDecorationLine].join();
  };
  const named = (at) => `${at.localName}.${at.type ?? ""}.${at.getAttribute("class") ?? ""}`;
  const known = new Set(judged);
  const kinds = [], unseen = [];
  for (const at of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    const kind = [at, at.parentElement, at.parentElement.parentElement].map(named).join(" < ");
    if (known.has(kind) || !at.checkVisibility({ visibilityProperty: true })) { continue; }
    at.focus({ preventScroll: true });
    if (document.activeElement !== at || !at.matches(":focus-visible")) { continue; }
    const focused = look(at);
    at.blur();
    if (focused === look(at)) { unseen.push(at.outerHTML.slice(0, 120)); } else { kinds.push(kind); }
    known.add(kind);
    at.focus({ preventScroll: true });
  }
  return [kinds, unseen];
}"""
MOVES = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  return seconds(style.animationDuration) > 0.01 && style.animationName !== "none"
      || seconds(style.transitionDuration) > 0.01;
}).map((element) => element.className || element.tagName)"""
CUT = """() => [...document.querySelectorAll("article h1, article h2, article p, article li")].filter(
  (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden"
).map((element) => element.textContent)"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SCHEME = "document.body.dataset.mdColorScheme"
# What was seen to show that it has the focus, on whatever page.
_SHOWN: set[str] = set()


FAULTS = {
    "image-alt": '<img src="x.png">',
    "color-contrast": '<p>Zwart</p><p class="bleek">Bleek</p><style>.bleek { color: #aaa }</style>',
    "link-in-text-block": "<p>Een <a href='x'>zin</a> van meer woorden</p><style>a { text-decoration: none }</style>",
    "target-size": "<button style='width: 9px'>x</button><button style='width: 9px'>y</button>",
}


@pytest.fixture(scope="module", params=some(["real_", ""], daily=[""]))
def of(request: pytest.FixtureRequest) -> str:
    """How the fixtures of a library begin: that of the examples, or that which editors work on."""
    return str(request.param)


@pytest.fixture(scope="module", params=SEEN)
def kind(request: pytest.FixtureRequest) -> str:
    """A kind of page."""
    return str(request.param)


@pytest.fixture(scope="module")
def path(request: pytest.FixtureRequest, of: str, kind: str) -> str:
    """Where a page of this kind is."""
    return PAGE_KINDS[kind](request.getfixturevalue(f"{of}library"))


@pytest.fixture(scope="module")
def reader(request: pytest.FixtureRequest, browser: Browser, of: str) -> Visitor:
    """Who looks at it."""
    return Visitor(browser, request.getfixturevalue(f"{of}origin"))


@pytest.fixture(scope="module")
def refusals(reader: Visitor) -> Refusals:
    """What the pages that this reader sees refuse, and call an error; they have axe-core from the start."""
    context = reader.see("robots.txt", NARROW).context
    # Else the half megabyte goes to each page on its own.
    context.add_init_script(AXE_SCRIPT)
    return Refusals(context)


@pytest.fixture(scope="module")
def light(reader: Visitor, refusals: Refusals, path: str) -> Page:
    """The page in light colours, opened on a phone."""
    refusals.forget()
    return reader.see(path, NARROW)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A window for pages that a test makes up."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_would_be_seen(blank: Page, rule: str) -> None:
    page = blank
    page.set_content(f"<!doctype html><html lang='nl'><title>x</title><main><h1>Kop</h1>{FAULTS[rule]}</main></html>")
    assert rule in violations(page, rule)
    assert rule in violations(page, also=WHEN_ASKED)


def test_everything_is_accessible_and_ours(light: Page, reader: Visitor, refusals: Refusals, path: str) -> None:
    """And works under the Content-Security-Policy of the page."""
    assert refusals.of(light) == []
    assert violations(light, also=WHEN_ASKED) == ""
    if THOROUGH or path in WIDE_TOO:
        assert violations(resized(light, WIDE)) == ""
    assert reader.asked_elsewhere() == []
    assert light.evaluate(SCHEME) == "default"


def test_dark_colours_are_as_readable(light: Page, reader: Visitor) -> None:
    """For who makes a screen dark while the page is open: that saves opening it once more."""
    resized(light, NARROW).emulate_media(color_scheme="dark")
    try:
        wait_for(light, f"{SCHEME} === 'slate'")
        assert light.evaluate(TOO_WIDE) <= 0
        for width in (NARROW, WIDE) if THOROUGH else (NARROW,):
            assert violations(resized(light, width), *BY_LOOK) == "", width
        assert reader.asked_elsewhere() == []
    finally:
        light.emulate_media(color_scheme="light")
        wait_for(light, f"{SCHEME} === 'default'")


def test_nothing_moves_for_who_asked_so(light: Page) -> None:
    """WCAG 2.2, 2.3.3, through the media query prefers-reduced-motion."""
    assert resized(light, WIDE).evaluate(MOVES) == []


def test_the_focus_is_always_visible(light: Page) -> None:
    """WCAG 2.2, 2.4.7: wherever the Tab key stops something shows where the reader is."""
    resized(light, WIDE).keyboard.press("Tab")
    kinds, unseen = light.evaluate(FOCUS, [sorted(_SHOWN)])
    _SHOWN.update(kinds)
    assert unseen == [] and _SHOWN


def test_a_focus_that_nobody_sees_would_be_seen(blank: Page) -> None:
    page = blank
    page.set_content("<style>a { outline: none !important }</style><button>Een</button><a href='x'>Twee</a>")
    page.keyboard.press("Tab")
    kinds, unseen = page.evaluate(FOCUS, [[]])
    assert len(kinds) == 1 and unseen == ['<a href="x">Twee</a>']


@pytest.mark.parametrize("real_kind", some(PAGE_KINDS, daily=DAILY - FORMS))
def test_it_reads_at_every_width(real_visitor: Visitor, real_library: Library, real_kind: str) -> None:
    """WCAG 2.2, 1.4.4 and 1.4.10: 640 CSS pixels is a screen of 1280 at twice the size, 320 at four times.

    Daily most pages are only seen where there is least room, and one of each way of laying out at all widths.
    """
    page = real_visitor.see(PAGE_KINDS[real_kind](real_library), NARROW)
    for width in sorted((*WIDTHS, 640)) if THOROUGH or real_kind in LAID_OUT else (NARROW,):
        assert resized(page, width).evaluate(TOO_WIDE) <= 0, width
        if THOROUGH or width in (NARROW, WIDE):
            assert page.evaluate(CUT) == [], width


def test_who_has_a_dark_screen_gets_a_dark_page(real_visitor: Visitor) -> None:
    page = real_visitor.see("", NARROW, "dark")
    assert page.evaluate(SCHEME) == "slate"
    assert real_visitor.asked_elsewhere("dark") == []


def test_forced_colours_keep_what_colour_says(real_site: Path, real_library: Library, real_visitor: Visitor) -> None:
    """With colours of the reader's own (CSS Color Adjustment, 3) badges keep an edge, on pages that have them all."""
    badges = {path: set(BADGES.findall(_source(real_site, path))) for path in _paths(real_library)}
    assert len([path for path, own in badges.items() if own]) > 5
    bare, seen = [], set[str]()
    for path in sorted(badges, key=lambda path: len(badges[path]), reverse=True):
        if badges[path] <= seen:
            continue
        seen |= badges[path]
        page = real_visitor.see(path, WIDE, forced_colors=True)
        bare += page.evaluate("""() => [...document.querySelectorAll(".kb-badge, .kb-stance, .kb-level")].filter(
          (badge) => getComputedStyle(badge).borderTopStyle === "none").map((badge) => badge.outerHTML)""")
    assert seen and bare == []


def _paths(library: Library) -> list[str]:
    return [find(library) for find in PAGE_KINDS.values()]


def _source(site: Path, path: str) -> str:
    file = site / path
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


def test_the_site_reads_without_javascript(without_scripts: Page, origin: str) -> None:
    page = without_scripts
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.goto(origin)
    page.get_by_label("Onderdelen van de site").get_by_role("link", name="Cases").click()
    page.get_by_role("link", name="Hoogeveen stopte").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("^Hoogeveen stopte"))


def test_the_theme_takes_no_feed_for_a_translated_site(browser: Browser, origin: str) -> None:
    """It asked for a sitemap beside each of them, as soon as a page stood there."""
    asked: list[str] = []
    page = shared_page(browser, f"{origin}robots.txt", WIDE, "light")
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        page.goto(f"{origin}themas/energie/", wait_until="networkidle")
        feeds = page.locator("link[rel~=alternate][type='application/atom+xml']")
        assert feeds.evaluate_all("links => links.map(({ href }) => href)") == [
            f"{origin}nieuw/alles.atom",
            f"{origin}themas/energie/nieuw.atom",
        ]
    assert asked and [url for url in asked if "sitemap" in url] == []


def test_the_menu_is_a_button_on_a_phone_and_not_there_on_a_desktop(browser: Browser, origin: str) -> None:
    page = shared_page(browser, origin, 360, "light")
    menu = page.get_by_role("button", name="Menu", exact=True)
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Cases", exact=True)
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()
    expect(resized(page, WIDE).get_by_role("button", name="Menu", exact=True)).to_be_hidden()
