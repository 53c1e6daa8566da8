"""A browser that keeps nothing shows the same site, without an error; what is chosen holds for that page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..conftest import PUBLISHED
from ..support.chance import THOROUGH, some
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, answering, shared_page

pytestmark = NEEDS_BROWSER

BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("denied", "SecurityError"); } });"""
PATHS = ("", "cases/", "cases/wind-langs-de-weg/", "zoeken/", "selectie/", "bewijs/")
SCHEME = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_where_nothing_can_be_kept_pages_work_as_anywhere(browser: Browser, origin: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    context.add_init_script(BLOCKED)
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("console", lambda told: trouble.append(f"{page.url}: {told.text}") if told.type == "error" else None)
    # Daily half of the pages in each scheme.
    for path in PATHS if THOROUGH else PATHS[SCHEMES.index(scheme) :: len(SCHEMES)]:
        # Scripts that come late may fail as well.
        page.goto(origin + path, wait_until="networkidle")
        body = page.locator("body")
        expect(body, path).to_have_attribute("data-md-color-scheme", SCHEME[scheme])
        page.locator("label[for^=__palette_]:visible").click()
        expect(body, path).to_have_attribute("data-md-color-scheme", "default")
    assert trouble == []
    context.close()


def test_the_colours_of_the_device_stay_until_a_reader_chooses(browser: Browser, origin: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(origin)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    page.goto(f"{origin}cases/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label[for^=__palette_]:visible").click()
    page.locator("label[for^=__palette_]:visible").click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.close()


# Two pages of one form, and another form.
FORMS = ("bijdragen/assistent/#verhaal", "bijdragen/assistent/", "bijdragen/snel/")


@pytest.mark.parametrize("path", some(FORMS, daily=[FORMS[0], FORMS[2]]))
def test_a_form_keeps_nothing_before_somebody_types(browser: Browser, origin: str, path: str) -> None:
    page = shared_page(browser, origin + path, 1280, "light")
    expect(page.locator("#assistent")).to_be_visible()
    for button in page.locator("#assistent .kb-go button").filter(visible=True).all():
        button.click()
    kept = "[localStorage, sessionStorage].flatMap((one) => Object.keys(one)).filter((key) => /versneller/.test(key))"
    page.wait_for_timeout(600)  # longer than what waits to be kept
    assert page.evaluate(kept) == []
    expect(page.locator("#assistent-stand")).to_have_text("")
    expect(page.get_by_text("In een privévenster")).to_be_hidden()
    if "assistent" in path:  # the buttons lead on, to pages with nothing to type
        page.locator("[data-step=verhaal]").click()
        expect(page.locator("#verhaal")).to_be_visible()
    page.locator("form [name]:visible").first.fill("Een dak")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    assert page.evaluate(kept) != []
    expect(page.get_by_text("In een privévenster")).to_be_visible()


def test_words_reach_no_server_without_a_script_either(browser: Browser, published_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.route("**/*", answering(published_site, PUBLISHED))
    for path in ("", "bestaat-niet/"):
        page.goto(PUBLISHED + path)
        page.get_by_label("Zoek op een onderwerp").fill("geheimwoord")
        page.keyboard.press("Enter")
        page.wait_for_url("**/zoeken/**")
    assert f"{PUBLISHED}bestaat-niet/" in asked and not [url for url in asked if "geheimwoord" in url]
    context.close()
