"""Ways to look across cases: white spots, choices, and municipalities that are alike."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from kennisbank.build import build
from kennisbank.library import Library
from kennisbank.likeness import MOST, alike, cases_by_municipality, likeness
from kennisbank.model.terms import Size
from kennisbank.site import Site
from kennisbank.turns import turns_of, turns_of_kind

from .in_browser import NEEDS_BROWSER, open_page


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
    for page in ("afslagen.md", "witte-vlekken.md", "gemeenten-zoals-de-mijne.md"):
        assert len(made[page]) < 200_000, page


@pytest.mark.usefixtures("site")
class TestInTheBrowser:
    pytestmark = NEEDS_BROWSER

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
