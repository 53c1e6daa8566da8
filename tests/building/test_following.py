"""The feeds by the rules of RFC 4287, the page that tells what is new, and the search for browsers."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.follow.site_files import MANIFEST, ROBOTS
from kennisbank.building.pages import news, records, terms
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.insights.latest import NEVER, changes_of, last_day
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load

from ..support.many import many
from .test_open_data import CASE, HERE, ONLINE, changed

ATOM = "{http://www.w3.org/2005/Atom}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
HOME = "https://voorbeeld.example/kennis/"
EVERYTHING = "nieuw/alles.atom"
NEWS = """news:
  - {date: 2026-12, what: "De raad koos [zo](../lessons/begin-klein.md) & 3 < 4.[^eindverslag]"}
  - {date: 2020-03-04, what: "Er kwam een tweede dak.[^eindverslag]"}
reviewed: 2026"""


def with_news() -> Library:
    """The example library, in which the case has news from after its review."""
    return load(changed(example_tree("", "goed"), CASE, old="reviewed: 2026", new=NEWS))


def made(library: Library, site: Site = HERE) -> dict[str, Artifact]:
    return {artifact.uri: artifact for artifact in news.pages(Renderer(library, site))}


def _feed(files: dict[str, Artifact], uri: str) -> ET.Element:
    content = files[uri].content
    assert isinstance(content, str)
    return ET.fromstring(content)  # noqa: S314 - we wrote it ourselves


def _texts(node: ET.Element, name: str) -> list[str]:
    return [(child.text or "") for child in node.findall(f"{ATOM}{name}")]


def _problems(feed: ET.Element) -> list[str]:
    """What is wrong with a feed by the 'MUST' rules of RFC 4287, sections 4.1.1, 4.1.2 and 4.2."""
    found = [] if feed.tag == f"{ATOM}feed" and feed.findall(f"{ATOM}author/{ATOM}name") else ["no author"]
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        found += [f"{name}: not once" for name in ("id", "title", "updated") if len(_texts(node, name)) != 1]
        found += [f"{name}: empty" for name in ("id", "title") if not _texts(node, name)[0].strip()]
        moment = datetime.fromisoformat(_texts(node, "updated")[0])
        found += [] if moment.tzinfo else ["updated: no zone"]
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in node.findall(f"{ATOM}link")]
        found += [] if len(links) == len(set(links)) and ("alternate", "text/html", None) in links else ["links"]
        found += [] if all(link.get("href") for link in node.findall(f"{ATOM}link")) else ["href"]
    ids = [_texts(entry, "id")[0] for entry in feed.findall(f"{ATOM}entry")]
    return found + ([] if len(ids) == len(set(ids)) else ["ids twice"])


@pytest.mark.parametrize("site", [HERE, ONLINE], ids=["nowhere", "online"])
def test_every_feed_keeps_to_the_rules_and_leads_to_pages(site: Site) -> None:
    library = with_news()
    files = made(library, site)
    feeds = {uri: _feed(files, uri) for uri in files if uri.endswith(".atom")}
    assert set(feeds) == {
        EVERYTHING,
        "themas/energie/nieuw.atom",
        "provincies/voorbeeldland/nieuw.atom",
        "lessen/begin-klein/nieuw.atom",
        "lessen/vraag-de-buren/nieuw.atom",
    }
    places = {f"cases/{id}/" for id in library.cases} | {f"lessen/{id}/" for id in library.lessons}
    places |= {"communities/zonnegroep/", "werkvormen/rondje-vragen/"}
    for uri, feed in feeds.items():
        assert _problems(feed) == [], uri
        (own,) = [link.get("href", "") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert urljoin(HOME + uri, own) == HOME + uri
        entries = feed.findall(f"{ATOM}entry")
        assert entries, uri
        addresses = {urljoin(HOME + uri, entry.findall(f"{ATOM}link")[0].get("href", "")) for entry in entries}
        assert addresses <= {HOME + place for place in places}


def test_the_newest_comes_first_and_news_counts() -> None:
    entries = _feed(made(with_news()), EVERYTHING).findall(f"{ATOM}entry")
    assert len(entries) == 5
    moments = [_texts(entry, "updated")[0] for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert moments[0] == "2026-12-01T00:00:00Z" and moments[1] == "2026-11-24T00:00:00Z"
    assert _texts(entries[0], "title") == ["Voorbeeldstad begon met één zonnedak"]
    (summary,) = _texts(entries[0], "summary")
    assert summary.endswith("Sindsdien, december 2026: De raad koos zo & 3 < 4.") and "tweede dak" not in summary


def test_old_news_does_not_make_a_case_older() -> None:
    change = next(item for item in changes_of(with_news()) if item.ref.kind == "case")
    assert [item.date for item in change.news] == ["2026-12", "2020-03-04"]
    old = load(changed(example_tree("", "goed"), CASE, old="reviewed: 2026", new=NEWS.replace("2026-12", "2019")))
    change = next(item for item in changes_of(old) if item.ref.kind == "case")
    assert change.day == date(2026, 11, 24) and [item.date for item in change.news] == ["2020-03-04", "2019"]


def test_ids_stay_the_same_wherever_and_whenever() -> None:
    def ids(library: Library, site: Site) -> list[str]:
        feed = _feed(made(library, site), EVERYTHING)
        return sorted([*_texts(feed, "id"), *(_texts(entry, "id")[0] for entry in feed.findall(f"{ATOM}entry"))])

    first = ids(with_news(), HERE)
    assert first == ids(load(example_tree("", "goed")), ONLINE)
    assert "tag:transitieversneller.github.io,2026:cases/zonnedak-voorbeeldstad" in first


def test_a_subject_gets_its_own_and_nothing_else() -> None:
    files = made(with_news())

    def titles(uri: str) -> set[str]:
        return {_texts(entry, "title")[0] for entry in _feed(files, uri).findall(f"{ATOM}entry")}

    assert titles("provincies/voorbeeldland/nieuw.atom") == {"Voorbeeldstad begon met één zonnedak"}
    assert titles("lessen/begin-klein/nieuw.atom") == {
        "Voorbeeldstad begon met één zonnedak",
        "Begin klein en leer onderweg",
    }
    assert titles("lessen/vraag-de-buren/nieuw.atom") == {"Vraag de buren om mee te denken"}


def test_a_large_library_gives_feeds_of_fifty() -> None:
    library = many(with_news(), 300)
    files = made(library)
    for uri in (EVERYTHING, "themas/energie/nieuw.atom", "lessen/begin-klein/nieuw.atom"):
        feed = _feed(files, uri)
        assert len(feed.findall(f"{ATOM}entry")) == 50 and _problems(feed) == []
    page = str(files["nieuw/index.md"].content)
    told, _, checked = page.partition("## Nagekeken")
    assert checked.count("](../cases/") == 50 + 1 and "Dit zijn de 50 nieuwste van 304." in checked
    assert "## Nieuws uit de cases" in told and 0 < told.count("<br>[") <= 20


def test_what_happened_stands_above_what_was_only_checked() -> None:
    page = str(made(with_news())["nieuw/index.md"].content)
    told, _, checked = page.partition("## Nagekeken")
    moments = [int(year) for year in re.findall(r"^- \*\*.*?(\d{4}):\*\*", told, re.MULTILINE)]
    assert len(moments) > 1 and moments == sorted(moments, reverse=True)
    assert re.search(r"<summary>\d+ (case|cases)</summary>", checked)


def test_an_empty_subject_has_a_feed_without_entries() -> None:
    library = with_news()
    without = replace(library, entries=tuple(entry for entry in library.entries if entry.kind.name != "case"))
    feed = _feed(made(without), "provincies/voorbeeldland/nieuw.atom")
    assert _problems(feed) == [] and feed.findall(f"{ATOM}entry") == []
    assert _texts(feed, "updated") == ["2026-11-24T00:00:00Z"]
    empty = made(load({}))
    assert list(empty) == ["nieuw/index.md", EVERYTHING, MANIFEST, ROBOTS]
    assert _problems(_feed(empty, EVERYTHING)) == []
    assert last_day(()) == NEVER and "Er staat nog niets" in str(empty["nieuw/index.md"].content)


def test_what_xml_cannot_hold_is_left_out() -> None:
    library = with_news()
    (entry,) = library.of_kind("case")
    assert entry.record
    odd = entry.record.model_copy(update={"title": "Zon \x08\ufffe]]> & <dak>\U0001f31e", "summary": "\x00\ud800"})
    others = tuple(replace(item, record=odd) if item is entry else item for item in library.entries)
    feed = _feed(made(replace(library, entries=others)), EVERYTHING)
    assert "Zon ]]> & <dak>\U0001f31e" in [_texts(item, "title")[0] for item in feed.findall(f"{ATOM}entry")]


def test_the_same_library_gives_the_same_bytes() -> None:
    first, second = made(with_news(), ONLINE), made(with_news(), ONLINE)
    assert {uri: item.content for uri, item in first.items()} == {uri: item.content for uri, item in second.items()}


def test_the_page_leads_to_every_feed() -> None:
    files = made(with_news())
    page = str(files["nieuw/index.md"].content)
    assert "## 1 december 2026" in page and "## 24 november 2026" in page
    assert "**December 2026:** De raad koos [zo](../lessen/begin-klein.md)" in page
    for uri in files:
        if uri.endswith(".atom"):
            assert f"]({uri.removeprefix('nieuw/') if uri == EVERYTHING else f'../{uri}'})" in page


def test_pages_name_their_own_feed() -> None:
    renderer, makers = Renderer(with_news(), HERE), (records.pages, terms.pages, terms.deep_pages)
    pages = {item.uri: str(item.content) for made_by in makers for item in made_by(renderer)}
    for page in ("themas/energie", "provincies/voorbeeldland", "lessen/begin-klein"):
        assert f'"uri": "{page}/nieuw.atom"' in pages[f"{page}.md"]
        assert "[Volg wat hier nieuw is](" in pages[f"{page}.md"]
        assert "opensearch:" not in pages[f"{page}.md"]
    for page in ("cases/zonnedak-voorbeeldstad", "rollen/aanjager"):
        assert "nieuw.atom" not in pages[f"{page}.md"]


def test_browsers_can_search_a_published_site() -> None:
    assert "zoeken/opensearch.xml" not in made(with_news(), HERE)
    root = _feed(made(with_news(), ONLINE), "zoeken/opensearch.xml")
    name = root.findtext(f"{SEARCH}ShortName") or ""
    # OpenSearch 1.1, draft 6: 4.2.2 and 4.2.3.
    assert root.tag == f"{SEARCH}OpenSearchDescription" and 0 < len(name) <= 16
    assert 0 < len(root.findtext(f"{SEARCH}Description") or "") <= 1024
    templates = {url.get("type"): url.get("template") for url in root.findall(f"{SEARCH}Url")}
    assert templates == {
        "text/html": f"{HOME}zoeken/#q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{HOME}zoeken/opensearch.xml",
    }


def test_every_built_page_names_the_feeds(site: Path) -> None:
    general = '<link rel="alternate" type="application/atom+xml" title="Transitieversneller: alles wat nieuw is" href="'
    pages = {name: (site / name).read_text(encoding="utf-8") for name in ("index.html", "themas/energie/index.html")}
    assert f'{general}nieuw/alles.atom">' in pages["index.html"]
    assert f'{general}../../nieuw/alles.atom">' in pages["themas/energie/index.html"]
    assert 'href="nieuw.atom">' in pages["themas/energie/index.html"].replace("../../themas/energie/", "")
