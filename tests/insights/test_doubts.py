"""Of how sure a case is, what concerns certain sources comes first, in whole sentences and in the order of the text."""

import pytest

from kennisbank.insights.doubts import doubts_about

TEXT = "Veel staat vast.[^a] De datum niet. Het bedrag komt uit één krant.[^b] Dat is oud.[^b] Verder weten wij niets."


@pytest.mark.parametrize(
    ("sources", "limit", "said"),
    [
        (set(), 35, "Veel staat vast.[^a] De datum niet."),
        (set(), 1, "Veel staat vast.[^a]"),
        ({"b"}, 48, "Het bedrag komt uit één krant.[^b] Dat is oud.[^b]"),
        ({"b"}, 65, "Veel staat vast.[^a] Het bedrag komt uit één krant.[^b] Dat is oud.[^b]"),
        ({"b"}, 1, "Het bedrag komt uit één krant.[^b]"),
        ({"b"}, 1000, TEXT),
        ({"x"}, 1000, TEXT),
    ],
)
def test_what_is_said_of_these_sources_comes_first(sources: set[str], limit: int, said: str) -> None:
    assert doubts_about(TEXT, frozenset(sources), limit) == said


@pytest.mark.parametrize(
    ("sources", "limit", "said"),
    [
        ({"b"}, 1, "Niet gevonden: wat het stoppen kostte."),
        ({"b"}, 75, "Het bedrag komt uit één krant.[^b] Niet gevonden: wat het stoppen kostte."),
        (set(), 40, "Niet gevonden: wat het stoppen kostte."),
        (set(), 80, "Niet gevonden: wat het stoppen kostte. Niet gevonden: de stemming."),
    ],
)
def test_what_nobody_knows_of_the_money_comes_before_all(sources: set[str], limit: int, said: str) -> None:
    """It is what is lost first where a text is cut at its end, and what a council asks first."""
    text = f"{TEXT} Niet gevonden: wat het stoppen kostte. Niet gevonden: de stemming."
    assert doubts_about(text, frozenset(sources), limit) == said


def test_a_sentence_that_leans_on_another_brings_it_along() -> None:
    text = "Eerst dit. Een bron noemt 200. Dat getal is oud.[^b]"
    assert doubts_about(text, frozenset({"b"}), 45) == "Een bron noemt 200. Dat getal is oud.[^b]"
    assert doubts_about("", frozenset({"b"}), 45) == ""
