"""A page that lists no sources leaves the notes out, with the commas between them."""

import re
from dataclasses import replace

import pytest

from kennisbank.building.pages import PAGES
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.entries import Entry
from kennisbank.library.library import Library

# Two notes on end have a comma between them.
TWO = "Een uur.[^een][^twee] En nog een.[^een]"
LEFT = re.compile(r"<sup>, </sup>(?!\[\^)")


def _noted(entry: Entry) -> Entry:
    """A werkvorm with two notes on end, which its overview shows without."""
    if entry.kind.name != "werkvorm" or not entry.record:
        return entry
    return replace(entry, record=entry.record.model_copy(update={"time": TWO}))


@pytest.mark.slow
def test_no_comma_stays_of_notes_that_are_left_out(library: Library) -> None:
    noted = replace(library, entries=tuple(map(_noted, library.entries)))
    renderer = Renderer(noted, Site("https://code.example/kennis"))
    pages = {one.uri: str(one.content) for make in PAGES for one in make(renderer) if one.uri.endswith(".md")}
    assert "[^een]<sup>, </sup>[^twee]" in pages["werkvormen/rondje-vragen.md"]
    assert "Een uur. En nog een." in pages["werkvormen/index.md"]
    assert [uri for uri, text in pages.items() if LEFT.search(text)] == []
