"""The search index: what it holds of the pages, what it leaves out, and that the same pages give the same bytes."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.publishing.search.pages import Called, Page, joined, page_from
from kennisbank.publishing.search.purposes import purposes_of
from kennisbank.publishing.search.search_index import CARDS, add_search_index, name_key, write_search_index
from kennisbank.publishing.search.shards import as_json, decoded, encoded, shards_of, steps
from kennisbank.publishing.search.stems import stem
from kennisbank.publishing.search.weighing import LEVELS, postings_of
from kennisbank.publishing.search.word_lists import FUNCTION_WORDS

# Said on many pages, and never what somebody looks for.
NOISE = (
    *("Over deze pagina", "Zo verwijs je hiernaar", "Verbeter deze pagina op GitHub", "Home ›", "¶", "De buren van"),
    *("Eén A4 voor raad en college", "Kopieer voor collegenota"),
)
WORDS = st.text(alphabet="abdeginrst", min_size=1, max_size=12)
CASE = '<head><meta name="kb:filter:type" content="{kind}"></head><article><h1>{title}</h1>{body}</article>'


def page(title: str, body: str = "", kind: str = "case", called: Called | None = None) -> Page:
    """A page as the index reads it."""
    found = page_from(CASE.format(kind=kind, title=title, body=body), f"{kind}/{title}/", called or Called())
    assert found
    return found


def files_below(folder: Path) -> dict[str, bytes]:
    """All files below a folder, with what is in them."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def held(site: Path) -> list[dict[str, Any]]:
    """What the index of a site holds of each page."""
    files = sorted((site / "zoekindex").glob("*/p/*.json"))
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


@pytest.fixture(scope="module")
def indexed(site: Path) -> list[dict[str, Any]]:
    return held(site)


def _texts(found: dict[str, Any]) -> str:
    return " ".join(" ".join(section) for section in found["sections"])


def test_the_index_holds_every_record_every_overview_and_nothing_else(
    indexed: list[dict[str, Any]], site: Path
) -> None:
    found = {page["url"] for page in indexed}
    records = {
        f"{kind}/{name.parent.name}/" for kind in ("cases", "lessen") for name in site.glob(f"{kind}/*/index.html")
    }
    moved = {url for url in records if "http-equiv" in (site / url / "index.html").read_text(encoding="utf-8")[:400]}
    assert len(records) > 10
    assert records - moved - {"lessen/kaarten/"} <= found | moved
    assert "" not in found
    assert {
        "cases/",
        "kaart/",
        "tijdlijn/",
        "bronnen/",
        "begrippen/",
        "selectie/",
        "sessiepakket/",
        "over/",
    } <= found
    noise = ("404", "redactie/rapport", "zoeken", "themas/2")
    assert [url for url in found if url.startswith(noise) or url.endswith("/raad/")] == []


def test_no_text_of_the_furniture_is_indexed(indexed: list[dict[str, Any]]) -> None:
    assert len(indexed) > 100
    assert [(page["url"], noise) for page in indexed for noise in NOISE if noise in _texts(page)] == []


def test_words_of_neighbouring_blocks_stay_apart_and_parts_of_a_word_together() -> None:
    found = page(
        "Net",
        "<ul><li>een</li><li>twee</li></ul><table><tr><td>drie</td><td>vier</td></tr></table><p>CO<sub>2</sub></p>",
    )
    assert found.sections[0].text == "een. twee. drie. vier. CO2"


def test_a_label_and_what_ends_without_a_sign_do_not_run_into_what_follows() -> None:
    body = (
        "<p>Begin.</p><dl><dt>Opties</dt><dd>Wel<br>Niet (gekozen)</dd><dt>Waarom:</dt><dd>Daarom!</dd></dl>"
        '<div class="kb-brief"><p><strong>Koos</strong> De <strong>beste</strong> weg</p>'
        "<p><strong>Kreeg</strong> Niets.</p></div><p>Eind</p>"
    )
    (section,) = page("Net", body).sections
    assert section.text == "Begin. Opties: Wel. Niet (gekozen). Waarom: Daarom! Koos: De beste weg. Kreeg: Niets. Eind"


def test_notes_and_code_are_no_text_and_links_keep_their_marks() -> None:
    body = '<p>Zie <a href="x">daar</a>, of niet.<sup><a class="footnote-ref">1</a></sup></p><pre>code</pre>'
    (section,) = page("Net", body).sections
    assert section.text == "Zie daar, of niet."


@given(st.lists(st.text("a .,;:!?)](\n\xa0["), max_size=3))
def test_marks_stand_against_their_words(texts: list[str]) -> None:
    whole = " ".join(" ".join(texts).split())
    assert joined([" ".join(texts)]) == re.sub(r" (?=[.,;:!?)\]])|(?<=[(\[]) ", "", whole)


def test_text_belongs_to_the_heading_above_it() -> None:
    body = (
        '<p>Begin.</p><h2 id="hoe">Hoe<a class="headerlink">¶</a></h2><p>Zo.</p><h2 id="over-deze-pagina">Over</h2>niet'
    )
    assert [(part.anchor, part.heading, part.text) for part in page("Net", body).sections] == [
        ("", "", "Begin."),
        ("hoe", "Hoe", "Zo."),
    ]


def test_an_overview_is_found_by_what_it_says_and_not_by_what_it_lists() -> None:
    body = "<p>Alle netten.</p><ul><li>warmtenet</li></ul><p>meer</p>"
    assert page("Netten", body, "overzicht").sections[0].text == "Alle netten."
    assert "warmtenet" in page("Netten", body).sections[0].text


def test_a_page_that_does_not_say_what_it_is_is_not_found() -> None:
    assert page_from("<article><h1>Niet gevonden</h1></article>", "404/", Called()) is None


def test_a_title_weighs_more_than_a_text_and_a_word_more_than_a_part() -> None:
    pages = [page("warmte"), page("x", "<p>warmte</p>"), page("y", "<p>warmtebron bron</p>"), page("z", "<p>niets</p>")]
    levels = {posting >> 6: posting & 63 for posting in postings_of(pages)["warmte"]}
    assert levels[0] > levels[1] > levels[2] > 0
    assert 3 not in levels


def test_a_place_is_found_by_its_name_and_not_as_a_subject() -> None:
    villages = ("Haven", "Sloten", "Putbroek", "Oude Wetering")
    called = Called(("Beek", "gemeente Beek"), "Gemeente", "Gemeente in Limburg. Er is nog geen case.", villages)
    region = Called(("Rivierenland",), "Energieregio", "Een regio. Ook bekend als Fruitdelta.")
    places = [
        page("Gemeente Beek", kind="onderwerp", called=called),
        page("Energieregio Rivierenland", "<p>Ook bekend als Fruitdelta.</p>", "onderwerp", region),
        page("Moerdijk", kind="onderwerp"),
    ]
    told = page("Water", "<p>Langs de beek, een haven en een sloot; in Putbroek. Zie oude.wetering.nl, een dijk.</p>")
    told_too = page("Land", "<p>De rivier in dit land is ook bekend.</p>")
    words = postings_of([*places, told, told_too])
    of = [{word for word, found in words.items() if number in {posting >> 6 for posting in found}} for number in (0, 1)]
    assert of == [{"putbroek", "oude", "wetering"}, {"rivierenland", "fruitdelta"}]
    # One word of a name that is a common word is no reason to drop the others, and any page with text keeps all.
    assert {"beek", "haven", "sloot", "dijk", "moerdijk"} <= words.keys()


def test_a_record_is_about_what_people_ask_who_look_for_it() -> None:
    asked = Called(asked=("rommel op straat",))
    pages = [page("x", "<p>rommel</p>"), page("y", called=asked), page("z", kind="begrip", called=asked)]
    levels = {posting >> 6: posting & 63 for posting in postings_of(pages)["rommel"]}
    assert levels[0] > levels[1] > levels[2] > 0


def test_a_page_for_use_tells_by_its_title_and_description_what_it_is_for() -> None:
    described = '<meta name="description" content="Voor wie de server beheert, en nog wat.">' + CASE
    pages = [
        found
        for kind, address in (
            ("meedoen", "beheer/server/"),
            ("case", "cases/server/"),
            ("meedoen", "beheer/a/b/"),
            ("overzicht", "a/b/"),
        )
        if (found := page_from(described.format(kind=kind, title="De server", body=""), address, Called()))
    ]
    assert [found.purpose != "" for found in pages] == [True, False, True, True]
    assert purposes_of(pages, []) == [[0, "behert server", "server"]]
    assert {posting >> 6 for posting in postings_of(pages)["beheert"]} == {0, 2, 3}


def test_what_only_its_small_words_make_a_purpose_is_none_alone() -> None:
    thing = {"page": "overzicht/Cop/", "kind": "", "names": ["wanneer geen cop", "cop starten"], "asked": []}
    assert purposes_of([page("Cop", kind="overzicht")], [thing]) == [[0, "cop", "cop start", "~cop"]]


def test_the_list_of_cases_has_purposes_and_a_case_has_none() -> None:
    described = CASE.replace("<head>", '<head><meta name="description" content="Alle verhalen.">')
    texts = [
        (described.format(kind="overzicht", title="Cases", body="x"), "cases/"),
        (described.format(kind="case", title="Dak", body="x"), "cases/dak/"),
    ]
    pages = [found for text, address in texts if (found := page_from(text, address, Called()))]
    named = [{"page": address, "kind": "", "names": [], "asked": ["alle verhalen lezen"]} for _, address in texts]
    assert [told[0] for told in purposes_of(pages, named) if "les verhal" in told] == [0]


def test_a_page_is_found_by_what_people_call_it() -> None:
    words = postings_of([page("Energiestrategie", called=Called(("RES",), "Begrip", "Een plan van een regio."))])
    assert {"res", "plan", "regio"} <= set(words)
    assert not FUNCTION_WORDS & set(words)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, LEVELS)), unique_by=lambda pair: pair[0]))
def test_postings_can_be_read_back(pairs: list[tuple[int, int]]) -> None:
    text = encoded(place << 6 | level for place, level in sorted(pairs))
    at, found, number = -1, [], ""
    for sign in text:
        if sign.isdigit():
            number += sign
        else:
            at += int(number or 1)
            found.append((at, ord(sign) - (96 if sign.islower() else 38)))
            number = ""
    assert found == sorted(pairs)


@given(st.sets(st.integers(0, 10_000)))
def test_steps_add_up_again(places: set[int]) -> None:
    at, found = 0, []
    for step in steps(sorted(places)):
        at += step
        found.append(at)
    assert found == sorted(places)


@given(st.dictionaries(WORDS, st.sets(st.integers(1, 90) | st.integers(1, 9_000), min_size=1), max_size=40))
def test_every_word_is_in_the_file_where_a_browser_looks(words: dict[str, set[int]]) -> None:
    postings = {word: encoded(place << 6 | 1 for place in sorted(places)) for word, places in words.items()}
    shards = shards_of(postings, {}, {})
    firsts = list(shards)
    assert firsts == sorted(firsts)
    assert firsts[0] == ""
    for word, pages in words.items():
        number = max(at for at, first in enumerate(firsts) if first <= word)
        assert _looked_up(shards[firsts[number]].files(number), number, word) == (postings[word], len(pages))


def _looked_up(files: dict[str, Any], number: int, word: str) -> tuple[str, int]:
    """The postings of a word and on how many pages it is, as a browser learns that."""
    words, _, _, starts = files[f"w/{number}.json"]
    if isinstance(words[word], str):
        return words[word], len(decoded(words[word]))
    at = max(at for at, start in enumerate(starts) if start <= word)
    return files[f"w/{number}-{at}.json"][word], words[word]


def test_a_file_with_words_stays_small_however_many_pages_have_them() -> None:
    everywhere = encoded(place << 6 | 1 + place % 9 for place in range(0, 30_000, 3))
    shards = shards_of({f"woord{number}": everywhere for number in range(300)}, {}, {})
    sizes = {
        name: len(as_json(value)) for at, shard in enumerate(shards.values()) for name, value in shard.files(at).items()
    }
    assert len(sizes) > 300
    assert max(size for name, size in sizes.items() if "-" not in name) < 5_000
    # Of a word that is on many pages the file holds nothing else.
    assert max(sizes.values()) < len(everywhere) + 30


@given(WORDS)
def test_a_stem_is_its_own_stem_and_never_a_function_word(word: str) -> None:
    assert stem(stem(word)) == stem(word)
    assert word in FUNCTION_WORDS or stem(word) not in FUNCTION_WORDS


@pytest.mark.parametrize(
    "forms",
    [
        ("gemeente", "gemeenten", "gemeentelijk", "gemeentelijke"),
        ("huis", "huizen"),
        ("bedrijf", "bedrijven"),
        ("boom", "bomen"),
        ("zonnepaneel", "zonnepanelen"),
        ("cooperatie", "cooperaties"),
        ("besparen", "besparing", "besparingen"),
        ("betaalt", "betalen"),
        ("vertrouwt", "vertrouwen"),
        ("misgaat", "misgaan"),
        ("ontstaat", "ontstaan"),
        ("openstaat", "openstaan"),
        ("staat", "staten"),
        ("lidstaat", "lidstaten"),
        ("rechtsstaat", "rechtsstaten"),
        ("spagaat", "spagaten"),
        ("aggregaat", "aggregaten"),
        ("voorziet", "voorzien"),
        ("advies", "adviezen"),
        ("kans", "kansen"),
        ("proces", "processen"),
        ("duurzaam", "duurzame", "duurzaamheid"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bijen", "bij"), ("res", "restafval"), ("kan", "kans"), ("moed", "moeder")]
)
def test_words_that_are_no_forms_of_each_other_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_name_is_the_same_in_the_plural_and_with_an_article() -> None:
    assert name_key("Warmtenetten") == name_key("een warmtenet") == name_key("Het warmtenet")
    assert name_key("'s-Hertogenbosch") == name_key("Hertogenbosch")
    assert name_key("De") != ""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages, of which one holds a ligature as it comes out of a PDF."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "names.json").write_text("[]", encoding="utf-8")
    for name, title in {"net": "Een net", "werkplaats": "Proﬁelschetswerkplaats"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(CASE.format(kind="case", title=title, body=""), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [1, 20_000])
def test_the_card_of_every_page_is_in_a_small_file_without_its_text(tmp_path: Path, words: int) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "names.json").write_text("[]", encoding="utf-8")
    meta = {"samenvatting": "Kort. " * words, "soort": "Case", "thema": "Energie"}
    asked = replace(page("0", "<p>Een net</p>" * words), asked="Hoe?", card=meta)
    pages = [replace(asked, address=f"cases/{number:02}/", title=str(number)) for number in range(2 * CARDS + 3)]
    write_search_index(tmp_path, pages)
    files = {name: data for name, data in files_below(tmp_path / "zoekindex").items() if "/c/" in name}
    assert {name.rpartition("/")[2] for name in files} == {"0.json", "1.json", "2.json"}
    (folder,) = {name.rpartition("/")[0] for name in files}
    for place, one in enumerate(pages):
        found = json.loads(files[f"{folder}/{place // CARDS}.json"])[place % CARDS]
        assert found == {"url": one.address, "title": one.title, "meta": {"vraag": "Hoe?", "thema": "Energie"}}
    assert max(map(len, files.values())) < 200 * CARDS


def test_a_ligature_is_the_letters_that_it_stands_for(small: Path) -> None:
    add_search_index(small)
    (words,) = (small / "zoekindex").glob("*/w/0.json")
    assert "profielschetswerkplaats" in json.loads(words.read_text(encoding="utf-8"))[0]


def test_the_same_pages_give_the_same_bytes_and_other_pages_another_folder(small: Path) -> None:
    add_search_index(small)
    first = files_below(small / "zoekindex")
    add_search_index(small)
    assert files_below(small / "zoekindex") == first
    (small / "net" / "index.html").write_text(
        CASE.format(kind="case", title="Een ander net", body=""), encoding="utf-8"
    )
    add_search_index(small)
    versions = [folder for folder in (small / "zoekindex").iterdir() if folder.is_dir()]
    assert len(versions) == 1
    assert files_below(small / "zoekindex") != first


def test_nothing_in_the_index_is_compressed(site: Path) -> None:
    files = [file for file in (site / "zoekindex").rglob("*") if file.is_file()]
    assert len(files) > 100
    assert {file.suffix for file in files} == {".json"}
