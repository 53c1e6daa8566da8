"""Cases side by side, as readers use it: from a case, the explorer, the selection or a shared address."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, as_new, hearing, shared_page, violations

pytestmark = NEEDS_BROWSER

WIND, VILLAGE, GAS = "wind-langs-de-weg", "dorp-maakt-stroom", "gas-blijft"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all that bring no scripts into it."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made.new_page()
    made.close()


@pytest.fixture
def same(window: Page) -> Iterator[Page]:
    """That window as the last test left it, for what keeps nothing; it fails on an error in a script."""
    errors: list[str] = []

    def wrong(error: Error) -> None:
        errors.append(str(error))

    with hearing(window, {"pageerror": wrong}):
        yield window
    assert errors == []


@pytest.fixture
def page(same: Page, origin: str) -> Page:
    """That window as a new reader has it."""
    return as_new(same, origin)


def _titles(page: Page) -> list[str]:
    return [title.partition(". ")[2] for title in page.locator(".kb-versus__title").all_inner_texts()]


def _row(page: Page, name: str) -> list[Locator]:
    """The cells of a row, one for each case."""
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
    return row.get_by_role("cell").all()


def _message(page: Page) -> Locator:
    return page.locator("#naast-melding")


def _beside(page: Page, origin: str, *ids: str) -> None:
    page.goto(f"{origin}naast-elkaar/?cases={','.join(ids)}")
    expect(_message(page)).not_to_contain_text("ophalen")


def test_every_question_is_answered_from_the_case_itself(page: Page, origin: str) -> None:
    _beside(page, origin, WIND, VILLAGE)
    assert _titles(page) == [
        "Tilburg koos samen met de buren voor wind langs de snelweg",
        "Lochem hielp een dorp dat zelf stroom maakt",
    ]
    for name, said in {
        "Over de case": "Gemeente Tilburg, 2011 tot 2022, opgegaan in iets anders",
        "Vraagstuk": "Begin je als gemeente een eigen energiebedrijf, of help je anderen op weg?",
        "Keuze": "2016: De organisatie werkt alleen nog aan wind.",
        "Waarom": "2022: De regio had al een programma voor energie.",
        "Doel en uitkomst": "Molens langs de snelweg: gehaald 5 molens, doel 8 (2021, gemeld door de partij zelf)",
        "Kosten, en wie meebetaalde": "2011: Het kostte 200.000 euro per jaar.",
        "Wat misging": "Drie molens kwamen er niet, want het net zat vol.",
        "Lessen": "weerspreekt Durf te stoppen",
        "Hoe zeker is dit?": "Hoe zwaar de zonnegroep woog, is niet zeker: er is maar één gesprek over.",
    }.items():
        cells = _row(page, name)
        assert len(cells) == 2, name
        assert said in cells[0].inner_text(), name
    assert "schaduw op een huis: gehaald 4,5 uur, doel hoogstens 6 (" in _row(page, "Doel en uitkomst")[0].inner_text()
    assert "[^" not in page.locator("#naast-tabel").inner_text()
    link = _row(page, "Keuze")[0].get_by_role("link").nth(1)
    assert link.evaluate("(link) => link.href") == f"{origin}cases/{WIND}/#afslag-2"
    expect(page.locator(".kb-screen a").first).to_be_visible()


def test_a_case_leads_to_it(site: Path) -> None:
    page = LexborHTMLParser((site / f"cases/{WIND}/index.html").read_text(encoding="utf-8"))
    (address, *_) = (str(link.attributes["href"]) for link in page.css("article a") if "naast elkaar" in link.text())
    path, _, asked = address.partition("?")
    ((key, ids),) = parse_qsl(asked)
    assert (path, key) == ("../../naast-elkaar/", "cases")
    first, other = ids.split(",")
    assert first == WIND and (site / f"cases/{other}/gegevens.json").is_file()


def test_the_explorer_leads_to_it_when_few_are_found(page: Page, origin: str) -> None:
    page.goto(f"{origin}cases/?afloop=gestopt")
    link = page.get_by_role("link", name=re.compile("Leg deze . cases naast elkaar"))
    expect(link).to_be_visible()
    number = page.locator("#kb-results .kb-card").count()
    assert 2 <= number <= 4
    ids = ",".join(["[a-z0-9-]+"] * number)
    expect(link).to_have_attribute("href", re.compile(rf"/naast-elkaar/\?cases={ids}$"))
    page.get_by_role("button", name="Afloop: Gestopt").press("Enter")
    page.get_by_label("Energie").first.check()
    expect(page.locator("#kb-results .kb-card").nth(4)).to_be_visible()
    expect(link).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "said", "number"),
    [
        ("", "Er staan nog geen cases naast elkaar.", 0),
        (WIND, "Eén case. Zet er een bij om te vergelijken.", 1),
        (f"{WIND},bestaat-niet", "Deze case uit het adres bestaat niet: bestaat-niet.", 1),
        (f"{WIND},..%2Fover,%3Cimg%20src=x%3E", "Deze cases uit het adres bestaan niet: ../over, <img src=x>.", 1),
        (f"{WIND},{GAS},{WIND}", "Twee cases naast elkaar.", 2),
        (f"{WIND}&cases={GAS}", "Twee cases naast elkaar.", 2),
        (
            f"{WIND},{VILLAGE},{GAS},zon-op-scholen,klein-bos,oude-stenen",
            "dat is het meeste. Haal er een weg als je een andere wilt. 2 cases uit het adres staan er niet bij.",
            4,
        ),
        (f"bestaat-niet,{WIND},{VILLAGE},{GAS},zon-op-scholen", "bestaat niet: bestaat-niet.", 4),
        ("stroom-van-het-dorp,dorp-maakt-stroom", "Eén case.", 1),
        (f"{WIND}%2Cstroom-van-het-dorp", "Twee cases naast elkaar.", 2),
    ],
    ids=["none", "one", "unknown", "strange", "twice", "two keys", "many", "unknown first", "old and new", "old name"],
)
def test_the_address_says_which_and_what_is_wrong_with_it(
    same: Page, origin: str, asked: str, said: str, number: int
) -> None:
    _beside(same, origin, asked)
    expect(_message(same)).to_contain_text(said)
    expect(same.get_by_role("columnheader")).to_have_count(number)
    assert same.locator("#naast img").count() == 0


def test_cases_come_and_go_by_keyboard_and_the_address_follows(page: Page, origin: str) -> None:
    _beside(page, origin, WIND)
    page.get_by_label("Zet er een case bij").fill("Lochem hielp een dorp dat zelf stroom maakt")
    page.get_by_role("button", name="Zet erbij").press("Enter")
    expect(_message(page)).to_contain_text("‘Lochem hielp een dorp dat zelf stroom maakt’ staat er nu bij.")
    expect(_message(page)).to_be_focused()
    assert page.url == f"{origin}naast-elkaar/?cases={WIND},{VILLAGE}"
    page.get_by_role("button", name="Haal weg: Tilburg").press("Enter")
    expect(_message(page)).to_contain_text("voor wind langs de snelweg’ staat er niet meer bij. Eén case.")
    assert page.url == f"{origin}naast-elkaar/?cases={VILLAGE}"
    page.go_back()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    page.get_by_role("button", name="Bewaar: Tilburg").press("Enter")
    page.goto(f"{origin}naast-elkaar/?cases={GAS}")
    page.get_by_label("Zet er een case bij").focus()
    expect(page.locator("#naast-lijst option").first).to_have_attribute(
        "value", "Tilburg koos samen met de buren voor wind langs de snelweg"
    )


def test_any_case_is_found_by_typing_also_when_nothing_was_kept(page: Page, origin: str) -> None:
    """As the search finds it: what is asked for is fetched, and not the cards of all cases there are."""
    page.goto(f"{origin}naast-elkaar/")
    field = page.get_by_label("Zet er een case bij")
    field.focus()
    expect(page.locator("#naast-lijst option")).to_have_count(0)
    field.fill("snelw")
    expect(page.locator("#naast-lijst option")).to_have_attribute(
        "value", "Tilburg koos samen met de buren voor wind langs de snelweg"
    )
    for typed, told in (("qqq xxx", "Geen case past hierbij."), ("koos", "Meer cases passen hierbij.")):
        field.fill(typed)
        page.get_by_role("button", name="Zet erbij").press("Enter")
        expect(_message(page)).to_contain_text(told)
    asked = page.locator("#naast-kiezen p button").first
    # A title alone does not tell whose case it is.
    title, _, who = asked.inner_text().rpartition(" (")
    asked.press("Enter")
    expect(_message(page)).to_contain_text(f"‘{title}’ staat er nu bij.")
    assert who.removesuffix(")") == page.locator(".kb-versus__of").inner_text()
    page.get_by_label("Zet er een case bij").fill("snelweg tilburg koos")
    page.get_by_role("button", name="Zet erbij").press("Enter")
    expect(_message(page)).to_contain_text("Twee cases naast elkaar.")
    assert _titles(page)[0] == title


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_who_comes_by_the_menu_finds_what_was_kept(page: Page, origin: str, number: int) -> None:
    page.goto(f"{origin}cases/")
    names = page.evaluate("[...document.querySelectorAll('[data-keep]')].map((it) => it.dataset.keep)")
    for name in dict.fromkeys(names[:number]):
        page.locator(f"[data-keep='{name}'] button").first.click()
    page.goto(f"{origin}naast-elkaar/")
    expect(_message(page)).not_to_be_empty()
    expect(_message(page)).not_to_contain_text("ophalen")
    assert len(_titles(page)) == (min(number, 4) if number > 1 else 0)
    assert ("Dit zijn de eerste cases uit je selectie." in _message(page).inner_text()) is (number > 1)
    for _ in _titles(page):
        page.get_by_role("button", name="Haal weg").first.click()
        expect(_message(page)).to_contain_text("staat er niet meer bij.")
    assert _titles(page) == [] and "cases=" not in page.url


def test_on_paper_stands_the_address_of_this_table(page: Page, origin: str) -> None:
    _beside(page, origin, WIND, VILLAGE)
    expect(page.locator(".kb-masthead span").first).to_have_text(f"{origin}naast-elkaar/?cases={WIND},{VILLAGE}")


def test_it_can_be_shared_and_printed(page: Page, origin: str) -> None:
    """And on paper stands the name of the site that made it."""

    def renamed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('content="Transitieversneller"', 'content="Elders"'))

    page.route("**/naast-elkaar/?cases=*", renamed)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _beside(page, origin, WIND, GAS)
    page.get_by_role("button", name="Kopieer link om te delen").press("Enter")
    expect(_message(page)).to_contain_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{origin}naast-elkaar/?cases={WIND},{GAS}"
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert boxes and {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(842, 595)}
    page.emulate_media(media="print")
    for hidden in ("#naast-melding", "#naast-kiezen", ".kb-versus__tools", ".kb-screen"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.locator("td[role=cell]").nth(1).evaluate("(cell) => getComputedStyle(cell).display") == "table-cell"
    source = page.locator("#naast .kb-colophon")
    expect(source).to_contain_text(f"{origin}naast-elkaar/?cases={WIND},{GAS}")
    expect(source).to_contain_text("CC BY 4.0")
    expect(source).to_contain_text("Bron: Elders, cases naast elkaar")
    expect(source).to_be_visible()
    address = "(link) => getComputedStyle(link, '::after').content"
    assert f"{origin}cases/{WIND}/" in page.locator(".kb-versus__title a").first.evaluate(address)
    page.emulate_media(media="screen")
    expect(source).to_be_hidden()


def test_on_paper_a_row_stays_whole_below_heads_that_say_whose_columns_they_are(page: Page, origin: str) -> None:
    _beside(page, origin, WIND, VILLAGE, GAS, "zon-op-scholen")
    expect(page.get_by_role("columnheader")).to_have_count(4)
    page.emulate_media(media="print")
    rows = page.locator("#naast tbody tr")
    assert {*rows.evaluate_all("(rows) => rows.map((row) => getComputedStyle(row).breakInside)")} == {"avoid"}
    heads = page.locator("#naast thead")
    assert heads.evaluate("(head) => getComputedStyle(head).display") == "table-header-group"  # it comes again
    expect(heads.locator(".kb-versus__of")).to_have_count(4)
    expect(heads.locator(".kb-versus__of").first).to_be_visible()
    page.emulate_media(media="screen")


def test_with_storage_blocked_it_works_from_the_address(context: BrowserContext, origin: str) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = context.new_page()
    _beside(page, origin, WIND, GAS)
    expect(page.get_by_role("columnheader")).to_have_count(2)
    expect(_message(page)).to_have_text("Twee cases naast elkaar.")


def test_what_does_not_come_is_told(page: Page, origin: str) -> None:
    page.route(f"**/{GAS}/gegevens.json", lambda route: route.abort())
    _beside(page, origin, WIND, GAS)
    expect(_message(page)).to_contain_text("Eén case was niet op te halen.")
    expect(page.get_by_role("columnheader")).to_have_count(1)


def test_without_javascript_it_explains_itself_and_leads_on(site: Path) -> None:
    page = LexborHTMLParser((site / "naast-elkaar/index.html").read_text(encoding="utf-8"))
    assert "JavaScript nodig" in "".join(one.text() for one in page.css("article noscript"))
    assert [one.attributes["id"] for one in page.css("article > div[hidden]")] == ["naast"]
    link = str(page.css(".kb-screen li a")[0].attributes["href"])
    assert link.startswith("../keuzehulp/") and (site / "naast-elkaar" / link / "index.html").is_file()


@pytest.mark.parametrize(("number", "scheme"), some(product([2, 4], SCHEMES), daily=[(4, "dark")]))
def test_it_reads_at_every_width(browser: Browser, origin: str, scheme: str, number: int) -> None:
    ids = [WIND, GAS, VILLAGE, "zon-op-scholen"][:number]
    page = shared_page(browser, f"{origin}robots.txt", 320, scheme)
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        page.goto(f"{origin}naast-elkaar/?cases={','.join(ids)}")
        expect(page.get_by_role("columnheader")).to_have_count(number)
    assert asked and [url for url in asked if not url.startswith((origin, "data:"))] == []
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(TOO_WIDE) <= 0, width
        if width in (320, 1280):
            assert violations(page) == "", width
        if width == 360:
            _stand_below_each_other(page)
        if width == 768:  # two fit
            first, second = (cell.bounding_box() for cell in _row(page, "Waarom")[:2])
            assert first and second and first["y"] == second["y"] and second["x"] >= first["x"] + first["width"]


def _stand_below_each_other(page: Page) -> None:
    """On a phone, with the question in sight."""
    first, second = (cell.bounding_box() for cell in _row(page, "Waarom")[:2])
    assert first and second and second["y"] >= first["y"] + first["height"]
    assert first["width"] > 300
    _row(page, "Waarom")[1].evaluate("(cell) => scrollTo(0, cell.getBoundingClientRect().top + scrollY - 60)")
    expect(page.get_by_role("rowheader", name="Waarom")).to_be_in_viewport()
