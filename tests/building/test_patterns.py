"""Ways to look across cases: white spots, choices by kind and theme, and municipalities that are alike."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages import patterns, turns
from kennisbank.building.rendering import Renderer
from kennisbank.insights.coverage import report_of
from kennisbank.insights.likeness import MOST, MOST_OF_THEME, Alike, Likeness
from kennisbank.insights.turns import turns_of
from kennisbank.library.addresses import INVITATION, Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.places import kilometres

from ..support.chance import examples, some
from ..support.example_library import fixed_library, fixed_tree
from ..support.in_browser import NEEDS_BROWSER
from ..support.many import many

FILES = fixed_tree()
CASES = sorted(path for path in FILES if path.startswith("cases/"))


def _made(library: Library, pages: Callable[[Renderer], Iterator[Artifact]]) -> dict[str, str]:
    return {artifact.uri: str(artifact.content) for artifact in pages(Renderer(library, Site()))}


IDS = sorted(fixed_library().municipalities)


@given(st.sampled_from(IDS), st.sampled_from(IDS))
def test_likeness_is_the_same_both_ways(library: Library, one: str, other: str) -> None:
    likeness = Likeness(library)
    shared = list(likeness.shared(one, other))
    assert shared == list(likeness.shared(other, one))
    here, there = library.municipalities[one], library.municipalities[other]
    reasons = [reason for _, reason in shared]
    assert ("zelfde provincie" in reasons) == (here.province == there.province)
    assert any("energieregio" in reason for reason in reasons) == bool(here.region and here.region == there.region)
    assert all(weight > 0 for weight, _ in shared)


def test_the_best_come_first_with_reasons_and_cases_that_are_new(library: Library) -> None:
    likeness = Likeness(library)
    for id in library.municipalities:
        found = likeness.alike(id)
        assert id not in [item.id for item in found]
        assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
        cases = [case for item in found for case in item.cases]
        assert len(cases) == len(set(cases))
        assert not set(cases) & set(likeness.cases.get(id, ()))
        for item in found:
            shared = list(likeness.shared(id, item.id))
            assert item.score == sum(weight for weight, _ in shared)
            assert item.reasons == tuple(reason for _, reason in shared)
            assert all(item.id in library.cases[case].places for case in item.cases)
        assert len(found) <= MOST


def _as_ranked(library: Library, id: str, found: Iterable[Alike]) -> list[tuple[int, float, str]]:
    """What each is ranked by: how much it is like the municipality, then how near it is, then its name."""
    here = library.municipalities[id].point
    return [(-item.score, kilometres(here, library.municipalities[item.id].point), item.id) for item in found]


def test_of_a_theme_only_its_cases_are_shown_in_the_same_order(library: Library) -> None:
    likeness = Likeness(library)
    shown = 0
    for id in library.municipalities:
        order = _as_ranked(library, id, likeness.alike(id))
        for theme, items in likeness.alike_by_theme(id).items():
            shown += len(items)
            assert 0 < len(items) <= MOST_OF_THEME
            ranked = _as_ranked(library, id, items)
            assert ranked == sorted(ranked)
            cases = [case for item in items for case in item.cases]
            assert all(theme in library.cases[case].themes for case in cases)
            assert not set(cases) & set(likeness.cases.get(id, ()))
        assert order == sorted(order)
    assert shown > len(library.municipalities)


def test_a_colleague_in_goirle_reads_of_tilburg_and_why(library: Library) -> None:
    likeness = Likeness(library)
    first = likeness.alike("goirle")[0]
    assert first.id == "tilburg"
    assert first.reasons[:2] == ("zelfde energieregio (Hart van Brabant)", "zelfde provincie")
    assert "wind-langs-de-weg" not in first.cases  # Goirle took part in it
    assert likeness.regional("goirle") == ("fietsen-naar-het-werk",)


def test_the_size_counts_only_when_both_are_known(library: Library) -> None:
    def sized(**people: int) -> Likeness:
        terms = tuple(
            replace(entry, term=entry.term.model_copy(update={"inhabitants": people.get(entry.term.id)}))
            if entry.list_name == "municipalities"
            else entry
            for entry in library.terms
        )
        return Likeness(replace(library, terms=terms))

    assert sized().sizes_known == 0
    assert list(sized().shared("leeuwarden", "almere")) == []
    assert list(sized(leeuwarden=100_000).shared("leeuwarden", "almere")) == []
    assert list(sized(leeuwarden=100_000, almere=900_000).shared("leeuwarden", "almere")) == []
    both = sized(leeuwarden=100_000, almere=199_999)
    assert list(both.shared("leeuwarden", "almere")) == [(3, "ook 100.000 tot 200.000 inwoners")]
    assert both.sizes_known == 2


def test_every_choice_has_a_kind_and_every_kind_its_choices(library: Library) -> None:
    turns = turns_of(library)
    kinds = library.term_list("choice-kinds")
    by_kind = [item for kind in kinds for item in turns_of(library, kind=kind)]
    assert sorted((item.id, item.number) for item in by_kind) == sorted((item.id, item.number) for item in turns)
    assert all(turns_of(library, kind=kind) for kind in kinds)
    assert [item.turn.when for item in turns] == sorted((item.turn.when for item in turns), reverse=True)
    assert {item.id for item in turns_of(library, theme="voedsel")} == {
        id for id, case in library.cases.items() if "voedsel" in case.themes
    }


@given(st.sets(st.sampled_from(CASES)))
@examples(25)
def test_a_white_spot_is_an_invitation_and_a_count_leads_to_its_cases(paths: set[str]) -> None:
    library = load({path: blob for path, blob in FILES.items() if path not in CASES or path in paths})
    page = str(_made(library, patterns.pages)["witte-vlekken.md"])
    report = report_of(library)
    for facet, grid in (("provincie", report.themes_by_province), ("les", report.themes_by_lesson)):
        for row in grid.rows:
            for theme, number in zip(grid.themes, row.cases, strict=True):
                target = INVITATION if number == 0 else "cases/index.md"
                assert f"]({target}?thema={theme.id}&{facet}={row.ref.id})" in page
                assert (number == 0) == (f"]({INVITATION}?thema={theme.id}&{facet}={row.ref.id})" in page)
    assert page.count(f"]({INVITATION}?") + page.count("](cases/index.md?") == sum(
        grid.cells for grid in (report.themes_by_province, report.themes_by_lesson)
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", some([1_000, 10_000], daily=[1_000]))
def test_pages_stay_small_however_many_cases(library: Library, number: int) -> None:
    large = many(library, number)
    made = _made(large, patterns.pages) | _made(large, turns.pages)
    assert {page: len(text) for page, text in made.items() if len(text) > 250_000} == {}
    total = len(turns_of(large))
    parts = [page for page in made if re.fullmatch(r"afslagen(/\d+)?\.md", page)]
    assert len(parts) == -(-total // turns.MOST)
    assert sum(made[page].count('<div class="kb-card"') for page in parts) == total
    assert "[Oudere afslagen](afslagen/2.md)" in made["afslagen.md"]
    assert "[Nieuwere afslagen](../afslagen.md)\u00a0· [Oudere afslagen](3.md)" in made["afslagen/2.md"]
    assert "soorten-keuzes/organisatie/2.md" in made
    assert "afslagen/energie/2.md" in made
    likeness = Likeness(large)
    assert all(len(likeness.alike(id)) <= MOST for id in list(large.municipalities)[:20])


@pytest.mark.usefixtures("site")
class TestInTheBrowser:
    pytestmark = NEEDS_BROWSER

    def test_choices_narrow_down_and_lead_to_ones_own_municipality(
        self, browser: Browser, origin: str, library: Library
    ) -> None:
        """By links alone, so that all of it works without JavaScript too."""
        context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 900})
        page = context.new_page()
        choices, cards = page.get_by_role("article"), page.locator("#afslagen .kb-card")
        page.goto(origin + "afslagen/")
        choices.get_by_role("link", name="doorgaan, kleiner of stoppen", exact=True).first.click()
        expect(cards).to_have_count(len(turns_of(library, kind="doorgaan-of-stoppen")))
        choices.get_by_role("link", name="energie", exact=True).first.click()
        expect(page).to_have_url(f"{origin}afslagen/energie/doorgaan-of-stoppen/")
        both = turns_of(library, kind="doorgaan-of-stoppen", theme="energie")
        expect(cards).to_have_count(len(both))
        expect(page.locator("#afslagen h2")).to_have_count(len({item.turn.when for item in both}))
        choices.get_by_role("link", name="alle", exact=True).first.click()
        expect(cards).to_have_count(len(turns_of(library, theme="energie")))
        page.goto(origin + "gemeenten-zoals-de-mijne/")
        expect(page.locator(".kb-go-to")).to_be_hidden()
        page.get_by_role("link", name="Goirle", exact=True).click()
        expect(page).to_have_url(re.compile("/gemeenten/goirle/#gemeenten-zoals-deze$"))
        about = page.locator("details", has_text="Alleen over energie")
        expect(about.get_by_role("link").first).to_be_hidden()
        about.locator("summary").click()
        expect(about.get_by_role("link").first).to_be_visible()
        context.close()
