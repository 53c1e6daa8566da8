"""What not every reader needs is folded on the page of a case, and only where there is much of it."""

import re

import pytest

from kennisbank.building.clean_markdown import clean_markdown
from kennisbank.building.pages.records import pages_of
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

CASE = "wind-langs-de-weg"
FOLD = '<details class="kb-unfold"'
SITE = Site("https://code.example/kennis")


def _page(library: Library, turns: int, sources: int) -> str:
    """The page of the example case with so many turns and sources."""
    case = library.cases[CASE]
    more = tuple(case.sources[0].model_copy(update={"key": f"bron-{number}"}) for number in range(sources))
    changed = case.model_copy(update={"turns": (case.turns * 2)[:turns], "sources": more})
    entry = next(entry for entry in library.entries if entry.id == CASE)
    page, *_ = pages_of(Renderer(library, SITE), entry, changed)
    return page.body


@pytest.mark.parametrize("has_brief", [True, False])
def test_the_summary_stands_above_where_no_brief_says_the_same(library: Library, has_brief: bool) -> None:
    case = library.cases[CASE]
    entry = next(entry for entry in library.entries if entry.id == CASE)
    changed = case if has_brief else case.model_copy(update={"brief": None})
    page, *_ = pages_of(Renderer(library, SITE), entry, changed)
    above = page.body.partition("## De weg")[0]
    assert ("## In het kort" in above) is has_brief is ('class="kb-lead"' not in above)
    assert page.body.count("Later koos zij alleen nog voor wind.") == (0 if has_brief else 2)  # the other to copy


@pytest.mark.parametrize(("turns", "folded"), [(1, 0), (2, 0), (3, 1), (5, 1)])
def test_many_turns_are_folded_below_the_road(library: Library, turns: int, folded: int) -> None:
    page = _page(library, turns, 1)
    assert page.count(FOLD) == page.count("</details>", page.index("## Afslagen")) - 1 == folded
    assert page.count('<div class="kb-turn"') == turns


@pytest.mark.parametrize(("sources", "folded"), [(1, 0), (12, 0), (13, 1)])
def test_many_sources_are_folded_below_their_heading(library: Library, sources: int, folded: int) -> None:
    _, page = _page(library, 1, sources).split("## Bronnen\n")
    assert page.count(FOLD) == folded
    assert ("</details>" in page.partition("///Footnotes Go Here///")[2].partition("## ")[0]) is bool(folded)


@pytest.mark.parametrize(("figures", "folded"), [(1, 0), (6, 0), (7, 1)])
def test_many_figures_are_folded_when_the_large_ones_stand_at_the_top(
    library: Library, figures: int, folded: int
) -> None:
    case = library.cases[CASE]
    shown = next(result for result in case.results if result.highlight)
    changed = case.model_copy(
        update={"results": (shown, *(shown.model_copy(update={"highlight": False}),) * (figures - 1))}
    )
    entry = next(entry for entry in library.entries if entry.id == CASE)
    page, *_ = pages_of(Renderer(library, SITE), entry, changed)
    told = page.body.partition("### In cijfers\n")[2].partition("\n## ")[0]
    assert told.count(FOLD) == told.count("</details>") == folded
    assert len(re.findall(r"^\| (?!Wat)", told, re.MULTILINE)) == figures


def test_a_text_to_take_along_has_nothing_to_unfold(library: Library) -> None:
    page = _page(library, 5, 13)
    text = clean_markdown(page, "cases/x.md", "cases/x/tekst.txt", SITE)
    assert page.count("<summary>Toon de ") == 2
    assert "Toon de " not in text and text.count("\n### ") >= 5
