"""The walks that matter in browsers of another make than the one that all other tests use: Firefox and WebKit."""

from base64 import b64decode, b64encode
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from kennisbank.library.library import Library
from kennisbank.library.pictures import picture_of
from kennisbank.reading.tree import Blob

from ..support.chance import THOROUGH
from ..support.counted import COST, minutes
from ..support.webkit import WebKit
from ..support.whole_case import Mouse, write_a_case
from ..support.window import DOWN, ENTER, TAB, Window, button, labelled, until, watched
from .test_newcomer import accepted

GAS = "Hoogeveen stopte met waterstof en houdt voorlopig gas"
PORTRAIT, LANDSCAPE = (596, 842), (842, 596)
# Where a heading that stands upright has its letters, and the box that holds it.
_HEADINGS = """
    const box = (node) => { const {left, right, top, bottom} = node.getBoundingClientRect();
        return [left, right, top, bottom].map(Math.round); };
    return [...document.querySelectorAll(arguments[0])].map((node) => [box(node), box(node.closest("th")),
        node.scrollHeight - node.clientHeight]);
"""
_ROWS = "return [...document.querySelector('.kb-matrix').tBodies[1].rows].map((row) => row.textContent)"
# Everything that a walk must notice, and the words by which it tells.
BROKEN = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>x</title>
<meta http-equiv="Content-Security-Policy" content="img-src 'none'"></head><body><img src="/x.png">
<script src="/weg.js"></script>
<script>Promise.reject(new Error("niet gelukt")); console.warn("let op"); throw new Error("stuk");</script>"""
WRONG = ("img-src", "weg.js", "niet gelukt", "let op", "stuk")
# A driver cannot choose a file everywhere; what follows is the same.
CHOOSE = """
    const bytes = Uint8Array.from(atob(arguments[0]), (sign) => sign.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "IMG 1.JPG", { type: "image/jpeg" }));
    const field = document.getElementById("v-photo-file");
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
"""
# What is kept of it; a driver may not load a module of the page.
_CHOSEN = """
    return new Promise((done, fail) => {
        const opening = indexedDB.open("transitieversneller", 1);
        opening.onerror = fail;
        opening.onsuccess = () => {
            const asked = opening.result.transaction("foto").objectStore("foto").get("case");
            asked.onerror = fail;
            asked.onsuccess = () => {
                const read = new FileReader();
                read.onload = () => done(read.result.split(",")[1]);
                read.readAsDataURL(new Blob([asked.result.data]));
                opening.result.close();
            };
        };
    });
"""
KEEP_FILES = """
    const make = URL.createObjectURL;
    window.files = [];
    URL.createObjectURL = (blob) => { window.files.push(blob.size); return make.call(URL, blob); };
"""


def test_a_walk_tells_what_goes_wrong_in_a_script(opened: Window, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BROKEN, encoding="utf-8")
    with watched(tmp_path) as origin:
        window = Window(opened.browser, origin)
        window.open("")
        told: list[str] = []

        def all_told() -> bool:
            told.extend(window.trouble())
            return all(any(word in line for line in told) for word in WRONG)

        until(all_told, f"alleen dit is verteld: {told}")


def test_a_word_leads_to_a_page_about_it(window: Window) -> None:
    window.open("")
    window.type("#thuis-vraag", f"warmtenet{ENTER}")
    window.goes_to("zoeken/#q=warmtenet")
    window.sees("#zoekpagina-stand", "pagina")
    window.click("#zoekpagina-lijst a")
    window.goes_to("s/")
    window.sees("article", "warmte")
    window.back()
    window.goes_to("zoeken/#q=warmtenet")
    window.sees("#zoekpagina-antwoord a", "Warmtenet")


def test_the_search_window_answers_on_any_page(window: Window) -> None:
    window.open("cases/wind-langs-de-weg/")
    window.click("#zoekknop")
    window.type("#zoekvenster-vraag", "enegriecooperatie")
    window.sees("#zoekvenster-stand", "in plaats van enegriecooperatie")
    window.click("#zoekvenster .kb-search-list a")
    window.goes_to("/")
    until(lambda: window.path != "cases/wind-langs-de-weg/", "het antwoord opent niet")
    window.sees("h1")


def test_a_link_to_what_is_folded_unfolds_it(window: Window) -> None:
    window.open("cases/wind-langs-de-weg/")
    assert "Waarom" not in window.text(".kb-unfold")
    window.click(".kb-junction:nth-child(2) .kb-road-taken")
    window.sees(".kb-unfold", "Waarom")
    window.open("cases/")
    window.sees("#kb-status", "case")
    window.open("cases/wind-langs-de-weg/#afslag-3")
    window.sees(".kb-unfold", "Waarom")


def test_a_filter_narrows_and_back_undoes_it(window: Window) -> None:
    window.open("cases/")
    natuur = "[data-facet=thema] input[value=natuur]"
    window.sees(natuur)
    every, number = window.text("#kb-status"), window.text("[data-facet=thema] li:has([value=natuur]) .kb-count")
    window.click(natuur)
    window.sees("#kb-status", f"{number} van {every}")
    window.goes_to("cases/?thema=natuur")
    until(lambda: window.run("return document.querySelectorAll('#kb-results h3').length") == int(number), "aantal")
    window.back()
    until(lambda: window.text("#kb-status") == every, "terug doet niets")
    assert not window.value(natuur)
    window.type("#kb-q", "warmte")
    window.goes_to("zoek=warmte")
    window.sees("#kb-results mark", "armte")


def test_the_form_tells_a_mistake_and_keeps_what_was_typed(window: Window) -> None:
    window.open("bijdragen/assistent/")
    window.type(labelled("Titel"), "Een dak & een <b>plan</b>")
    window.open("bijdragen/assistent/#tijd")
    window.type(labelled("Begin"), "elf")
    window.click(button("Volgende stap"))
    window.sees("#assistent-fouten", "Begin: ")
    window.sees("[data-field='period.start'] .kb-wrong", "Fout: hier hoort een jaartal")
    window.sees("#assistent-stand", "Bewaard in deze browser.")
    window.open("bijdragen/assistent/#vraagstuk")
    window.reload()
    window.sees("#assistent-stand", "had je al ingevuld")
    assert window.value(labelled("Titel")) == "Een dak & een <b>plan</b>"
    window.open("bijdragen/assistent/#nakijken")
    window.sees("#assistent-uitgangen", "Download het bestand")
    assert 'title: "Een dak & een <b>plan</b>"' in str(window.value("#assistent-tekst"))


def test_a_photo_is_made_fit_and_kept(window: Window) -> None:
    window.open("bijdragen/assistent/#foto")
    file = BytesIO()
    Image.linear_gradient("L").resize((2000, 1000)).convert("RGB").save(file, "JPEG", comment=b"Telefoon")
    window.run(CHOOSE, b64encode(file.getvalue()).decode())
    window.sees("#v-photo-file-gelezen", "De foto staat klaar als img-1.jpg (1600 bij 800 beeldpunten")
    window.sees("#assistent-stand", "Bewaard in deze browser.")
    window.reload()
    window.sees("#assistent-foto canvas")
    picture = picture_of(Blob("docs/assets/cases/img-1.jpg", b64decode(str(window.run(_CHOSEN)))))
    assert (picture.problem, picture.width, picture.height) == ("", 1600, 800)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_newcomer_hands_in_a_quick_start(window: Window, width: int, tmp_path: Path) -> None:
    window.open("", width)
    window.run("sessionStorage.clear()")
    window.click("//a[contains(., 'Heb je zelf een case?')]")
    window.goes_to("bijdragen/")
    window.click("//a[contains(., 'Draag een case snel aan')]")
    window.goes_to("bijdragen/snel/")
    window.click(labelled("Titel"))
    window.press(f"Drie scholen deelden een zonnedak{TAB}")
    window.press("tilb")
    window.sees("[role=option]", "Tilburg")
    window.press(DOWN + ENTER)
    until(lambda: window.value(labelled("Plaats")) == "Tilburg", "de gemeente is niet gekozen")
    window.press(TAB)
    window.press(f"Na een jaar praten kwam er een dak vol panelen.{TAB}")
    window.press(f"www.voorbeeld.example/dak{ENTER}")
    window.sees("#snel-klaar-kop", "Je concept is klaar")
    text = str(window.run("return document.getElementById('assistent-tekst').value"))
    assert "places: [tilburg]" in text and 'url: "https://www.voorbeeld.example/dak"' in text
    accepted(tmp_path, "een-case.md", text)
    cost = window.run(COST)
    assert 5 < cost["steps"] <= 40 and minutes(cost) <= 5, cost


@pytest.mark.parametrize("width", [390, 1280])
def test_a_newcomer_writes_a_whole_case(window: Window, width: int, tmp_path: Path) -> None:
    if isinstance(window.browser, WebKit):
        pytest.skip("de driver van WebKit kan geen optie van een keuzelijst aanklikken")
    window.open("", width)
    window.run("sessionStorage.clear()")
    window.click("//a[contains(., 'Heb je zelf een case?')]")
    window.goes_to("bijdragen/")
    window.click("//a[contains(., 'de case-assistent')]")
    window.goes_to("bijdragen/assistent/")
    write_a_case(Mouse(window))
    window.sees("#assistent-nog", "vindt niets meer")
    text = str(window.run("return document.getElementById('assistent-tekst').value"))
    accepted(tmp_path, "een-case.md", text)
    cost = window.run(COST)
    assert 5 < cost["steps"] <= 150 and minutes(cost) <= 30, cost


def test_what_is_kept_can_be_taken_along(window: Window) -> None:
    window.open("cases/gas-blijft/")
    window.click(button("Bewaar in mijn selectie"))
    window.sees(button("✓ In mijn selectie (haal weg)"))
    window.open("selectie/")
    window.sees("#selectie-lijst", GAS)
    window.run(KEEP_FILES)
    for number, kind in enumerate(("voor Word", "als tabel (CSV)", "als Markdown"), 1):
        window.click(button(f"Neem mee {kind}"))
        until(lambda: window.run("return window.files.length") >= number, f"{kind} komt niet")  # noqa: B023 - used at once
    sizes = window.run("return window.files")
    assert len(sizes) == 3 and min(sizes) > 500
    window.run("window.print = () => { document.body.dataset.printed = 'ja' }")
    window.click(button("Druk af als één document"))
    until(lambda: window.run("return document.body.dataset.printed"), "er wordt niets afgedrukt")
    assert GAS in str(window.run("return document.getElementById('selectie-document').textContent"))


@pytest.mark.parametrize(
    ("path", "headings", "width"),
    [("bewijs/", ".kb-matrix__lesson a", 1280), ("witte-vlekken/", ".kb-spots__table thead th a", 600)],
)
def test_upright_headings_can_be_read(window: Window, path: str, headings: str, width: int) -> None:
    window.open(path, width)
    boxes = window.run(_HEADINGS, headings)
    assert len(boxes) > 4
    for (left, right, top, bottom), (_, _, cell_top, cell_bottom), hidden in boxes:
        assert bottom - top > 100 and right - left >= 12
        assert cell_top <= top and bottom <= cell_bottom and hidden <= 1
    for (one, *_), (other, *_) in pairwise(boxes):
        assert other[0] >= one[1] or other[2] >= one[3]


def test_the_matrix_can_be_sorted(window: Window) -> None:
    window.open("bewijs/")
    before = window.run(_ROWS)
    window.click(button("Case"))
    window.sees("th[aria-sort=ascending] .kb-sort", "Case")
    after = window.run(_ROWS)
    assert after != before and sorted(after) == sorted(before)
    window.click(button("Case"))
    window.sees("th[aria-sort=descending] .kb-sort", "Case")
    assert window.run(_ROWS) not in (before, after)


@pytest.mark.parametrize("width", [360, 1280])  # Firefox makes it 500
def test_pages_open_without_an_error_and_without_scrolling_sideways(window: Window, width: int) -> None:
    too_wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    paths = ("", "cases/wind-langs-de-weg/", "kaart/", "tijdlijn/", "verkennen/", "gemeenten/tilburg/", "keuzehulp/")
    for path in paths:
        window.open(path, width)
        window.sees("h1")
        assert window.run(too_wide) <= 0, path


@pytest.mark.parametrize("opened", ["firefox"], indirect=True)  # the driver of WebKit cannot print
def test_paper_is_as_long_as_it_should_be(window: Window, library: Library) -> None:
    some = list(library.cases)[:: 1 if THOROUGH else 4]
    assert len(some) > 4
    for id in some:
        window.open(f"cases/{id}/raad/")
        assert window.sheets() == [PORTRAIT], id
    for path, sheets in {
        "sessiepakket/energie/": [PORTRAIT] * 5,
        "lessen/kaarten/": [LANDSCAPE] * -(-len(library.lessons) // 4),
    }.items():
        window.open(path)
        assert window.sheets() == sheets, path
    window.open("bewijs/")
    sheets = window.sheets()
    assert set(sheets) == {LANDSCAPE} and len(sheets) <= 4  # how many rows fit differs with the fonts of a system
