"""However many cases there are, no file that a browser asks for by itself grows with them."""

from pathlib import Path

import pytest

from kennisbank.building.build import build
from kennisbank.faces import pieces
from kennisbank.library.addresses import NAMES, Site
from kennisbank.library.loading import load
from kennisbank.reading.tree import tree_from_disk
from made_library import make_library

from ..support.example_library import project

pytestmark = pytest.mark.slow

FEW, MANY = 40, 160
# Greater numbers take more signs, and of two pieces one happens to hold more than the other.
_MORE = 500
_MOST, _LARGEST = 2000, 8000
# What people choose to take along holds all that there is, and the search takes its index from the names.
_WHOLE = ("data/v1/", NAMES)


def _sizes(folder: Path, number: int, example: Path) -> dict[str, int]:
    """How long each file with data is, in a library with so many cases."""
    make_library(folder, number, example)
    tree = tree_from_disk(folder)
    made = build(load(tree), tree, Site("https://voorbeeld.nl"))
    files = {one.uri: len(one.data) for one in made if one.uri.endswith(".json")}
    return {uri: size for uri, size in files.items() if not uri.startswith(_WHOLE)}


def test_no_file_that_a_page_asks_for_grows_with_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST", _MOST)
    example = project(tmp_path / "example")
    few, more = (_sizes(tmp_path / str(number), number, example) for number in (FEW, MANY))
    assert len(more) > len(few) > 40
    assert {uri: (few[uri], size) for uri, size in more.items() if uri in few and size > few[uri] + _MORE} == {}
    fresh = {uri: size for uri, size in more.items() if uri not in few}
    assert max(fresh.values()) <= max(few.values()) + _MORE
    for folder in ("bijdragen/assistent/bekend/", "data/meenemen/"):
        found = [size for uri, size in fresh.items() if uri.startswith(folder) and "/cases/" not in uri]
        assert len(found) >= 16 and max(found) <= _LARGEST
