"""What shows no running text is made without it, and has one name for all that it does show."""

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from kennisbank.building.build import build
from kennisbank.building.pages import PAGES, WITH_TEXTS
from kennisbank.building.rendering import Renderer
from kennisbank.building.units import units_of, without_texts
from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.codes import finding
from kennisbank.findings.finding import Place
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.pictures import Picture
from kennisbank.reading.tree import Blob, Tree

from ..support.example_library import fixed_artifacts, fixed_library

SITE = Site("https://voorbeeld.nl/x")
TREE = example_tree("", "goed")
CASE, LESSON = "cases/zonnedak-voorbeeldstad.md", "lessons/begin-klein.md"
WITH_TEXT = {f"kennisbank.building.pages.{name}" for name in ("cards", "session_packs", "glossary", "open_data")}


def changed(path: str, old: str, new: str) -> Tree:
    """The library with one thing changed in one file."""
    text = TREE[path].data.decode()
    assert old in text
    data = text.replace(old, new, 1).encode()
    return {**TREE, path: Blob(path, data, len(data))}


def names(library: Library) -> dict[str, str]:
    """What every unit is made of."""
    return {unit.name: unit.made_of for unit in units_of(library, SITE)}


def renamed(library: Library) -> set[str]:
    """The units that are made of something else than those of the library as it was."""
    before, after = names(load(TREE)), names(library)
    assert list(before) == list(after)
    return {name for name in after if before[name] != after[name]}


@pytest.mark.slow
def test_no_page_is_another_one_for_want_of_texts_that_it_does_not_show() -> None:
    """Each as its maker makes it of the whole library."""
    renderer = Renderer(fixed_library().published(), SITE)
    whole = {artifact.uri: artifact for pages in PAGES for artifact in pages(renderer)}
    apart = {artifact.uri: artifact for artifact in fixed_artifacts()}
    assert len(whole) > 300 and whole == {uri: apart[uri] for uri in whole}


def test_a_library_without_texts_has_none() -> None:
    bare = without_texts(fixed_library())
    assert {entry.document.body_text for entry in bare.entries} == {""}
    assert {entry.prose.text for entry in bare.entries} == {""}
    assert [entry.record for entry in bare.entries] == [entry.record for entry in fixed_library().entries]
    assert [entry.document.data for entry in bare.entries] == [entry.document.data for entry in fixed_library().entries]


def test_makers_of_pages_with_texts_are_known() -> None:
    assert set(PAGES) >= WITH_TEXTS and {pages.__module__ for pages in WITH_TEXTS} == WITH_TEXT


@pytest.mark.parametrize(("path", "name"), [(CASE, "case zonnedak-voorbeeldstad"), (LESSON, "lesson begin-klein")])
def test_a_sentence_more_changes_what_shows_it_and_nothing_else(path: str, name: str) -> None:
    own = {f"kennisbank.building.pages.{module} {name}" for module in ("records", "council")}
    new = load({**TREE, path: Blob(path, data := TREE[path].data + b"\nEen zin meer.\n", len(data))})
    assert renamed(new) == own | WITH_TEXT


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CASE, "Voorbeeldstad begon", "Voorbeeldstad startte"),
        (CASE, "confidence: stevig", "confidence: dun"),
        (CASE, "confidence:", "# Een opmerking.\nconfidence:"),
        ("docs/lijsten/themes.yml", "title: ", "title: Heel "),
        ("docs/over.md", "\n---\n", "\n---\nEen zin meer.\n"),
    ],
)
def test_anything_else_changes_all(path: str, old: str, new: str) -> None:
    library = load(changed(path, old, new))
    assert renamed(library) == {unit.name for unit in units_of(library, SITE)}


def _others(library: Library) -> Iterator[tuple[str, Library]]:
    """The library with something else in each of its fields."""
    yield "entries", replace(library, entries=(replace(library.entries[0], record=None), *library.entries[1:]))
    yield "terms", replace(library, terms=library.terms[1:])
    yield "pages", replace(library, pages=())
    yield "files", replace(library, files=library.files | {"docs/assets/x.png"})
    yield "lists_seen", replace(library, lists_seen=frozenset())
    yield "withheld", replace(library, withheld=3)
    yield "pictures", replace(library, pictures={"docs/assets/fotos/x.jpg": Picture(3, 4)})


def test_all_that_a_library_has_counts() -> None:
    library = load(TREE)
    others = dict(_others(library))
    for other in others.values():
        assert renamed(other) == set(names(library))
    # Nobody sees on the site what was found to be wrong.
    assert {field.name for field in fields(Library)} == {*others, "findings"}
    assert renamed(replace(library, findings=(finding("KB101", CASE, Place(), "x"),))) == set()


def test_what_is_known_is_not_made_again() -> None:
    library = load(TREE)
    known = {unit.name: tuple(unit.make()) for unit in units_of(library.published(), SITE)}
    assert build(library, TREE, SITE, lambda unit: known[unit.name]) == build(library, TREE, SITE)
