"""A title is only called English when it surely is: the wrong voice is worse than a Dutch one."""

import pytest

from kennisbank.building.pages import records, sources
from kennisbank.building.rendering import Renderer
from kennisbank.insights.languages import language_of
from kennisbank.library.addresses import Site
from kennisbank.library.loading import load
from kennisbank.reading.rendered import render
from kennisbank.reading.tree import Blob, Tree


@pytest.mark.parametrize(
    "title",
    [
        "The wind along the road",
        "How to share a roof",
        "Who wants to buy the greenhouse? And the building below",
        "Barriers to a food strategy in Ede",
        "Largest testing ground for the circular economy",
    ],
)
def test_an_english_title(title: str) -> None:
    assert language_of(title) == "en"


@pytest.mark.parametrize(
    "title",
    [
        "De wind langs de weg",
        "Community of Practice als transitieversneller",
        "Stadslandbouw: optie of utopie?",
        "Gewonnen: The Innovation Award van dit jaar",
        "Wetenschappelijke rapportage Governance by commitment",
        "SUPERWIJK winnaar The Innovation Award",
        "Green Deal Zon",
        "Rapport 2019",
        "",
    ],
)
def test_any_other_title(title: str) -> None:
    assert language_of(title) == ""


@pytest.mark.slow
def test_a_page_says_which_title_is_english(tree: Tree) -> None:
    path, theirs = "cases/wind-langs-de-weg.md", "The handbook for sharing"
    data = tree[path].data.replace(b"Handboek samenwerken", theirs.encode())
    renderer = Renderer(load({**tree, path: Blob(path, data)}), Site("https://voorbeeld.nl/x"))
    made = {artifact.uri: str(artifact.content) for maker in (records, sources) for artifact in maker.pages(renderer)}
    with_title = [page for page in made.values() if theirs in page.partition("\n---\n")[2]]
    assert len(with_title) > 1
    assert [page for page in with_title if f'<span lang="en">{theirs}</span>' not in render(page)] == []
