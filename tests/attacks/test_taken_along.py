"""What readers take along of a site that is full of hostile texts: opened by readers of others, nothing in it runs."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from kennisbank.library.loading import load
from kennisbank.publishing.page_guard import judge
from kennisbank.reading.tree import Blob

from ..building.test_independent_readers import _feeds
from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER, served
from .test_in_browsers import KNOWN, _files, attacked_site  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow

_ATOM = "{http://www.w3.org/2005/Atom}"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MOST = 60 if THOROUGH else 20


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True))


def _formulas(rows: list[list[str]]) -> list[str]:
    return [cell for row in rows for cell in row if cell.startswith(_FORMULA)]


def test_no_table_holds_a_formula(attacked_site: Path) -> None:  # noqa: F811 - a fixture
    tables = [file for file in attacked_site.rglob("*.csv") if "model" not in file.parts]
    found = {file.name: _rows(file.read_text(encoding="utf-8")) for file in tables}
    assert max(len(rows) for rows in found.values()) > len(KNOWN) / 2
    assert {name: _formulas(rows) for name, rows in found.items() if _formulas(rows)} == {}


def test_no_workbook_holds_a_formula_or_leads_elsewhere(attacked_site: Path) -> None:  # noqa: F811 - a fixture
    books = [file for file in attacked_site.rglob("*.xlsx") if "model" not in file.parts]
    assert books
    for file in books:
        sheets = openpyxl.load_workbook(file).worksheets
        cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert len(cells) > len(KNOWN)
        assert [cell.value for cell in cells if cell.data_type in "fe"] == []
        links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
        assert [link for link in links if not str(link).startswith(("http://", "https://"))] == []
        with zipfile.ZipFile(file) as archive:
            names = " ".join(archive.namelist())
        assert not re.search(r"vba|externalLinks|connections|ddeLink|oleObject", names, re.IGNORECASE)


def test_every_feed_can_be_read_and_holds_nothing_that_runs() -> None:
    """A site has feeds when it knows its own address, which a preview does not."""
    tree = {path: Blob(path, data, len(data)) for path, data in _files().items()}
    library = load(dict(sorted(tree.items())))
    feeds = [ET.fromstring(text) for text in _feeds(library).values()]  # noqa: S314 - we wrote it ourselves
    entries = [entry for feed in feeds for entry in feed.iter(f"{_ATOM}entry")]
    assert len(entries) > len(KNOWN)
    parts = [part for entry in entries for part in entry.iter()]
    made = [part.text or "" for part in parts if part.get("type") in ("html", "xhtml")]
    assert [text for text in made if judge(f"<!doctype html><title>x</title><body>{text}", "x/index.html")] == []
    links = [part.get("href") for part in parts if part.get("href")]
    assert links and all(str(link).startswith(("https://", "http://")) for link in links)


def test_the_map_and_the_data_are_data(attacked_site: Path) -> None:  # noqa: F811 - a fixture
    files = [file for end in ("json", "geojson", "jsonld") for file in attacked_site.rglob(f"*.{end}")]
    assert len(files) > len(KNOWN)
    for file in files:
        json.loads(file.read_bytes())


@pytest.fixture
def taken(browser: Browser, attacked_site: Path) -> Iterator[Page]:  # noqa: F811 - a fixture
    """The page of a selection of as many attacked cases as fit."""
    wrong: list[str] = []
    with served(attacked_site) as address:
        page = browser.new_page()

        def dismiss(dialog: Dialog) -> None:
            wrong.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.on("request", lambda one: None if one.url.startswith((address, "blob:")) else wrong.append(one.url))
        cases = sorted(file.parent.name for file in (attacked_site / "cases").glob("zonnedak*/index.html"))[:_MOST]
        assert len(cases) > _MOST / 2
        page.goto(f"{address}selectie/?cases={','.join(cases)}")
        expect(page.locator("#selectie-lijst > li")).to_have_count(len(cases))
        yield page
        page.close()
    assert wrong == []


def _downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).press("Enter")
    return Path(waiting.value.path()).read_bytes()


@NEEDS_BROWSER
def test_a_word_document_of_hostile_cases_is_a_document(taken: Page) -> None:
    data = _downloaded(taken, "Neem mee voor Word")
    document = docx.Document(io.BytesIO(data))
    assert len(document.paragraphs) > _MOST
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert links and [link for link in links if not re.match(r"(https?|mailto):", link)] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert sorted(parts) == sorted({*parts} & {*_PARTS}) and len(parts) == len(_PARTS)
    used = {element.tag.rpartition("}")[2] for text in parts.values() for element in ET.fromstring(text).iter()}  # noqa: S314 - ours
    assert used & {"instrText", "fldSimple", "altChunk", "object", "drawing", "pict", "control", "subDoc"} == set()


_PARTS = (
    *("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"),
    *("word/styles.xml", "word/numbering.xml"),
)


@NEEDS_BROWSER
def test_a_table_of_hostile_cases_holds_no_formula(taken: Page) -> None:
    rows = _rows(_downloaded(taken, "Neem mee als tabel (CSV)").decode("utf-8"))
    assert len(rows) > _MOST / 2 and len({len(row) for row in rows}) == 1
    assert _formulas(rows) == []
