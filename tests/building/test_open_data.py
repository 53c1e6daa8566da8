"""The open data, opened by readers that know nothing of us: jsonschema, csv, calamine and rdflib."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import chain
from typing import Any

import openpyxl
import pytest
import rdflib
from jsonschema import Draft202012Validator, FormatChecker
from python_calamine import CalamineWorkbook
from rdflib.namespace import RDF

from kennisbank.building.artifacts import Artifact
from kennisbank.building.data.release import Release
from kennisbank.building.data.table import Column, Table, table
from kennisbank.building.data.taking import FOLDER
from kennisbank.building.data.workbook import fingerprint, workbook
from kennisbank.building.pages import open_data
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.rules import check
from kennisbank.faces.pieces import piece_of
from kennisbank.insights.figures import BEFORE, CAME, HEADS
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob, Tree

from ..support.example_library import fixed_library

CASE = "cases/zonnedak-voorbeeldstad.md"
TOWNS = "docs/lijsten/municipalities.yml"
HERE = Site("https://code.example/kennis")
ONLINE = Site("https://code.example/kennis", url="https://voorbeeld.example/kennis/")


def changed(tree: Tree, path: str, **pieces: str) -> Tree:
    """A tree in which pieces of one file are replaced; each has to be there."""
    text = tree[path].data.decode()
    for number, piece in enumerate(pieces["old"].split("|")):
        assert piece in text
        text = text.replace(piece, pieces["new"].split("|")[number], 1)
    return {**tree, path: Blob(path, text.encode(), len(text.encode()))}


def tree() -> Tree:
    """The example library with a place on the map, a text that looks like a formula, and a link in a field."""
    tree = changed(
        example_tree("", "goed"),
        CASE,
        old='title: "Voorbeeldstad begon|target: 4|leren voor ze',
        new='title: "=1+1; Voorbeeldstad begon|target: -4.5|leren ([zo](../lessons/begin-klein.md)) voor ze',
    )
    return changed(
        tree, TOWNS, old="region: voorbeeldregio", new="region: voorbeeldregio\n  point: {lat: 52.1234567, lon: 5.5}"
    )


def example() -> Library:
    """That library."""
    return load(tree())


def made(library: Library, site: Site = HERE) -> dict[str, Artifact]:
    """What the page makes, by place."""
    renderer = Renderer(library, site)
    return {one.uri: one for one in chain(open_data.pages(renderer), open_data.json_pages(renderer))}


@pytest.fixture(scope="module")
def files() -> dict[str, Artifact]:
    return made(example())


def _text(files: dict[str, Artifact], name: str) -> str:
    content = files[f"data/v1/{name}"].content
    assert isinstance(content, str)
    return content


def _whole(files: dict[str, Artifact]) -> dict[str, Any]:
    found = json.loads(_text(files, "bibliotheek.json"))
    assert isinstance(found, dict)
    return found


def _book(files: dict[str, Artifact]) -> CalamineWorkbook:
    content = files["data/v1/bibliotheek.xlsx"].content
    assert isinstance(content, bytes)
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def _rows(files: dict[str, Artifact], name: str) -> list[dict[str, str]]:
    text = _text(files, name)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_example_is_sound() -> None:
    assert [finding.message for finding in check(example()) if finding.code.startswith(("KB1", "KB2"))] == []


@pytest.mark.parametrize("site", [HERE, ONLINE], ids=["nowhere", "online"])
def test_the_document_keeps_to_its_schema(site: Site) -> None:
    files = made(example(), site)
    schema = json.loads(_text(files, "bibliotheek.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    data = _whole(files)
    assert [error.message for error in validator.iter_errors(data)] == []
    assert len(data["cases"]) == 1 and len(data["lessons"]) == 2


@pytest.mark.parametrize("damage", ["kleur", "title", "turns", "text", "derived"])
def test_the_schema_refuses_what_is_no_library(files: dict[str, Artifact], damage: str) -> None:
    data = _whole(files)
    (case,) = data["cases"]
    if damage in case:
        del case[damage]
    else:
        case[damage] = "rood"
    validator = Draft202012Validator(json.loads(_text(files, "bibliotheek.schema.json")))
    assert list(validator.iter_errors(data))


@pytest.mark.slow
def test_the_real_library_keeps_to_the_schema(real_library: Library) -> None:
    files = made(real_library.published(), ONLINE)
    validator = Draft202012Validator(json.loads(_text(files, "bibliotheek.schema.json")))
    assert [error.message for error in validator.iter_errors(_whole(files))] == []


def test_every_field_of_a_case_is_there_and_links_lead_to_the_site() -> None:
    library = example()
    (case,) = _whole(made(library, ONLINE))["cases"]
    (record,) = library.cases.values()
    assert set(type(record).model_fields) <= set(case)
    assert case["url"] == "https://voorbeeld.example/kennis/cases/zonnedak-voorbeeldstad/"
    assert "([zo](https://voorbeeld.example/kennis/lessen/begin-klein/))" in case["turns"][0]["because"]
    assert "](https://voorbeeld.example/kennis/lessen/begin-klein/)" in case["text"]["Wat kun je hiermee?"]
    assert case["derived"]["provinces"] == ["voorbeeldland"]
    (nowhere,) = _whole(made(library))["cases"]
    assert nowhere["url"] == "../../cases/zonnedak-voorbeeldstad/"


def test_the_licence_and_the_version_are_inside(files: dict[str, Artifact]) -> None:
    for name in ("bibliotheek.json", "cases.geojson"):
        data = json.loads(_text(files, name))
        assert data["licence"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/deed.nl"}
        assert data["version"] == "1.0.0" and data["modified"] == "2026-11-24"
        assert data["attribution"] == "Redactie Transitieversneller"
    tables = [uri for uri in files if uri.endswith(".csv")]
    assert len(tables) == 6
    for uri in tables:
        rows = _rows(files, uri.removeprefix("data/v1/"))
        assert {row["Licentie"] for row in rows} == {"Redactie Transitieversneller, CC BY 4.0"}
    about = {row[0]: row[1] for row in _book(files).get_sheet_by_name("Over deze tabellen").to_python()}
    assert "CC BY 4.0" in str(about["Licentie"]) and about["Laatst gewijzigd"] == date(2026, 11, 24)


def test_tables_have_one_row_a_case_and_nothing_in_them_runs(files: dict[str, Artifact]) -> None:
    (case,) = _rows(files, "cases.csv")
    assert case["Case"] == "zonnedak-voorbeeldstad" and case["Titel"].startswith("'=1+1; Voorbeeldstad")
    assert case["Breedtegraad"] == "52,1235" and case["Gemeenten"] == "Voorbeeldstad"
    (figure,) = _rows(files, "cijfers.csv")
    assert figure["Webadres van de bron"].startswith("https://") and figure["Gemeenten"] == "Voorbeeldstad"
    assert figure["Organisatie"] == case["Organisatie"] and figure["Thema's"] == case["Thema's"]
    # A table travels alone: an address that is relative to its file is no address in it.
    assert case["Adres"] == figure["Adres"] == "cases/zonnedak-voorbeeldstad/"
    (known,) = _rows(made(example(), ONLINE), "cases.csv")
    assert known["Adres"] == "https://voorbeeld.example/kennis/cases/zonnedak-voorbeeldstad/"
    assert figure[BEFORE] == "-4,5" and figure[CAME] == "4" and figure["Bron"] == "eindverslag"
    (turn,) = _rows(files, "afslagen.csv")
    assert turn["Gekozen optie"] == "Eerst één dak" and turn["Adres"].endswith("zonnedak-voorbeeldstad/#afslag-1")
    assert turn["Bronnen bij de opties"].startswith("Alle daken tegelijk: Gemeente Voorbeeldstad, Eindverslag")
    assert turn["Waarom"] == "De gemeente wilde leren (zo) voor ze meer geld uitgaf."
    (link,) = _rows(files, "cases-en-lessen.csv")
    assert (link["Les"], link["Verhouding"]) == ("begin-klein", "steunt")
    assert [row["Les"] for row in _rows(files, "lessen.csv")] == ["begin-klein", "vraag-de-buren"]
    assert "eindverslag" in [row["Bron"] for row in _rows(files, "bronnen.csv")]


def test_the_workbook_holds_the_same_tables(files: dict[str, Artifact]) -> None:
    book = _book(files)
    assert book.sheet_names == [
        *("Over deze tabellen", "Cases", "Afslagen", "Cijfers", "Lessen", "Cases en lessen", "Bronnen"),
    ]
    sheet = book.get_sheet_by_name("Cases").to_python()
    names, row = sheet[0], dict(zip(map(str, sheet[0]), sheet[1], strict=True))
    assert len(sheet) == 2 and [*names, "Licentie"] == list(_rows(files, "cases.csv")[0])
    assert str(row["Titel"]).startswith("=1+1") and row["Nagekeken op"] == date(2026, 11, 24)
    assert row["Begin"] == 2019 and row["Breedtegraad"] == 52.1235
    figures = book.get_sheet_by_name("Cijfers").to_python()
    assert dict(zip(map(str, figures[0]), figures[1], strict=True))[BEFORE] == -4.5
    content = files["data/v1/bibliotheek.xlsx"].content
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not [name for name in packed.namelist() if b"<f>" in packed.read(name)]
        assert {item.date_time[0] for item in packed.infolist()} == {1980}


def test_the_heads_of_figures_name_every_kind(files: dict[str, Artifact]) -> None:
    names = list(_rows(files, "cijfers.csv")[0])
    at = names.index("Soort cijfer")
    assert names[at + 1 : at + 4] == [BEFORE, "Doel is hoogstens", CAME]
    for _, aimed, came in HEADS.values():
        assert aimed.lower() in BEFORE and came.lower() in CAME


def test_a_table_about_a_case_says_when_that_was_checked(files: dict[str, Artifact]) -> None:
    tables = [uri.removeprefix("data/v1/") for uri in files if uri.endswith(".csv")]
    about = [rows for rows in (_rows(files, name) for name in tables) if {"Case", "Adres"} <= set(rows[0])]
    assert len(about) == 4 and all(row["Nagekeken op"] == "2026-11-24" for rows in about for row in rows)


def _links(data: bytes, title: str) -> dict[str, str | None]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))[title]
    cells = (cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink)
    # What stands behind a number sign is kept apart from the address.
    return {
        str(cell.value): "#".join(filter(None, (cell.hyperlink.target, cell.hyperlink.location)))
        for cell in cells
        if cell.hyperlink
    }


def test_addresses_in_the_workbook_are_links_and_nothing_else_is() -> None:
    content = made(example(), ONLINE)["data/v1/bibliotheek.xlsx"].content
    assert isinstance(content, bytes)
    case = "https://voorbeeld.example/kennis/cases/zonnedak-voorbeeldstad/"
    assert _links(content, "Cases") == {case: case}
    assert _links(content, "Afslagen") == {f"{case}#afslag-1": f"{case}#afslag-1"}
    figures = _links(content, "Cijfers")
    assert len(figures) == 2 and case in figures and all(text == target for text, target in figures.items())
    assert _links(content, "Bronnen") and _links(content, "Over deze tabellen") == {}


@pytest.mark.parametrize(("cell", "linked"), [('https://a.example/é?b=1&c="2"', 1), ("javascript:alert(1)", 0)])
@pytest.mark.parametrize("rows", [1, 20_001])
def test_only_web_addresses_become_links_and_too_many_are_none(cell: str, linked: int, rows: int) -> None:
    found = table("Eén", "een", "", (Column("Adres", 9, lambda _: cell, is_address=True),), range(rows))
    data = workbook(Release(example(), HERE), (found, replace(found, title="Twee", rows=(("x" * 40_000,),))))
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=rows > 1)["Eén"]
    assert next(sheet.iter_rows(min_row=2, values_only=True)) == (cell,)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.read("xl/worksheets/sheet2.xml").count(b"<hyperlink ") == (linked if rows == 1 else 0)


def test_a_text_longer_than_a_cell_does_not_damage_the_workbook() -> None:
    library = load(
        changed(
            example_tree("", "goed"), CASE, old="reviewed: 2026", new=f'certainty: "{"Zon. " * 290}"\nreviewed: 2026'
        )
    )
    (entry,) = library.of_kind("case")
    assert entry.record
    long = entry.record.model_copy(update={"certainty": "x" * 40_000})
    others = tuple(replace(item, record=long) if item is entry else item for item in library.entries)
    sheet = _book(made(replace(library, entries=others))).get_sheet_by_name("Cases").to_python()
    assert len(str(sheet[1][list(sheet[0]).index("Hoe zeker is dit?")])) == 32_767


def test_the_points_are_geojson() -> None:
    data = json.loads(_text(made(example(), ONLINE), "cases.geojson"))
    assert data["type"] == "FeatureCollection" and "crs" not in data
    (feature,) = data["features"]
    assert (feature["type"], feature["id"]) == ("Feature", "zonnedak-voorbeeldstad")
    # RFC 7946, 3.1.1: first the longitude.
    assert feature["geometry"] == {"type": "Point", "coordinates": [5.5, 52.1235]}
    assert feature["properties"]["located"] == "gemeente"
    assert feature["properties"]["url"] == "https://voorbeeld.example/kennis/cases/zonnedak-voorbeeldstad/"
    (nowhere,) = json.loads(_text(made(load(example_tree("", "goed"))), "cases.geojson"))["features"]
    assert nowhere["geometry"] is None and nowhere["properties"]["located"] is None


# What DCAT-AP-NL 3.0 asks of each class, once or more than once (its SHACL shapes, and those of DCAT-AP 3.0).
SPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
ASKED = {
    "dcat:Catalog": ("dct:publisher dcat:contactPoint", "dct:title dct:description dct:creator dcat:dataset"),
    "dcat:Dataset": (
        "dct:identifier dct:publisher dct:accessRights dcat:contactPoint dcat:version",
        "dct:title dct:description dct:creator dcat:theme dcat:landingPage dcat:distribution dct:language foaf:page",
    ),
    "dcat:Distribution": (
        "dcat:accessURL dcat:downloadURL dct:license dct:format dcat:mediaType",
        "dct:title dct:language",
    ),
    "foaf:Agent": ("", "foaf:name"),
}


def _named(short: str) -> rdflib.URIRef:
    space, _, name = short.partition(":")
    return rdflib.URIRef(SPACES[space] + name)


@pytest.mark.parametrize("site", [HERE, ONLINE], ids=["nowhere", "online"])
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib about itself
def test_the_set_is_described_for_portals(site: Site) -> None:
    files = made(example(), site)
    home = "https://voorbeeld.example/kennis/"
    graph = rdflib.Graph()
    graph.parse(data=_text(files, "dataset.jsonld"), format="json-ld", publicID=f"{home}data/v1/dataset.jsonld")
    for kind, (once, often) in ASKED.items():
        nodes = set(graph.subjects(RDF.type, _named(kind)))
        assert nodes, kind
        for node in nodes:
            counts = {name: len(set(graph.objects(node, _named(name)))) for name in (*once.split(), *often.split())}
            assert [name for name in once.split() if counts[name] != 1] == [], node
            assert [name for name in often.split() if not counts[name]] == [], node
    downloads = {str(url).removeprefix(home) for url in graph.objects(None, _named("dcat:downloadURL"))}
    assert len(downloads) == 9 and downloads <= set(files)
    for url in (*graph.objects(None, _named("dcat:landingPage")), *graph.objects(None, _named("dct:conformsTo"))):
        assert str(url).startswith(f"{home}data/")


def test_the_page_leads_to_every_file_and_says_how_it_may_be_used(files: dict[str, Artifact]) -> None:
    text = str(files["data/index.md"].content)
    others = [uri.removeprefix("data/") for uri in files if uri.startswith("data/v1/")]
    assert len(others) == 11 and [uri for uri in others if f"]({uri})" not in text] == []
    assert "CC BY 4.0" in text and "24 november 2026" in text


def test_the_same_library_gives_the_same_bytes_and_another_one_another_fingerprint() -> None:
    first, second = made(example()), made(example())
    assert {uri: item.content for uri, item in first.items()} == {uri: item.content for uri, item in second.items()}
    other = made(load(changed(example_tree("", "goed"), CASE, old="Na twee jaar", new="Na drie jaar")))
    assert _whole(other)["fingerprint"] != _whole(first)["fingerprint"]
    assert _whole(made(example(), ONLINE))["fingerprint"] == _whole(first)["fingerprint"]


def test_a_word_more_in_a_text_leaves_the_tables_as_they_were() -> None:
    first, other = made(example()), made(load(changed(tree(), CASE, old="zelf stroom", new="zelf alle stroom")))
    names = {name for name in first if first[name] != other[name]}
    assert {name for name in names if name.startswith("data/v1/")} == {
        "data/v1/bibliotheek.json",
        "data/v1/cases.geojson",
    }
    other = made(load(changed(tree(), CASE, old="voor ze meer", new="voor ze veel meer")))
    assert _print_of(other) != _print_of(first)


@pytest.mark.parametrize("number", range(4))
def test_the_fingerprint_of_tables_is_that_of_all_their_rows(number: int) -> None:
    rows = ((None, date(2026, 11, 24)), ("é", -4.5), (None, 2))[:number]
    one = Table("Eén", "een", "", ("naam", "dag"), (1, 1), rows)
    told = repr((one.title, one.names, one.rows)).encode()
    assert fingerprint([one, one]) == f"sha256:{sha256(told + told).hexdigest()}"


def _print_of(files: dict[str, Artifact]) -> object:
    rows = _book(files).get_sheet_by_name("Over deze tabellen").to_python()
    return next(value for name, value in rows if name == "Vingerafdruk")


def test_an_empty_library_has_empty_tables() -> None:
    files = made(load({}))
    assert _whole(files)["cases"] == [] and _rows(files, "cases.csv") == []
    assert len(_book(files).get_sheet_by_name("Bronnen").to_python()) == 1
    assert "Laatst gewijzigd" not in str(files["data/index.md"].content)


def test_what_readers_take_along_is_cut_from_the_same_files() -> None:
    files = made(fixed_library().published(), ONLINE)
    parts = {uri.removeprefix(f"{FOLDER}/"): one.data.decode() for uri, one in files.items() if uri.startswith(FOLDER)}
    whole, ids = _text(files, "bibliotheek.json"), [case["id"] for case in _whole(files)["cases"]]
    assert len(ids) > 1
    cases = ",".join(parts[f"cases/{id}.json"] for id in ids)
    assert parts["rest.json"].replace('"cases":[]', f'"cases":[{cases}]') == whole
    about = json.loads(parts["over.json"])
    both = {id: json.loads(parts[f"{about['pieces']}/{piece_of(id, about['pieces'])}.json"])[id] for id in ids}
    assert "\ufeff" + about["head"] + "".join(row for row, _ in both.values()) == _text(files, "cases.csv")
    on_map = {**about["collection"], "features": [feature for _, feature in both.values()]}
    assert on_map == json.loads(_text(files, "cases.geojson"))
