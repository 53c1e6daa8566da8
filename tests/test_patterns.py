"""What lies cases side by side: the evidence matrix, white spots, choices, and municipalities that are alike."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from kennisbank.build import build
from kennisbank.exports.csv_text import csv_text
from kennisbank.library import Library
from kennisbank.likeness import MOST, alike, cases_by_municipality, likeness
from kennisbank.matrix import matrices_of
from kennisbank.model.terms import Size
from kennisbank.site import Site
from kennisbank.turns import turns_of, turns_of_kind

from .in_browser import NEEDS_BROWSER, open_page


def test_the_matrix_holds_every_link_between_a_case_and_a_lesson(library: Library) -> None:
    found = {(id, lesson) for matrix in matrices_of(library) for id, _, said in matrix.cells for lesson in said}
    assert found == {(id, link.lesson) for id, case in library.cases.items() for link in case.lessons}


CELLS = st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.lists(CELLS, min_size=1)))
def test_csv_gives_back_what_went_in_and_never_a_formula(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    read = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))
    for row, back in zip(rows, read, strict=True):
        assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in back)


def test_the_file_of_the_matrix_has_a_row_for_every_link(library: Library) -> None:
    made = {artifact.uri: artifact.content for artifact in build(library, {}, Site())}
    rows = list(csv.DictReader(io.StringIO(str(made["bewijs/bewijs.csv"])[1:], newline=""), delimiter=";"))
    assert len(rows) == sum(len(case.lessons) for case in library.cases.values())
    assert {row["Oordeel"] for row in rows} == {"steunt", "nuanceert", "weerspreekt"}
    assert all(row["Omdat"] and "[^" not in row["Omdat"] for row in rows)


def test_likeness_is_the_same_both_ways_and_says_why(library: Library) -> None:
    towns = list(library.municipalities.values())[:40]
    for one in towns:
        for other in towns:
            assert list(likeness(library, one, other)) == list(likeness(library, other, one))
    found = alike(library, "goirle")
    assert "goirle" not in [item.id for item in found]
    assert found[0].reasons == ("zelfde energieregio (Hart van Brabant)", "zelfde provincie")
    assert all(item.cases == cases_by_municipality(library)[item.id] for item in found)
    assert 0 < len(found) <= MOST


def test_the_size_counts_only_when_both_are_known(library: Library) -> None:
    tilburg, almere = library.municipalities["tilburg"], library.municipalities["almere"]
    assert list(likeness(library, tilburg, almere)) == []
    large = tilburg.model_copy(update={"size": Size.LARGE})
    assert list(likeness(library, large, almere)) == []
    both = list(likeness(library, large, almere.model_copy(update={"size": Size.LARGE})))
    assert both == [(3, "even groot (vanaf 100.000 inwoners)")]


def test_every_choice_has_a_kind_and_every_kind_its_choices(library: Library) -> None:
    turns = turns_of(library)
    by_kind = [item for kind in library.term_list("choice-kinds") for item in turns_of_kind(library, kind)]
    assert sorted(item.id for item in by_kind) == sorted(item.id for item in turns)
    assert [item.turn.when for item in turns] == sorted((item.turn.when for item in turns), reverse=True)


def test_pages_stay_small_with_many_cases(library: Library) -> None:
    copies = [
        replace(entry, id=f"{entry.id}-{number}")
        for number in range(15)
        for entry in library.entries
        if entry.kind.name == "case"
    ]
    many = replace(library, entries=(*library.entries, *copies))
    made = {artifact.uri: artifact.content for artifact in build(many, {}, Site())}
    assert len(many.cases) > 500
    for page in ("bewijs/index.md", "afslagen.md", "witte-vlekken.md", "gemeenten-zoals-de-mijne.md"):
        assert len(made[page]) < 200_000, page
    assert "in het CSV-bestand staan ze alle" in str(made["bewijs/index.md"])


@pytest.mark.usefixtures("site")
class TestInTheBrowser:
    pytestmark = NEEDS_BROWSER

    def test_the_matrix_sorts_by_keyboard_and_says_so(self, browser: Browser, origin: str) -> None:
        page, _ = open_page(browser, origin + "bewijs/", 1280, "light")
        table = page.locator(".kb-matrix table").first
        for direction in ("ascending", "descending"):
            table.locator(".kb-sort").first.press("Enter")
            expect(table.locator("th").first).to_have_attribute("aria-sort", direction)
        titles = [title.casefold() for title in table.locator("tbody td:first-child").all_inner_texts()]
        assert titles[0] > titles[-1]
        table.locator(".kb-sort").nth(2).press("Enter")
        expect(table.locator("tbody tr").first.locator("td").nth(2)).to_contain_text("steunt")
        expect(table.locator("th").first).not_to_have_attribute("aria-sort", re.compile("."))
        page.context.close()

    def test_the_reason_shows_on_focus_and_goes_on_escape(self, browser: Browser, origin: str) -> None:
        page, _ = open_page(browser, origin + "bewijs/", 1280, "light")
        cell = page.locator(".kb-cell").first
        cell.focus()
        reason = cell.locator(".kb-because").bounding_box()
        assert reason
        assert reason["height"] > 20
        page.keyboard.press("Escape")
        hidden = cell.locator(".kb-because").bounding_box()
        assert hidden
        assert hidden["height"] <= 1
        page.context.close()

    def test_choices_narrow_down_by_address(self, browser: Browser, origin: str, library: Library) -> None:
        page, _ = open_page(browser, origin + "afslagen/?soort=bestaat-niet", 1280, "light")
        status = page.locator(".kb-list-filter [role=status]")
        expect(status).to_have_text(f"{len(turns_of(library))} afslagen")
        page.get_by_label("Soort keuze").select_option("doorgaan-of-stoppen")
        stopped = turns_of_kind(library, "doorgaan-of-stoppen")
        expect(status).to_have_text(f"{len(stopped)} afslagen")
        page.reload()
        assert page.locator("#afslagen .kb-card:visible").count() == len(stopped)
        page.get_by_label("Thema").select_option("voedsel")
        expect(status).to_contain_text("Niets gevonden")
        page.go_back()
        expect(status).to_have_text(f"{len(stopped)} afslagen")
        page.context.close()

    def test_one_goes_to_municipalities_like_ones_own(self, browser: Browser, origin: str) -> None:
        page, _ = open_page(browser, origin + "gemeenten-zoals-de-mijne/", 360, "dark")
        page.get_by_label("Wat is jouw gemeente?").fill("nergenshuizen")
        page.keyboard.press("Enter")
        expect(page.locator(".kb-go-to [role=status]")).to_contain_text("nergenshuizen staat niet in onze lijst")
        page.get_by_label("Wat is jouw gemeente?").fill("goir")
        page.keyboard.press("Enter")
        page.wait_for_url("**/gemeenten/goirle/#gemeenten-zoals-deze")
        expect(page.get_by_text("zelfde energieregio (Hart van Brabant)").first).to_be_visible()
        page.context.close()
