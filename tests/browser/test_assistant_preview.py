"""The preview in the form looks like the page, at its full height, and is loaded when it is first shown."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.example_library import fixed_tree
from ..support.in_browser import NEEDS_BROWSER, SCREENS, hearing, shared_page, violations, wait_for

pytestmark = NEEDS_BROWSER

CASE = "wind-langs-de-weg"
# What makes each of these parts look as it does, in what stands at `where`: also behind the wall of the preview.
_LOOKS = """([where, parts]) => {
    const place = document.querySelector(where);
    const looks = (part) => ["fontSize", "fontFamily", "fontWeight", "color", "display", "backgroundColor"]
        .map((name) => getComputedStyle(part)[name]);
    return Object.fromEntries(parts.map((part) => [part, looks((place.shadowRoot ?? place).querySelector(part))]));
}"""
# Whether all styles of the preview are there: they come each by itself.
_STYLED = """() => [...document.querySelector("#assistent-voorbeeld").shadowRoot.querySelectorAll("link")]
    .every((link) => link.sheet)"""
_PARTS = (
    *("h1", ".kb-asked", ".kb-about-line", ".kb-brief", ".kb-figure-number", ".kb-road", ".kb-road-year"),
    *(".kb-road-words", ".kb-beside", "dt", "h2", "th", ".kb-turn h3", ".kb-stance", ".admonition", ".footnote li"),
)


def _with_case(page: Page) -> Page:
    text = fixed_tree()[f"cases/{CASE}.md"].data
    page.locator("#assistent-bestand").set_input_files({"name": f"{CASE}.md", "mimeType": "", "buffer": text})
    expect(page.locator("#assistent-let-op")).to_contain_text("is geopend")
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-voorbeeld h1")).to_be_visible()
    return page


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_preview_looks_like_the_page(browser: Browser, origin: str, width: int, scheme: str) -> None:
    form = shared_page(browser, f"{origin}bijdragen/assistent/", width, scheme)
    preview = _with_case(form).locator("#assistent-voorbeeld")
    wait_for(form, _STYLED)
    seen = form.evaluate(_LOOKS, ["#assistent-voorbeeld", _PARTS])
    # Nothing has to be scrolled in a box, in either direction.
    assert preview.evaluate("part => [part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth]") == [
        0,
        0,
    ]
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(form) == ""
    form.goto(f"{origin}cases/{CASE}/")
    real = form.evaluate(_LOOKS, ["article", _PARTS])
    assert len(real) == len(_PARTS)
    assert {part: (seen[part], real[part]) for part in _PARTS if seen[part] != real[part]} == {}


def test_the_preview_is_loaded_when_it_is_shown_and_leads_nowhere(browser: Browser, origin: str) -> None:
    loaded: list[str] = []
    page = shared_page(browser, f"{origin}over/", 1280, "light")
    with hearing(page, {"request": lambda request: loaded.append(request.url.removeprefix(origin))}):
        page.goto(f"{origin}bijdragen/assistent/")
        expect(page.locator("#assistent")).to_be_visible()
        late = ["preview.js", "blocks.js", "drawn.js", "figures.js", "turns.js", "shown.js", "case.css", "road.css"]
        assert loaded and [name for name in late if any(url.endswith(f"/{name}") for url in loaded)] == []
        preview = _with_case(page).locator("#assistent-voorbeeld")
        expect(preview.locator(".kb-about-line")).to_have_css("display", "flex")
    assert [name for name in late if not any(url.endswith(f"/{name}") for url in loaded)] == []
    # A link on this page would leave the form, or take it to another step.
    assert preview.locator("a").count() > 20
    assert preview.locator("a[href]:not([target=_blank])").count() == 0
    named = page.locator("#assistent-zonder")
    for part in ("Klopt dit niet?", "één A4", "kaartje", "begrippen", "Leg hiernaast", "in beeld", "nakeek"):
        expect(named).to_contain_text(part)


def test_what_is_ticked_keeps_the_order_of_the_case(browser: Browser, origin: str) -> None:
    """As it is in this case, the boxes stand in that order too: so the other way round."""
    page = shared_page(browser, f"{origin}bijdragen/assistent/", 1280, "light")
    text = fixed_tree()["cases/dorp-maakt-stroom.md"].data.decode()
    assert "themes: [energie, natuur]" in text
    own = text.replace("themes: [energie, natuur]", "themes: [natuur, energie]")
    page.locator("#assistent-bestand").set_input_files(
        {"name": "dorp-maakt-stroom.md", "mimeType": "", "buffer": own.encode()}
    )
    expect(page.locator("#assistent-let-op")).to_contain_text("is geopend")
    expect(page.locator("#assistent-let-op")).not_to_contain_text("Niet alles")
    page.get_by_label("Titel", exact=True).first.fill("Een andere titel")
    page.get_by_role("link", name="Controleer en verstuur").click()
    shown = page.locator("#assistent-voorbeeld .kb-about-line .kb-theme")
    expect(shown).to_have_text([" Natuur", " Energie"])
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile(r"\nthemes: \[natuur, energie\]\n"))


def test_on_paper_comes_what_was_filled_in_and_at_the_end_the_page_itself(browser: Browser, origin: str) -> None:
    page = shared_page(browser, f"{origin}bijdragen/assistent/", 1280, "light")
    about, paper, preview = (page.locator(one) for one in ("article > h2", ".kb-paper", "#assistent-voorbeeld"))
    page.emulate_media(media="print")
    expect(about.first).to_be_visible()
    page.emulate_media(media="screen")
    title = _with_case(page).locator("#assistent-voorbeeld h1").inner_text()
    for step, (seen, unseen) in {"vraagstuk": (paper, preview), "nakijken": (preview, paper)}.items():
        page.goto(f"{page.url.split('#')[0]}#{step}")
        expect(page.locator(f"#{step} h2").first).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        expect(seen).to_contain_text(title)
        expect(seen).to_be_visible()
        for one in (unseen, about.first, page.locator(".kb-steps"), page.locator(".kb-go"), paper.locator("a").first):
            expect(one).to_be_hidden()
        page.emulate_media(media="screen")
        expect(paper).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_on_paper_the_preview_has_no_frame_and_says_that_it_is_a_concept(browser: Browser, origin: str) -> None:
    page = _with_case(shared_page(browser, f"{origin}bijdragen/assistent/", 1280, "light"))
    # Each option is one, and no part of a sentence.
    options = page.locator("#assistent-antwoorden dt", has_text="Afslag 1, Opties").locator("+ dd li")
    assert options.count() > 1
    page.emulate_media(media="print")
    preview = page.locator("#assistent-voorbeeld")
    expect(preview).to_contain_text("Concept, nog niet nagekeken.")
    expect(preview).to_have_css("border-top-width", "0px")
    assert preview.locator("table").count() == preview.locator(".kb-table > table").count()
    page.emulate_media(media="screen")
