"""The explorer of cases in a real browser: it shows what the library says, whatever a reader or address asks."""

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.insights.case_facets import LABELS, case_facets
from kennisbank.insights.facets import facets_of, sorts_of
from kennisbank.insights.ledgers import sources_of
from kennisbank.library.library import Library

from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER, SCREENS, Visitor, as_new, hearing, shared_page, violations

pytestmark = NEEDS_BROWSER

Choices = Mapping[str, tuple[str, ...]]
FOLDS = "(open) => document.querySelectorAll('details').forEach((part) => { part.open = open })"
# Addresses that nobody means.
ODD = (
    "?thema=%3Cscript%3Ealert(1)%3C/script%3E",
    "?zoek=%3Cimg%20src=x%20onerror=alert(1)%3E",
    "?thema=__proto__&constructor=x&afloop=toString&sort=valueOf&weergave=constructor",
    "?thema=%E0%A4%A&thema=%00&sort=relevantie",
    "?thema=" + "a" * 2000,
    "?zoek=" + "warmte%20" * 500,
    "?thema=energie&thema=energie&thema=Energie",
    "?q=warmte&utm_source=x",
)
STILL = "#kb-results:not([aria-busy='true'])"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window of its own for all of these."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """That window as the last test left it, for the explorer keeps nothing; it fails on an error in a script."""
    errors: list[str] = []

    def wrong(error: Error) -> None:
        errors.append(str(error))

    def asked(dialog: Dialog) -> None:
        errors.append(dialog.message)

    with hearing(window, {"pageerror": wrong, "dialog": asked}):
        yield window
    assert errors == []


def _open(page: Page, origin: str, query: str = "") -> None:
    page.goto(f"{origin}cases/{query}")
    _rest(page)


def _turn(page: Page, query: str) -> None:
    """Another address in the same page, as a step back or forward brings it: no page is loaded."""
    page.evaluate("(query) => { history.pushState(null, '', query); dispatchEvent(new Event('popstate')); }", query)
    _rest(page)


def _rest(page: Page) -> None:
    """Wait until the answer stands on the page."""
    page.wait_for_selector(STILL, state="attached")


def _query(choices: Choices, **more: str) -> str:
    return "?" + urlencode([(name, value) for name, values in choices.items() for value in values] + list(more.items()))


def _table(library: Library) -> dict[str, Choices]:
    return {entry.id: facets_of(library, entry) for entry in library.of_kind("case")}


def _fits(facets: Choices, choices: Choices) -> bool:
    """OR within a facet, AND between facets."""
    return all(set(values) & set(facets.get(name, ())) for name, values in choices.items())


def _counts(library: Library, choices: Choices) -> dict[str, dict[str, int]]:
    """For each value how many cases fit it and the choices of all other facets."""
    table, found = _table(library), {}
    for facet in case_facets(library):
        others = {name: values for name, values in choices.items() if name != facet.name}
        left = [facets.get(facet.name, ()) for facets in table.values() if _fits(facets, others)]
        found[facet.name] = {value.id: sum(value.id in values for values in left) for value in facet.values}
    return found


def _shown_counts(page: Page) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = page.evaluate(
        """Object.fromEntries([...document.querySelectorAll("[data-facet]")].map((group) => [group.dataset.facet,
        Object.fromEntries([...group.querySelectorAll("li")].map((item) =>
          [item.querySelector("input").value, Number(item.querySelector(".kb-count").textContent)]))]))"""
    )
    return found


def _told(page: Page) -> str:
    return page.locator("#kb-status").inner_text()


def _titles(page: Page) -> list[str]:
    return page.locator("#kb-results h3").all_inner_texts()


def test_numbers_are_those_of_the_library_for_any_choice(page: Page, origin: str, library: Library) -> None:
    chance = random.Random(2011)  # noqa: S311 - a fixed set of combinations
    facets = case_facets(library)
    table = _table(library)
    _open(page, origin)
    for _ in range(15 if THOROUGH else 5):
        choices = {
            facet.name: tuple(sorted(value.id for value in chance.sample(facet.values, min(size, len(facet.values)))))
            for facet in chance.sample(facets, chance.randint(1, 4))
            for size in [chance.choice((1, 1, 2, 3))]
        }
        _turn(page, _query(choices))
        number = sum(_fits(found, choices) for found in table.values())
        assert _shown_counts(page) == _counts(library, choices), choices
        if number:
            total = len(library.cases)
            assert _told(page) == (f"{number} van {total} cases" if number < total else f"{total} cases"), choices
            assert len(_titles(page)) == min(number, 20)
        else:
            assert "Geen enkele case past" in _told(page)


def test_choosing_goes_by_keyboard_and_can_be_undone(page: Page, origin: str, library: Library) -> None:
    _open(page, origin)
    page.locator("#kb-q").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "natuur":
            break
    page.keyboard.press("Space")
    _rest(page)
    number = _counts(library, {})["thema"]["natuur"]
    expect(page.locator("#kb-status")).to_have_text(f"{number} van {len(library.cases)} cases")
    assert page.evaluate("document.activeElement.value") == "natuur"
    assert page.url.endswith("cases/?thema=natuur")
    page.get_by_role("button", name="Thema: Natuur").press("Enter")
    _rest(page)
    expect(page.locator("#kb-status")).to_have_text(f"{len(library.cases)} cases")
    expect(page.locator("#kb-status")).to_be_focused()
    expect(page.locator("#kb-newest")).to_be_visible()


def test_a_card_that_a_script_makes_is_the_one_of_the_page(page: Page, origin: str) -> None:
    told = """cards => Object.fromEntries(cards.map((card) => [card.querySelector("h3").textContent,
        [card.className, ...card.innerText.split(/\\s+/),
         ...[...card.querySelectorAll("svg")].map((mark) => mark.outerHTML)].join(" ")]))"""
    _open(page, origin)
    made = page.locator("#kb-newest .kb-card").evaluate_all(told)
    _turn(page, "?sort=titel")
    found = page.locator("#kb-results .kb-card").evaluate_all(told)
    both = set(made) & set(found)
    assert len(both) > 4 and any("het doel was" in made[title] for title in both)
    assert {title: found[title] for title in both} == {title: made[title] for title in both}


def test_the_address_holds_everything(page: Page, origin: str) -> None:
    """For who comes back to it, and for who has it from somebody else."""
    _open(page, origin)
    page.get_by_label("Energie").first.check()
    _rest(page)
    page.get_by_label("Volgorde").select_option("titel")
    _rest(page)
    page.get_by_label("Zoek in de cases").fill("warmte")
    page.wait_for_url(re.compile("zoek=warmte"))
    _rest(page)
    address, told, titles, counts = page.url, _told(page), _titles(page), _shown_counts(page)
    assert titles
    for again in (page, as_new(page, origin)):
        again.goto(address)
        _rest(again)
        assert (_told(again), _titles(again), _shown_counts(again)) == (told, titles, counts)
        assert again.get_by_label("Energie").first.is_checked()
        assert again.get_by_label("Volgorde").input_value() == "titel"
        assert again.get_by_label("Zoek in de cases").input_value() == "warmte"


def test_back_and_forward_walk_through_the_choices(page: Page, origin: str, library: Library) -> None:
    _open(page, origin)
    for name in ("Voedsel", "Natuur"):
        page.get_by_label(name).first.check()
        _rest(page)
    assert page.url.endswith("?thema=natuur&thema=voedsel")
    page.go_back()
    expect(page.get_by_label("Natuur").first).not_to_be_checked()
    expect(page.get_by_label("Voedsel").first).to_be_checked()
    page.go_back()
    expect(page.locator("#kb-status")).to_have_text(f"{len(library.cases)} cases")
    expect(page.locator("#kb-newest")).to_be_visible()
    page.go_forward()
    expect(page.get_by_label("Voedsel").first).to_be_checked()
    expect(page.locator("#kb-newest")).to_be_hidden()


def test_typing_is_one_step_and_narrows_while_typing_and_a_typing_error_is_understood(
    page: Page, origin: str, library: Library
) -> None:
    """Who asks for what is found is led to it, and nothing is sent."""
    _open(page, origin)
    step = "navigation.currentEntry.key"  # the length of the history stops at fifty
    before = page.evaluate(step)
    page.get_by_label("Zoek in de cases").focus()
    for part in ("zon", "nepa", "nelen"):
        page.keyboard.insert_text(part)
    page.wait_for_url(re.compile("zoek=zonnepanelen"))
    _rest(page)
    assert page.evaluate(step) == before
    page.get_by_label("Zoek in de cases").press("Enter")
    expect(page.locator("#kb-status")).to_be_focused()
    page.get_by_role("search", name="Zoeken in de cases").get_by_role("button", name="Zoek").click()
    expect(page.locator("#kb-status")).to_be_focused()
    assert page.url.startswith(f"{origin}cases/") and "?" not in page.url
    number = int(_told(page).split()[0])
    assert 0 < number < len(library.cases)
    assert page.locator("#kb-results mark").count() > 0
    assert page.get_by_label("Volgorde").input_value() == "relevantie"
    # A number says what the choice will give, also together with words.
    value, count = next((v, n) for v, n in _shown_counts(page)["thema"].items() if 0 < n < number)
    page.locator(f"[data-facet=thema] input[value={value}]").check()
    _rest(page)
    assert _told(page).startswith(f"{count} van ")
    page.get_by_label("Zoek in de cases").fill("zonnepannelen")
    page.wait_for_url(re.compile("zoek=zonnepannelen"))
    _rest(page)
    assert _told(page).startswith("Gezocht op: zonnepanelen.")
    assert _titles(page)


def test_an_empty_result_says_what_to_let_go(page: Page, origin: str, library: Library) -> None:
    choices = {"thema": ("voedsel",), "afloop": ("gestopt",)}
    _open(page, origin, _query(choices))
    assert _told(page) == "Geen enkele case past bij alles wat je koos. Laat iets los:"
    without_outcome = _counts(library, {})["thema"]["voedsel"]
    page.get_by_role("button", name=f"Zonder afloop: {without_outcome} cases").click()
    _rest(page)
    assert _told(page) == f"{without_outcome} van {len(library.cases)} cases"
    assert page.url.endswith("?thema=voedsel")
    _turn(page, _query({"thema": ("voedsel",)}, zoek="xylofoonkwartet"))
    page.get_by_role("button", name=f"Zonder de woorden: {without_outcome} cases").click()
    _rest(page)
    assert _told(page) == f"{without_outcome} van {len(library.cases)} cases"


def test_all_cases_come_in_the_order_that_is_asked(page: Page, origin: str, library: Library) -> None:
    _open(page, origin)
    for sort in ("oud", "nieuw", "titel", "nagekeken"):
        _turn(page, f"?sort={sort}")
        expected = sorted(library.of_kind("case"), key=lambda entry: sorts_of(entry)[sort])
        if sort != "nieuw":
            page.get_by_role("button", name="Toon meer cases").click()
            _rest(page)
            assert page.evaluate("document.activeElement.textContent") == _titles(page)[20]
        shown = page.locator("#kb-newest h3" if sort == "nieuw" else "#kb-results h3").all_inner_texts()
        titles = [entry.record.title for entry in expected if entry.record]
        assert [text.removesuffix("¶") for text in shown] == titles, sort


def test_no_address_breaks_the_page(page: Page, origin: str) -> None:
    for at, query in enumerate(ODD):
        # As a link brings it, and daily from the second on as a step back does.
        if at == 0 or THOROUGH:
            _open(page, origin, query)
        else:
            _turn(page, query)
        told = _told(page)
        assert "case" in told, query
        assert len(told) < 400, query
        assert page.locator(".kb-found script, .kb-found img").count() == 0, query
        asked = "thema=" in query
        assert ("bestaan niet en tellen niet mee" in told) == asked, told
        assert page.locator("[data-facet] input").count() > 40, query


def test_the_map_follows_and_provinces_can_be_chosen(page: Page, origin: str, library: Library) -> None:
    _open(page, origin, "?thema=natuur")
    page.get_by_label("Kaart", exact=True).check()
    _rest(page)
    expected = _counts(library, {"thema": ("natuur",)})["provincie"]
    for province, count in expected.items():
        assert set(page.locator(f"#kb-map [data-count={province}]").all_text_contents()) == {str(count)}
    visible = page.locator("#kb-map [data-case]").filter(visible=True)
    points = {str(point.get_attribute("data-case")) for point in visible.all()}
    assert points
    assert all("natuur" in library.cases[id].themes for id in points)
    province = next(name for name, count in expected.items() if count)
    page.locator(f"#kb-map td [data-province={province}]").click()
    _rest(page)
    assert page.url.endswith(f"?thema=natuur&provincie={province}&weergave=kaart")
    assert _told(page) == f"{expected[province]} van {len(library.cases)} cases"


def test_a_small_screen_has_a_drawer_that_tells_how_much_is_chosen(browser: Browser, origin: str) -> None:
    page = shared_page(browser, origin + "cases/?thema=energie&afloop=gestopt", 360, "light")
    drawer = page.locator("#kb-drawer > summary")
    expect(drawer).to_contain_text("2 gekozen")
    expect(drawer).to_be_visible()
    box = page.locator("[data-facet=thema] input").first
    expect(box).to_be_hidden()
    drawer.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    for label in page.locator("[data-facet=thema] label").all():
        size = label.bounding_box()
        assert size and size["height"] >= 24


def test_without_javascript_facets_are_links_to_lists(site: Path, library: Library) -> None:
    """Below a fold, which any browser opens."""
    page = _read(site, "cases/")
    assert "hidden" in page.css("#kb-tools")[0].attributes
    assert page.css("details#kb-drawer > summary")
    (link,) = (link for link in page.css("#kb-drawer a") if link.text(strip=True) == "Gestopt")
    listed = _read(site, f"cases/{link.attributes['href']}").css(".md-content li a")
    stopped = [case.title for case in library.cases.values() if case.outcome == "gestopt"]
    assert stopped and {*stopped} <= {title.text(strip=True) for title in listed}


def _read(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_every_state_is_accessible(visitor: Visitor, width: int, scheme: str) -> None:
    page = visitor.see("cases/?thema=energie&zoek=warmte", width, scheme)
    _rest(page)
    page.evaluate(FOLDS, arg=True)
    _is_accessible(page)
    page.evaluate(FOLDS, arg=False)  # what lies below the folds is the same in every state
    for query in ("?thema=voedsel&afloop=gestopt&rol=x", "?weergave=kaart&thema=natuur"):
        _turn(page, query)
        _is_accessible(page)


def _is_accessible(page: Page) -> None:
    assert violations(page) == "", page.url
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, page.url


def test_choosing_fetches_no_words_and_only_the_cards_that_are_shown(page: Page, origin: str) -> None:
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url.removeprefix(origin))}):
        _open(page, origin)
        assert asked and not [url for url in asked if url.startswith(("zoekindex/", "assets/javascripts/explorer/"))]
        asked.clear()
        _open(page, origin, "?thema=energie&thema=natuur&thema=voedsel&thema=klimaatadaptatie")
    assert int(_told(page).split()[0]) > 20
    assert [url for url in asked if "/f/" in url]
    # The newest first is how they stand in the index: that order is no file to wait for.
    assert not [url for url in asked if "/w/" in url or "/o/" in url]
    # No texts are shown, and the cards of cases that stand together come together.
    assert len(_titles(page)) == 20 and not [url for url in asked if "/p/" in url]
    assert 0 < len([url for url in asked if "/c/" in url]) <= 20
    asked.clear()
    with hearing(page, {"request": lambda request: asked.append(request.url.removeprefix(origin))}):
        _open(page, origin, "#zoek=warmte")
    assert len([url for url in asked if "/p/" in url]) == len(_titles(page)) > 0
    assert not [url for url in asked if "/c/" in url]


def test_what_a_choice_needs_is_fetched_when_a_reader_comes_near(page: Page, origin: str, library: Library) -> None:
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        page.goto(f"{origin}cases/", wait_until="networkidle")
        assert not [url for url in asked if "/zoekindex/" in url or "/explorer/" in url]
        with page.expect_response(re.compile("/f/thema.json")):
            page.locator("[data-facet=thema] summary").hover()
        page.wait_for_load_state("networkidle")
        names = {facet.name for facet in case_facets(library)}
        assert {found[1] for url in asked if (found := re.search(r"/f/(\w+)\.json", url))} == names
        assert page.locator("#kb-results").inner_html() == ""


def test_the_numbers_do_not_wait_for_the_cards(page: Page, origin: str, library: Library) -> None:
    held: list[Route] = []
    _open(page, origin)
    page.route("**/c/*.json", lambda route: held.append(route))  # noqa: PLW0108 - no attribute fits on append
    try:
        page.locator("[data-facet=thema] input[value=energie]").check()
        number = _counts(library, {})["thema"]["energie"]
        expect(page.locator("#kb-status")).to_have_text(f"{number} van {len(library.cases)} cases")
        assert _titles(page) == [] and page.locator("#kb-newest").is_visible()
        assert _shown_counts(page) == _counts(library, {"thema": ("energie",)})
    finally:
        for route in held:
            route.continue_()
        page.unroute("**/c/*.json")
    _rest(page)
    assert len(_titles(page)) == min(number, 20) and page.locator("#kb-newest").is_hidden()


def test_every_facet_has_a_name_and_a_place(library: Library) -> None:
    assert [facet.name for facet in case_facets(library)] == list(LABELS)


def test_sources_can_be_filtered_by_publisher_title_or_case(page: Page, origin: str, library: Library) -> None:
    page.goto(origin + "bronnen/")
    items = page.locator("#kb-sources li:has(.kb-users)")
    assert items.count() == len(sources_of(library))
    letters = page.locator("#kb-sources .kb-letter")
    assert letters.count() > 1
    assert page.locator("#kb-sources details[open]").count() == 0
    assert page.locator("#kb-sources h3").filter(visible=True).count() == 0
    box = page.get_by_label("Zoek een uitgever, titel of case")
    box.focus()
    for part in ("kennisclub", " voorbeeld"):
        page.keyboard.insert_text(part)
    shown = sum("Kennisclub Voorbeeld" in source.publisher for source, _ in sources_of(library))
    status = page.locator("#kb-filter-status")
    expect(status).to_have_text(re.compile(r"\d+ bronnen"))
    expect(items.filter(visible=True)).to_have_count(int(status.inner_text().split()[0]))
    assert shown <= items.filter(visible=True).count() < items.count()
    assert page.locator("#kb-sources h2").filter(visible=True).count() < page.locator("#kb-sources h2").count()
    box.fill("xylofoonkwartet")
    expect(status).to_have_text("Geen bron met al deze woorden.")
    box.fill("")
    expect(page.locator("#kb-sources .kb-letter[open]")).to_have_count(0)
    expect(letters.filter(visible=True)).to_have_count(letters.count())
    page.get_by_role("navigation", name="Uitgevers op letter").get_by_role("link", name="K").click()
    expect(page.locator("#uitgever-k .kb-letter")).to_have_attribute("open", "")


def test_sources_can_be_reached_by_letter_without_javascript(site: Path) -> None:
    page = _read(site, "bronnen/")
    assert "hidden" in page.css("form[data-filter]")[0].attributes
    links = {link.text(strip=True): str(link.attributes["href"]) for link in page.css("nav a[href*='#uitgever-']")}
    assert "K" in links and len(links) > 1
    for letter, address in links.items():
        path, _, anchor = address.partition("#")
        assert _read(site, f"bronnen/{path}").css(f"section#{anchor} h2")[0].text().strip().startswith(letter), address
