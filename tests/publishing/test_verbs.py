"""Forms of one verb find each other; other words that look like such a form do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing.search.stems import stem
from kennisbank.publishing.search.verbs import with_verbs


def _found(words: list[str]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for word in words:
        forms.setdefault(stem(word), []).append(word)
    return with_verbs(forms, words)


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("bouwen", "gebouwd"),
        ("bouwen", "bouwde"),
        ("stoppen", "gestopt"),
        ("stoppen", "stopten"),
        ("melden", "gemeld"),
        ("opleveren", "opgeleverd"),
        ("kiezen", "koos"),
        ("kiezen", "gekozen"),
        ("afblazen", "afgeblazen"),
        ("verkopen", "verkocht"),
        ("misgaan", "misging"),
        ("vergeten", "vergat"),
        ("dwingen", "gedwongen"),
        ("afwijken", "afgeweken"),
    ],
)
def test_a_form_of_a_verb_finds_its_infinitive_and_the_other_way_round(infinitive: str, form: str) -> None:
    found = _found([infinitive, form])
    assert infinitive in found[stem(form)]
    assert form in found[stem(infinitive)]


@pytest.mark.parametrize(
    "words",
    [
        ["gebied", "bieden"],
        ["week", "weken", "wijken"],
        ["week", "weken", "gewekt"],
        ["groningen", "gegrond"],
        ["les", "lessen", "las", "lazen"],
        ["wet", "weten", "wist"],
        ["middelen", "gemiddeld"],
        ["leeg", "legen", "gelegd"],
        ["leden", "lijden"],
        ["gezond", "zon"],
        ["waarde"],
    ],
)
def test_a_word_that_only_looks_like_a_form_stays_alone(words: list[str]) -> None:
    assert _found(words) == {root: [word for word in words if stem(word) == root] for root in map(stem, words)}


@given(st.lists(st.text(alphabet="abdegknoptw", min_size=1, max_size=9), unique=True, max_size=12))
def test_no_word_is_lost_or_told_twice(words: list[str]) -> None:
    found = _found(words)
    assert set().union(*found.values()) == set(words) if words else not found
    assert all(len(known) == len(set(known)) for known in found.values())
    assert all(word in found[stem(word)] for word in words)
