"""What a reader takes along, opened by programs that know nothing of us: a Word document and a table."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kennisbank.building.data.in_words import in_words
from kennisbank.insights.years import years_of
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER, shared_page

pytestmark = NEEDS_BROWSER

# One record of every kind.
TAKEN = {
    "case": "wind-langs-de-weg",
    "lesson": "kies-je-plaats",
    "community": "zonnegroep",
    "werkvorm": "rondje-vragen",
}
ADDRESS = "selectie/?" + "&".join(f"{KINDS[kind].url}={id}" for kind, id in TAKEN.items())
# The lines of an article that paper does not show, and that no list folds away.
# The lead goes where a long road needs its place on the sheet; a document has no such place. What a page says of itself
# stands at the head of a sheet, and in a document at the end of its part.
HIDDEN = """article => {
  const shown = node => node.checkVisibility() || node.closest("details:not(.kb-page-tools details)");
  const parts = article.querySelectorAll("a, p:not(.kb-lead), summary, button, li, h2");
  const about = node => node.closest("#over-deze-pagina, #over-deze-pagina + ul");
  const edits = node => node.closest(".kb-edit") || node.querySelector(".kb-edit");
  const lines = [...parts].filter(node => !shown(node) && (!about(node) || edits(node)));
  return lines.map(node => node.textContent.trim()).filter(text => text.includes(" "));
}"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# A document says these in another way: a day in words, an address as a link, a key as a number, ways taken and made up
# by us between brackets; how big a figure stands is for the page.
OTHERWISE = (
    *("id", "kind", "page", "key", "url", "date", "reviewed", "reported_by", "results.source", "decision.source"),
    *("options.source", "case.summary"),  # the lines in short say what the summary does
    *("highlight", "taken", "ours", "output.source", "evidence.source", "outputs.source"),
)
ITS_KIND = tuple(f"{kind}.kind" for kind in TAKEN)
ODD = """<!doctype html><html lang="nl"><head><title>x</title></head><body><article>
<h1>Gas &amp; &lt;warmte&gt; "🌻" 'zo'\u0007<a class="headerlink" href="#x">¶</a></h1>
<p>Vet: <strong>a&amp;b <em>schuin</em></strong>, <code>&lt;b&gt;</code>, H<sub>2</sub>O, 👩‍🌾, \u0001
<a href="../wind-langs-de-weg/?a=1&amp;b=%22x%22#afslag-1">link met &amp;</a>,
<a href="javascript:alert(1)">geen link</a>, <a href="#noot">noot</a>.<br>Nieuwe regel.</p>
<p>   </p><p>LANG</p>
<ol start="3"><li>drie<ul><li>onder drie<ol><li>diep</li></ol></li></ul></li><li><p>vier</p><p>nog vier</p></li></ol>
<table><thead><tr><th>Kop</th><th class="kb-right">Getal</th></tr></thead>
<tbody><tr><td colspan="2">breed</td></tr><tr><td></td><td class="kb-right">1.000</td></tr></tbody></table>
<details><summary>Gevouwen</summary><dl><dt>Wat</dt><dd>Dit</dd></dl></details>
<blockquote><p>Gezegd</p></blockquote><div>los <b>vet</b><p>vast</p>achter</div>
<div class="footnote"><ol><li id="noot"><p>De noot.</p></li></ol></div>
</article></body></html>"""


def _downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def files(browser: Browser, origin: str) -> dict[str, bytes]:
    """The files with one record of every kind, by name."""
    page = shared_page(browser, origin + ADDRESS, 1280, "light")
    expect(page.locator("#selectie-lijst > li")).to_have_count(len(TAKEN))
    buttons = ("Neem mee voor Word", "Neem mee als tabel (CSV)", "Neem mee als Markdown")
    return dict(_downloaded(page, button) for button in buttons)


@pytest.fixture(scope="module")
def odd(browser: Browser, origin: str) -> bytes:
    """A document of a page with everything that pages can hold, and signs that are hard to write."""
    page = shared_page(browser, f"{origin}robots.txt", 1280, "light")
    text = ODD.replace("LANG", "Een lange zin met woorden. " * 4_000)

    def answer(route: Route) -> None:
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route("**/cases/gas-blijft/", answer)
    page.goto(f"{origin}selectie/?cases=gas-blijft")
    name, data = _downloaded(page, "Neem mee voor Word")
    assert name == "selectie.docx"
    return data


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, path)
    else:
        yield path, str(value)


def _told(library: Library) -> list[tuple[str, str]]:
    """Every field of the records in the selection with what it says."""
    data: dict[str, Any] = {kind: json.loads(in_words(library, library.entry(kind, id))) for kind, id in TAKEN.items()}
    found = [(f"{kind}.{path}", text) for kind in TAKEN for path, text in _leaves(data[kind])]
    assert len(found) > 150
    return found


def _words(text: str) -> str:
    """The words and numbers of a text, however they are marked."""
    return re.sub(r"[\W_]+", " ", re.sub(r"(?m)\[\^[^\]]*\]|^\d+\. ", "", text)).lower()


def _paragraphs(data: bytes) -> list[str]:
    """The text of every paragraph, also in tables, without the numbers of notes."""
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(_text(run) for run in paragraph.iter(f"{W}r")) for paragraph in body.iter(f"{W}p")]


def _text(run: Any) -> str:
    if run.find(f"{W}rPr/{W}vertAlign") is not None:
        return ""
    return "".join("\n" if part.tag == f"{W}br" else part.text or "" for part in run.iter(f"{W}t", f"{W}br"))


def test_the_table_carries_every_field(files: dict[str, bytes], library: Library, origin: str) -> None:
    rows = list(csv.DictReader(io.StringIO(files["selectie.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    assert files["selectie.csv"].startswith(b"\xef\xbb\xbf") and len(rows) == len(TAKEN)
    header = files["selectie.csv"].decode("utf-8-sig").split("\r\n")[0].split(";")
    assert len(set(header)) == len(header)
    cells = {kind: _words("\n".join(row.values())) for kind, row in zip(_kinds(rows), rows, strict=True)}
    told = [(path, text) for path, text in _told(library) if not path.endswith((".page", ".id", *ITS_KIND))]
    assert [(path, text) for path, text in told if _words(text).strip() not in cells[path.partition(".")[0]]] == []
    (case,) = (row for row in rows if row["Soort"] == "Case")
    assert case["Vraagstuk"].startswith("Begin je als gemeente") and case["Nagekeken op"] == "2026-11-24"
    assert case["Afslagen"].splitlines()[1].startswith("2. Wanneer: 2016; Soort keuze: Doel en onderwerp; Keuze: De")
    assert case["Adres"] == f"{origin}cases/wind-langs-de-weg/" and case["Licentie"] == "CC BY 4.0"
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def _kinds(rows: list[dict[str, str]]) -> list[str]:
    labels = {kind.label.capitalize(): name for name, kind in KINDS.items()}
    return [labels[row["Soort"]] for row in rows]


@pytest.mark.parametrize(("name", "begins"), [("selectie.docx", r"\d\. "), ("selectie.md", "## ")])
def test_a_document_carries_what_every_field_says(
    files: dict[str, bytes], library: Library, name: str, begins: str
) -> None:
    text = "\n".join(_paragraphs(files[name])) if name.endswith("docx") else files[name].decode("utf-8")
    _, *parts = re.split(f"(?m)^{begins}", text)
    words = {kind: _words(re.sub(r"\]\([^)]*\)", "]", part)) for kind, part in zip(TAKEN, parts, strict=True)}
    spoken = [(path, said) for path, said in _told(library) if not path.endswith(OTHERWISE)]
    assert len(spoken) > 90
    assert [(path, said) for path, said in spoken if _words(said).strip() not in words[path.partition(".")[0]]] == []
    assert "stichting wind onderneming" in words["case"] and "2011 tot 2022" in words["case"]
    assert re.findall(r"een eigen energiebedrijf weg een eigen bedrijf|gekozen weg \w+", words["case"]) == [
        *("een eigen energiebedrijf weg een eigen bedrijf", "gekozen weg samen"),
        *("gekozen weg klein", "gekozen weg stoppen"),
    ]
    links = re.findall(r"https://[\w./-]+\.example/[\w-]*", _all(files[name], name))
    assert {"https://tilburg.example/raad", "https://wind.example/verslag"} <= set(links)


def _all(data: bytes, name: str) -> str:
    if name.endswith("md"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read("word/_rels/document.xml.rels").decode("utf-8")


@pytest.mark.dear  # asks for what is made in a browser by its name
@pytest.mark.parametrize("which", ["files", "odd"])
def test_the_word_document_is_sound(request: pytest.FixtureRequest, which: str) -> None:
    data = request.getfixturevalue(which)
    data = data if isinstance(data, bytes) else data["selectie.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        parts = {name: ET.fromstring(packed.read(name)) for name in packed.namelist()}  # noqa: S314 - our own
    document = parts["word/document.xml"]
    relations = {item.get("Id") for item in parts["word/_rels/document.xml.rels"]}
    assert {link.get(f"{R}id") for link in document.iter(f"{W}hyperlink")} - {None} <= relations
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    assert anchors and anchors <= set(names) and len(set(names)) == len(names)
    numbers = {item.get(f"{W}numId") for item in parts["word/numbering.xml"].iter(f"{W}num")}
    assert {item.get(f"{W}val") for item in document.iter(f"{W}numId")} <= numbers
    styles = {item.get(f"{W}styleId") for item in parts["word/styles.xml"].iter(f"{W}style")}
    used = {item.get(f"{W}val") for item in (*document.iter(f"{W}pStyle"), *document.iter(f"{W}rStyle"))}
    assert used and used <= styles
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))


def test_facts_of_a_case_are_parted_in_the_word_document(files: dict[str, bytes], library: Library) -> None:
    case = library.cases[TAKEN["case"]]
    (line,) = [one for one in _paragraphs(files["selectie.docx"]) if one.startswith(f"{case.organisation} · ")]
    assert years_of(case) in line.replace("\u00a0", " ").split(" · ") and "lezen" not in line


def test_the_word_document_has_its_form(files: dict[str, bytes]) -> None:
    made = docx.Document(io.BytesIO(files["selectie.docx"]))
    headings = [(item.style.name, item.text) for item in made.paragraphs if item.style and "ead" in item.style.name]
    assert made.paragraphs[0].style and made.paragraphs[0].style.name == "Title"
    assert headings[0] == ("Heading 1", "1. Tilburg koos samen met de buren voor wind langs de snelweg")
    assert ("Heading 2", "Aanleiding") in headings and len([one for one in headings if one[0] == "Heading 1"]) == 4
    (first, *_) = made.tables
    assert [cell.text for cell in first.rows[0].cells] == ["Wat", "Doel", "Gehaald", "Eenheid", "Jaar", "Gemeld door"]
    text = "\n".join(_paragraphs(files["selectie.docx"]))
    for left_out in ("Verbeter deze pagina", "Kopieer", "Bewaar", "naast elkaar", "Leg hiernaast\n\n", "in beeld"):
        assert left_out not in text


@pytest.mark.parametrize("kind", few(TAKEN, daily=1))
def test_what_paper_hides_is_not_in_the_document_either(
    browser: Browser, origin: str, files: dict[str, bytes], kind: str
) -> None:
    page = shared_page(browser, f"{origin}{KINDS[kind].url}/{TAKEN[kind]}/", 1280, "light")
    page.emulate_media(media="print")
    hidden = page.locator("article").evaluate(HIDDEN)
    assert "Klopt dit niet?" in hidden
    told = {line.strip() for text in _paragraphs(files["selectie.docx"]) for line in text.splitlines()}
    assert not told & set(hidden)


def test_hard_signs_long_texts_lists_and_links_come_over(odd: bytes, origin: str) -> None:
    made = docx.Document(io.BytesIO(odd))
    text = [item.text for item in made.paragraphs]
    assert "1. Gas & <warmte> \"🌻\" 'zo'" in text
    marked = next(item for item in made.paragraphs if item.text.startswith("Vet:"))
    assert marked.text.endswith("link met &, geen link, noot.\nNieuwe regel.") and "<b>, H2O, 👩‍🌾" in marked.text
    assert [link.url for link in marked.hyperlinks if link.url] == [
        f"{origin}cases/wind-langs-de-weg/?a=1&b=%22x%22#afslag-1"
    ]
    assert [run.text for run in marked.runs if run.bold] == ["a&b ", "schuin"]
    assert [run.text for run in marked.runs if run.italic] == ["schuin"]
    assert max(map(len, text)) > 100_000 and "" not in text[:5]
    levels = {item: item.find(f"{W}pPr/{W}numPr/{W}ilvl") for item in made.element.body.iter(f"{W}p")}
    listed = [
        (item.text, None if levels[item._p] is None else levels[item._p].val)  # noqa: SLF001 - no other way
        for item in made.paragraphs
        if item.style and item.style.name == "List Paragraph"
    ]
    assert listed == [("drie", 0), ("onder drie", 1), ("diep", 2), ("vier", 0), ("nog vier", None), ("De noot.", 0)]
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Kop", "Getal"], ["breed"] * 2, ["", "1.000"]]
    for words in ("Gevouwen", "Wat", "Dit", "Gezegd", "los vet", "vast", "achter"):
        assert words in text
