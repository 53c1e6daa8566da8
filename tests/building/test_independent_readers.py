"""What readers follow and take along, opened by programs of others: a feed reader, GeoJSON, a spreadsheet."""

import io
from typing import Any

import feedparser  # type: ignore[import-untyped]  # it has no types
import openpyxl
import pytest
from geojson_pydantic import Feature, FeatureCollection, Point

from kennisbank.building.data.geojson import collection, features_of
from kennisbank.building.data.release import Release
from kennisbank.building.data.tables import tables
from kennisbank.building.data.workbook import workbook
from kennisbank.building.json_text import json_text
from kennisbank.building.pages import news
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

Places = FeatureCollection[Feature[Point, dict[str, Any]]]
ONLINE = Site("https://code.example/kennis", url="https://voorbeeld.example/kennis/")


def _feeds(library: Library) -> dict[str, str]:
    made = {artifact.uri: str(artifact.content) for artifact in news.pages(Renderer(library, ONLINE))}
    return {uri: text for uri, text in made.items() if uri.endswith(".atom")}


def test_a_feed_reader_understands_every_feed(library: Library) -> None:
    feeds = _feeds(library)
    folders = {uri.partition("/")[0] for uri in feeds}
    assert folders == {"nieuw", "themas", "lessen", "provincies"}
    seen = []
    for uri, text in feeds.items():
        found = feedparser.parse(text)
        assert not found.bozo and found.version == "atom10", uri
        assert found.feed.title and found.feed.id and found.feed.updated_parsed
        seen += [(entry.id, entry.title, entry.link, entry.updated_parsed) for entry in found.entries]
    assert len(seen) > 10 and all(all(parts) for parts in seen)
    assert all(link.startswith(ONLINE.url) for _, _, link, _ in seen)
    # An entry is the same thing in every feed that has it.
    assert len({(id, link) for id, _, link, _ in seen}) == len({id for id, _, _, _ in seen})


def test_the_map_of_cases_is_geojson(library: Library) -> None:
    release = Release(library, ONLINE)
    found = Places.model_validate_json(json_text(collection(release, features_of(release))))
    assert {str(feature.id) for feature in found.features} == set(library.cases)
    points = [feature.geometry.coordinates for feature in found.features if feature.geometry]
    assert points
    # All of them lie in the Netherlands, with the longitude first.
    assert all(3 < point.longitude < 8 and 50 < point.latitude < 54 for point in points)


@pytest.fixture(scope="module")
def book(library: Library) -> openpyxl.Workbook:
    release = Release(library, ONLINE)
    return openpyxl.load_workbook(io.BytesIO(workbook(release, tables(release))))


def test_a_spreadsheet_opens_the_tables(book: openpyxl.Workbook, library: Library) -> None:
    assert {"Cases", "Afslagen", "Cijfers", "Lessen", "Bronnen"} <= set(book.sheetnames)
    head, *rows = book["Cases"].iter_rows(values_only=True)
    assert head[0] == "Case" and sorted(str(row[0]) for row in rows) == sorted(library.cases)
    assert book["Afslagen"].max_row == 1 + sum(len(case.turns) for case in library.cases.values())
    assert book["Cijfers"].max_row == 1 + sum(len(case.results) for case in library.cases.values())
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
