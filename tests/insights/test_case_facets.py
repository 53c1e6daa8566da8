"""Every choice of the explorer has a page with its cases, and no page grows with the library."""

import re
from dataclasses import replace

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages import case_lists, home, overviews, records, sources, terms
from kennisbank.building.pages.overviews import SHOWN
from kennisbank.building.pages.parts import Parts
from kennisbank.building.rendering import Renderer
from kennisbank.insights.case_facets import KINDS, case_facets
from kennisbank.insights.facets import facets_of, periods_of
from kennisbank.insights.ledgers import sources_of
from kennisbank.library.addresses import Site, link
from kennisbank.library.library import Entry, Library, Ref
from kennisbank.model.parts import Outcome, Period
from kennisbank.model.records import Case

from ..support.chance import THOROUGH

SITE = Site("https://voorbeeld.nl/x")
# Of 800 cases a list is already divided over two pages, each nearly as long as a page may be.
MANY = 2_500 if THOROUGH else 1_000
LARGEST = 100_000  # bytes of Markdown of one page


@pytest.fixture(scope="module")
def pages(artifacts: tuple[Artifact, ...]) -> dict[str, str]:
    return {item.uri: item.content for item in artifacts if isinstance(item.content, str)}


@pytest.mark.slow
def test_the_page_of_a_choice_lists_exactly_its_cases(pages: dict[str, str], library: Library) -> None:
    for facet in case_facets(library):
        for value in facet.values:
            # Below that, a region shows what others did whose municipality is like one of its own.
            text = pages[value.page].partition("## Gemeenten zonder eigen case")[0]
            for id in library.cases:
                listed = f"]({link(value.page, f'cases/{id}.md')})" in text
                # A lesson, community or werkvorm may also speak of other cases.
                assert listed if id in value.cases else not listed or facet.name in KINDS, (value.page, id)


def test_the_overview_links_every_choice_with_its_number(pages: dict[str, str], library: Library) -> None:
    text = pages["cases/index.md"]
    for facet in case_facets(library):
        for value in facet.values:
            target = link("cases/index.md", value.page)
            assert f'({target}){{ data-value="{value.id}" }} <span class="kb-count">{len(value.cases)}</span>' in text


def test_the_facets_hold_what_the_records_say(library: Library) -> None:
    for facet in case_facets(library):
        for value in facet.values:
            for entry in library.of_kind("case"):
                has = value.id in facets_of(library, entry).get(facet.name, ())
                assert has == (entry.id in value.cases)


@pytest.mark.parametrize(
    ("start", "end", "outcome", "expected"),
    [
        (2015, 2018, "afgerond", ("2015-2018",)),
        (2014, 2019, "afgerond", ("2011-2014", "2015-2018", "2019-2022")),
        (2010, None, "onbekend", ("2007-2010",)),
        (2021, None, "lopend", ("2019-2022", "2023-2026")),
        (2027, None, "lopend", ("2027-2030",)),
    ],
)
def test_periods_need_no_clock(
    library: Library, start: int, end: int | None, outcome: str, expected: tuple[str, ...]
) -> None:
    case = library.cases["wind-langs-de-weg"]
    changed = case.model_copy(update={"period": Period(start=start, end=end), "outcome": Outcome(outcome)})
    assert periods_of(changed) == expected


def _copy(entry: Entry, number: int) -> Entry:
    assert isinstance(entry.record, Case)
    record = entry.record.model_copy(update={"title": f"{entry.record.title} {number}"})
    return replace(entry, id=f"{entry.id}-{number}", record=record)


@pytest.fixture(scope="module")
def large(library: Library) -> Library:
    """The real library with its cases many times over."""
    originals = library.of_kind("case")
    others = tuple(entry for entry in library.entries if entry.kind.name != "case")
    copies = tuple(_copy(originals[number % len(originals)], number) for number in range(MANY))
    return replace(library, entries=(*copies, *others))


@pytest.mark.slow
def test_no_page_grows_with_the_library(large: Library) -> None:
    renderer = Renderer(large, SITE)
    makers = (home.pages, overviews.pages, terms.pages, terms.deep_pages, case_lists.pages)
    made = [item for pages in makers for item in pages(renderer)]
    for entry in large.entries:
        if entry.record and entry.kind.name != "case":
            made += records.pages_of(renderer, entry, entry.record)
    texts = {item.uri: str(item.content) for item in made}
    assert len(texts) == len(made)
    assert {uri: len(text) for uri, text in texts.items() if len(text) > LARGEST} == {}
    assert texts["cases/index.md"].count("### [") == SHOWN
    assert f"Dit zijn de {SHOWN} nieuwste" in texts["cases/index.md"]
    for facet in case_facets(large):
        for value in facet.values:
            parts = Parts(value.page, tuple(Ref("case", id) for id in value.cases))
            listed = sum(len(re.findall(r"\]\((?:\.\./)+cases/[^)]+\.md\)", texts[page])) for page in parts.pages)
            assert listed >= len(value.cases), value.page
            assert value.page.removesuffix(".md") + f"/{len(parts.pages) + 1}.md" not in texts


def test_the_sources_stand_on_pages_of_bounded_length(library: Library) -> None:
    record = library.cases["wind-langs-de-weg"]
    entry = next(entry for entry in library.entries if entry.id == "wind-langs-de-weg")
    many = tuple(
        source.model_copy(update={"key": f"{source.key}-{number}", "publisher": f"{source.publisher} {number}"})
        for number in range(100)
        for source in record.sources
    )
    changed = replace(entry, record=record.model_copy(update={"sources": many}))
    others = tuple(other for other in library.entries if other is not entry)
    renderer = Renderer(replace(library, entries=(changed, *others)), SITE)
    made = {item.uri: str(item.content) for item in sources.pages(renderer)}
    assert len(made) == -(-len(sources_of(renderer.library)) // sources.LENGTH) > 1
    assert sum(text.count("<li") for text in made.values()) == len(sources_of(renderer.library))
    assert all(text.count("<li") <= sources.LENGTH for text in made.values())
    for target, anchor in re.findall(r"^\[[^\]]+\]\(([^#)]*)#(uitgever-[^)]+)\)$", made["bronnen.md"], re.MULTILINE):
        assert f'<section id="{anchor}"' in made[target]
