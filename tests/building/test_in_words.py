"""The data beside the page of a record: every field of the model, in words that a reader knows."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kennisbank.building.data.in_words import field_names, in_words
from kennisbank.building.dutch import dutch_number
from kennisbank.building.pages import records, versus
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site, web_path
from kennisbank.library.library import Entry, Library, Ref
from kennisbank.model.kinds import KINDS
from kennisbank.model.references import references
from kennisbank.reading.prose import plain

SITE = Site("https://code.example/kennis")


def _data(library: Library, kind: str, id: str) -> dict[str, Any]:
    found = json.loads(in_words(library, library.entry(kind, id)))
    assert isinstance(found, dict)
    return found


def _leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every single value with the names of the fields that it stands in."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, (*path, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item, path)
    elif value is not None and value is not False:
        yield path, value


def _spoken(library: Library, entry: Entry) -> Iterator[tuple[str, str]]:
    """What must be found of each value of a record: how people read it."""
    assert entry.record
    raw = entry.record.model_dump()
    titles = {
        (reference.path[0], reference.value): library.title_of(Ref(reference.target, reference.value))
        for reference in references(entry.kind.model, entry.record.model_dump(mode="json"))
        if reference.target != "source"
    }
    for path, value in _leaves(raw):
        if path[0] in ("aliases", "asked", "status", "outcome") or path[-1] == "reported_by":
            continue
        if isinstance(value, bool):
            yield ".".join(path), "ja"
        elif isinstance(value, float):
            yield ".".join(path), dutch_number(value)
        elif isinstance(value, int | date):
            yield ".".join(path), str(value)
        else:
            yield ".".join(path), titles.get((path[0], value), " ".join(plain(value).split()))


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_of_any_record_is_missing(library: Library, kind: str) -> None:
    entries = library.of_kind(kind)
    assert entries
    for entry in entries:
        told = [str(value) for _, value in _leaves(_data(library, kind, entry.id))]
        spoken = list(_spoken(library, entry))
        assert len(spoken) > 10
        assert [(where, words) for where, words in spoken if words not in told] == []
        texts = " ".join(told)
        for title in entry.kind.sections:
            assert plain(entry.prose.section(title) or "") in texts


def test_every_field_has_a_name_that_readers_know(library: Library) -> None:
    names = json.loads(field_names())
    seen = set()
    for kind in KINDS:
        for entry in library.of_kind(kind):
            for path, _ in _leaves(_data(library, kind, entry.id)):
                if path[0] in ("id", "kind") or path[-1] in ("page", "title"):
                    continue
                at = names[kind]
                for name in path:
                    at = at[name]
                seen.add(path)
                assert at if isinstance(at, str) else at[""], path
    assert len(seen) > 60


def test_words_stand_where_the_file_has_codes(library: Library) -> None:
    data = _data(library, "case", "wind-langs-de-weg")
    assert (data["id"], data["kind"]) == ("cases/wind-langs-de-weg", "case")
    assert data["outcome"] == "opgegaan in iets anders"
    assert data["provinces"] == ["Noord-Brabant"] and data["places"] == ["Tilburg", "Goirle", "Waalwijk"]
    turn = data["turns"][0]
    assert turn["because"].startswith("Een eigen bedrijf vroeg volgens de gemeente te veel geld. In een gesprek")
    assert [option.get("taken") for option in turn["options"]] == [None, None, "ja"]
    assert data["results"][1]["target"] == "1.265.000" and data["results"][0]["reported_by"] == "de partij zelf"
    assert data["lessons"][0]["lesson"] == {
        "title": "Kies je rol en pas die later aan",
        "page": "lessen/kies-je-plaats/",
    }
    assert "(../lessons" not in data["text"]["Wat kun je hiermee?"]
    assert data["years"] == "2011 tot 2022"
    assert list(data)[-3:] == ["certainty", "reviewed", "sources"]


@pytest.mark.slow
def test_the_data_stands_beside_every_page_and_its_links_lead_somewhere(library: Library) -> None:
    renderer = Renderer(library, SITE)
    made = {artifact.uri: artifact for artifact in (*records.pages(renderer), *versus.pages(renderer))}
    data = {uri: json.loads(item.content) for uri, item in made.items() if uri.endswith("/gegevens.json")}
    assert len(data) == len(library.entries)
    pages = {web_path(uri) for uri in made}
    named = [value for found in data.values() for path, value in _leaves(found) if path[-1] == "page"]
    assert named and [page for page in named if page not in pages] == []
    assert set(json.loads(made["assets/fields.json"].content)) == set(KINDS)


@pytest.mark.slow
def test_no_page_shows_how_people_ask_for_it(library: Library) -> None:
    said = "wie volgt de trekker op"
    lesson = library.entry("lesson", "kies-je-plaats")
    assert lesson.record
    asked = replace(lesson, record=lesson.record.model_copy(update={"asked": (said,)}))
    entries = tuple(asked if entry is lesson else entry for entry in library.entries)
    renderer = Renderer(replace(library, entries=entries), SITE)
    made = {artifact.uri: artifact.content for artifact in (*records.pages(renderer), *versus.pages(renderer))}
    assert renderer.library.entry("lesson", lesson.id).record == asked.record
    assert [uri for uri, content in made.items() if said in str(content) or "Ook gevraagd als" in str(content)] == []
