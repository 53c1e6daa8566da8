"""What the explorer hands out is what a reader chose: cut from the open data, and opened by programs of others."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Error, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.building.data.whole import SCHEMA
from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, hearing, shared_page

pytestmark = NEEDS_BROWSER

CHOICE = "?thema=energie&afloop=gestopt"
_SCRIPT = "**/explorer/take.js"
LINKS = {"Excel (CSV)": ".csv", "alle velden (JSON)": ".json", "kaart (GeoJSON)": ".geojson"}


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """A window on a phone, which fails on an error in a script."""
    errors: list[str] = []

    def wrong(error: Error) -> None:
        errors.append(str(error))

    window = shared_page(browser, f"{origin}robots.txt", 360, "light")
    with hearing(window, {"pageerror": wrong}):
        yield window
    assert errors == []


def _open(page: Page, origin: str, query: str) -> None:
    page.goto(f"{origin}cases/{query}")
    page.wait_for_selector("#kb-results:not([aria-busy='true'])", state="attached")


def _taken(page: Page, link: str) -> tuple[str, str]:
    """The name and the text of the file behind a link, taken with the keyboard."""
    with page.expect_download() as waiting:
        page.locator("#kb-take").get_by_role("link", name=link).press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes().decode("utf-8")


def _chosen(library: Library) -> set[str]:
    found = {id for id, case in library.cases.items() if "energie" in case.themes and case.outcome == "gestopt"}
    assert 0 < len(found) < len(library.cases)
    return found


def _ids(name: str, text: str) -> list[str]:
    if name.endswith(".csv"):
        assert text.startswith("\ufeff")
        return [row["Case"] for row in csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";")]
    data = json.loads(text)
    return [item["id"] for item in data["features" if name.endswith(".geojson") else "cases"]]


@pytest.fixture(scope="module")
def files(browser: Browser, origin: str, library: Library) -> dict[str, tuple[str, str]]:
    """The name and the text of the files of one choice, by the words of their links."""
    page = shared_page(browser, f"{origin}cases/{CHOICE}", 360, "light")
    expect(page.locator("#kb-take")).to_contain_text(f"Neem deze {len(_chosen(library))} cases mee")
    return {link: _taken(page, link) for link in LINKS}


@pytest.mark.parametrize("link", LINKS)
def test_what_was_chosen_is_what_is_taken(
    files: dict[str, tuple[str, str]], library: Library, origin: str, link: str
) -> None:
    """The site does not know where it is published: in the table the addresses are whole nevertheless."""
    name, text = files[link]
    assert name == f"cases-gekozen{LINKS[link]}"
    assert sorted(_ids(name, text)) == sorted(_chosen(library))
    assert "CC BY 4.0" in text
    if name.endswith(".csv"):
        rows = csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";")
        assert all(row["Adres"] == f"{origin}cases/{row['Case']}/" for row in rows)


@pytest.mark.parametrize("link", LINKS)
def test_no_more_is_fetched_than_the_parts_of_what_was_chosen(
    page: Page, origin: str, library: Library, link: str
) -> None:
    _open(page, origin, CHOICE)
    asked: list[str] = []
    with hearing(page, {"request": lambda request: asked.append(request.url.removeprefix(origin))}):
        _taken(page, link)
    data = [path for path in asked if path.startswith("data/")]
    assert data and all(path.startswith("data/meenemen/") for path in data)
    assert len(data) == len(set(data)) <= 1 + len(_chosen(library))


@pytest.fixture
def less(page: Page) -> Iterator[Callable[[str], None]]:
    """Lets the window have a script in which some bound is nothing."""

    def bound(name: str) -> None:
        def answer(route: Route) -> None:
            text = route.fetch().text()
            made = re.sub(rf"\b({name}) = \d+", r"\1 = 0", text)
            assert made != text
            route.fulfill(body=made, content_type="text/javascript")

        page.route(_SCRIPT, answer)

    yield bound
    page.unroute(_SCRIPT)


@pytest.mark.parametrize("link", LINKS)
def test_parts_put_together_are_the_whole_cut(
    page: Page, origin: str, less: Callable[[str], None], files: dict[str, tuple[str, str]], link: str
) -> None:
    less("MOST")
    _open(page, origin, CHOICE)
    assert _taken(page, link) == files[link]


def test_of_more_than_a_browser_can_cut_that_is_said(page: Page, origin: str, less: Callable[[str], None]) -> None:
    less("MOST|LARGEST")
    _open(page, origin, CHOICE)
    page.locator("#kb-take").get_by_role("link", name="alle velden (JSON)").press("Enter")
    expect(page.locator("#kb-status")).to_contain_text("Van zoveel cases kun je alle velden niet")


def test_the_words_of_a_reader_choose_too_and_all_that_is_found_comes_along(
    page: Page, origin: str, library: Library
) -> None:
    _open(page, origin, "#zoek=wind")
    told = page.locator("#kb-status").inner_text().split(" ")[0]
    found = _ids(*_taken(page, "Excel (CSV)"))
    assert str(len(found)) == told and set(found) < set(library.cases)


def test_the_tables_keep_every_column_and_the_json_its_schema(
    files: dict[str, tuple[str, str]], site: Path, origin: str
) -> None:
    whole = (site / "data/v1/cases.csv").read_bytes().decode("utf-8")
    part = files["Excel (CSV)"][1].replace(f"{origin}cases/", "cases/")
    rows = [list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) for text in (whole, part)]
    assert rows[1][0] == rows[0][0] and [row for row in rows[0] if row in rows[1]] == rows[1]
    schema = json.loads((site / SCHEMA).read_text(encoding="utf-8"))
    _, text = files["alle velden (JSON)"]
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))] == []


def test_without_a_choice_everything_is_taken_and_nothing_found_offers_nothing(
    page: Page, origin: str, library: Library
) -> None:
    _open(page, origin, "")
    expect(page.locator("#kb-take")).to_contain_text(f"Neem alle {len(library.cases)} cases mee")
    assert sorted(_ids(*_taken(page, "Excel (CSV)"))) == sorted(library.cases)
    _open(page, origin, "#zoek=xqzwv")
    expect(page.locator("#kb-take")).to_be_hidden()


def test_when_the_data_does_not_come_that_is_said(page: Page, origin: str) -> None:
    _open(page, origin, CHOICE)
    page.route("**/data/**", lambda route: route.abort())
    for link in LINKS:
        page.locator("#kb-status").evaluate("status => (status.textContent = '')")
        page.locator("#kb-take").get_by_role("link", name=link).press("Enter")
        expect(page.locator("#kb-status")).to_contain_text("is nu niet op te halen")
    page.unroute("**/data/**")


def test_without_javascript_the_links_give_all_cases(site: Path, library: Library) -> None:
    page = LexborHTMLParser((site / "cases/index.html").read_text(encoding="utf-8"))
    links = {link.text(strip=True): str(link.attributes["href"]) for link in page.css("#kb-take a")}
    assert set(links) >= set(LINKS)
    for name, end in LINKS.items():
        file = site / "cases" / links[name]
        assert file.suffix == end
        assert sorted(_ids(file.name, file.read_bytes().decode("utf-8"))) == sorted(library.cases), name
