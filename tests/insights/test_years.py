"""The years of a case or community: one function, and the same words on every page and in every file."""

import json

import pytest

from kennisbank.building.data.in_words import in_words
from kennisbank.building.pages import records
from kennisbank.building.rendering import Renderer
from kennisbank.building.together import whole_years
from kennisbank.insights.facets import card_of
from kennisbank.insights.years import years_of
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.model.parts import Outcome, Period


@pytest.mark.parametrize(
    ("start", "end", "outcome", "said"),
    [
        (2011, 2022, Outcome.FINISHED, "2011 tot 2022"),
        (2011, 2011, Outcome.FINISHED, "2011"),
        (2011, None, Outcome.RUNNING, "2011 tot nu"),
        (2011, None, Outcome.UNKNOWN, "vanaf 2011"),
        (2011, None, Outcome.STOPPED, "vanaf 2011"),
        (2011, 2030, Outcome.RUNNING, "2011 tot 2030"),
        (2011, 2011, Outcome.RUNNING, "2011"),
    ],
)
def test_years_as_people_say_them(library: Library, start: int, end: int | None, outcome: Outcome, said: str) -> None:
    case = library.cases["wind-langs-de-weg"]
    changed = case.model_copy(update={"period": Period(start=start, end=end), "outcome": outcome})
    assert years_of(changed) == said


def test_the_page_its_data_and_its_card_say_the_same(library: Library) -> None:
    renderer = Renderer(library, Site("https://code.example/kennis"))
    running = [id for id, case in library.cases.items() if case.outcome == Outcome.RUNNING]
    assert running
    for id in (*running, "wind-langs-de-weg"):
        entry, case = library.entry("case", id), library.cases[id]
        page, *_ = records.pages_of(renderer, entry, case)
        assert f"<span>{whole_years(case)}</span>" in page.body, id
        assert json.loads(in_words(library, entry))["years"] == years_of(case)
        assert card_of(library, entry)["periode"] == years_of(case)
