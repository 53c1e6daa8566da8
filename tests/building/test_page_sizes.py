"""However many cases there are, no page grows with them: what does not fit on a page stands on pages of its own."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.artifacts import Artifact
from kennisbank.building.pages import (
    OF_ONE,
    PAGES,
    PageMaker,
    case_lists,
    choice_lists,
    evidence,
    glossary,
    maps,
    news,
    overviews,
    parts,
    report,
    sources,
    stopped,
    themes,
    timeline,
    turns,
)
from kennisbank.building.rendering import Renderer, templates_for
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

from ..support.many import many

# How much a page may have of each thing: with so little, all is full in a small library already.
_BOUNDS: dict[ModuleType, dict[str, int]] = {
    parts: {"LENGTH": 6},
    choice_lists: {"TOLD": 6, "NAMED": 6},
    evidence: {"MOST_ROWS": 3},
    maps: {"ROOM": 6},
    news: {"MOST": 6, "_MOST_NEWS": 6},
    overviews: {"SHOWN": 6},
    report: {"ROOM": 6},
    sources: {"LENGTH": 6, "USERS": 4},
    stopped: {"ROOM": 6},
    themes: {"CARDS": 4},
    timeline: {"ROOM": 6},
    turns: {"MOST": 6},
}
FEW, MANY = 240, 720
# Greater numbers take more signs, and a list of more parts has more ways to them, up to a dozen.
_MORE = 500
_LINK = re.compile(r"\]\(([^()\s#]+\.md)")
_LEFT_OUT = re.compile(r"/(\d+|memo)\.md$")


def _bound(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, bounds in _BOUNDS.items():
        for name, bound in bounds.items():
            monkeypatch.setattr(module, name, bound)


def _made(library: Library, makers: Iterable[PageMaker]) -> dict[str, str]:
    """The text of every page of these kinds."""
    renderer = Renderer(library, Site("https://voorbeeld.nl"))
    found = (page for maker in makers for page in maker(renderer))
    return {page.uri: page.body for page in found if page.uri.endswith(".md")}


def _sizes(library: Library) -> dict[str, int]:
    """How long each page is, but for those of cases, which tell of themselves, and the further parts of a list.

    And but for memos, of which the lines are counted so that they fill two sheets.
    """
    others = [entry for entry in library.entries if entry.kind.name != "case"]

    def of_others(renderer: Renderer) -> Iterator[Artifact]:
        return (page for of_one in OF_ONE.values() for entry in others for page in of_one(renderer, entry))

    pages = _made(library, [*(maker for maker in PAGES if maker not in OF_ONE), of_others])
    return {uri: len(text) for uri, text in pages.items() if not _LEFT_OUT.search(uri)}


@pytest.mark.slow
def test_no_page_grows_with_the_library(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    _bound(monkeypatch)
    few, more = (_sizes(many(library, number)) for number in (FEW, MANY))
    assert {uri: (few[uri], size) for uri, size in more.items() if uri in few and size > few[uri] + _MORE} == {}
    assert max(more.values()) <= max(few.values()) + _MORE


def _cases_reached(pages: dict[str, str], first: str, own: tuple[str, ...]) -> set[str]:
    """The cases to which a page leads, by itself or by pages of these folders."""
    cases, seen, todo = set(), {first}, [first]
    while todo:
        uri = todo.pop()
        for link in _LINK.findall(pages[uri]):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), link))
            if target.startswith("cases/") and target != "cases/index.md":
                cases.add(target)
            elif target in pages and target.startswith(own) and target not in seen:
                seen.add(target)
                todo.append(target)
    return cases


@pytest.mark.parametrize(
    ("first", "own"),
    [
        ("wat-stopte.md", ("wat-stopte/", "aflopen/gestopt", "aflopen/opgegaan-in")),
        ("tijdlijn/index.md", ("tijdlijn/",)),
        ("redactie/rapport.md", ("redactie/rapport/",)),
        ("begrippen/energiecooperatie.md", ("begrippen/energiecooperatie/",)),
    ],
)
def test_a_page_leads_to_all_that_it_has_no_room_for(
    library: Library, monkeypatch: pytest.MonkeyPatch, first: str, own: tuple[str, ...]
) -> None:
    makers = (stopped.pages, timeline.pages, report.pages, glossary.pages, case_lists.pages)
    larger = many(library, 40)
    whole = _cases_reached(_made(larger, makers), first, ())
    _bound(monkeypatch)
    pages = _made(larger, makers)
    assert len(_cases_reached(pages, first, ())) < len(whole)
    assert _cases_reached(pages, first, own) == whole


@pytest.mark.parametrize("last", [2, 12, 13, 1750])
def test_a_part_leads_to_those_nearby_and_in_steps_to_those_farther_on(last: int) -> None:
    macro = '{% import "_macros.md.j2" as m with context %}{{ m.page_numbers(pages, number) }}'
    template = templates_for(Site("https://voorbeeld.nl")).from_string(macro)
    pages = [str(number) for number in range(1, last + 1)]
    for number in {1, 2, min(5, last), -(-last // 2), last - 1, last}:
        shown = template.render(pages=pages, number=number, url=str, library=None)
        ways = [int(way) for way in re.findall(r"\]\((\d+)\)", shown)]
        assert ways == sorted(set(ways)) and f"**{number}**" in shown
        steps = (number - 100, number - 10, *range(number - 3, number + 4), number + 10, number + 100)
        near = {other for other in steps if 0 < other <= last}
        assert {*ways, number} == (set(range(1, last + 1)) if last <= 12 else near | {1, last})
        whole = sorted({*ways, number})
        assert shown.count("…") == sum(after > before + 1 for before, after in pairwise(whole))


def test_a_page_that_has_only_the_first_of_a_list_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    larger, makers = many(library, 40), (stopped.pages, timeline.pages)
    told = {"wat-stopte.md": "Hier staan de eerste van elke soort", "tijdlijn/index.md": "staan hier de eerste"}
    monkeypatch.setattr(stopped, "ROOM", 1_000)
    monkeypatch.setattr(timeline, "ROOM", 1_000)
    whole = _made(larger, makers)
    _bound(monkeypatch)
    pages = _made(larger, makers)
    for page, words in told.items():
        assert words in pages[page] and words not in whole[page]


def test_every_part_says_what_of_the_list_it_has_and_leads_back_and_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LENGTH", 4)
    pages = _made(many(library, 40), (case_lists.pages,))
    lists = [uri for uri in pages if f"{uri.removesuffix('.md')}/2.md" in pages]
    assert lists
    for first in lists:
        total = len(_cases_reached(pages, first, (first.removesuffix(".md"),)))
        last = -(-total // 4)
        for number in range(1, last + 1):
            place = first.removesuffix(".md")
            said = pages[first if number == 1 else f"{place}/{number}.md"]
            start, end = 4 * number - 3, min(4 * number, total)
            told = f"{total} cases. Hier staan {start} tot en met {end}: deel {number} van {last}."
            assert told in said or (number == 1 and "Hier staan" not in said)
            assert ("[Vorig deel]" in said, "[Volgend deel]" in said) == (number > 1, number < last)


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 60))
def test_a_page_shows_as_much_of_each_group_as_it_has_room_for(sizes: list[int], room: int) -> None:
    def shown(most: int) -> int:
        return sum(min(size, most) for size in sizes)

    most = parts.most_of_each(sizes, room)
    assert most >= 1
    assert shown(most) <= room or most == 1
    assert shown(most) == sum(sizes) or shown(most + 1) > room
