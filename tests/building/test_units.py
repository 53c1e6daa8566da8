"""What shows no running text is made without it, and has one name for all that it does show."""

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from kennisbank.building.build import build
from kennisbank.building.pages import OF_ONE, PAGES, WITH_TEXTS, WITHOUT_OWN
from kennisbank.building.rendering import Renderer
from kennisbank.building.units import OWN, nothing_in, units_of, without_own, without_texts
from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.codes import finding
from kennisbank.findings.finding import Place
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.pictures import Picture
from kennisbank.model.kinds import START
from kennisbank.model.records import Case
from kennisbank.reading.tree import Blob, Tree

from ..support.example_library import fixed_library

SITE = Site("https://voorbeeld.nl/x")
TREE = example_tree("", "goed")
CASE, LESSON = "cases/zonnedak-voorbeeldstad.md", "lessons/begin-klein.md"
JSON = "kennisbank.building.pages.open_data json_pages"
WITH_TEXT = {
    f"kennisbank.building.pages.{name}"
    for name in ("cards pages", "session_packs pages", "glossary pages", "open_data json_pages")
}


def changed(path: str, old: str, new: str) -> Tree:
    """The library with one thing changed in one file."""
    text = TREE[path].data.decode()
    assert old in text
    data = text.replace(old, new, 1).encode()
    return {**TREE, path: Blob(path, data, len(data))}


def fullest() -> Library:
    """A library in which every field that few pages show is filled in somewhere."""
    library = fixed_library().published()
    first = next(entry for entry in library.entries if isinstance(entry.record, Case))
    assert first.record and isinstance(first.document.data, dict)
    asked = {"asked": ("zon op een dak",)}
    document = replace(first.document, data=first.document.data | asked)
    asked_for = replace(first, record=first.record.model_copy(update=asked), document=document)
    return replace(library, entries=tuple(asked_for if entry is first else entry for entry in library.entries))


def names(library: Library) -> dict[str, str]:
    """What every unit is made of."""
    return {unit.name: unit.made_of for unit in units_of(library, SITE)}


def renamed(library: Library) -> set[str]:
    """The units that are made of something else than those of the library as it was."""
    before, after = names(load(TREE)), names(library)
    assert list(before) == list(after)
    return {name for name in after if before[name] != after[name]}


def own_units(name: str) -> set[str]:
    """The pages of one record."""
    return {f"kennisbank.building.pages.{module} pages {name}" for module in ("records", "council")}


@pytest.mark.slow
def test_no_page_is_another_one_for_want_of_what_it_does_not_show() -> None:
    """Each as its maker makes it of the whole library."""
    library = fullest()
    renderer = Renderer(library, SITE)
    whole = {artifact.uri: artifact for pages in PAGES for artifact in pages(renderer)}
    apart = {artifact.uri: artifact for artifact in build(library, TREE, SITE)}
    assert len(whole) > 300 and whole == {uri: apart[uri] for uri in whole}


def test_a_library_without_texts_has_none() -> None:
    bare = without_texts(fixed_library())
    assert {entry.document.body_text for entry in bare.entries} == {""}
    assert {entry.prose.text for entry in bare.entries} == {""}
    assert [entry.record for entry in bare.entries] == [entry.record for entry in fixed_library().entries]
    assert [entry.document.data for entry in bare.entries] == [entry.document.data for entry in fixed_library().entries]


def test_a_library_without_own_fields_has_none() -> None:
    whole, common = fullest(), without_own(fullest())
    assert {name for entry in whole.entries for name in OWN if getattr(entry.record, name, None)} == {*OWN}
    for entry in common.entries:
        assert entry.document.text == "" and entry.record
        fields = type(entry.record).model_fields
        assert all(getattr(entry.record, name) == nothing_in(fields[name]) for name in OWN if name in fields)
        assert isinstance(entry.document.data, dict) and not {*OWN} & entry.document.data.keys()


@pytest.mark.parametrize("library", [fullest(), fixed_library(), load(TREE)], ids=("fullest", "fixed", "examples"))
def test_the_links_of_what_is_left_follow_from_those_of_the_whole(library: Library) -> None:
    bare = without_texts(library)
    for left in (bare, without_own(bare), bare.published(), without_own(library)):
        assert left.links == replace(left, given_links=None).links
    assert library.links and len({link.field for link in library.links} & {*OWN}) > 1


def test_makers_of_pages_with_texts_are_known() -> None:
    assert (
        set(PAGES) >= WITH_TEXTS.keys()
        and {f"{pages.__module__} {pages.__name__}" for pages in WITH_TEXTS} == WITH_TEXT
    )
    assert set(PAGES) >= WITHOUT_OWN and not WITHOUT_OWN & (WITH_TEXTS.keys() | OF_ONE.keys())


@pytest.mark.parametrize(("path", "name"), [(CASE, "case zonnedak-voorbeeldstad"), (LESSON, "lesson begin-klein")])
def test_a_sentence_more_changes_what_shows_it_and_nothing_else(path: str, name: str) -> None:
    own = own_units(name)
    new = load({**TREE, path: Blob(path, data := TREE[path].data + b"\nEen zin meer.\n", len(data))})
    assert renamed(new) == own | {JSON}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("\nHet zonnedak kwam er.\n", {"glossary pages"}),
        ("\n- Is dit een nieuwe vraag?\n", {"cards pages", "session_packs pages"}),
    ],
)
def test_what_others_show_of_a_text_changes_these(sentence: str, names: set[str]) -> None:
    data = TREE[LESSON].data + sentence.encode()
    changed_units = renamed(load({**TREE, LESSON: Blob(LESSON, data, len(data))}))
    assert changed_units == own_units("lesson begin-klein") | {JSON} | {
        f"kennisbank.building.pages.{name}" for name in names
    }


def test_the_begin_of_a_case_changes_the_session_packs() -> None:
    begin = f"## {START.title}\n\n"
    changed_units = renamed(load(changed(CASE, begin, f"{begin}Een zin vooraf. ")))
    others = {f"kennisbank.building.pages.{name}" for name in ("cards pages", "session_packs pages")}
    assert changed_units == own_units("case zonnedak-voorbeeldstad") | {JSON} | others


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("confidence: stevig", "confidence: dun"),
        ("confidence:", "# Een opmerking.\nconfidence:"),
    ],
)
def test_a_field_that_few_show_changes_its_own_pages_and_those_of_these_few(old: str, new: str) -> None:
    changed_units = renamed(load(changed(CASE, old, new)))
    common = {f"{pages.__module__} {pages.__name__}" for pages in WITHOUT_OWN}
    of_others = {
        name
        for name in names(load(TREE))
        if name.startswith(("kennisbank.building.pages.records", "kennisbank.building.pages.council"))
    }
    assert changed_units == {*names(load(TREE))} - common - of_others | own_units("case zonnedak-voorbeeldstad")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CASE, "title: ", "title: Het "),
        (CASE, "outcome: ", "outcome: gestopt # "),
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
    assert {field.name for field in fields(Library)} == {*others, "findings", "given_links"}
    assert renamed(replace(library, findings=(finding("KB101", CASE, Place(), "x"),))) == set()


@pytest.mark.slow
def test_what_is_known_is_not_made_again() -> None:
    library = load(TREE)
    known = {unit.name: tuple(unit.make()) for unit in units_of(library.published(), SITE)}
    assert build(library, TREE, SITE, lambda unit: known[unit.name]) == build(library, TREE, SITE)
