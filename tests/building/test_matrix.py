"""The evidence matrix: what it holds, how it leaves the site as a file, and how it sorts and tells why in a browser."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages.evidence import CSV_FILE, MARKDOWN_FILE, MOST_ROWS, pages
from kennisbank.building.rendering import Renderer
from kennisbank.faces.csv_text import csv_text
from kennisbank.insights.matrix import matrices_of
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.model.kinds import LISTS
from kennisbank.model.parts import Stance

from ..support.chance import examples
from ..support.example_library import fixed_tree
from ..support.in_browser import NEEDS_BROWSER, shared_page, wait_for
from ..support.many import many

FILES = fixed_tree()
RECORDS = sorted(path for path in FILES if path.startswith(("cases/", "lessons/")))
LISTS_ONLY = {terms.path: FILES[terms.path] for terms in LISTS.values()}
STANCES = ("steunt", "nuanceert", "weerspreekt")


def _made(library: Library) -> dict[str, Artifact]:
    return {artifact.uri: artifact for artifact in pages(Renderer(library, Site()))}


def _read(content: str | bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(content).removeprefix("\ufeff"), newline=""), delimiter=";"))


@given(st.sets(st.sampled_from(RECORDS), min_size=4))
@examples(40)
def test_the_matrix_holds_the_links_of_the_cases_and_its_columns_are_its_transpose(paths: set[str]) -> None:
    library = load({**LISTS_ONLY, **{path: FILES[path] for path in paths}})
    written = {
        (id, link.lesson, link.stance)
        for id, case in library.cases.items()
        for link in case.lessons
        if link.lesson in library.lessons
    }
    matrices = matrices_of(library)
    by_case = {
        (row.id, lesson, link.stance) for matrix in matrices for row in matrix.rows for lesson, link in row.said.items()
    }
    by_lesson = {
        (row.id, column.id, row.said[column.id].stance)
        for matrix in matrices
        for column in matrix.columns
        for row in column.rows
    }
    assert by_case == by_lesson == written
    for matrix in matrices:
        for column in matrix.columns:
            assert sum(column.count(stance) for stance in Stance) == len(column.rows)


def test_a_theme_shows_its_own_cases_and_the_newest_come_first(library: Library) -> None:
    for theme in library.term_list("themes"):
        for matrix in matrices_of(library, theme):
            assert all(theme in row.case.themes for row in matrix.rows)
            years = [row.case.period.start for row in matrix.rows]
            assert years == sorted(years, reverse=True)
            assert matrix.newest(2).rows == matrix.rows[:2]


CELLS = st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.lists(CELLS, min_size=1)))
def test_csv_gives_back_what_went_in_and_never_a_formula(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    read = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))
    for row, back in zip(rows, read, strict=True):
        assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in back)


def test_csv_is_byte_for_byte_what_excel_opens() -> None:
    rows = [
        ["Les", 'Met "aanhaling"; en puntkomma'],
        ["=1+1", "+31"],
        ["-2", "@SUM(A1)"],
        ["\tx", "é €\nregel"],
        ["", "a=b"],
    ]
    expected = (
        '\ufeffLes;"Met ""aanhaling""; en puntkomma"\r\n'
        "'=1+1;'+31\r\n"
        "'-2;'@SUM(A1)\r\n"
        '\'\tx;"é €\nregel"\r\n'
        ";a=b\r\n"
    )
    assert csv_text(rows) == expected


def test_the_files_have_every_link_and_no_citation(library: Library) -> None:
    made = _made(library)
    rows = _read(made[CSV_FILE].content)
    found = {(row["Case"], row["Titel van de les"], row["Oordeel"]) for row in rows}
    assert found == {
        (id, library.lessons[link.lesson].title, link.stance)
        for id, case in library.cases.items()
        for link in case.lessons
    }
    assert {row["Oordeel"] for row in rows} == set(STANCES)
    assert {row["Herkomst van de les"] for row in rows} >= {"reconstructie"}
    markdown = str(made[MARKDOWN_FILE].content)
    assert markdown.count("\n- **") == len(rows)
    assert "reconstructie" in markdown
    for content in (markdown, str(made[CSV_FILE].content)):
        assert "[^" not in content


def test_hostile_words_stay_words(library: Library) -> None:
    entry = library.of_kind("case")[0]
    assert entry.record
    link = library.cases[entry.id].lessons[0].model_copy(update={"because": "=HYPERLINK(1) | `y`"})
    evil = entry.record.model_copy(update={"title": "@cmd <img src=x onerror=x>", "lessons": (link,)})
    entries = tuple(replace(item, record=evil) if item is entry else item for item in library.entries)
    made = _made(replace(library, entries=entries))
    row = next(row for row in _read(made[CSV_FILE].content) if row["Case"] == entry.id)
    assert row["Titel van de case"].startswith("'@cmd")
    assert row["Omdat"].startswith("'=HYPERLINK")
    page = str(made["bewijs/index.md"].content)
    assert "<img" not in page


def test_every_page_says_that_the_lessons_are_a_reconstruction(library: Library) -> None:
    for uri, artifact in _made(library).items():
        if uri.endswith(".md") and "kies-je-plaats" in str(artifact.content):
            assert "**Reconstructie.** " in str(artifact.content), uri


@pytest.mark.slow
def test_pages_stay_small_at_ten_thousand_cases(library: Library) -> None:
    made = _made(many(library, 10_000))
    shown = [artifact for artifact in made.values() if artifact.uri.endswith(".md")]
    assert len(shown) == 1 + len(library.term_list("themes"))
    for artifact in shown:
        text = str(artifact.content)
        assert len(text) < 200_000, artifact.uri
        assert len(re.findall(r'<th scope="row" markdown', text)) <= MOST_ROWS * len(library.series)
        assert f"Hier staan de {MOST_ROWS} nieuwste van de " in text
    assert len(_read(made[CSV_FILE].content)) > 10_000


def _column(page: Page, number: int) -> list[str]:
    return page.locator(f".kb-matrix >> nth=0 >> tbody:last-child tr > :nth-child({number})").all_inner_texts()


@pytest.mark.usefixtures("site")
class TestInTheBrowser:
    pytestmark = NEEDS_BROWSER

    def test_cases_sort_by_keyboard_and_say_so(self, browser: Browser, origin: str) -> None:
        page = shared_page(browser, origin + "bewijs/", 1280, "light")
        heads = page.locator(".kb-matrix").first.locator("thead [data-sort]")
        expect(heads.nth(1)).to_have_attribute("aria-sort", "descending")
        for at, name in enumerate(("case", "begin", "thema")):
            heads.nth(at).get_by_role("button").press("Enter")
            expect(heads.nth(at)).to_have_attribute("aria-sort", "ascending")
            expect(page.locator("#matrix-stand")).to_have_text(re.compile(f"op {name}, oplopend"))
            expect(heads.nth(at).get_by_role("button")).to_be_focused()
            assert page.locator(".kb-matrix >> nth=0 >> thead [aria-sort]").count() == 1
        themes = _column(page, 3)
        assert themes == sorted(themes, key=str.casefold)
        heads.nth(2).get_by_role("button").press("Space")
        expect(heads.nth(2)).to_have_attribute("aria-sort", "descending")

    def test_lessons_sort_by_what_cases_say_the_cells_go_along_and_on_paper_the_reasons_are_open(
        self, browser: Browser, origin: str, library: Library
    ) -> None:
        page = shared_page(browser, origin + "bewijs/", 1280, "light")
        table = page.locator(".kb-matrix").first
        table.get_by_role("button", name="Aantal cases: weerspreekt").press("Enter")
        counts = table.locator(".kb-matrix__counts tr:nth-child(4) td:not([colspan])")
        contradicted = [int(text) for text in counts.all_inner_texts()]
        assert contradicted == sorted(contradicted, reverse=True)
        names = table.locator(".kb-matrix__lesson").all_inner_texts()
        matrix = matrices_of(library)[0]
        for row in table.locator("tbody:last-child tr").all()[:8]:
            title = row.locator("th").inner_text()
            said = next(item for item in matrix.rows if item.case.title == title).said
            signs = [cell.locator("button").count() for cell in row.locator("td").all()[2:]]
            assert [bool(sign) for sign in signs] == [
                any(
                    f"{column.lesson.number}. {column.lesson.title}" == name and column.id in said
                    for column in matrix.columns
                )
                for name in names
            ]
        page.emulate_media(media="print")
        expect(table).to_be_visible()
        expect(page.locator(".kb-because").first).to_be_visible()

    def test_the_reason_shows_on_focus_on_hover_and_on_touch_and_escape_hides_it(
        self, browser: Browser, origin: str
    ) -> None:
        page = shared_page(browser, origin + "bewijs/", 1280, "dark")
        cell = page.locator(".kb-cell").first
        button, reason = cell.locator("button"), cell.locator(".kb-because")
        assert button.get_attribute("aria-describedby") == reason.get_attribute("id")
        shown = "element => element.getBoundingClientRect().height > 20"
        assert not reason.evaluate(shown)
        button.focus()
        assert reason.evaluate(shown)
        page.keyboard.press("Escape")
        assert not reason.evaluate(shown)
        expect(button).to_be_focused()
        page.locator("h1").click()
        button.hover()
        assert reason.evaluate(shown)
        reason.hover()
        assert reason.evaluate(shown)
        box = reason.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 1280
        context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768})
        page = context.new_page()
        page.goto(origin + "bewijs/")
        page.locator(".kb-cell button").nth(3).tap()
        wait_for(page, "document.querySelectorAll('.kb-because')[3].getBoundingClientRect().height > 20")
        context.close()

    def test_on_a_phone_each_lesson_folds_open_to_its_cases(self, browser: Browser, origin: str) -> None:
        page = shared_page(browser, origin + "bewijs/energie/", 360, "light")
        expect(page.locator(".kb-matrix").first).to_be_hidden()
        fold = page.locator(".kb-by-lesson details").first
        expect(fold.locator("li").first).to_be_hidden()
        fold.locator("summary").press("Enter")
        expect(fold.locator("li").first).to_contain_text(re.compile("steunt|nuanceert|weerspreekt"))
        expect(fold.locator("li a").first).to_have_attribute("href", re.compile("/cases/"))
        page.get_by_label("Zet deze lijst op volgorde van").first.select_option("vaakst gesteund")
        said = page.locator(".kb-by-lesson").first.locator("summary .kb-meta").all_inner_texts()
        supports = [int(text.split()[0]) for text in said]
        assert supports and supports == sorted(supports, reverse=True)

    def test_without_javascript_lessons_fold_open_and_nothing_else_is_offered(self, site: Path) -> None:
        page = LexborHTMLParser((site / "bewijs/energie/index.html").read_text(encoding="utf-8"))
        assert "/cases/" in str(page.css(".kb-by-lesson details > summary ~ * li a")[0].attributes["href"])
        orders = page.css(".kb-order")
        assert orders and all("hidden" in order.attributes for order in orders)
