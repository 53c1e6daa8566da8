"""What the form looks up is in the piece in which a browser looks for it, and the pieces stay small."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from kennisbank.checking.rules.same_source import all_sources, normal_address
from kennisbank.faces.assistant_known import free_number, known, plain_title
from kennisbank.faces.pieces import MOST, in_pieces, piece_of
from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER

# What people may type, and what every object has by itself.
KEYS = ["vng-2020", "Één dak 🏠", "constructor", "__proto__", "", "x" * 300, "tilburg.nl/a?b=ç"]
ADDRESSES = [
    "https://www.Wind.example/Verslag/?a=1#top",
    "http://wind.example",
    "https://wind.example//",
    "https://gebruiker@wind.example:8080/a/b/?",
    "HTTPS://WWW.wind.example/?q=/",
    "https://wind.example/één/ü?ß",
    "geen adres",
]
_TABLES = st.dictionaries(
    st.sampled_from(["sources", "addresses"]), st.dictionaries(st.text(st.characters(codec="utf-8")), st.text())
)
_PARTS = st.text("abcXYZ09./?&=-_:@é", max_size=12)


@given(_TABLES, st.integers(1, 200))
def test_every_key_is_in_its_own_piece(tables: dict[str, dict[str, Any]], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kennisbank.faces.pieces.MOST", most)
        pieces = in_pieces(tables)
    assert len(pieces).bit_count() == 1
    assert len(json.dumps(tables, ensure_ascii=False)) <= most * len(pieces)
    for name, table in tables.items():
        assert sum(len(piece[name]) for piece in pieces) == len(table)
        assert all(pieces[piece_of(key, len(pieces))][name][key] == value for key, value in table.items())


@given(_TABLES)
def test_there_is_one_piece_for_as_long_as_it_all_fits(tables: dict[str, dict[str, Any]]) -> None:
    size = len(json.dumps(tables, ensure_ascii=False))
    for most, number in ((size, 1), (size - 1, 2)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kennisbank.faces.pieces.MOST", most)
            assert len(in_pieces(tables)) == number


@given(st.sets(st.sampled_from(["a", *(f"a-{number}" for number in range(2, 9))])))
def test_a_number_that_is_free_is_the_first(taken: set[str]) -> None:
    number = free_number("a", dict.fromkeys(taken))
    assert f"a-{number}" not in taken and all(f"a-{before}" in taken for before in range(2, number))


def test_the_pieces_know_every_source_of_the_library(library: Library) -> None:
    tables = known(library)
    pieces = in_pieces(tables)
    assert max(len(json.dumps(piece, ensure_ascii=False)) for piece in pieces) <= 2 * MOST
    for _, _, source in all_sources(library):
        title, publisher, day, url, number = tables["sources"][source["key"]]
        assert title and number >= 2
        assert not url or normal_address(url) in tables["addresses"]
        assert publisher or day or url


@NEEDS_BROWSER
def test_a_browser_looks_in_the_same_piece(page: Page) -> None:
    ask = """async ([keys, number]) => {
        const { piecesOf } = await import("/assets/javascripts/pieces.js");
        return keys.map((key) => piecesOf([key], number)[0]);
    }"""
    for number in (1, 2, 64, 4096):
        assert page.evaluate(ask, [KEYS, number]) == [piece_of(key, number) for key in KEYS]


@NEEDS_BROWSER
def test_a_title_is_the_same_to_a_browser(page: Page) -> None:
    ask = """async (titles) => {
        const { plainTitle } = await import("/assets/javascripts/assistant/rules/together.js");
        return titles.map(plainTitle);
    }"""
    titles = ["Eén  DAK\u00a0vol\tzon", "ΟΔΥΣΣΕΥΣ ΣΑΣ", "İstanbul ĲSSEL", "Straße\u2003\u2028Süd", "🏠 É", "a"]
    assert page.evaluate(ask, titles) == [plain_title(title) for title in titles]


@NEEDS_BROWSER
@given(st.lists(st.builds("https://{}/{}".format, st.text("abcXYZ09.-", min_size=1, max_size=9), _PARTS), max_size=40))
def test_an_address_is_the_same_to_a_browser(page: Page, some: list[str]) -> None:
    ask = """async (urls) => {
        const { address } = await import("/assets/javascripts/assistant/rules/sources.js");
        return urls.map(address);
    }"""
    urls = [*ADDRESSES, *some]
    assert dict(zip(urls, page.evaluate(ask, urls), strict=True)) == {url: normal_address(url) for url in urls}
