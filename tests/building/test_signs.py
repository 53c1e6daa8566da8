"""Every way through the site and every kind of choice has a sign of its own, beside its words."""

import re

from kennisbank.building.drawings.signs import choice_sign, way_sign
from kennisbank.building.pages.handwritten import written
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library, Page
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

EXPLORE = """---
title: Verkennen
---

# Verkennen

- [Alle cases](site:cases), te kiezen op thema
- [Kaart](site:kaart) van alle cases en de [tijdlijn](site:tijdlijn)
- [Over](over.md)
- zonder link
"""


def test_a_line_that_leads_somewhere_has_its_sign_and_the_number_of_what_is_there(library: Library) -> None:
    page = Page(read_document(Blob("docs/verkennen/index.md", EXPLORE.encode())))
    body = str(written(Renderer(library, Site("https://code.example/kennis")), page).content)
    cases, map_line, about, bare = [line for line in body.splitlines() if line.startswith("- ")][:4]
    assert "kb-mark--way-cases" in cases and f'"kb-way-count">{len(library.cases)}<' in cases
    assert re.findall("kb-mark--way-([a-z]+)", map_line) == ["kaart"] and "kb-way-count" not in map_line
    assert "<svg" not in about and "<svg" not in bare


def test_the_first_page_of_the_guide_has_one_list_of_contents_beside_it(library: Library) -> None:
    renderer = Renderer(library, Site("https://code.example/kennis"))
    for path, hidden in (("docs/start-een-cop/index.md", True), ("docs/start-een-cop/groep.md", False)):
        page = Page(read_document(Blob(path, b"---\ntitle: Gids\n---\n\n# Gids\n")))
        front = str(written(renderer, page).content).split("---")[1]
        assert ("toc" in front, "navigation" in front.partition("hide")[2]) == (hidden, False), path


def test_a_kind_of_choice_that_nobody_drew_has_the_sign_of_all_choices() -> None:
    drawn = {str(choice_sign(kind)).partition("<path")[2] for kind in ("organisatie", "doel", "plek", "nieuw")}
    assert len(drawn) == 4
    assert str(choice_sign("nieuw")).partition("<path")[2] == str(way_sign("keuzehulp")).partition("<path")[2]
    assert not way_sign("onbekend")
