"""The preview in the form looks like the page, at its full height, and is loaded when it is first shown."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.example_library import fixed_tree
from ..support.in_browser import NEEDS_BROWSER, SCREENS, violations
from .test_assistant import opened

pytestmark = NEEDS_BROWSER

CASE = "wind-langs-de-weg"
# What makes a part look as it does.
_LOOKS = """part => ["fontSize", "fontFamily", "fontWeight", "color", "display", "backgroundColor"]
    .map(name => getComputedStyle(part)[name])"""
_PARTS = (
    *("h1", ".kb-asked", ".kb-about-line", ".kb-brief", ".kb-figure-number", ".kb-road", ".kb-road-year"),
    *(".kb-road-words", ".kb-beside", "dt", "h2", "th", ".kb-turn h3", ".kb-stance", ".admonition", ".footnote li"),
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own: what a form loads is what a new reader loads."""
    made = browser.new_page()
    yield made
    made.close()


def _with_case(page: Page) -> Page:
    text = fixed_tree()[f"cases/{CASE}.md"].data
    page.locator("#assistent-bestand").set_input_files({"name": f"{CASE}.md", "mimeType": "", "buffer": text})
    expect(page.locator("#assistent-let-op")).to_contain_text("is geopend")
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-voorbeeld h1")).to_be_visible()
    return page


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_preview_looks_like_the_page(browser: Browser, origin: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    form = _with_case(opened(context, origin))
    page = context.new_page()
    page.goto(f"{origin}cases/{CASE}/")
    preview = form.locator("#assistent-voorbeeld")
    expect(preview.locator(".kb-about-line")).to_have_css("display", "flex")  # its styles are there
    differ = {
        part: (seen, real)
        for part in _PARTS
        if (seen := preview.locator(part).first.evaluate(_LOOKS))
        != (real := page.locator(f"article {part}").first.evaluate(_LOOKS))
    }
    assert differ == {}
    # Nothing has to be scrolled in a box, in either direction.
    assert preview.evaluate("part => [part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth]") == [
        0,
        0,
    ]
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(form) == ""
    context.close()


def test_the_preview_is_loaded_when_it_is_shown_and_leads_nowhere(page: Page, origin: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(origin)))
    page.goto(f"{origin}bijdragen/assistent/")
    expect(page.locator("#assistent")).to_be_visible()
    late = ["preview.js", "blocks.js", "drawn.js", "figures.js", "turns.js", "shown.js", "case.css", "road.css"]
    assert [name for name in late if any(url.endswith(f"/{name}") for url in loaded)] == []
    preview = _with_case(page).locator("#assistent-voorbeeld")
    expect(preview.locator(".kb-about-line")).to_have_css("display", "flex")
    assert [name for name in late if not any(url.endswith(f"/{name}") for url in loaded)] == []
    # A link on this page would leave the form, or take it to another step.
    assert preview.locator("a").count() > 20
    assert preview.locator("a[href]:not([target=_blank])").count() == 0
    named = page.locator("#assistent-zonder")
    for part in ("Klopt dit niet?", "één A4", "kaartje", "begrippen", "Leg hiernaast", "in beeld", "nakeek"):
        expect(named).to_contain_text(part)


def test_what_is_ticked_keeps_the_order_of_the_case(page: Page, origin: str) -> None:
    text = fixed_tree()["cases/dorp-maakt-stroom.md"].data.decode()
    for themes in (["Energie", "Natuur"], ["Natuur", "Energie"]):
        own = text.replace("themes: [energie, natuur]", f"themes: [{', '.join(themes).lower()}]")
        page.goto(f"{origin}over/")
        page.evaluate("localStorage.clear()")
        page.goto(f"{origin}bijdragen/assistent/")
        page.locator("#assistent-bestand").set_input_files(
            {"name": "dorp-maakt-stroom.md", "mimeType": "", "buffer": own.encode()}
        )
        expect(page.locator("#assistent-let-op")).to_contain_text("is geopend")
        expect(page.locator("#assistent-let-op")).not_to_contain_text("Niet alles")
        page.get_by_label("Titel", exact=True).first.fill("Een andere titel")
        page.get_by_role("link", name="Controleer en verstuur").click()
        shown = page.locator("#assistent-voorbeeld .kb-about-line .kb-theme")
        expect(shown).to_have_text([f" {theme}" for theme in themes])
        assert f"themes: [{', '.join(themes).lower()}]" in page.locator("#assistent-tekst").input_value()
