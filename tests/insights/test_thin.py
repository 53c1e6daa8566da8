"""What is thin in the cases: told to editors on their page and by the command."""

from datetime import UTC, date, datetime

from kennisbank.building.pages import report as report_page
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.commands.rapport import render
from kennisbank.insights.coverage import report_of
from kennisbank.insights.thin import thin_of
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob

CASE = "cases/zonnedak-voorbeeldstad.md"
BECAUSE = '    because: "De gemeente wilde leren voor ze meer geld uitgaf.[^eindverslag]"\n'


def _library(*changes: tuple[str, str]) -> Library:
    """The example library with its case changed."""
    tree = example_tree("", "goed")
    text = tree[CASE].data.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return load({**tree, CASE: Blob(CASE, text.encode())})


def _ids(library: Library, name: str) -> list[str]:
    return [item.ref.id for item in getattr(thin_of(library), name)]


def test_a_case_is_thin_in_what_it_does_not_tell() -> None:
    library = _library()
    assert _ids(library, "no_costs") == _ids(library, "own_figures") == ["zonnedak-voorbeeldstad"]
    assert _ids(library, "unsure") == []
    assert thin_of(library).no_reason == ()
    assert _ids(_library(("confidence: stevig", "confidence: dun")), "unsure") == ["zonnedak-voorbeeldstad"]


def test_costs_stand_at_a_turn_or_among_the_figures() -> None:
    at_a_turn = _library((BECAUSE, f'{BECAUSE}    cost: "20.000 euro.[^eindverslag]"\n'))
    a_figure = _library(("  - what: Daken met zonnepanelen\n", "  - what: Daken met zonnepanelen\n    kind: kosten\n"))
    assert _ids(at_a_turn, "no_costs") == _ids(a_figure, "no_costs") == []


def test_one_independent_figure_is_enough() -> None:
    assert _ids(_library(("reported_by: zelf", "reported_by: onafhankelijk")), "own_figures") == []


def test_an_open_question_is_put_to_editors() -> None:
    library = _library((BECAUSE, '    open: "Waarom dit dak? Vraag het de wethouder."\n'))
    (turn,) = thin_of(library).no_reason
    assert (turn.id, turn.number) == ("zonnedak-voorbeeldstad", 1)
    (page,) = report_page.pages(Renderer(library, Site()))
    assert "Waarom dit dak? Vraag het de wethouder." in str(page.content)
    assert "Afslagen zonder reden (1)" in list(render(report_of(library), date(2026, 11, 24)))


def test_archived_cases_are_left_alone() -> None:
    thin = thin_of(_library(("status: gepubliceerd", "status: gearchiveerd")))
    assert thin.cases == thin.no_costs == thin.own_figures == ()


def test_a_year_without_a_look_is_told_on_the_day_it_is_so() -> None:
    library = _library(("reviewed: 2026-11-24", "reviewed: 2025-11-20"))
    thin = thin_of(library)
    assert [item.ref.id for item in thin.unseen(date(2026, 11, 20))] == ["zonnedak-voorbeeldstad"]
    assert thin.unseen(date(2026, 11, 19)) == ()
    moment = int(datetime(2026, 11, 24, tzinfo=UTC).timestamp())
    (page,) = report_page.pages(Renderer(library, Site(moment=moment)))
    assert "### Een jaar niet nagekeken" in str(page.content)
    assert "20 november 2025" in str(page.content)
    (undated,) = report_page.pages(Renderer(library, Site()))
    assert "### Een jaar niet nagekeken" not in str(undated.content)
