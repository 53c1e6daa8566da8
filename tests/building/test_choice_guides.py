"""The keuzehulp tells of every way that others had: who took it or left it, why, at what cost, and what is missing."""

import re

import pytest

from kennisbank.building.drawings.gauges import tally
from kennisbank.building.drawings.marks import outcome_badge
from kennisbank.building.dutch import lower_first
from kennisbank.building.pages import choice_guides
from kennisbank.building.rendering import Renderer
from kennisbank.insights.choices import guide_to
from kennisbank.insights.outcomes import ending_of
from kennisbank.insights.spotlight import provinces_without
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.model.labels import OUTCOMES
from kennisbank.reading.prose import plain

from ..support.many import many

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
            assert f"de hele case: {outcome_badge(weighed.at.case.outcome)}" in part
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


def test_how_a_case_ended_rests_on_the_source_that_is_cited_there(pages: dict[str, str]) -> None:
    memo = pages["keuzehulp/doel/memo.md"]
    (line,) = [line for line in memo.splitlines() if "Er staan vijf molens langs de weg." in line]
    number = re.search(r"<sup>\[(\d+)\]", line)
    assert number and f'<span id="bron-{number[1]}">Stichting Wind, [Eindverslag]' in memo


@pytest.mark.parametrize("kind", KINDS)
def test_the_memo_tells_of_every_choice_all_that_a_council_asks(
    pages: dict[str, str], library: Library, kind: str
) -> None:
    memo = plain(pages[f"keuzehulp/{kind}/memo.md"])
    guide = guide_to(library, kind)
    assert guide.seen and "Ook:" not in memo
    for weighed in (found for way in guide.seen for found in (*way.taken, *way.left)):
        turn, case = weighed.at.turn, weighed.at.case
        assert f"{case.organisation}, {turn.when}" in memo
        assert plain(turn.because or turn.open or "") in memo
        assert lower_first(plain(weighed.option.what)) in memo
    for weighed in (found for way in guide.seen for found in way.taken):
        ending = ending_of(weighed.at.case)
        assert plain(weighed.at.turn.cost or "") in memo and OUTCOMES[weighed.at.case.outcome] in memo
        assert ending.is_told and plain(ending.gave or ending.last) in memo and plain(ending.wrong) in memo


def test_the_end_of_a_case_is_its_own_and_never_an_early_figure(pages: dict[str, str], library: Library) -> None:
    turn = library.cases["wind-langs-de-weg"].turns[0]
    for uri in ("keuzehulp/organisatie.md", "keuzehulp/organisatie/memo.md"):
        told = [line for line in pages[uri].splitlines() if "Drie molens kwamen er niet, want het net zat vol." in line]
        assert told and all("Er staan vijf molens langs de weg." in line for line in told)
    assert turn.later and plain(turn.later) not in pages["keuzehulp/organisatie/memo.md"]


def test_a_case_without_a_brief_ends_with_the_last_that_it_tells(library: Library) -> None:
    case = library.cases["wind-langs-de-weg"]
    bare = case.model_copy(update={"brief": None})
    assert (ending_of(bare).last, ending_of(bare).last_year) == (case.turns[1].later, 2016)
    silent = bare.model_copy(update={"turns": tuple(turn.model_copy(update={"later": None}) for turn in case.turns)})
    assert not ending_of(silent).is_told and ending_of(silent).outcome == case.outcome


@pytest.mark.parametrize("kind", KINDS)
def test_page_and_memo_count_the_same_and_nothing_that_we_filled_in(
    pages: dict[str, str], library: Library, kind: str
) -> None:
    page, memo = pages[f"keuzehulp/{kind}.md"], pages[f"keuzehulp/{kind}/memo.md"]
    guide = guide_to(library, kind)
    assert guide.seen
    for way in guide.seen:
        assert re.search(rf"\(#{way.term.id}\) \| {len(way.taken)} .*\| {len(way.left)} ", page)
        told = _part(memo, f"## {way.term.title}\n")
        assert f"### Gekozen: {len(way.taken)} keer" in told
        assert (f"### Gewogen en niet gekozen: {len(way.left)} keer" in told) is bool(way.left)
        assert not any(weighed.option.ours for weighed in (*way.taken, *way.left))
    assert [way.filled for way in guide_to(library, "organisatie").ways if way.filled]
    assert "1 keer door ons ingevuld" in pages["keuzehulp/organisatie.md"]


@pytest.mark.parametrize("number", [400, 2000])
def test_a_memo_names_what_it_has_no_room_for(library: Library, number: int) -> None:
    large = many(library, number)
    memo = {
        artifact.uri: str(artifact.content)
        for artifact in choice_guides.pages(Renderer(large, Site("https://code.example/kennis")))
    }["keuzehulp/organisatie/memo.md"]
    guide = guide_to(large, "organisatie")
    told = sum(line.startswith("- **") for line in memo.splitlines())
    also = [line for line in memo.splitlines() if line.startswith("- Ook: ")]
    named = sum(len(re.findall(r"\(\d{4}\)", line)) for line in also)
    more = sum(int(number) for line in also for number in re.findall(r"en nog (\d+)\.", line))
    assert told > 10 and named > 10 and bool(more) is (number > 1000)
    assert told + named + more == sum(way.weighed for way in guide.seen)
    assert f"{named + more} keuzes staan hier niet uitgewerkt" in memo and len(memo) < 60_000


def test_a_theme_has_a_guide_and_a_memo_of_its_own(pages: dict[str, str], library: Library) -> None:
    whole, own = guide_to(library, "doel"), guide_to(library, "doel", "energie")
    assert 0 < len(own.turns) < len(whole.turns)
    page, memo = pages["keuzehulp/doel/energie.md"], pages["keuzehulp/doel/energie/memo.md"]
    assert f"[energie](doel/energie.md) ({len(own.turns)})" in pages["keuzehulp/doel.md"]
    assert f"**energie** ({len(own.turns)})" in page and "[alle](../doel.md)" in page
    other = next(turn for turn in whole.turns if "energie" not in turn.case.themes)
    for text in (page, memo):
        assert own.turns[0].case.organisation in text and f"/{other.id}.md" not in text
    assert f"{len(own.turns)} keuze" in memo and "over energie" in memo


def test_only_the_first_choices_of_a_way_stand_open(library: Library) -> None:
    large = many(library, 200)
    found = choice_guides.pages(Renderer(large, Site("https://code.example/kennis")))
    page = next(str(artifact.content) for artifact in found if artifact.uri == "keuzehulp/organisatie.md")
    ways = guide_to(large, "organisatie").seen
    taken = next(way for way in ways if len(way.taken) > 2)
    left = next(way for way in ways if len(way.left) > 2)
    told = _part(page, f"{{ #{taken.term.id} }}")
    assert f"Toon nog {len(taken.taken) - 2} keer gekozen" in told
    assert told.partition("<details")[0].count("kb-turn--taken") == 2
    assert f"Toon nog {len(left.left) - 2} keer niet gekozen" in _part(page, f"{{ #{left.term.id} }}")


@pytest.mark.parametrize(("count", "most"), [(1, 1), (12, 23), (23, 23), (1, 500)])
def test_a_tally_is_as_long_as_its_count_beside_the_greatest(count: int, most: int) -> None:
    def long(number: int) -> float:
        found = re.search(r'<rect[^>]* width="([\d.]+)"', tally(number, most, filled=True))
        assert found
        return float(found[1])

    assert long(count) == pytest.approx(max(3, long(most) * count / most), abs=0.1)
    assert not tally(0, most, filled=True) and "kb-tally--full" not in tally(count, most, filled=False)
