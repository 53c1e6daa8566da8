"""What people write for one of the choices is understood."""

import pytest

from kennisbank.faces.questions import Choice, questions
from kennisbank.intake.matching import Match, Names, match
from kennisbank.library.library import Library
from kennisbank.model.labels import OUTCOMES


def test_a_village_stands_for_its_municipality_unless_two_have_it() -> None:
    names = Names(
        (Choice("aalsmeer", "Aalsmeer", parts=("Kudelstaart", "Dorp")), Choice("delft", "Delft", parts=("Dorp",)))
    )
    assert match("Kudelstaart", names) == Match("Kudelstaart", "aalsmeer", part=True)
    assert match("Dorp", names).id == ""


def test_of_a_village_that_two_municipalities_have_none_is_guessed_that_is_called_nearly_so() -> None:
    both = [Choice(f"bergen-{sign}", f"Bergen ({sign.upper()})", parts=("Bergen",)) for sign in "ln"]
    assert match("Bergen", Names(tuple(both))) == Match("Bergen")
    assert match("Bergen (L)", Names(tuple(both))).id == "bergen-l"


@pytest.mark.parametrize(("value", "shown"), OUTCOMES.items())
def test_every_outcome_is_understood_as_readers_see_it(library: Library, value: str, shown: str) -> None:
    names = Names(next(question.choices for question in questions(library) if question.name == "outcome"))
    for typed in (shown, shown.capitalize(), value):
        assert match(typed, names) == Match(typed, value)
