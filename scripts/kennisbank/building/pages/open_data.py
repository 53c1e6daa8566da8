"""The library as open data, and the page that leads to its files."""

from collections.abc import Iterator
from dataclasses import replace

from ...faces.zip_file import packed_anew
from ...insights.latest import NEVER
from ...library.addresses import OVERVIEWS, PACKAGE
from ..artifacts import Artifact
from ..data.catalogue import CATALOGUE, Download, catalogue, described
from ..data.geojson import GEOJSON, collection, features_of
from ..data.release import VERSION, Release
from ..data.schema import schema
from ..data.table import Table
from ..data.tables import cases_table, tables
from ..data.taking import taken
from ..data.whole import SCHEMA, WHOLE, whole
from ..data.workbook import WORKBOOK, workbook
from ..json_text import json_text
from ..rendering import Frame, Renderer

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ABOUT = "Neem alle cases, keuzes, cijfers, lessen en bronnen mee: voor Excel, een kaart of een eigen programma."


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The page, and the files of the set that have no running text, each at an address that stays the same."""
    release = Release(renderer.library, renderer.site)
    made = tables(release)
    downloads = _downloads(made)
    page = OVERVIEWS["data"]
    linked = {"mainEntity": described(release, page, downloads)}
    frame = Frame("Open data", _ABOUT, linked=linked)
    yield renderer.page(
        "open_data.md.j2",
        page,
        frame,
        # Without the rows: what a page was made with may stay until Python looks for garbage.
        tables=[(replace(table, rows=()), len(table.rows)) for table in made],
        files={"whole": WHOLE, "schema": SCHEMA, "workbook": WORKBOOK, "geojson": GEOJSON, "catalogue": CATALOGUE},
        release=release,
        package=renderer.site.address(PACKAGE),
        version=VERSION,
        known=release.modified != NEVER,
    )
    yield Artifact(SCHEMA, schema(release))
    yield Artifact(CATALOGUE, catalogue(release, downloads))
    yield from (Artifact.of_utf8(table.uri, table.as_csv()) for table in made)
    book = workbook(release, made)
    del made  # of a large library these and the packing would not fit in memory together
    yield Artifact(WORKBOOK, packed_anew(book))


def json_pages(renderer: Renderer) -> Iterator[Artifact]:
    """The files that tell of which library they are made, running text and all; and in parts, for who takes some."""
    release = Release(renderer.library, renderer.site)
    yield from whole(release)
    features = features_of(release)
    yield Artifact(GEOJSON, json_text(collection(release, features)))
    yield from taken(release, cases_table(release), features)


def _downloads(made: tuple[Table, ...]) -> tuple[Download, ...]:
    return (
        Download(WHOLE, "Alles, als JSON", "application/json", "JSON", SCHEMA),
        Download(WORKBOOK, "Alle tabellen, voor Excel", _XLSX, "XLSX"),
        *(Download(table.uri, f"{table.title}, als CSV", "text/csv", "CSV") for table in made),
        Download(GEOJSON, "Cases op de kaart, als GeoJSON", "application/geo+json", "GEOJSON"),
    )
