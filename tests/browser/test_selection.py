"""Mijn selectie and the note to colleagues, as readers use them: by keyboard, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER, SCREENS, as_new, hearing, shared_page, violations

pytestmark = NEEDS_BROWSER

# Pages that are kept, and what a browser keeps of them.
TITLES = {
    "cases/wind-langs-de-weg": "Tilburg koos samen met de buren voor wind langs de snelweg",
    "lessen/kies-je-plaats": "Kies je rol en pas die later aan",
    "cases/dorp-maakt-stroom": "Lochem hielp een dorp dat zelf stroom maakt",
}
PAGES = tuple(TITLES)
THREE = [{"id": id, "title": title} for id, title in TITLES.items()]
KEY = "transitieversneller.selectie"
DEAD_ANCHORS = """[...document.querySelectorAll('#selectie-document a[href^="#"]')]
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).length"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(browser: Browser, origin: str) -> Page:
    return shared_page(browser, f"{origin}robots.txt", 1280, "light")


@pytest.fixture
def kept(page: Page, origin: str) -> Page:
    """The selection of who kept three pages."""
    _store(page, THREE)
    page.goto(f"{origin}selectie/")
    return page


def _store(page: Page, items: list[dict[str, str]]) -> None:
    """What would be in the browser of who kept these; the window is on a page of the site without scripts."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(items)])


def _items(page: Page) -> Locator:
    return page.locator("#selectie-lijst > li > a")


def _shows(page: Page, titles: list[str]) -> None:
    expect(_items(page)).to_have_text(titles)


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def test_what_is_kept_survives_and_is_counted_on_every_page(page: Page, origin: str) -> None:
    for count, path in enumerate(PAGES[:2]):
        page.goto(f"{origin}{path}/")
        expect(page.get_by_role("link", name="Mijn selectie: 1 pagina")).to_have_count(count)
        button = page.get_by_role("button", name="Bewaar in mijn selectie")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="In mijn selectie (haal weg)")).to_be_focused()
    expect(page.get_by_text("Je selectie telt nu 2 pagina's.")).to_be_visible()
    link = page.get_by_role("link", name="Mijn selectie: 2 pagina's")
    link.press("Enter")
    page.wait_for_url("**/selectie/")
    expect(page.get_by_role("status").filter(has_text="Je selectie telt 2 pagina's.")).to_be_visible()
    _shows(page, [TITLES[path] for path in PAGES[:2]])
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")) == THREE[:2]


def test_the_list_is_put_in_order_by_keyboard_and_nothing_is_lost(kept: Page, origin: str) -> None:
    page = kept
    first, second, third = TITLES.values()
    _shows(page, [first, second, third])
    beside = page.get_by_role("link", name="Leg deze cases naast elkaar")
    expect(beside).to_have_attribute("href", f"{origin}naast-elkaar/?cases=wind-langs-de-weg,dorp-maakt-stroom")
    _press(page, f"Omlaag: {first}")
    _shows(page, [second, first, third])
    expect(page.get_by_role("button", name=f"Omlaag: {first}")).to_be_focused()
    _press(page, f"Omlaag: {first}")
    expect(page.get_by_role("button", name=f"Omhoog: {first}")).to_be_focused()
    expect(page.locator("#selectie-melding")).to_have_text(f"‘{first}’ staat nu op plaats 3 van 3.")
    _press(page, f"Haal weg: {second}")
    expect(page.locator("#selectie-melding")).to_have_text(f"‘{second}’ is uit je selectie.")
    _shows(page, [third, first])
    expect(page.get_by_role("button", name=f"Haal weg: {third}")).to_be_focused()
    _press(page, "Maak leeg")
    _shows(page, [])
    _press(page, "Maak ongedaan")
    _shows(page, [third, first])
    page.reload()
    _shows(page, [third, first])


def _downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        _press(page, button)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_selection_is_taken_along_as_text_and_printed_as_one_document(kept: Page, origin: str) -> None:
    page = kept
    name, data = _downloaded(page, "Neem mee als Markdown")
    text = data.decode("utf-8")
    assert name == "selectie.md"
    assert text.startswith("# Mijn selectie\n\n## Tilburg koos")
    assert "### Aanleiding" in text
    assert "[^1-handboek]:" in text and "[^2-handboek]:" in text
    assert f"]({origin}lessen/begin-klein/)" in text
    assert "](../" not in text and "<div" not in text
    _print(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate(DEAD_ANCHORS) == 0
    assert page.locator("#selectie-document h1").count() == 0
    assert page.locator("#selectie-document .footnote").count() == 3
    assert violations(page) == ""
    paper = page.locator("#selectie-document").inner_text()
    assert all(f"Transitieversneller. {origin}{path}/" in paper for path in PAGES)
    page.emulate_media(media="print")
    assert not page.locator("#selectie-acties").is_visible()
    assert page.locator("#selectie-document").get_by_text("Nagekeken op").first.is_visible()
    page.emulate_media(media="null")


def test_in_short_a_page_is_what_stands_above_its_story(kept: Page, origin: str) -> None:
    page = kept
    _print(page, "Druk af in het kort")
    parts = page.locator("#selectie-document > .kb-part")
    expect(parts).to_have_count(3)
    texts = parts.all_inner_texts()
    assert any("In het kort" in text for text in texts) and not any("Aanleiding" in text for text in texts)
    assert all(f"{origin}{path}/" in text for path, text in zip(_order(page), texts, strict=True))
    # Who reads this without the pages knows how far to trust it, and what may be done with it.
    checked = re.compile(r"\nNagekeken op \d+ november 2026\. http")
    assert [text for text in texts if not checked.search(text)] == []
    sure = {path: text for path, text in zip(_order(page), texts, strict=True) if "Hoe zeker: " in text}
    assert sure.keys() == TITLES.keys() and "Hoe zeker: redelijke onderbouwing. " in sure[PAGES[0]]
    assert not any("Bron: " in text for text in texts)
    assert page.locator("#selectie-document").inner_text().count("CC BY 4.0") == 1
    assert page.locator("#selectie-document sup").count() == 0 and page.evaluate(DEAD_ANCHORS) == 0
    short = _sheets(page)
    _print(page)
    # And the first page begins below the list, on its sheet.
    assert short < _sheets(page)
    page.emulate_media(media="print")
    first = parts.first.evaluate("(part) => getComputedStyle(part).breakBefore")
    assert first == "auto" != parts.last.evaluate("(part) => getComputedStyle(part).breakBefore")
    page.emulate_media(media="null")


def _order(page: Page) -> list[str]:
    links = page.locator("#selectie-lijst > li > a").evaluate_all("(all) => all.map((link) => link.pathname)")
    return [str(path).strip("/") for path in links]


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))


def _print(page: Page, button: str = "Druk af als één document") -> None:
    """Print, until the document is there that a browser would ask about."""
    page.evaluate("() => { window.print = () => document.body.dataset.printed = 'ja'; }")
    _press(page, button)
    expect(page.locator("body[data-printed]")).to_be_attached()
    page.evaluate("() => { delete document.body.dataset.printed; }")


def test_a_connection_that_falls_away_once_costs_no_page(kept: Page, origin: str) -> None:
    left = 0

    def answer(route: Route) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            route.continue_()
        else:
            route.abort("connectionreset")

    kept.route(f"{origin}{PAGES[0]}/", answer)
    for falls, told in {2: "1 pagina niet gevonden; het document zegt welke.", 1: "Klaar."}.items():
        left = falls
        _print(kept)
        expect(kept.locator("#selectie-melding")).to_have_text(told)
        assert left == falls - 2, f"asked {falls - left} times"


def test_a_shared_link_asks_before_it_changes_anything(page: Page, origin: str) -> None:
    _store(page, THREE[:1])
    page.goto(f"{origin}selectie/?cases=dorp-maakt-stroom,bestaat-niet,..%2Fover,%3Cimg%3E&lessen=kies-je-plaats&x=y")
    expect(page.get_by_role("heading", name="Wil je deze selectie overnemen?")).to_be_visible()
    expect(page.locator("#selectie-melding")).to_contain_text("Iemand deelde 2 pagina's met je.")
    expect(page.locator("#selectie-melding")).to_contain_text("In de link staat 1 adres zonder pagina")
    _shows(page, [TITLES[path] for path in PAGES[:0:-1]])
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")) == THREE[:1]
    _press(page, "Voeg toe aan mijn selectie")
    expect(_items(page)).to_have_count(3)
    assert page.url == f"{origin}selectie/"
    page.goto(f"{origin}selectie/?cases=plan-van-de-dorpen")
    _press(page, "Vervang mijn selectie")
    expect(_items(page)).to_have_count(1)
    _press(page, "Maak ongedaan")
    expect(_items(page)).to_have_count(3)


def test_a_link_to_share_gives_the_same_pages_back(kept: Page, origin: str) -> None:
    page = kept
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    _press(page, "Kopieer link om te delen")
    link = page.get_by_label("Link naar deze selectie").input_value()
    assert link == f"{origin}selectie/?cases=wind-langs-de-weg,dorp-maakt-stroom&lessen=kies-je-plaats"
    as_new(page, origin).goto(link)
    _press(page, "Neem over")
    _shows(page, [TITLES[path] for path in (PAGES[0], PAGES[2], PAGES[1])])


def test_a_shared_selection_opens_with_its_cases_and_can_be_used_at_once(page: Page, origin: str) -> None:
    page.goto(f"{origin}selectie/?cases=wind-langs-de-weg,dorp-maakt-stroom")
    expect(page.locator("#selectie-lijst > li")).to_have_count(2)
    assert "nog leeg" not in page.locator("#selectie").inner_text()
    assert "## Tilburg koos" in _downloaded(page, "Neem mee als Markdown")[1].decode("utf-8")
    assert page.get_by_role("link", name="Leg deze cases naast elkaar").is_visible()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    # Not every button that stands there keeps it.
    expect(page.locator("#selectie-vraag p")).to_have_text("Ze komt pas in jouw browser als je Neem over kiest.")
    _press(page, "Nee, laat zoals het is")
    expect(page.locator("#selectie-melding")).to_contain_text("nog leeg")
    _shows(page, [])
    page.goto(f"{origin}selectie/?cases=bestaat-niet")
    expect(page.locator("#selectie-melding")).to_contain_text("In de link staat 1 adres zonder pagina.")


DAMAGED = (
    *("geen json", "{}", "null", "[1,null]"),
    '[{"id":"../over","title":"x"},{"id":"cases/wind-langs-de-weg","title":"<img src=x>"}]',
)


def test_damaged_storage_is_mended_and_kept_apart(page: Page, origin: str) -> None:
    for stored in DAMAGED if THOROUGH else (DAMAGED[0], DAMAGED[-1]):
        page.evaluate("([key, value]) => { localStorage.clear(); localStorage.setItem(key, value); }", [KEY, stored])
        page.goto(f"{origin}selectie/")
        expect(page.locator("#selectie-melding"), stored).to_contain_text("niet te lezen")
        assert page.locator("#selectie img").count() == 0, stored
        assert _downloaded(page, "Neem het onleesbare deel mee")[1].decode("utf-8") == stored
    assert "wind-langs-de-weg" in stored
    page.goto(f"{origin}cases/dorp-maakt-stroom/")
    _press(page, "Bewaar in mijn selectie")
    page.goto(f"{origin}selectie/")
    expect(_items(page)).to_have_count(2)


def test_blocked_storage_says_so_and_offers_a_link(context: BrowserContext, origin: str) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = context.new_page()
    page.goto(f"{origin}cases/wind-langs-de-weg/")
    _press(page, "Bewaar in mijn selectie")
    expect(page.get_by_text("Je browser laat niet toe dat deze site iets bewaart.")).to_be_visible()
    page.goto(f"{origin}wat-stopte/")
    button = page.get_by_role("button", name="Hoogeveen stopte").first
    button.press("Enter")
    expect(page.get_by_text("Je browser laat niet toe dat deze site iets bewaart.")).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="open je selectie met deze link").press("Enter")
    page.wait_for_url("**/selectie/?cases=gas-blijft")
    _press(page, "Neem over")
    expect(_items(page)).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("lessen/kies-je-plaats/", ("Deze les is een reconstructie", "nagekeken op 24 november 2026")),
        (
            "cases/wind-langs-de-weg/",
            ("\nVraag: ", "\nKoos: ", "\nWaarom (", "\nLeverde op: ", "\nKosten: "),
        ),
    ],
)
def test_the_note_is_copied_or_selected_as_it_opens(page: Page, origin: str, path: str, parts: tuple[str, ...]) -> None:
    """One press copies, and shows what was copied: no second button."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(origin + path)
    for told, read in {
        "Gekopieerd.": "navigator.clipboard.readText()",
        "Kopiëren lukt niet vanzelf.": "getSelection().toString()",
    }.items():
        page.get_by_text("Kopieer voor collegenota").press("Enter")
        expect(page.get_by_text(told)).to_be_visible()
        expect(page.locator(".kb-nota > p:not([role])")).to_be_visible()
        text = page.evaluate(read)
        for part in (*parts, "Hoe zeker: ", "Licentie: CC BY 4.0", page.url):
            assert part in text, told
        assert "<" not in text and "[^" not in text
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_text("Kopieer voor collegenota").press("Enter")


def test_the_agenda_of_a_werkvorm_is_copied_with_its_steps_and_times(page: Page, origin: str, site: Path) -> None:
    """For the mail to who will be there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = [file.parent.name for file in sorted((site / "werkvormen").glob("*/index.html"))]
    copied = 0
    for name in found:
        page.goto(f"{origin}werkvormen/{name}/")
        steps = page.locator("h3:has-text('Stappenplan') + ol > li").all_inner_texts()
        note = page.get_by_text("Kopieer de agenda")
        expect(note).to_have_count(int(bool(steps)))
        if not steps:
            continue
        note.press("Enter")
        expect(page.get_by_text("Gekopieerd.")).to_be_visible()
        lines = page.evaluate("navigator.clipboard.readText()").split("\n")
        told = [line.partition(". ")[2] for line in lines if line[:1].isdigit()]
        assert [" ".join(re.sub(r"[()]", "", line).split()) for line in told] == [
            " ".join(step.split()) for step in steps
        ]
        assert page.url in lines[-1] and "Licentie: CC BY 4.0" in lines[-1]
        copied += 1
    assert copied


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_full_selection_page_is_accessible(browser: Browser, origin: str, scheme: str, width: int) -> None:
    page = shared_page(browser, f"{origin}robots.txt", width, scheme)
    _store(page, THREE[:2])
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        page.goto(f"{origin}selectie/?cases=dorp-maakt-stroom")
        expect(page.get_by_role("heading", name="Wil je deze selectie overnemen?")).to_be_visible()
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert asked and [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []


def test_without_javascript_there_are_no_buttons_and_the_page_says_why(site: Path) -> None:
    case, selection = (
        LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8")) for path in (PAGES[0], "selectie")
    )
    assert not case.css(".kb-button")
    assert "collegenota" in case.css("details.kb-nota > summary")[0].text()
    assert "Bron: Transitieversneller" in case.css("details.kb-nota > p")[0].text()
    assert "JavaScript nodig" in "".join(one.text() for one in selection.css("article noscript"))
    assert [one.attributes["id"] for one in selection.css("article > div[hidden]")] == ["selectie"]
