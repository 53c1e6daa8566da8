"""The one number on the card of a case: what came out, or what is expected, with what it was to be."""

import pytest

from kennisbank.building.key_figure import figure_on_card, key_figure
from kennisbank.library.library import Library
from kennisbank.model.figures import FigureKind, Result
from kennisbank.model.parts import Outcome


@pytest.mark.parametrize(
    ("given", "number", "what"),
    [
        ({"target": 8, "achieved": 5}, "5", "Molens; het doel was 8"),
        ({"target": 8, "achieved": 8}, "8", "Molens"),
        ({"achieved": 1265000.5}, "1.265.000,5", "Molens"),
        ({"target": 8, "kind": FigureKind.EXPECTED}, "8", "Molens"),
        ({"target": 8, "achieved": 9, "kind": FigureKind.COST}, "9", "Molens; begroot was 8"),
        ({"target": 8, "achieved": 9, "kind": FigureKind.CONTRIBUTION}, "9", "Molens; toegezegd was 8"),
        ({"target": 8, "achieved": 5, "at_most": True}, "5", "Molens; het doel was hoogstens\u00a08"),
        (
            {"target": 8, "achieved": 9, "at_most": True, "kind": FigureKind.COST},
            "9",
            "Molens; begroot was hoogstens\u00a08",
        ),
        ({"target": 8, "at_most": True, "kind": FigureKind.EXPECTED}, "hoogstens\u00a08", "Molens"),
        ({"target": 0, "achieved": 5, "at_most": True}, "5", "Molens; het doel was 0"),
        ({"target": 0, "at_most": True, "kind": FigureKind.EXPECTED}, "0", "Molens"),
    ],
)
def test_it_says_what_the_number_is(library: Library, given: dict[str, object], number: str, what: str) -> None:
    result = Result.model_validate(
        {"what": "Molens", "unit": "stuks", "source": "a", "reported_by": "zelf", "highlight": True, **given}
    )
    case = next(iter(library.cases.values())).model_copy(update={"results": (result,), "outcome": Outcome.RUNNING})
    figure = key_figure(case)
    assert figure and (figure.number, figure.unit, figure.what) == (number, "stuks", what)
    told = {"getal": number, "eenheid": "stuks", "wat": what}
    assert bool(figure.before) is ("achieved" not in given)
    assert figure_on_card(case) == (told if "achieved" in given else {**told, "verwacht": figure.before})


def test_a_case_that_shows_no_figure_has_none(library: Library) -> None:
    case = next(iter(library.cases.values())).model_copy(update={"results": ()})
    assert key_figure(case) is None and figure_on_card(case) == {}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_case_that_is_over_shows_no_expectation(library: Library, outcome: Outcome) -> None:
    told = {"unit": "stuks", "source": "a", "reported_by": "zelf", "highlight": True}
    hoped = Result.model_validate({"what": "Groente", "target": 50, **told})
    spent = Result.model_validate({"what": "Geld", "achieved": 2, **told})
    over = outcome not in (Outcome.RUNNING, Outcome.UNKNOWN)
    case = next(iter(library.cases.values())).model_copy(update={"results": (hoped, spent), "outcome": outcome})
    figure = key_figure(case)
    assert figure and figure.what == ("Geld" if over else "Groente")
    only = key_figure(case.model_copy(update={"results": (hoped,)}))
    assert (only is None) is over
