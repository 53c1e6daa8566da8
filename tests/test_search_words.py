"""Compounds and words that mean the same: what a page can be found by besides its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.compounds import SHORT_PARTS, SHORTEST_PART, Splitter, folded, words_of
from kennisbank.search_words import search_words

TEXTS = ("Een netbeheerder en een warmtenet.", "De beheerder zorgt voor warmte en energie.", "Besparing loont.")
WORDS = st.text(alphabet="adenst", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("warmtenetbeheerder", {"warmte", "net", "warmtenet", "netbeheerder", "beheerder"}),
        ("energiebesparing", {"energie", "besparing"}),
        ("netcongestie", {"net", "congestie"}),
        ("overheid", set()),
        ("beheerder", set()),
    ],
)
def test_compounds_fall_apart_into_known_words(word: str, parts: set[str]) -> None:
    known = search_words(TEXTS, ()).splitter
    assert known.parts(word) == parts


@given(st.sets(WORDS, max_size=12), WORDS)
def test_parts_are_pieces_of_the_word(vocabulary: set[str], word: str) -> None:
    for part in Splitter(frozenset(vocabulary)).parts(word):
        assert part in word
        assert len(part) >= SHORTEST_PART or part in SHORT_PARTS
        assert part != word


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert words_of(folded(text)) == words_of(text)


def test_a_page_is_found_by_words_that_mean_the_same() -> None:
    words = search_words(
        ("Stadsverwarming bij een zonneweide.", "Zonneparken."),
        [["warmtenet", "stadsverwarming"], ["zonnepark", "zonneweide"]],
    )
    assert words.beside("Wij kozen stadsverwarming.") == ["warmtenet"]
    assert words.beside("Een zonneweide langs de weg") == ["weide", "zonne", "zonnepark"]
    assert "zonneweide" in words.beside("Twee zonneparken")
