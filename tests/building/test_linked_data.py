"""What pages say about themselves to programs: JSON-LD with schema.org, and Open Graph."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.linked_data import graph_of, script_text
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

from ..conftest import PUBLISHED
from ..support.read_pages import ReadPage, read_site

# The part of https://schema.org (version 29) that the site uses: for each type its own properties and its parent.
VOCABULARY: dict[str, tuple[str, frozenset[str]]] = {
    "Thing": ("", frozenset({"name", "description", "identifier", "url"})),
    "Intangible": ("Thing", frozenset()),
    "Place": ("Thing", frozenset()),
    "AdministrativeArea": ("Place", frozenset()),
    "City": ("AdministrativeArea", frozenset()),
    "State": ("AdministrativeArea", frozenset()),
    "Organization": ("Thing", frozenset()),
    "CreativeWork": (
        "Thing",
        frozenset(
            {"about", "author", "citation", "creativeWorkStatus", "dateModified", "headline", "inLanguage", "isPartOf"}
            | {"learningResourceType", "license", "mainEntity", "publisher", "spatialCoverage", "temporalCoverage"}
            | {"creator", "encodingFormat", "version"}
        ),
    ),
    "Article": ("CreativeWork", frozenset()),
    "LearningResource": ("CreativeWork", frozenset()),
    "DataDownload": ("CreativeWork", frozenset({"contentUrl"})),
    "Dataset": ("CreativeWork", frozenset({"distribution"})),
    "WebPage": ("CreativeWork", frozenset()),
    "CollectionPage": ("WebPage", frozenset()),
    "WebSite": ("CreativeWork", frozenset()),
    "DefinedTermSet": ("CreativeWork", frozenset()),
    "DefinedTerm": ("Intangible", frozenset({"inDefinedTermSet"})),
    "BreadcrumbList": ("Intangible", frozenset({"itemListElement"})),
    "ListItem": ("Intangible", frozenset({"item", "position"})),
}
# What the value of a property may be: one of these types, or text where it says so.
RANGES: dict[str, set[str]] = {
    "about": {"DefinedTerm"},
    "author": {"Organization"},
    "citation": {"CreativeWork"},
    "creator": {"Organization"},
    "distribution": {"DataDownload"},
    "inDefinedTermSet": {"DefinedTermSet"},
    "isPartOf": {"WebSite"},
    "itemListElement": {"ListItem"},
    "mainEntity": {"Dataset", "DefinedTerm"},
    "position": {"int"},
    "publisher": {"Organization"},
    "spatialCoverage": {"AdministrativeArea", "City", "State"},
}
OPEN_GRAPH = ("og:title", "og:description", "og:type", "og:locale", "og:site_name")


def _properties(kind: str) -> frozenset[str]:
    parent, own = VOCABULARY[kind]
    return own | (_properties(parent) if parent else frozenset())


def _problems(node: dict[str, Any], where: str) -> list[str]:
    kind = node.get("@type", "")
    if kind not in VOCABULARY:
        return [f"{where}: type {kind}"]
    found = []
    for name, value in node.items():
        if name == "@type":
            continue
        if name not in _properties(kind):
            found.append(f"{where}: {kind}.{name}")
        for item in value if isinstance(value, list) else [value]:
            given = item.get("@type") if isinstance(item, dict) else type(item).__name__
            if given not in RANGES.get(name, {"str"}) or item in ("", [], {}):
                found.append(f"{where}: {kind}.{name} = {given}")
            if isinstance(item, dict):
                found += _problems(item, where)
    return found


Described = dict[str, tuple[list[dict[str, Any]], dict[str, str]]]


def _graph(page: ReadPage) -> list[dict[str, Any]]:
    (script,) = page.linked_data
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def _meta(page: ReadPage) -> dict[str, str]:
    names = [name for name, _ in page.properties]
    assert len(names) == len(set(names)), names
    return dict(page.properties)


def _described(pages: dict[str, ReadPage]) -> Described:
    """What the pages say; the one that is shown when there is none, and what only leads on, say nothing."""
    said = {name: page for name, page in pages.items() if name != "404.html" and not page.moved}
    assert len(said) > 100
    return {name: (_graph(page), _meta(page)) for name, page in said.items()}


@pytest.fixture(scope="module")
def described(site: Path) -> Described:
    return _described(read_site(site, strict=False))


@pytest.fixture(scope="module")
def really_described(real_pages: dict[str, ReadPage]) -> Described:
    return _described(real_pages)


def test_every_page_speaks_schema_org(really_described: Described) -> None:
    assert [
        problem for name, (graph, _) in really_described.items() for node in graph for problem in _problems(node, name)
    ] == []


def test_every_page_has_open_graph(really_described: Described) -> None:
    for name, (graph, meta) in really_described.items():
        assert [key for key in OPEN_GRAPH if not meta.get(key)] == [], name
        assert meta["og:locale"] == "nl_NL" and meta["og:title"] == graph[0]["name"], name
        assert "og:url" not in meta and "og:image" not in meta, name


def test_every_page_has_its_place(really_described: Described) -> None:
    for name, (graph, _) in really_described.items():
        kinds = [node["@type"] for node in graph]
        if name == "index.html":
            assert kinds == ["WebPage", "WebSite", "Organization"]
            continue
        steps = next(node for node in graph if node["@type"] == "BreadcrumbList")["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["name"] == "Home" and steps[-1]["name"] == graph[0]["name"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cases/index.html", "CollectionPage"),
        ("cases/wind-langs-de-weg/index.html", "Article"),
        ("lessen/kies-je-plaats/index.html", "LearningResource"),
        ("communities/zonnegroep/index.html", "Article"),
        ("werkvormen/rondje-vragen/index.html", "LearningResource"),
        ("over/index.html", "WebPage"),
        ("zoeken/index.html", "WebPage"),
    ],
)
def test_what_a_page_is(described: Described, name: str, kind: str) -> None:
    assert described[name][0][0]["@type"] == kind


def test_a_case_tells_what_it_is_about(described: Described, library: Library) -> None:
    case = described["cases/wind-langs-de-weg/index.html"][0][0]
    assert case["temporalCoverage"] == "2011/2022"
    assert case["dateModified"] == "2026-11-24"
    assert {place["name"]: place["@type"] for place in case["spatialCoverage"]}.items() >= {
        "Tilburg": "City",
        "Goirle": "City",
        "Noord-Brabant": "State",
    }.items()
    assert [term["url"] for term in case["about"]] == ["../../themas/energie/"]
    assert len(case["citation"]) == len(library.cases["wind-langs-de-weg"].sources)
    term = described["begrippen/warmtenet/index.html"][0][0]["mainEntity"]
    assert term["@type"] == "DefinedTerm" and term["description"]


def test_a_city_is_told_apart_from_the_province_of_that_name(described: Described, site: Path) -> None:
    page = "cases/bos-om-te-eten/index.html"
    places = [place for place in described[page][0][0]["spatialCoverage"] if place["name"] == "Utrecht"]
    assert [(place["@type"], place["url"]) for place in places] == [
        ("City", "../../gemeenten/utrecht/"),
        ("State", "../../provincies/utrecht/"),
    ]
    assert all((site / page).parent.joinpath(place["url"], "index.html").is_file() for place in places)


@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "\u2028'\"\\"]))
def test_no_text_can_end_the_script(text: str) -> None:
    graph = graph_of(Site(), "over.md", text, "x", [], {})
    written = script_text(graph)
    assert not re.search(r"[<>&\n]", written) and written.isascii()
    assert json.loads(written)["@graph"][0]["name"] == text


def test_with_a_published_address_everything_is_whole(published_site: Path) -> None:
    folder, home = published_site, PUBLISHED
    assert (folder / "assets" / "images" / "delen.png").is_file()
    for name, (graph, meta) in _described(read_site(folder, strict=False)).items():
        address = home + name.removesuffix("index.html")
        assert meta["og:url"] == address and meta["og:image"] == f"{home}assets/images/delen.png"
        assert graph[0]["url"] == address
    case = folder / "cases" / "zonnedak-voorbeeldstad"
    assert f"url = {{{home}cases/zonnedak-voorbeeldstad/}}" in (case / "verwijzing.bib").read_text(encoding="utf-8")
    assert f"UR  - {home}cases/zonnedak-voorbeeldstad/\r\n" in (case / "verwijzing.ris").read_bytes().decode("utf-8")
    assert f"]({home}gemeenten/voorbeeldstad/)" in (case / "tekst.txt").read_text(encoding="utf-8")
    assert f"Transitieversneller. {home}cases/zonnedak-voorbeeldstad/" in (case / "index.html").read_text(
        encoding="utf-8"
    )
