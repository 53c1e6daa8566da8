"""The source of a way that could be chosen stands behind it on the page of the case, and only where a note can be."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.building.artifacts import Artifact


def _page(artifacts: tuple[Artifact, ...], uri: str) -> str:
    (content,) = (artifact.content for artifact in artifacts if artifact.uri == uri)
    assert isinstance(content, str)
    return content


@pytest.mark.slow
def test_the_note_stands_behind_the_option_and_before_what_is_said_of_it(artifacts: tuple[Artifact, ...]) -> None:
    page = _page(artifacts, "cases/wind-langs-de-weg.md")
    assert 'Een eigen energiebedrijf[^raad-2011] <span class="kb-meta">(weg: ' in page
    assert "Een afdeling van de gemeente <span" in page  # filled in by us: no source names it


@pytest.mark.slow
def test_the_road_and_the_lists_of_all_turns_hold_no_note(artifacts: tuple[Artifact, ...]) -> None:
    above, _, _ = _page(artifacts, "cases/wind-langs-de-weg.md").partition("## Afslagen")
    road = LexborHTMLParser(above).css_first(".kb-ways")
    assert road is not None and "Een eigen energiebedrijf" in road.text() and "[^" not in road.text()
    assert "[^" not in _page(artifacts, "afslagen.md")
