"""A browser that keeps nothing shows the same site, without an error; what is chosen holds for that page."""

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..conftest import PUBLISHED
from ..support.chance import few, some
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, answering

pytestmark = NEEDS_BROWSER

BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
  get() { throw new DOMException("denied", "SecurityError"); } });"""
PATHS = ("", "cases/", "cases/wind-langs-de-weg/", "zoeken/", "selectie/", "bewijs/")
IN_TURN = (*zip(PATHS, SCHEMES * 3, strict=True),)
SCHEME = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize(("path", "scheme"), some(product(PATHS, SCHEMES), daily=IN_TURN))
def test_where_nothing_can_be_kept_pages_work_as_anywhere(
    browser: Browser, origin: str, path: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    context.add_init_script(BLOCKED)
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda told: trouble.append(told.text) if told.type == "error" else None)
    page.goto(origin + path, wait_until="networkidle")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", SCHEME[scheme])
    page.locator("label[for^=__palette_]:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
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


@pytest.mark.parametrize(
    "path", few(["bijdragen/assistent/#verhaal", "bijdragen/assistent/", "bijdragen/snel/"], daily=2)
)
def test_a_form_keeps_nothing_before_somebody_types(browser: Browser, origin: str, path: str) -> None:
    page = browser.new_page()
    page.goto(origin + path, wait_until="networkidle")
    for button in page.locator("#assistent .kb-go button").filter(visible=True).all():
        button.click()
    kept = "[localStorage, sessionStorage].flatMap((one) => Object.keys(one)).filter((key) => /versneller/.test(key))"
    page.wait_for_timeout(600)  # longer than what waits to be kept
    assert page.evaluate(kept) == []
    expect(page.locator("#assistent-stand")).to_have_text("")
    expect(page.get_by_text("In een privévenster")).to_be_hidden()
    page.locator("form [name]:visible").first.fill("Een dak")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    assert page.evaluate(kept) != []
    expect(page.get_by_text("In een privévenster")).to_be_visible()
    page.close()


@pytest.mark.parametrize("path", ["", "bestaat-niet/"])
def test_words_reach_no_server_without_a_script_either(browser: Browser, published_site: Path, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.route("**/*", answering(published_site, PUBLISHED))
    page.goto(PUBLISHED + path)
    page.get_by_label("Zoek op een onderwerp").fill("geheimwoord")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/**")
    assert asked and not [url for url in asked if "geheimwoord" in url]
    context.close()
