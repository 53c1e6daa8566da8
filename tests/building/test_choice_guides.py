"""The keuzehulp tells of every way that others had: who took it or left it, why, at what cost, and what is missing."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from kennisbank.building.drawings.gauges import tally
from kennisbank.building.drawings.marks import outcome_badge
from kennisbank.building.dutch import lower_first
from kennisbank.building.pages import choice_guides, choice_lists, choice_memos, parts
from kennisbank.building.pages.choice_memos import left_out
from kennisbank.building.pages.choice_rows import Row, Told
from kennisbank.building.rendering import Renderer
from kennisbank.insights.choices import guide_to
from kennisbank.insights.outcomes import ending_of
from kennisbank.insights.spotlight import provinces_without
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.model.figures import FigureKind
from kennisbank.model.labels import OUTCOMES
from kennisbank.reading.prose import plain

from ..support.chance import few
from ..support.many import many

KINDS = ("organisatie", "doel", "doorgaan-of-stoppen")
_NOTE = re.compile(r"\[(\d+)\]\(#bron-(\d+)\)")


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, str]:
    """The text of every page of the keuzehulp."""
    return _pages(library)


@pytest.fixture(scope="module")
def larger(library: Library) -> Library:
    """The example library with every case a few times, so that its themes have enough cases for a guide."""
    return many(library, 120)


@pytest.fixture(scope="module")
def larger_pages(larger: Library) -> dict[str, str]:
    """The text of every page of the keuzehulp of that library."""
    return _pages(larger)


def _pages(library: Library) -> dict[str, str]:
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
            assert outcome_badge(weighed.at.case.outcome) in page
            assert plain(turn.because or turn.open or "") in plain(page)
        for weighed in way.taken:
            assert plain(weighed.at.turn.cost or "") in plain(taken)
            assert plain(weighed.at.turn.later or "") in plain(page)
            assert plain(weighed.at.turn.decided_by or "") in plain(taken)


def test_each_kind_of_choice_shows_how_its_ways_were_divided(pages: dict[str, str], library: Library) -> None:
    parts = pages["keuzehulp/index.md"].split('class="kb-card kb-choice"')[1:]
    drawn = {part.partition("](")[2].partition("/")[0].partition(".")[0]: part for part in parts}
    assert len(parts) > 1
    widths = [[float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)%', part)] for part in drawn.values()]
    ways = [[len(way.taken) for way in guide_to(library, kind).seen if way.taken] for kind in drawn]
    for found, taken in zip(widths, ways, strict=True):
        assert found == pytest.approx([100 * count / sum(taken) for count in taken], abs=0.1)


def test_each_kind_of_choice_says_what_was_taken_most_and_in_which_themes(
    larger_pages: dict[str, str], library: Library
) -> None:
    parts = larger_pages["keuzehulp/index.md"].split('class="kb-card kb-choice"')[1:]
    assert len({re.findall(r'kb-mark--choice-[^"]+" [^>]*>(.*?)</svg>', part)[0] for part in parts}) == len(parts)
    said = [re.findall(r"Vaakst: (.+) \((\d+)\u00a0keer\)", part) for part in parts]
    assert any(said) and sum("Geen weg is vaker genomen" in part for part in parts) == said.count([])
    named = {name for found in said for name, _ in found}
    titles = {term.title[:1].lower() + term.title[1:] for term in library.term_list("option-kinds").values()}
    assert named <= titles and all(int(count) > 1 for found in said for _, count in found)
    (aim,) = [part for part in parts if "](doel.md)" in part]
    assert "[Energie](doel/energie.md)" in aim and "kb-theme--energie" in aim


def test_a_guide_says_each_thing_where_it_is_looked_for_and_after_that_where(
    pages: dict[str, str], library: Library
) -> None:
    """Why a choice was made: where that way was taken and where another was left; how its case ended: once."""
    again = 0
    for kind in KINDS:
        page, guide = pages[f"keuzehulp/{kind}.md"], guide_to(library, kind)
        turns = {
            (one.at.id, one.at.number, found is way.taken): one.at.turn
            for way in guide.seen
            for found in (way.taken, way.left)
            for one in found
        }
        ends = {one.at.id: ending_of(one.at.case) for way in guide.seen for one in way.taken}
        once = Counter(turn.because or turn.open or "" for turn in turns.values())
        once += Counter(text for end in ends.values() for text in (end.gave, end.wrong, end.last))
        same = Counter({text: count for text, count in Counter(map(plain, once.elements())).items() if text})
        assert same and {text: plain(page).count(text) for text in same} == same
        for place in re.findall(r"\(#verteld-(\d+)\)", page):
            assert page.index(f'id="verteld-{place}"') < page.index(f"(#verteld-{place})")
            again += 1
    assert again


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


@pytest.mark.slow
def test_what_a_memo_says_elsewhere_it_names_and_links(larger_pages: dict[str, str]) -> None:
    """By its case and year, where that stands; and by its way only when that is another than this one."""
    seen = 0
    for uri, memo in larger_pages.items():
        if not uri.endswith("memo.md"):
            continue
        assert "zie hierboven" not in memo
        for part in memo.split("\n## ")[1:]:
            way = part.partition(" {")[0]
            for told in re.finditer(r"zie \[([^\]]+), (\d{4})\]\(#verteld-(\d+)\)(?:, onder \*([^*]+)\*)?\.", part):
                whose, year, place, other = told.groups()
                (there,) = [line for line in memo.splitlines() if f'<span id="verteld-{place}">[{whose}]' in line]
                assert f"</span>, {year}**" in there and ("**Waarom:** <span>zie [" not in there), uri
                assert other != way
                seen += 1
    assert seen > 3


def test_how_a_case_ended_rests_on_the_source_that_is_cited_there(pages: dict[str, str]) -> None:
    memo = pages["keuzehulp/doel/memo.md"]
    (line,) = [line for line in memo.splitlines() if "Er staan vijf molens langs de weg." in line]
    numbers = re.findall(r"\[(\d+)\]\(#bron", line.partition("<sup>")[2])
    assert any(f'<span id="bron-{number}">Stichting Wind, [Eindverslag]' in memo for number in numbers)


@pytest.mark.parametrize("kind", KINDS)
def test_the_memo_tells_of_every_choice_all_that_a_council_asks(
    pages: dict[str, str], library: Library, kind: str
) -> None:
    memo = plain(pages[f"keuzehulp/{kind}/memo.md"])
    guide = guide_to(library, kind)
    assert guide.seen and "Ook:" not in memo and "Niet alles past" not in memo
    for weighed in (found for way in guide.seen for found in (*way.taken, *way.left)):
        turn, case = weighed.at.turn, weighed.at.case
        assert f"{case.organisation}, {turn.when}" in memo
        assert plain(turn.because or turn.open or "") in memo
        assert plain(weighed.option.what) in memo
    for weighed in (found for way in guide.seen for found in way.taken):
        ending = ending_of(weighed.at.case)
        assert plain(weighed.at.turn.cost or "") in memo and OUTCOMES[weighed.at.case.outcome] in memo
        assert ending.is_told and plain(ending.gave or ending.last) in memo and plain(ending.wrong) in memo


@pytest.mark.parametrize("room", [17, 20, 23])
@pytest.mark.parametrize("kind", ["organisatie", "doorgaan-of-stoppen"])
def test_every_way_that_was_taken_has_an_example_before_another_gets_a_second(
    library: Library, monkeypatch: pytest.MonkeyPatch, kind: str, room: int
) -> None:
    """However little room there is: on a third sheet, or without how the case ended."""
    monkeypatch.setattr(choice_memos, "_ROOM", room)
    memo, guide = _pages(library)[f"keuzehulp/{kind}/memo.md"], guide_to(library, kind)
    sides = [_part(memo, f" {{ #{way.term.id} }}").partition("-niet-gekozen }")[0] for way in guide.seen if way.taken]
    told = [side.count('id="verteld') for side in sides]
    assert len(told) > 1 and min(told) > 0
    assert f"Niet alles past op {'drie' if room == 17 else 'twee'} vellen" in memo or room == 20


def test_the_memo_says_who_decided_where_that_is_not_whose_the_case_is(pages: dict[str, str], library: Library) -> None:
    memo = plain(pages["keuzehulp/organisatie/memo.md"])
    guide = guide_to(library, "organisatie")
    for weighed in (found for way in guide.seen for found in (*way.taken, *way.left)):
        assert f"Wie besloot: {plain(weighed.at.turn.decided_by)}" in re.sub(r"[*<>/]|span", "", memo)


def test_a_memo_leads_to_those_of_one_theme(larger_pages: dict[str, str]) -> None:
    found = [uri for uri in larger_pages if re.fullmatch(r"keuzehulp/[\w-]+/[\w-]+/memo.md", uri)]
    assert found
    for uri in found:
        _, kind, theme, _ = uri.split("/")
        assert f"]({theme}/memo.md)" in larger_pages[f"keuzehulp/{kind}/memo.md"]
        assert "[alle](" in larger_pages[uri]


def test_what_came_of_a_choice_stands_before_the_end_of_its_whole_case(pages: dict[str, str], library: Library) -> None:
    turn = library.cases["wind-langs-de-weg"].turns[0]
    for uri in ("keuzehulp/organisatie.md", "keuzehulp/organisatie/memo.md"):
        assert "Drie molens kwamen er niet, want het net zat vol." in pages[uri]
    (line,) = [line for line in pages["keuzehulp/organisatie/memo.md"].splitlines() if "Er staan vijf molens" in line]
    choice, whole, case = line.partition("**Hele case:**")
    assert whole and turn.later and f"**Wat ervan kwam:** <span>{plain(turn.later)}</span>" in choice
    assert OUTCOMES[library.cases["wind-langs-de-weg"].outcome] in case
    for own in ("Leverde op", "Ging mis", "Er staan vijf molens"):
        assert own in case and own not in choice


def _changed(library: Library, case: str, **changes: object) -> Library:
    """The library in which this case says something else."""
    entries = [
        replace(entry, record=entry.record.model_copy(update=changes)) if entry.id == case and entry.record else entry
        for entry in library.entries
    ]
    return replace(library, entries=tuple(entries))


def test_of_what_came_of_a_choice_the_memo_has_the_first_sentence(library: Library) -> None:
    case = library.cases["wind-langs-de-weg"]
    later = "Het werd volgens A. Jansen een groot succes.[^krant-2014] En toen ging het mis.[^regio-2022]"
    turns = (case.turns[0].model_copy(update={"later": later}), *case.turns[1:])
    memo = _pages(_changed(library, "wind-langs-de-weg", turns=turns))["keuzehulp/organisatie/memo.md"]
    told = "**Wat ervan kwam:** <span>Het werd volgens A. Jansen een groot succes.</span></span>"
    assert f'{told} <span class="kb-part">**Hele case:**' in memo
    assert "En toen ging het mis" not in memo


def test_a_memo_has_the_first_source_of_the_reason_the_costs_and_all_else_that_it_tells(library: Library) -> None:
    case = library.cases["wind-langs-de-weg"]
    turn = case.turns[0].model_copy(
        update={
            "options": tuple(option for option in case.turns[0].options if option.taken),
            "because": "Een reden.[^gesprek-2018]",
            "cost": "Kosten van de keuze.[^raad-2011]",
            "later": "Wat er van de keuze kwam.[^krant-2014]",
        }
    )
    costs = case.results[0].model_copy(update={"kind": FigureKind.COST, "source": "telling-2021"})
    changed = _changed(library, "wind-langs-de-weg", turns=(turn, *case.turns[1:]), results=(costs, *case.results[1:]))
    memo = _pages(changed)["keuzehulp/organisatie/memo.md"]
    (line,) = [line for line in memo.splitlines() if "Kosten in de hele case" in line]
    titles = {source.key: source.title for source in case.sources}
    cited = [_part(memo, f'<span id="bron-{number}">').partition("</span>")[0] for number, _ in _NOTE.findall(line)]
    told = ("gesprek-2018", "raad-2011", "krant-2014", "verslag-2022", "telling-2021")
    assert len(cited) == len(told)
    assert all(titles[key] in source for key, source in zip(told, cited, strict=True))


def test_a_memo_opens_the_first_choices_of_a_way_and_folds_the_rest(larger_pages: dict[str, str]) -> None:
    memo = larger_pages["keuzehulp/doel/memo.md"]
    sides = [part for part in re.split(r"\n##+ ", memo) if part.startswith(("Gekozen", "Gewogen"))]
    folded = [part.partition("<details")[::2] for part in sides]
    assert any(rest for _, rest in folded)
    for open_, rest in folded:
        assert open_.count("\n- **") <= 2
        assert not rest or f"Toon nog {rest.partition('</details>')[0].count(chr(10) + '- **')}<" in rest


@pytest.mark.parametrize("kind", KINDS)
def test_a_memo_claims_no_more_than_it_holds(pages: dict[str, str], kind: str) -> None:
    memo = pages[f"keuzehulp/{kind}/memo.md"]
    assert "noemt de case die niet" not in memo and "een per feit" not in memo
    assert "van elk onderdeel alleen de eerste" in memo


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
        told = _part(memo, f"## {way.term.title} {{ #{way.term.id} }}\n")
        above = rf"\(#{way.term.id}\) .*>{len(way.taken)} gekozen<.*>{len(way.left)} niet<"
        assert re.search(above, memo.partition("\n## ")[0])
        assert (f"### Gekozen: {len(way.taken)} keer" in told) is bool(way.taken)
        assert (f"### Gewogen en niet gekozen: {len(way.left)} keer" in told) is bool(way.left)
        assert not any(weighed.option.ours for weighed in (*way.taken, *way.left))
    assert [way.filled for way in guide_to(library, "organisatie").ways if way.filled]
    assert "1 keer door ons ingevuld" in pages["keuzehulp/organisatie.md"]


@pytest.mark.slow
@pytest.mark.parametrize("number", few([250, 2000], daily=1))
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
    (left_out,) = re.findall(r"(\d+) keuzes staan hier niet uitgewerkt", memo)
    # A choice is told of at its own way, at a way that it left, or nowhere: it counts once.
    assert len(guide.turns) - told <= int(left_out) < len(guide.turns) and len(memo) < 60_000


@pytest.mark.slow
def test_every_choice_that_a_memo_tells_of_or_names_has_a_link(library: Library) -> None:
    large = many(library, 250)
    lines = _pages(large)["keuzehulp/organisatie/memo.md"].splitlines()
    links = {f"cases/{at.id}.md#afslag-{at.number}" for at in guide_to(large, "organisatie").turns}
    linked = [
        re.findall(r"\]\(\.\./\.\./(cases/[^)]+)\)", line) for line in lines if line.startswith(("- **", "- Ook: "))
    ]
    named = [
        len(re.findall(r"\(\d{4}\)", line)) if line.startswith("- Ook: ") else 1
        for line in lines
        if line.startswith(("- **", "- Ook: "))
    ]
    assert len(linked) > 10 and [len(found) for found in linked] == named
    assert {link for found in linked for link in found} == links


def test_a_choice_that_a_memo_tells_of_at_one_way_is_not_left_out(library: Library) -> None:
    guide = guide_to(many(library, 400), "organisatie")
    taken, left = next(way for way in guide.seen if way.taken), next(way for way in guide.seen if way.left)
    (at,) = [found for found in left.left if found.at == taken.taken[0].at]
    rows = [
        Row(taken, (), (), taken.taken, ()),
        Row(left, (), (Told(1, at, "", ending_of(at.at.case), None, None, ()),), (), tuple(set(left.left) - {at})),
    ]
    weighed = {(found.at.id, found.at.number) for found in (*taken.taken, *left.left)}
    assert left_out(rows) == len(weighed) - 1 > 1


def test_a_theme_has_a_guide_and_a_memo_of_its_own(larger_pages: dict[str, str], larger: Library) -> None:
    whole, own = guide_to(larger, "doel"), guide_to(larger, "doel", "energie")
    assert 0 < len(own.turns) < len(whole.turns)
    page, memo = larger_pages["keuzehulp/doel/energie.md"], larger_pages["keuzehulp/doel/energie/memo.md"]
    assert f"[energie](doel/energie.md) ({len(own.turns)})" in larger_pages["keuzehulp/doel.md"]
    assert f"**energie** ({len(own.turns)})" in page and "[alle](../doel.md)" in page
    other = next(turn for turn in whole.turns if "energie" not in turn.case.themes)
    for text in (page, memo):
        assert own.turns[0].case.organisation in text and f"/{other.id}.md" not in text
        assert "energie" in text.partition("\n# ")[2].partition("\n")[0].lower()
    assert f"{len(own.turns)} keuze" in memo and "over energie" in memo


def test_a_theme_with_fewer_than_three_cases_has_no_guide(
    pages: dict[str, str], larger_pages: dict[str, str], library: Library
) -> None:
    assert 0 < len(guide_to(library, "doel", "energie").cases) < 3 and "keuzehulp/doel/energie.md" in larger_pages
    assert "keuzehulp/doel/energie.md" not in pages and "doel/energie" not in pages["keuzehulp/doel.md"]


def test_what_a_theme_lacks_is_said_of_that_theme_alone(larger_pages: dict[str, str], larger: Library) -> None:
    themes = {id: term.title.lower() for id, term in larger.term_list("themes").items()}
    found = {}
    for uri, text in larger_pages.items():
        theme = next((theme for theme in themes if f"/{theme}" in uri), "")
        missing = re.findall(r"^- (.*): ", text.partition("## Welke cases ")[2].partition("\n## ")[0], re.MULTILINE)
        nobody = re.findall(r"^Niemand in .* koos deze weg\.$", text, re.MULTILINE)
        found[uri] = theme, [*missing, *nobody]
    own = {uri: (theme, said) for uri, (theme, said) in found.items() if theme}
    assert own and any("Niemand" in line for _, said in own.values() for line in said)
    assert [
        (uri, line) for uri, (theme, said) in own.items() for line in said if f"over {themes[theme]}" not in line
    ] == []
    assert any("Niemand in deze bibliotheek koos deze weg." in said for theme, said in found.values() if not theme)


def test_what_is_missing_is_named_as_in_the_middle_of_a_sentence(pages: dict[str, str], library: Library) -> None:
    named = [way.term.title for kind in KINDS for way in guide_to(library, kind).untaken]
    said = "".join(_part(pages[f"keuzehulp/{kind}.md"], "## Welke cases hier ontbreken") for kind in KINDS)
    assert named and all(title.lower() in said and title not in said for title in named)


@pytest.mark.parametrize(("copies", "said"), [(1, "staat 1 keuze uit 1 case,"), (2, "staan 2 keuzes uit 2 cases,")])
def test_the_verb_fits_the_number_of_choices(library: Library, copies: int, said: str) -> None:
    wind = [entry for entry in library.entries if entry.id == "wind-langs-de-weg"]
    others = tuple(entry for entry in library.entries if entry.kind.name != "case")
    some = replace(
        library, entries=(*(replace(entry, id=f"wind-{at}") for entry in wind for at in range(copies)), *others)
    )
    assert f"Hieronder {said}" in _pages(some)["keuzehulp/organisatie.md"]


@pytest.mark.parametrize(
    ("title", "small"),
    [("Eén gezamenlijke coöperatie", "één gezamenlijke coöperatie"), ("Een school", "een school"), ("Eén", "Eén")],
)
def test_a_phrase_begins_small_inside_a_sentence(title: str, small: str) -> None:
    assert lower_first(title) == small


def test_only_the_first_choice_of_a_way_stands_open(library: Library) -> None:
    large = many(library, 200)
    found = choice_guides.pages(Renderer(large, Site("https://code.example/kennis")))
    page = next(str(artifact.content) for artifact in found if artifact.uri == "keuzehulp/organisatie.md")
    ways = guide_to(large, "organisatie").seen
    taken = next(way for way in ways if len(way.taken) > 1)
    left = next(way for way in ways if len(way.left) > 1)
    told = _part(page, f"{{ #{taken.term.id} }}")
    assert f"Toon nog {len(taken.taken) - 1} keer gekozen" in told
    assert told.partition("<details")[0].count("kb-turn--taken") == 1
    assert f"Toon nog {len(left.left) - 1} keer niet gekozen" in _part(page, f"{{ #{left.term.id} }}")


@pytest.mark.parametrize(("count", "most"), [(1, 1), (12, 23), (23, 23), (1, 500)])
def test_a_tally_is_as_long_as_its_count_beside_the_greatest(count: int, most: int) -> None:
    def long(number: int) -> float:
        found = re.search(r'<rect[^>]* width="([\d.]+)"', tally(number, most, filled=True))
        assert found
        return float(found[1])

    assert long(count) == pytest.approx(max(3, long(most) * count / most), abs=0.1)
    assert not tally(0, most, filled=True) and "kb-tally--full" not in tally(count, most, filled=False)


def test_of_a_way_that_many_took_a_guide_tells_the_newest_and_leads_to_all(
    larger: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice_lists, "TOLD", 20)
    monkeypatch.setattr(choice_lists, "NAMED", 6)
    monkeypatch.setattr(parts, "LENGTH", 15)
    pages, cut = _pages(larger), 0
    for kind in KINDS:
        page, guide = pages[f"keuzehulp/{kind}.md"], guide_to(larger, kind)
        assert page.count('id="verteld-') <= 20
        places = re.findall(r"\(#verteld-(\d+)\)", page)
        assert all(page.index(f'id="verteld-{place}"') < page.index(f"(#verteld-{place})") for place in places)
        for way in guide.seen:
            part = _part(page, f"{{ #{way.term.id} }}")
            # The counts are still those of all choices.
            assert re.search(rf"\]\(#{way.term.id}\) \| {len(way.taken)} .*\| {len(way.left)} ", page)
            named = (("gekozen", way.taken), ("niet-gekozen", way.left), ("door-ons-ingevuld", way.filled))
            for name, found in named:
                begin = f"keuzehulp/{kind}/{way.term.id}-{name}"
                lists = [text for uri, text in pages.items() if uri == f"{begin}.md" or uri.startswith(f"{begin}/")]
                reached = "".join([*lists, part])
                assert all(f"{one.at.id}.md#afslag-{one.at.number})" in reached for one in found)
                assert (f"]({kind}/{way.term.id}-{name}.md)" in part) == bool(lists)
                assert len(lists) in (0, -(-len(found) // 15))
                cut += bool(lists)
    assert cut > 3
