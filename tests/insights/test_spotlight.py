"""What a theme opens with follows from the library: its best-founded case, and a question that is left."""

from dataclasses import replace
from typing import Any

from kennisbank.insights.spotlight import open_turn, provinces_without, strongest
from kennisbank.library.library import Library
from kennisbank.library.places import provinces_of
from kennisbank.model.parts import Confidence, Status

IDS = ("dorp-maakt-stroom", "kaart-van-de-regio", "wind-langs-de-weg")


def _changed(library: Library, **changes: dict[str, Any]) -> Library:
    """The library with fields of some cases changed; the name of a case has underscores here."""
    by_id = {id.replace("_", "-"): update for id, update in changes.items()}
    entries = tuple(
        replace(entry, record=entry.record.model_copy(update=by_id[entry.id]))
        if entry.record and entry.id in by_id
        else entry
        for entry in library.entries
    )
    return replace(library, entries=entries)


def _even(library: Library, **more: dict[str, Any]) -> Library:
    """The library in which the cases rest on equally little, but for what is told."""
    little = {"confidence": None, "results": (), "sources": (), "status": Status.PUBLISHED}
    names = [id.replace("-", "_") for id in IDS]
    return _changed(library, **{name: {**little, **more.get(name, {})} for name in names})


def test_sure_facts_count_before_figures_of_others_and_those_before_sources(library: Library) -> None:
    sources = library.cases["wind-langs-de-weg"].sources
    figure = next(result for case in library.cases.values() for result in case.results)
    other = figure.model_copy(update={"reported_by": "onafhankelijk"})
    found = strongest(_even(library, dorp_maakt_stroom={"sources": sources}), IDS)
    assert found
    assert (found.id, found.sources, found.independent, found.among) == ("dorp-maakt-stroom", len(sources), 0, 3)
    found = strongest(
        _even(library, dorp_maakt_stroom={"sources": sources}, kaart_van_de_regio={"results": (other,)}), IDS
    )
    assert found
    assert (found.id, found.independent) == ("kaart-van-de-regio", 1)
    sure = {"confidence": Confidence.FIRM}
    found = strongest(_even(library, wind_langs_de_weg=sure, kaart_van_de_regio={"results": (other,)}), IDS)
    assert found
    assert found.id == "wind-langs-de-weg"


def test_of_equals_the_newest_stands_first_whatever_their_order(library: Library) -> None:
    even = _even(library)
    newest = max(IDS, key=lambda name: even.cases[name].period.start)
    for ids in (IDS, IDS[::-1]):
        found = strongest(even, ids)
        assert found
        assert even.cases[found.id].period.start == even.cases[newest].period.start


def test_there_is_nothing_to_choose_from_one_case_or_from_concepts(library: Library) -> None:
    assert strongest(library, IDS[:1]) is None
    hidden = {"status": Status.CONCEPT}
    assert strongest(_even(library, dorp_maakt_stroom=hidden, kaart_van_de_regio=hidden), IDS) is None


def test_the_newest_open_turn_of_a_theme_is_the_question_that_is_left(library: Library) -> None:
    case = library.cases["wind-langs-de-weg"]
    theme = case.themes[0]
    asked = tuple(
        turn.model_copy(update={"because": None, "open": f"Waarom {turn.when}?", "when": 2090 + number})
        for number, turn in enumerate(case.turns)
    )
    found = open_turn(_changed(library, wind_langs_de_weg={"turns": asked}), theme)
    assert found
    assert (found.id, found.turn.when) == ("wind-langs-de-weg", 2090 + len(asked) - 1)
    assert open_turn(library, "geen-thema") is None


def test_white_spots_are_the_provinces_where_none_of_the_cases_played(library: Library) -> None:
    seen = {province for id in IDS for province in provinces_of(library, library.cases[id])}
    assert seen
    assert {*provinces_without(library, IDS)} == {*library.term_list("provinces")} - seen
