"""The search index: what it holds of the pages, what it leaves out, and that it refuses forms it does not know."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kennisbank.publishing.search.lean_client import make_lean
from kennisbank.publishing.search.search_index import add_search_index
from kennisbank.publishing.search.steady_index import UnknownIndex, make_steady

MARK = len(b"pagefind_dcd")
# Said on many pages, and never what somebody looks for.
NOISE = ("Over deze pagina", "Zo verwijs je hiernaar", "Verbeter deze pagina op GitHub", "Home ›", "¶", "De buren van")


def fragments(folder: Path) -> list[dict[str, Any]]:
    """What the index holds of each page."""
    files = sorted((folder / "pagefind" / "fragment").iterdir())
    return [json.loads(gzip.decompress(file.read_bytes())[MARK:]) for file in files]


@pytest.fixture(scope="module")
def indexed(site: Path) -> list[dict[str, Any]]:
    return fragments(site)


def test_the_index_holds_pages_that_readers_look_for_and_no_others(indexed: list[dict[str, Any]]) -> None:
    found = {page["url"] for page in indexed}
    assert {"/cases/tilburg-moed/", "/lessen/kies-je-rol-bewust/", "/themas/energie/", "/over/"} <= found
    noise = ("/404", "/redactie/rapport", "/zoeken", "/zoekwoorden", "/bijdragen/meldingen", "/themas/2")
    assert [url for url in found if url.startswith(noise) or url in ("/cases/", "/bronnen/", "/themas/")] == []


def test_no_text_of_the_furniture_is_indexed(indexed: list[dict[str, Any]]) -> None:
    assert [(page["url"], noise) for page in indexed for noise in NOISE if noise in page["content"]] == []


def test_words_that_only_the_index_knows_are_no_text(indexed: list[dict[str, Any]]) -> None:
    # One added word can be a piece of a longer word of the text; a row of them is not there by chance.
    added = [page for page in indexed if page["meta"].get("woorden", "").count(" ") > 3]
    assert len(added) > len(indexed) / 4
    assert [page["url"] for page in added if page["meta"]["woorden"] in page["content"]] == []


def test_themes_and_provinces_have_their_titles(indexed: list[dict[str, Any]]) -> None:
    (case,) = [page for page in indexed if page["url"] == "/cases/tilburg-moed/"]
    assert case["meta"]["soort"] == "Case"
    assert case["meta"]["thema"] == "Energie"
    assert case["meta"]["provincie"] == "Noord-Brabant"


def test_only_what_a_browser_asks_for_is_served(site: Path) -> None:
    folder = site / "pagefind"
    files = sorted(file.name for file in folder.iterdir() if file.is_file())
    assert [name for name in files if not name.endswith(".pf_meta")] == [
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        "wasm.nl.pagefind",
    ]
    assert not (site / "search").exists()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of one page, with an index."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "synonyms.json").write_text("[]", encoding="utf-8")
    page = '<html lang="nl"><meta name="kb:filter:type" content="case"><article><h1>Een net</h1></article></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    add_search_index(tmp_path)
    return tmp_path / "pagefind"


def test_another_version_of_the_index_is_refused(small: Path) -> None:
    entry = small / "pagefind-entry.json"
    entry.write_text(entry.read_text(encoding="utf-8").replace('"1.5', '"2.0'), encoding="utf-8")
    with pytest.raises(UnknownIndex, match=r"2\.0"):
        make_steady(small)


def test_another_script_is_refused(small: Path) -> None:
    with pytest.raises(UnknownIndex, match=r"pagefind\.js"):
        make_lean(small)  # it was mended already


def test_a_page_without_marks_is_not_indexed(small: Path) -> None:
    site = small.parent
    (site / "404.html").write_text("<article><h1>Niet gevonden</h1></article>", encoding="utf-8")
    shutil.rmtree(small)
    add_search_index(site)
    assert [page["url"] for page in fragments(site)] == ["/"]


def test_a_list_of_words_says_when_it_is_not_whole(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = small / "words" / "n.json"
    assert json.loads(file.read_text(encoding="utf-8")) == {"words": ["net"], "all": True}
    shutil.rmtree(small)
    monkeypatch.setattr("kennisbank.publishing.search.search_index._MOST_WORDS", 1)
    add_search_index(small.parent)
    assert json.loads(file.read_text(encoding="utf-8"))["all"] is False
