"""What is asked about a fact that changes: until its own source, or the day of the review, changes with it."""

import pytest

from kennisbank.changes.unchecked import unchecked
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob

from ..support.example_library import fixed_tree

CASE, LESSON = "cases/wind-langs-de-weg.md", "lessons/vraag-de-buren.md"
_FIGURE = ("target: 8, achieved: 5", "target: 8, achieved: 7")
_ASKED = "het cijfer 'Molens langs de snelweg'"


def _asked(path: str, *changes: tuple[str, str]) -> list[str]:
    """What is asked when some texts in the file at a path become others."""
    tree = fixed_tree()
    text = tree[path].data.decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    after = load({**tree, path: Blob(path, text.encode())})
    assert [entry for entry in after.entries if entry.document.path == path and entry.record]
    return [one.what for one in unchecked(load(tree), after)]


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        (CASE, 'vote: "23 voor, 8 tegen"', 'vote: "32 voor, 8 tegen"', "het besluit bij afslag 1"),
        (CASE, "date: 2011-05", "date: 2011-06", "het besluit bij afslag 1"),
        (CASE, "{start: 2011, end: 2022}", "{start: 2009, end: 2022}", "de periode"),
        (CASE, *_FIGURE, _ASKED),
        (CASE, "target: 6, at_most: true", "target: 6", "het cijfer 'Uren per jaar met schaduw op een huis'"),
        (LESSON, "Op een avond", "Op 14 avonden", "een getal bij 'Zo ging het een keer'"),
        (LESSON, "Dat scheelt later veel werk.", "Dat scheelt later 9 uur werk.", "een getal onder 'Waarom'"),
    ],
)
def test_a_fact_of_any_record_is_asked_about(path: str, old: str, new: str, what: str) -> None:
    assert _asked(path, (old, new)) == [what]
    assert _asked(path, (old, new), ("reviewed: 2026-11-24", "reviewed: 2026-11-25")) == []


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        # Another one that the figure has nothing to do with.
        (('date: "12 mei 2014"}', 'date: "13 mei 2014"}'), [_ASKED]),
        (("sources:\n", "sources:\n  - {key: los, title: Los, publisher: Krant, date: '2020'}\n"), [_ASKED]),
        # Its own.
        (('title: "Eindverslag"', 'title: "Eindverslag, tweede druk"'), []),
        (("source: verslag-2022", "source: regio-2022"), []),
    ],
)
def test_only_its_own_source_tells_where_a_figure_comes_from(source: tuple[str, str], asked: list[str]) -> None:
    assert _asked(CASE, _FIGURE, source) == asked


def test_what_changes_in_words_alone_is_not_asked_about() -> None:
    assert _asked(LESSON, ("Dat scheelt later veel werk.", "Later scheelt dat veel werk.")) == []
    assert _asked(CASE, ("Besluit van drie raden", "Besluit van de drie raden")) == []


def test_a_case_is_held_against_itself_and_not_against_one_that_went_into_it() -> None:
    tree = fixed_tree()
    text = tree[CASE].data.decode().replace("status:", "aliases: [dorp-maakt-stroom]\nstatus:", 1)
    after = {path: blob for path, blob in tree.items() if path != "cases/dorp-maakt-stroom.md"}
    assert unchecked(load(tree), load({**after, CASE: Blob(CASE, text.encode())})) == ()
