"""An archived record says so wherever it is listed, and nowhere that it still goes on."""

import re
from dataclasses import replace

import pytest

from kennisbank.building.build import build
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Tree

from ..support.example_library import fixed_tree

CASE, LESSON = "dorp-maakt-stroom", "begin-klein"
# The first words: a drawing may cut the others off.
_WORDS = 3
# Each with an example of its own, which is no record of the library.
_MESSAGES = "bijdragen/meldingen/"


def _tree() -> Tree:
    """The example, with a case that runs and a lesson archived."""
    tree = fixed_tree()
    for path in (f"cases/{CASE}.md", f"lessons/{LESSON}.md"):
        text = tree[path].data.decode("utf-8")
        text = re.sub(r"^status: .*$", "status: gearchiveerd", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^outcome: .*$", "outcome: lopend", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^period: .*$", "period: {start: 2011}", text, count=1, flags=re.MULTILINE)
        tree = {**tree, path: replace(tree[path], data=text.encode("utf-8"))}
    return tree


@pytest.fixture(scope="module")
def archived() -> Library:
    return load(_tree())


@pytest.fixture(scope="module", params=[False, True], ids=["site", "preview"])
def made(archived: Library, request: pytest.FixtureRequest) -> dict[str, str]:
    site = Site("https://code.example/kennis", preview=request.param)
    return {one.uri: one.content for one in build(archived, _tree(), site) if isinstance(one.content, str)}


def _said(text: str, title: str) -> tuple[int, int]:
    """How often the beginning of a title stands in a text, and how often marked."""
    start = re.escape(" ".join(title.split()[:_WORDS]))
    return len(re.findall(start, text)), len(re.findall(rf"Gearchiveerd: {start}", text))


@pytest.mark.parametrize(("kind", "id"), [("case", CASE), ("lesson", LESSON)])
def test_its_title_is_marked_wherever_it_stands(archived: Library, made: dict[str, str], kind: str, id: str) -> None:
    record = archived.entry(kind, id).record
    assert record
    told = {uri: _said(content, record.title) for uri, content in made.items() if not uri.startswith(_MESSAGES)}
    assert sum(stands > 0 for stands, _ in told.values()) > 10
    assert {uri: counts for uri, counts in told.items() if counts[0] != counts[1]} == {}


@pytest.mark.parametrize("id", ["energie", "natuur", "voedsel"])
def test_a_theme_counts_it_everywhere_and_says_of_how_many_the_best_is(made: dict[str, str], id: str) -> None:
    page = made[f"themas/{id}.md"]
    number = int(re.findall(r"\[(\d+) cases?\]\(#cases\)", page)[0])
    (among,) = re.findall(r"Van de (\d+ cases[^,]*) heeft deze", page) or [f"{number} cases"]
    marked = "Gearchiveerd: " in page.partition("\n## Cases\n")[2].partition("\n## ")[0]
    assert among == (f"{number - 1} cases die worden bijgehouden" if marked else f"{number} cases")


def test_its_own_page_says_so_and_not_that_it_goes_on(made: dict[str, str]) -> None:
    page = made[f"cases/{CASE}.md"]
    assert "De pagina wordt niet meer bijgehouden." in page
    assert "loopt nog" not in page and "tot nu" not in page
    assert "vanaf 2011" in page and "afloop onbekend" in page


def test_the_front_page_does_not_lead_to_it_by_a_question_alone(archived: Library, made: dict[str, str]) -> None:
    assert archived.cases[CASE].question not in made["index.md"]


def test_where_it_goes_by_who_decided_it_is_marked_too(made: dict[str, str]) -> None:
    leads = f"cases/{CASE}.md"
    guides = {uri: text for uri, text in made.items() if uri.startswith("keuzehulp/") and leads in text}
    assert guides
    assert [uri for uri, text in guides.items() if "gearchiveerd" not in text.lower()] == []


def test_what_is_not_archived_is_left_as_it_is(archived: Library, made: dict[str, str]) -> None:
    others = [case.title for id, case in archived.cases.items() if id != CASE]
    assert others and not any(f"Gearchiveerd: {title}" in text for title in others for text in made.values())
