"""The keuzehulp tells of every way that others had: who took it or left it, why, at what cost, and what is missing."""

import re

import pytest

from kennisbank.building.drawings.gauges import tally
from kennisbank.building.pages import choice_guides
from kennisbank.building.rendering import Renderer
from kennisbank.insights.choices import guide_to
from kennisbank.insights.spotlight import provinces_without
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.reading.prose import plain

KINDS = ("organisatie", "doel", "doorgaan-of-stoppen")
_NOTE = re.compile(r"\[(\d+)\]\(#bron-(\d+)\)")


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, str]:
    """The text of every page of the keuzehulp."""
    found = choice_guides.pages(Renderer(library, Site("https://code.example/kennis")))
    return {artifact.uri: str(artifact.content) for artifact in found}


def _part(text: str, heading: str) -> str:
    return text.partition(heading)[2].partition("\n## ")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_tells_who_took_it_and_who_left_it_and_why(
    pages: dict[str, str], library: Library, kind: str
) -> None:
    page = pages[f"keuzehulp/{kind}.md"]
    guide = guide_to(library, kind)
    assert guide.seen and any(way.taken for way in guide.seen) and any(way.left for way in guide.seen)
    for way in guide.seen:
        taken, _, left = _part(page, f"{{ #{way.term.id} }}").partition("-niet-gekozen }")
        for part, weighed in [(taken, item) for item in way.taken] + [(left, item) for item in way.left]:
            turn = weighed.at.turn
            assert plain(weighed.option.what) in part and weighed.at.case.organisation in part
            assert plain(turn.because or turn.open or "") in plain(part)
        for weighed in way.taken:
            assert plain(weighed.at.turn.cost or "") in plain(taken)
            assert plain(weighed.at.turn.later or "") in plain(taken)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_which_cases_are_missing(pages: dict[str, str], library: Library, kind: str) -> None:
    guide = guide_to(library, kind)
    said = _part(pages[f"keuzehulp/{kind}.md"], "## Welke cases hier ontbreken").lower()
    themes = {term.title for id, term in library.term_list("themes").items() if id not in guide.themes}
    provinces = {library.term_list("provinces")[id].title for id in provinces_without(library, guide.cases)}
    for name in (*themes, *provinces, *(way.term.title for way in (*guide.unseen, *guide.untaken, *guide.single))):
        assert name.lower() in said
    assert provinces and "## Welke cases ontbreken" in pages[f"keuzehulp/{kind}/memo.md"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_memo_names_its_sources(pages: dict[str, str], kind: str) -> None:
    memo = pages[f"keuzehulp/{kind}/memo.md"]
    notes = _NOTE.findall(memo)
    listed = re.findall(r'<span id="bron-(\d+)"', memo)
    assert notes and all(shown == target for shown, target in notes)
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert {shown for shown, _ in notes} == set(listed)


def test_what_came_of_a_choice_rests_on_the_source_that_is_cited_there(pages: dict[str, str]) -> None:
    memo = pages["keuzehulp/doel/memo.md"]
    (line,) = [line for line in memo.splitlines() if "Er kwamen vijf molens bij." in line]
    number = re.search(r"vijf molens bij\. <sup>\[(\d+)\]", line)
    assert number and f'<span id="bron-{number[1]}">Stichting Wind, [Eindverslag]' in memo


@pytest.mark.parametrize(("count", "dots"), [(0, 0), (1, 1), (12, 12), (40, 12)])
def test_a_tally_has_a_dot_for_each_and_never_too_many(count: int, dots: int) -> None:
    drawn = tally(count, 12, filled=True)
    assert drawn.count("<circle") == dots and bool(drawn) is bool(count)
    assert "kb-tally--full" not in tally(count, 12, filled=False)
