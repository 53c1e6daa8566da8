"""A reader says that something is wrong: two clicks from any page, also without scripts and on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.building.reporting import VERSION
from kennisbank.library.library import Library

from ..conftest import PUBLISHED
from ..support.chance import few
from ..support.example_library import CONTACT, EDITORS
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, answering, resized, shared_page, violations, wait_for
from ..support.page_kinds import PAGE_KINDS

pytestmark = NEEDS_BROWSER

KINDS = ("home", "een case", "een les", "een community", "een begrip", "cases/", "lessen/", "begrippen/", "over/")


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A small window in which no script runs, so that nothing of one page is left at the next."""
    page = browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize("kind", few(KINDS, daily=3))
def test_a_report_is_two_clicks_away_without_scripts(
    without_scripts: Page, origin: str, library: Library, kind: str
) -> None:
    page = without_scripts
    path = PAGE_KINDS[kind](library)
    page.goto(origin + path)
    summary = page.get_by_text("Klopt dit niet?", exact=True).first
    box, title = summary.bounding_box(), page.locator("h1").bounding_box()
    assert box and title and abs(box["y"] - title["y"]) < 200
    summary.click()
    mail, issue = page.get_by_role("link", name="Mail de redactie"), page.get_by_role("link", name="Meld het op GitHub")
    expect(mail).to_be_visible()
    expect(issue).to_be_visible()
    body = unquote(mail.get_attribute("href") or "")
    assert body.startswith(f"mailto:{CONTACT}?")
    assert re.search(r"Versie van de site: \d{4}-\d\d-\d\d \([0-9a-f]{10}\)", body)
    assert "template=klopt-niet.yml" in (issue.get_attribute("href") or "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_opens_and_closes_by_keyboard_and_shows_nothing_on_paper(
    browser: Browser, origin: str, library: Library
) -> None:
    page = shared_page(browser, origin + PAGE_KINDS["een case"](library), 1280, "light")
    report = page.locator(".kb-report")
    report.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(report).to_have_attribute("open", "")
    expect(page.get_by_role("button", name="Kopieer de vragen")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Mail de redactie")).to_be_focused()
    page.keyboard.press("Escape")
    expect(report).not_to_have_attribute("open", "")
    expect(report.locator("summary")).to_be_focused()
    page.emulate_media(media="print")
    expect(report).to_be_hidden()


def test_citing_and_printing_stand_beside_it(browser: Browser, origin: str, library: Library) -> None:
    page = shared_page(browser, origin + PAGE_KINDS["een case"](library), 1280, "light")
    page.evaluate("() => { window.print = () => { window.asked = true; }; }")
    tools = page.locator(".kb-page-tools")
    tools.get_by_role("button", name="Print").click()
    wait_for(page, "window.asked === true")
    tools.get_by_role("link", name="Verwijs").click()
    expect(page.get_by_text("Zo verwijs je hiernaar")).to_be_in_viewport()
    page.goto(origin)
    expect(tools.get_by_role("button", name="Print")).to_be_visible()
    expect(tools.get_by_role("link", name="Verwijs")).to_have_count(0)


def test_a_report_of_what_is_not_found_names_the_address_that_was_asked_for(
    browser: Browser, published_site: Path
) -> None:
    """The page is the same file for every address, and the one that is wrong is the one in the link."""
    asked = f"{PUBLISHED}cases/bestaat-niet/?q='a'&amp;b#c"

    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.route("**/*", answering(published_site, PUBLISHED))
    page.goto(asked)
    page.get_by_text("Klopt dit niet?", exact=True).click()
    # A script puts the address in.
    expect(page.get_by_role("link", name="Mail de redactie")).to_have_attribute("href", re.compile("bestaat-niet"))
    expect(page.get_by_role("link", name="Meld het op GitHub")).to_have_attribute("href", re.compile("bestaat-niet"))
    mail = page.get_by_role("link", name="Mail de redactie").get_attribute("href") or ""
    issue = page.get_by_role("link", name="Meld het op GitHub").get_attribute("href") or ""
    lines = parse_qs(urlsplit(mail).query)["body"][0].splitlines()
    assert page.url in lines and f"{PUBLISHED}404.html" not in lines
    assert parse_qs(urlsplit(issue).query)["pagina"] == [page.url]
    assert violations(page) == "" and page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    page.get_by_label("Zoek op een onderwerp").fill("warmtenet te duur")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{PUBLISHED}zoeken/#q=warmtenet+te+duur")
    page.close()


@pytest.mark.parametrize("scheme", few(SCHEMES, daily=1))
def test_open_it_breaks_no_rule_and_does_not_cover_the_title(
    browser: Browser, origin: str, library: Library, scheme: str
) -> None:
    page = shared_page(browser, origin + PAGE_KINDS["een case"](library), 320, scheme)
    page.locator(".kb-report summary").click()
    expect(page.get_by_role("button", name="Kopieer de vragen")).to_be_visible()  # what a script adds is there
    assert violations(page) == ""
    for width in (320, 1280):
        resized(page, width)
        panel, title = page.locator(".kb-report > div").bounding_box(), page.locator("h1").bounding_box()
        assert panel and title and panel["y"] + panel["height"] <= title["y"], width
        assert panel["x"] >= 0 and panel["x"] + panel["width"] <= width, width


def test_the_questions_name_the_whole_address_and_can_be_copied(
    browser: Browser, origin: str, library: Library
) -> None:
    """Where the site does not know its own address, and no mail program opens; also where copying is refused."""
    page = shared_page(browser, origin + PAGE_KINDS["een case"](library), 1280, "light")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => void (window.copied = text); }")
    page.locator(".kb-report summary").click()
    copying, said = page.get_by_role("button", name="Kopieer de vragen"), page.locator(".kb-report [role=status]")
    # It looks like what can be pressed, and no full stop stands alone behind it.
    assert copying.evaluate("one => getComputedStyle(one).borderStyle") == "solid"
    assert copying.evaluate("one => one.nextSibling.textContent.trim()") == ""
    copying.click()
    expect(said).to_contain_text("klembord")
    copied = page.evaluate("window.copied")
    assert copied.startswith("Klopt dit niet: ") and "1. Wat klopt er niet?" in copied
    assert page.url in copied.splitlines()
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); }; }")
    copying.click()
    expect(said).to_contain_text("geselecteerd")
    expect(page.get_by_label("De vragen", exact=True)).to_have_value(copied)
    mail = page.get_by_role("link", name="Mail de redactie").get_attribute("href") or ""
    issue = page.get_by_role("link", name="Meld het op GitHub").get_attribute("href") or ""
    assert page.url in parse_qs(urlsplit(mail).query)["body"][0].splitlines()
    assert parse_qs(urlsplit(issue).query)["pagina"] == [page.url]
    assert violations(page) == ""


def test_it_leads_to_who_edits(browser: Browser, origin: str, library: Library) -> None:
    page = shared_page(browser, origin + PAGE_KINDS["een les"](library), 1280, "light")
    page.locator(".kb-report summary").click()
    page.get_by_role("link", name="Wie leest dit").click()
    expect(page.locator("#redactie")).to_be_in_viewport()
    expect(page.get_by_text(EDITORS)).to_be_visible()


def test_no_page_is_left_without_its_version(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    assert [page for page in pages if VERSION in page.read_text(encoding="utf-8")] == []
