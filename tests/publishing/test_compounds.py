"""Compounds: what a page can be found by besides its own words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing.search.compounds import SHORT_PARTS, SHORTEST_PART, Splitter, folded, words_of

TEXTS = ("Een netbeheerder en een warmtenet.", "De beheerder zorgt voor warmte en energie.", "Besparing loont.")
WORDS = st.text(alphabet="adenst", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("warmtenetbeheerder", {"warmte", "net", "warmtenet", "netbeheerder", "beheerder"}),
        ("energiebesparing", {"energie", "besparing"}),
        ("netcongestie", {"net", "congestie"}),
        ("klimaatneutraal", {"klimaat", "neutraal"}),
        ("overheid", set()),
        ("beheerder", set()),
    ],
)
def test_compounds_fall_apart_into_known_words(word: str, parts: set[str]) -> None:
    known = Splitter(frozenset(word for text in TEXTS for word in words_of(text)))
    assert known.parts(word) == parts


@pytest.mark.slow
@given(st.sets(WORDS, max_size=12), WORDS)
def test_parts_are_pieces_of_the_word(vocabulary: set[str], word: str) -> None:
    for part in Splitter(frozenset(vocabulary)).parts(word):
        assert part in word
        assert len(part) >= SHORTEST_PART or part in SHORT_PARTS
        assert part != word


@given(st.sets(WORDS, max_size=12), WORDS)
def test_parts_make_the_word_again_up_to_a_linking_letter(vocabulary: set[str], word: str) -> None:
    parts = Splitter(frozenset(vocabulary)).parts(word)
    joined = {head + link + tail for head in parts for tail in parts for link in ("", "s", "e", "n", "en")}
    assert not parts or word in joined


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert words_of(folded(text)) == words_of(text)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aé \u0301\u00a0\u2009\u3000\t\x1f\x85ﬁ½Σ"))))
def test_words_are_the_same_read_piece_by_piece(text: str) -> None:
    assert words_of(text) == re.findall(r"[a-z0-9]+", folded(text))
