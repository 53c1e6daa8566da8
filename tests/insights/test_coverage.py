"""The report: what it counts, and that the command and the page show the same."""

from datetime import date

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.checking.example_folders import example_tree
from kennisbank.cli import main
from kennisbank.commands.rapport import render
from kennisbank.insights.coverage import Report, report_of
from kennisbank.insights.freshness import FRESH_MONTHS, is_due, months_between
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.places import provinces_of
from kennisbank.reading.tree import Blob, Tree

from ..conftest import ROOT

CASE = "cases/zonnedak-voorbeeldstad.md"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def report(library: Library) -> Report:
    return report_of(library)


def test_every_theme_province_werkvorm_and_lesson_is_counted(library: Library, report: Report) -> None:
    assert [item.ref.id for item in report.themes] == list(library.term_list("themes"))
    assert [item.ref.id for item in report.provinces] == list(library.term_list("provinces"))
    assert sorted(item.ref.id for item in report.werkvormen) == library.ids("werkvorm")
    assert sorted(item.ref.id for item in report.lessons) == library.ids("lesson")
    links = [link for case in library.cases.values() for link in case.lessons]
    assert sum(item.supports + item.nuances + item.contradicts for item in report.lessons) == len(links)
    assert sum(item.cases for item in report.themes) == sum(len(case.themes) for case in library.cases.values())


def test_a_cell_of_a_grid_counts_the_cases_that_are_in_both(library: Library, report: Report) -> None:
    themes = list(library.term_list("themes"))
    for row in report.themes_by_province.rows:
        for theme, counted in zip(themes, row.cases, strict=True):
            found = [
                id
                for id, case in library.cases.items()
                if theme in case.themes and row.ref.id in provinces_of(library, case)
            ]
            assert counted == len(found)
    grid = report.themes_by_province
    assert grid.thin_cells == sum(cases == 0 for row in grid.rows for cases in row.cases) <= grid.cells


def test_the_oldest_review_and_the_most_used_source_come_first(report: Report) -> None:
    days = [review.reviewed for review in report.reviews]
    uses = [use.records for use in report.sources]
    assert days == sorted(days)
    assert uses == sorted(uses, reverse=True)
    assert len(uses) == 20


def _with_case(old: str, new: str) -> Tree:
    tree = example_tree("", "goed")
    text = tree[CASE].data.decode()
    assert old in text
    return {**tree, CASE: Blob(CASE, text.replace(old, new).encode())}


def test_a_review_is_due_after_a_year_and_a_half() -> None:
    report = report_of(load(_with_case("reviewed: 2026-11-24", "reviewed: 2025-05-24")))
    assert [review.ref.id for review in report.due(date(2026, 11, 24))] == ["zonnedak-voorbeeldstad"]
    assert report.due(date(2026, 11, 23)) == ()


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2025, 1, 31), date(2025, 2, 28), 0),
        (date(2025, 1, 31), date(2025, 3, 31), 2),
        (date(2024, 12, 1), date(2025, 1, 1), 1),
        (date(2025, 1, 1), date(2024, 12, 31), -1),
    ],
)
def test_months_are_whole(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months
    assert is_due(earlier, later) == (months >= FRESH_MONTHS)


def test_archived_records_need_no_review() -> None:
    tree = _with_case("status: gepubliceerd", "status: gearchiveerd")
    assert "zonnedak-voorbeeldstad" not in [review.ref.id for review in report_of(load(tree)).reviews]


def test_of_a_concept_only_the_number_is_told() -> None:
    library = load(_with_case("status: gepubliceerd", "status: concept"))
    for shown in (library, library.published(), library.published().published()):
        report = report_of(shown)
        assert (report.concepts, report.totals["cases"]) == (1, 0)
        assert all(item.cases == 0 for item in report.themes)


def test_the_page_and_the_command_show_the_same_figures(artifacts: tuple[Artifact, ...], report: Report) -> None:
    pages = {item.uri: str(item.content) for item in artifacts}
    page = pages["redactie/rapport.md"]
    text = "\n".join(render(report, TODAY))
    for item in (*report.themes, *report.provinces, *report.werkvormen):
        assert f"/{item.ref.id}.md) | {item.cases} |" in page
        assert f"  {item.cases:3}  {item.title}\n" in text
    for lesson in report.lessons:
        figures = (lesson.supports, lesson.nuances, lesson.contradicts, lesson.level)
        assert f"/{lesson.ref.id}.md) | {' | '.join(map(str, figures))} |" in page
    for row in report.themes_by_province.rows:
        assert f"| {' | '.join(str(cases or '–') for cases in row.cases)} |" in page
    assert "facets:" not in page


def test_the_report_of_an_empty_library_is_a_report() -> None:
    assert "\n".join(render(report_of(load({})), TODAY)).startswith("0 cases, ")


@pytest.mark.slow
def test_rapport_tells_what_is_due_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rapport", "--map", str(ROOT), "--op", "2999-01-01"]) == 0
    out = capsys.readouterr().out
    assert "\nNa te kijken op 2999-01-01\n  20" in out
    assert "\nMeest gebruikte bronnen\n" in out
    assert main(["rapport", "--map", str(ROOT)]) == 0


def test_rapport_wants_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rapport", "--map", str(ROOT), "--op", "morgen"]) == 2
    assert "'morgen' is geen datum" in capsys.readouterr().err
