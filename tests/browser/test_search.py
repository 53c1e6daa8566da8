"""Searching as a reader does it: the dialog by keyboard, Dutch words, and sites in any folder."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from kennisbank.publishing.search.search_index import add_search_index

from ..conftest import ROOT, kennisbank
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, open_page, served

pytestmark = NEEDS_BROWSER

FIND = """async ([root, question]) => {
  const { find } = await import(root + "assets/javascripts/index-client.js");
  const { results, instead } = await find(question);
  return [await Promise.all(results.map(async (result) => (await result.data()).meta.title)), instead];
}"""
# The same question in other words finds the same page first.
SAME = [
    ("gemeenten", "gemeente"),
    ("cooperaties", "coöperatie"),
    ("energie besparen", "energiebesparing"),
    ("zonnepaneel", "zonnepanelen"),
    ("warmtenetten", "warmtenet"),
]
PAGES = {
    "beheerder": "De warmtenetbeheerder wil een vergoeding",
    "vol": "Netcongestie op het bedrijventerrein",
    "huis": "Huizen met zonnepanelen",
    "bos": "Een bos van eetbare planten",
}


def _found(page: Page, root: str, question: str) -> tuple[list[str], str]:
    titles, instead = page.evaluate(FIND, [root, question])
    return titles, instead


def _results(page: Page) -> Locator:
    return page.locator(".md-search-result__list .md-search-result__link")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a few pages, of which each answers a question of its own."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "docs" / "assets" / "javascripts", folder / "assets" / "javascripts")
    (folder / "assets" / "synonyms.json").write_text('[["bedrijventerrein", "industrieterrein"]]', encoding="utf-8")
    (folder / "index.html").write_text("<title>Leeg</title>", encoding="utf-8")
    text = "<p>Een warmte, een net, een beheerder en een bedrijf met een terrein.</p>"
    for name, title in {**PAGES, "woorden": "Woorden"}.items():
        body = text if name == "woorden" else ""
        page = f'<meta name="kb:filter:type" content="case"><article><h1>{title}</h1>{body}</article>'
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    add_search_index(folder)
    with served(folder) as address:
        yield address


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("warmte", "beheerder"),
        ("netbeheerder", "beheerder"),
        ("beheerder", "beheerder"),
        ("warmtenetbeheerders", "beheerder"),
        ("warmtenetbeheeder", "beheerder"),
        ("industrieterrein", "vol"),
        ("wat kost een warmtenetbeheerder", "beheerder"),
        ("congestie", "vol"),
        ("néttcongestie", "vol"),
        ("netcong", "vol"),
        ("huis", "huis"),
        ("zonnepaneel", "huis"),
        ("bossen", "bos"),
    ],
)
def test_dutch_words_find_their_page(browser: Browser, small: str, question: str, name: str) -> None:
    page, _ = open_page(browser, small, 1280, "light")
    titles, _ = _found(page, small, question)
    assert PAGES[name] in titles[:2]
    page.context.close()


def test_a_plural_is_no_typing_error(browser: Browser, small: str) -> None:
    page, _ = open_page(browser, small, 1280, "light")
    assert _found(page, small, "zonnepaneel")[1] == ""
    assert _found(page, small, "zonepanelen")[1] == "zonnepanelen"
    page.context.close()


@pytest.mark.parametrize(("question", "other"), SAME)
def test_other_forms_of_a_word_find_the_same(browser: Browser, origin: str, question: str, other: str) -> None:
    page, _ = open_page(browser, origin, 1280, "light")
    titles, others = _found(page, origin, question)[0][:5], _found(page, origin, other)[0][:5]
    assert set(titles) & set(others)
    page.context.close()


def test_nothing_is_loaded_before_a_reader_searches(browser: Browser, origin: str) -> None:
    page, asked = open_page(browser, origin + "over/", 1280, "light")
    own = {url.removeprefix(origin) for url in asked}
    assert not [url for url in own if url.startswith("pagefind/") or url.endswith(("results.js", "search_index.json"))]
    assert "assets/javascripts/search.js" in own
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_whole_search_by_keyboard(browser: Browser, origin: str, scheme: str, width: int) -> None:
    page, _ = open_page(browser, origin + "over/", width, scheme)
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None)
    page.on("response", lambda response: trouble.append(response.url) if response.status >= 400 else None)
    page.keyboard.press("f")
    field = page.locator("#zoekvenster input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("warmtenet")
    expect(_results(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search-result__list a, .md-search-result__list button").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")  # the cross
    page.keyboard.press("Tab")  # the list, which scrolls
    page.keyboard.press("Tab")
    first = page.locator(".kb-search-filters button").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#zoekvenster-stand")).to_contain_text("gevonden")
    expect(_results(page).first).to_have_attribute("href", re.compile("/cases/"))
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.press("/")
    expect(field).to_have_value("warmtenet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/**")
    assert trouble == []
    page.context.close()


def test_a_filter_keeps_the_focus_and_narrows_the_answers(browser: Browser, origin: str) -> None:
    page, asked = open_page(browser, origin + "cases/tilburg-moed/", 1280, "light")
    page.keyboard.press("/")
    page.keyboard.type("zonnepaneel scholen")
    expect(page.locator("#zoekvenster-stand")).to_contain_text("pagina")
    expect(page.locator(".md-search-result__list a").first).to_contain_text("school")
    page.locator(".kb-search-filters button", has_text="Lessen").press("Enter")
    expect(page.locator(".kb-search-filters [aria-pressed=true]")).to_be_focused()
    shown = _results(page)
    expect(shown.first).to_have_attribute("href", re.compile("/lessen/"))
    page.locator("#zoekvenster input").focus()
    page.keyboard.press("ArrowDown")
    expect(shown.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/lessen/**")
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []
    page.context.close()


def test_the_search_dialog_closes_and_gives_the_focus_back(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin, 1280, "light")
    link = page.get_by_role("link", name="Cases", exact=True).first
    link.focus()
    page.keyboard.press("s")
    expect(page.locator("#zoekvenster input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert not page.locator("#__search").is_checked()
    page.context.close()


def test_search_corrects_a_typing_error_and_says_so(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, f"{origin}zoeken/?q=enegriecooperatie", 1280, "light")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("voor energiecooperatie in plaats van enegriecooperatie")
    expect(page.locator("#zoekpagina-lijst a").first).to_have_attribute("href", re.compile("/cases/|/begrippen/"))
    page.context.close()


def test_a_question_in_the_address_is_text_and_nothing_else(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, f"{origin}zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22", 1280, "light")
    expect(page.locator("#zoekpagina-stand")).not_to_have_text("Zoeken …")
    assert page.locator("#zoekpagina-stand img, #zoekpagina-lijst img").count() == 0
    page.context.close()


def test_a_result_says_what_it_is_and_why(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "zoeken/?q=blokverwarming", 1280, "light")
    title = page.locator(".kb-search-title", has_text="Een warmtenet van de buurt")
    item = page.locator("#zoekpagina-lijst > li", has=title)
    expect(item.locator(".kb-search-about")).to_have_text("Case · Groningen · 2019-2020 · Energie")
    expect(item.locator("mark")).to_have_text("warmtenet")
    term = page.locator("#zoekpagina-lijst > li", has_text="Begrip: Warmtenet")
    expect(term.locator(".kb-search-about")).to_have_text("Begrippen")
    page.context.close()


def test_nothing_found_leads_on(browser: Browser, origin: str) -> None:
    page, _ = open_page(browser, origin + "zoeken/?q=wqrmtxnyt", 360, "light")
    expect(page.locator("#zoekpagina-stand")).to_contain_text("Niets gevonden voor wqrmtxnyt")
    ways = page.locator("#zoekpagina-lijst a")
    expect(ways.filter(has_text="warmtenet").first).to_have_attribute("href", f"{origin}zoeken/?q=warmtenet")
    expect(ways.last).to_have_attribute("href", f"{origin}themas/")
    violations = Axe().run(page)
    assert violations.violations_count == 0, violations.generate_report()
    page.context.close()


def test_without_javascript_search_is_a_page_of_lists(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "cases/tilburg-moed/")
    expect(page.locator("#zoekvenster")).to_be_hidden()
    page.locator(".md-header").get_by_role("link", name="Zoeken").click()
    expect(page.get_by_role("link", name="Alle cases")).to_be_visible()
    expect(page.locator("#zoekpagina")).to_be_hidden()
    context.close()


def test_search_works_in_a_sub_folder_and_on_the_page_that_is_not_there(browser: Browser, tmp_path: Path) -> None:
    """A missing page is answered from any depth with the same file, so its addresses start at the root."""
    folder, root = tmp_path / "site", "http://site.test/kennis/"
    assert kennisbank("site", "--uit", str(folder), SITE_URL=root).returncode == 0

    def answer(route: Route) -> None:
        file = folder / route.request.url.split("?")[0].removeprefix(root)
        file = file / "index.html" if file.is_dir() else file
        if route.request.url.startswith(root) and file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(path=folder / "404.html", status=404)

    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    page.goto(root + "cases/bestaat/niet/")
    page.keyboard.press("/")
    page.keyboard.type("intervisie")
    expect(_results(page).first).to_have_attribute("href", re.compile("^/kennis/"))
    assert page.locator(".kb-search-all").get_attribute("href") == f"{root}zoeken/?q=intervisie"
    page.keyboard.press("Enter")
    page.wait_for_url("**/kennis/**/intervisie/")
    assert page.locator("h1").inner_text().lower().find("intervisie") >= 0
    context.close()
