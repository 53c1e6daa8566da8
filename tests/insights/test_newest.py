"""'Nieuwste eerst' is one order, wherever it is promised."""

import pytest

from kennisbank.insights.facets import sorts_of
from kennisbank.insights.likeness import Likeness
from kennisbank.insights.matrix import matrices_of
from kennisbank.insights.newest import newest_first, newest_source, newness
from kennisbank.insights.turns import turns_of
from kennisbank.library.library import Library


def test_the_latest_year_comes_first_and_then_the_title() -> None:
    told = [(2015, "Écht begin"), (2020, "b"), (2015, "Een begin"), (2020, "A"), (2015, "‘Andere’ weg")]
    found = sorted(told, key=lambda item: newness(*item))
    assert found == [(2020, "A"), (2020, "b"), (2015, "‘Andere’ weg"), (2015, "Écht begin"), (2015, "Een begin")]


def test_every_list_has_that_order(library: Library) -> None:
    order = newest_first(library)
    assert sorted(order) == sorted(library.cases) != []
    sorts = {entry.id: sorts_of(entry)["nieuw"] for entry in library.of_kind("case") if entry.record}
    assert sorted(order, key=lambda name: (sorts[name], name)) == order
    listed = [[row.id for row in matrix.rows] for matrix in matrices_of(library)]
    listed += [list(cases) for cases in Likeness(library).cases.values()]
    assert max(map(len, listed)) > 2
    for cases in listed:
        assert cases == [id for id in order if id in cases]


def test_afslagen_go_by_their_own_year(library: Library) -> None:
    keys = [newness(item.turn.when, item.case.title) for item in turns_of(library)]
    assert len(keys) > 2
    assert keys == sorted(keys)


@pytest.mark.parametrize("title", ["", "!!!", "漢字"])
def test_any_title_has_a_place(title: str) -> None:
    assert newness(2020, title) == (-2020, "")


@pytest.mark.parametrize(
    ("dates", "year"),
    [(["12 maart 2019", "z.d. (ca. 2021)", "2016/17"], 2021), (["z.d."], None), ([], None), (["2024-06-12"], 2024)],
)
def test_the_newest_source_is_the_one_with_the_last_year(library: Library, dates: list[str], year: int | None) -> None:
    source = next(iter(library.cases.values())).sources[0]
    assert newest_source(source.model_copy(update={"date": date}) for date in dates) == year
