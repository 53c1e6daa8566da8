"""What belongs on one line stays there: years, and a number with a short unit."""

import pytest

from kennisbank.building.together import before_unit, together, whole_years
from kennisbank.library.library import Library
from kennisbank.model.parts import Outcome, Period


def test_the_years_of_a_case_break_no_line(library: Library) -> None:
    case = library.cases["dorp-maakt-stroom"]
    running = case.model_copy(update={"outcome": Outcome.RUNNING, "period": Period(start=2019)})
    ended = case.model_copy(update={"outcome": Outcome.STOPPED, "period": Period(start=2011, end=2022)})
    assert whole_years(running) == "2019\u00a0tot\u00a0nu"
    assert whole_years(ended) == "2011\u00a0tot\u00a02022"
    unknown = case.model_copy(update={"outcome": Outcome.UNKNOWN, "period": Period(start=2011)})
    assert whole_years(unknown) == "vanaf\u00a02011"


@pytest.mark.parametrize(
    ("unit", "between"), [("TWh", "\u00a0"), ("keer zo veel", "\u00a0"), ("huishoudens met zon", " "), ("procent", " ")]
)
def test_a_short_unit_stays_with_its_number(unit: str, between: str) -> None:
    assert before_unit(unit) == between


def test_a_number_in_a_sentence_stays_with_its_unit_and_the_front_matter_as_it_was() -> None:
    page = "---\ntitle: Bod van 0,53 TWh\n---\n\nHet bod werd 0,53 TWh, met 12 MW en 40 kWp; 3 Wormen en 5 huizen.\n"
    front, said = together(page).split("\n---\n")
    assert front == "---\ntitle: Bod van 0,53 TWh"
    assert said == "\nHet bod werd 0,53\u00a0TWh, met 12\u00a0MW en 40\u00a0kWp; 3 Wormen en 5 huizen.\n"
