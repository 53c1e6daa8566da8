"""What the library knows comes in pieces: few of them, each once, and who cannot get one goes on."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kennisbank.faces.assistant_known import known
from kennisbank.faces.pieces import in_pieces, piece_of
from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, hearing, violations

pytestmark = NEEDS_BROWSER
PAGE = "bijdragen/assistent/"
PIECES = re.compile(r"/bekend/(\d+)/(\d+)\.json")
NOTICE = "#assistent-let-op"
# Also where the site has no address, so that nothing is sent.
LAST = re.compile("Controleer en (verstuur|download)")
_TYPE = """(control, value) => {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@pytest.fixture
def page(browser: Browser, real_origin: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce", locale="nl-NL")
    opened = context.new_page()
    opened.goto(real_origin + PAGE)
    expect(opened.locator("#assistent")).to_be_visible()
    yield opened
    context.close()


@pytest.fixture
def fetched(page: Page) -> Iterator[list[str]]:
    """The paths that the window asks for."""
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(urlsplit(request.url).path)}):
        yield asked


def _pieces(fetched: list[str]) -> list[int]:
    return [int(found[2]) for path in fetched if (found := PIECES.search(path))]


def _source(page: Page, **answers: str) -> None:
    """Fill in a new source, on the page of its address."""
    page.goto(f"{page.url.partition('#')[0]}#bronnen")
    page.locator("#bronnen-groep [data-add], #bronnen [data-add]").first.click()
    for name, value in answers.items():
        page.locator(f"[name='sources.0.{name}']").evaluate(_TYPE, value)


def test_each_title_name_and_address_costs_one_piece(page: Page, fetched: list[str], real_library: Library) -> None:
    title_of_another = next(iter(real_library.cases.values())).title
    page.get_by_label("Titel", exact=True).first.fill(f" {title_of_another.upper()}")
    assert _pieces(fetched) == []
    tables = known(real_library)
    number = len(in_pieces(tables))
    key, (title, _, _, url, _) = next((key, told) for key, told in tables["sources"].items() if told[3])
    _source(page, title="Onder een andere titel", url=url)
    expect(page.locator("[name='sources.0.key']")).to_have_value(key)
    page.get_by_role("button", name="Ga verder").first.click()
    page.get_by_role("link", name=LAST).click()
    expect(page.locator("#assistent-nog")).to_contain_text(f"daar is de titel '{title}'")
    expect(page.locator("#assistent-nog")).to_contain_text("een andere case heeft deze titel al")
    seen = _pieces(fetched)
    assert len(seen) == len(set(seen)) <= 4
    assert piece_of(key, number) in seen


def _file(tables: dict[str, dict[str, list[str]]]) -> str:
    sources = list(tables["sources"].items())[:20]
    told = "".join(f'  - {{key: {key}, title: "Anders", url: "{row[3]}"}}\n' for key, row in sources)
    return f'---\ntitle: "Veel bronnen"\nquestion: "Hoe veel?"\nsources:\n{told}---\n\n## Aanleiding\n\nKort.\n'


def _open(page: Page, text: str) -> None:
    page.locator(".kb-open summary").click()
    page.locator("#assistent-bestand").set_input_files(
        {"name": "veel.md", "mimeType": "text/markdown", "buffer": text.encode()}
    )
    expect(page.locator(NOTICE)).to_contain_text("veel.md is geopend")


def test_of_a_file_with_twenty_sources_each_piece_is_fetched_once(
    page: Page, fetched: list[str], real_library: Library
) -> None:
    tables = known(real_library)
    _open(page, _file(tables))
    page.get_by_role("link", name=LAST).click()
    todo = page.locator("#assistent-nog")
    for _, row in list(tables["sources"].items())[:20]:
        expect(todo).to_contain_text(f"daar is de titel '{row[0]}'"[:50])
    seen = _pieces(fetched)
    assert len(seen) == len(set(seen)) <= 42


def test_without_a_piece_people_are_told_and_nothing_is_skipped(page: Page, real_library: Library) -> None:
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.fulfill(status=503)

    tables = known(real_library)
    page.route(PIECES, refuse)
    _open(page, _file(tables))
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.locator(NOTICE)).to_contain_text("Of je titel en bronnen hier al bekend zijn, is nu niet na te kijken.")
    assert refused
    expect(page.locator("#titel")).to_be_hidden()
    page.get_by_role("link", name=LAST).click()
    expect(page.locator("#assistent-nog")).to_contain_text("Dit kijken we later na")
    expect(page.locator("#assistent-naam")).to_have_value("veel")
    page.unroute(PIECES)
    page.get_by_role("link", name="Het verhaal").click()
    expect(page.locator(NOTICE)).to_be_hidden()
    page.get_by_role("link", name=LAST).click()
    expect(page.locator("#assistent-nog")).to_contain_text("een andere pagina kent deze bron ook")
    expect(page.locator("#assistent-nog")).not_to_contain_text("Dit kijken we later na")


def test_without_a_piece_the_quick_form_goes_on_as_well(page: Page, real_origin: str) -> None:
    page.route(PIECES, lambda route: route.abort())
    page.goto(f"{real_origin}bijdragen/snel/")
    for name, text in (("titel", "Een dak vol"), ("plaats", "Tilburg"), ("verhaal", "Er kwamen panelen op een dak.")):
        page.locator(f"[name={name}]").fill(text)
    page.locator("form [type=submit]").click()
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    expect(page.locator(NOTICE)).to_contain_text("Of er al een case is die zo heet, is nu niet na te kijken.")
    expect(page.locator("#assistent-naam")).to_have_value("een-dak-vol")


def test_who_gives_an_address_reads_what_is_known_of_it_and_can_take_that_over(
    page: Page, real_library: Library
) -> None:
    key, told = next((key, row) for key, row in known(real_library)["sources"].items() if all(row[:4]))
    title, publisher, day, url, _ = told
    _source(page)
    address = page.locator("[name='sources.0.url']")
    address.fill(url.replace("https://", "http://").rstrip("/") + "/#onderaan")
    said = page.locator("#v-sources-0-url-bekend")
    expect(said).to_contain_text(f"Deze bron staat al op de site: '{title}', {publisher}, {day}.")
    expect(page.locator("#assistent-hardop")).to_contain_text("Je kunt titel, uitgever en datum overnemen.")
    assert violations(page) == ""
    said.get_by_role("button", name="Neem titel, uitgever en datum over").press("Enter")
    for name, value in zip(("title", "publisher", "date", "url", "key"), (*told[:4], key), strict=True):
        expect(page.locator(f"[name='sources.0.{name}']")).to_have_value(value)
    expect(address).to_be_focused()
    expect(said).to_have_text(f"Deze bron staat al op de site: '{title}', {publisher}, {day}.")
    expect(said.get_by_role("button")).to_have_count(0)
    address.fill("https://ergens.example/anders")
    expect(said).to_be_empty()
    expect(page.locator("[name='sources.0.key']")).not_to_have_value(key)
    expect(page.locator("[name='sources.0.title']")).to_have_value(title)


def test_a_server_that_does_not_answer_is_waited_for_once(page: Page, fetched: list[str]) -> None:
    page.route(PIECES, lambda _: None)
    _source(page, title="Iets heel anders", url="https://a.example/b")
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator("#bronnen-1-opmerking")).to_be_visible()
    expect(page.locator(NOTICE)).to_contain_text("is nu niet na te kijken")
    asked = _pieces(fetched)
    assert asked
    page.get_by_role("button", name="Klaar met deze bron").click()
    expect(page.locator("#bronnen-1-opmerking")).to_be_hidden()
    assert _pieces(fetched) == asked
    assert page.locator("[name='sources.0.title']").input_value() == "Iets heel anders"
