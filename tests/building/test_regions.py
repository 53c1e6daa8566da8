"""A reader who looks for the energy strategy of a region reads whether there is a case of it, and else what is near."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages import terms
from kennisbank.building.rendering import Renderer
from kennisbank.findings.nearest import slug
from kennisbank.insights.names import names_in
from kennisbank.insights.strategies import Strategies
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.model.parts import Point

TOLD = {"plan-van-de-dorpen": "De RES van de dorpen.", "wind-langs-de-weg": "Over de regionale energiestrategie."}


@pytest.fixture(scope="module")
def with_strategies(library: Library) -> Library:
    """The example library in which two cases, of Fryslân and Hart van Brabant, say that they tell of a strategy."""
    changed = {id: {"summary": summary} for id, summary in TOLD.items()}
    entries = (
        replace(entry, record=entry.record.model_copy(update=changed.get(entry.id, {}))) if entry.record else entry
        for entry in library.entries
    )
    return replace(library, entries=tuple(entries))


def _pages(library: Library) -> dict[str, str]:
    def made() -> Iterator[Artifact]:
        yield from terms.pages(Renderer(library, Site("https://code.example/kennis")))

    return {artifact.uri: str(artifact.content) for artifact in made()}


def test_the_nearest_strategies_of_other_regions_come_first(with_strategies: Library) -> None:
    strategies = Strategies(with_strategies)
    assert strategies.cases == {"fryslan": ("plan-van-de-dorpen",), "hart-van-brabant": ("wind-langs-de-weg",)}
    assert [region for region, _ in strategies.near("west-brabant")] == ["hart-van-brabant", "fryslan"]
    assert [region for region, _ in strategies.near("fryslan")] == ["hart-van-brabant"]


def test_the_nearest_is_so_in_kilometres(with_strategies: Library) -> None:
    """Counted in degrees, what lies to the east seems further than it is."""
    spots = {"west-brabant": (52.0, 5.0), "fryslan": (52.0, 6.0), "hart-van-brabant": (52.8, 5.0)}
    terms = (
        replace(one, term=one.term.model_copy(update={"point": Point(lat=at[0], lon=at[1])}))
        if one.list_name == "regions" and (at := spots.get(one.term.id))
        else one
        for one in with_strategies.terms
    )
    moved = Strategies(replace(with_strategies, terms=tuple(terms)))
    assert [region for region, _ in moved.near("west-brabant")] == ["fryslan", "hart-van-brabant"]


def test_the_page_of_a_region_says_whether_there_is_a_case_of_its_strategy(with_strategies: Library) -> None:
    pages = _pages(with_strategies)
    own, none = pages["regios/fryslan.md"], pages["regios/zeeland.md"]
    assert "energiestrategie (RES) van deze regio: [Fryslân liet de dorpen" in own and "nog geen case" not in own
    assert "energiestrategie (RES) van deze regio staat hier nog geen case." in none
    near = none.partition("Het dichtst in de buurt")[2]
    assert 0 < near.index("Hart van Brabant") < near.index("Fryslân")


def test_a_strategy_is_found_by_the_name_of_its_region_and_of_a_municipality_in_it(with_strategies: Library) -> None:
    named = [one for one in names_in(with_strategies) if one.label.startswith("RES ")]
    by_name = {name: one for one in named for name in one.names}
    for name in ("RES Fryslân", "RES Leeuwarden", "regionale energiestrategie Opsterland", "energieregio Leeuwarden"):
        assert by_name[name].page == "regios/fryslan/", name
        assert by_name[name].text.endswith("staat hier 1 case."), name
    assert by_name["RES Goes"].text.endswith("staat hier nog geen case.")
    # That is what its page is called already.
    assert "energieregio Fryslân" not in by_name


def test_places_stand_by_name_and_the_lessons_of_a_series_by_number(library: Library) -> None:
    pages = _pages(library)
    regions = sorted((region.title for region in library.regions.values()), key=slug)
    assert list(library.regions) != sorted(library.regions)
    at = [pages["regios/index.md"].index(f"## [{title}](") for title in regions]
    assert at == sorted(at)
    lessons = [lesson.title for lesson in library.lessons.values() if lesson.series == "rolreeks"]
    numbers = {lesson.title: lesson.number for lesson in library.lessons.values()}
    places = {title: pages["reeksen/rolreeks.md"].index(f"[{title}](") for title in lessons}
    assert sorted(lessons, key=places.__getitem__) == sorted(lessons, key=numbers.__getitem__) != lessons
