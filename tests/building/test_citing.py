"""Citations in BibTeX and RIS, and the text of a page as plain Markdown."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.build import build
from kennisbank.building.citing import Citation, bibtex, ris
from kennisbank.building.clean_markdown import clean_markdown
from kennisbank.checking.example_folders import example_tree
from kennisbank.library.addresses import Site, relative_address, web_path
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.library.open_gaps import NotYet
from kennisbank.library.previewing import with_pages
from kennisbank.model.kinds import KINDS
from kennisbank.reading.tree import Blob

PREVIEWED, LESSON = "cases/zonnedak-voorbeeldstad.md", "lessons/begin-klein.md"
DAY = date(2026, 11, 24)
HARD = st.text(alphabet=st.sampled_from("abé \\{}%&$#_~^@\"'<>|\n\r\t\u2028–ß") | st.characters(), max_size=60)
GOLDEN = Citation("transitieversneller-case-x", r"100% & {meer} \ ~3_000^2 #1", DAY, "https://voorbeeld.nl/cases/x/")
UNTEX = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "&%$#_{}"},
}


def _seen(text: str) -> str:
    """A text as one line, as a citation shows it."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def _read(tex: str) -> str:
    return re.sub(r"\\text[a-z]+\{\}|\\.", lambda found: UNTEX[found[0]], tex)


def test_bibtex_of_a_hard_title() -> None:
    assert bibtex(GOLDEN) == (
        "@misc{transitieversneller-case-x,\n"
        "  author = {{Redactie Transitieversneller}},\n"
        "  title = {{100\\% \\& \\{meer\\} \\textbackslash{} \\textasciitilde{}3\\_000\\textasciicircum{}2 \\#1}},\n"
        "  year = {2026},\n"
        "  publisher = {Transitieversneller},\n"
        "  url = {https://voorbeeld.nl/cases/x/},\n"
        "  note = {Nagekeken op 2026-11-24. Licentie CC BY 4.0},\n"
        "  langid = {dutch},\n"
        "}\n"
    )


def test_ris_of_a_hard_title() -> None:
    assert ris(GOLDEN).split("\r\n") == [
        "TY  - ELEC",
        "AU  - Redactie Transitieversneller",
        r"TI  - 100% & {meer} \ ~3_000^2 #1",
        "PY  - 2026",
        "DA  - 2026/11/24",
        "PB  - Transitieversneller",
        "UR  - https://voorbeeld.nl/cases/x/",
        "LA  - nl",
        "N1  - Nagekeken op 2026-11-24. Licentie CC BY 4.0",
        "ER  - ",
        "",
    ]


def test_no_citation_names_a_day_of_a_review_that_still_has_to_come() -> None:
    waits = Citation("k", "Een dak", NotYet(2021, 1, 1))
    assert "note = {Nog niet nagekeken. Licentie CC BY 4.0}" in bibtex(waits)
    assert "N1  - Nog niet nagekeken. Licentie CC BY 4.0\r\n" in ris(waits)
    assert "2021" not in bibtex(waits) + ris(waits) and "DA  -" not in ris(waits) and "year" not in bibtex(waits)


@pytest.mark.slow
def test_nothing_of_a_preview_names_a_day_on_which_nobody_reviewed() -> None:
    """Feeds need some day, and so does what tells when the whole library changed."""
    tree = example_tree("", "goed")
    parts = {path: blob.data.decode() for path, blob in tree.items() if path in (PREVIEWED, LESSON)}
    parts = {path: re.sub(r"(?m)^reviewed: .*", "reviewed: VUL IN", text) for path, text in parts.items()}
    parts = {path: text.replace("status: gepubliceerd", "status: concept") for path, text in parts.items()}
    library = load({**tree, **{path: Blob(path, text.encode()) for path, text in parts.items()}})
    shown = [entry.record for entry in with_pages(library).entries if entry.document.path in parts]
    days = {record.reviewed for record in shown if record}
    assert len(shown) == 2 and all(isinstance(day, NotYet) for day in days)
    named = re.compile("|".join(day.strftime(f"%Y{mark}%m{mark}%d") for day in days for mark in "-/"))
    cited = re.compile("|".join(rf"\({day.year}, " for day in days))
    made = build(library, tree, Site("https://voorbeeld.example/x", preview=True))
    texts = {one.uri: one.body for one in made if one.uri.endswith((".md", ".json", ".csv", ".bib", ".ris", ".txt"))}
    assert [uri for uri, text in texts.items() if named.search(text) or cited.search(text)] == []
    assert "(nog niet nagekeken)" in texts["cases/zonnedak-voorbeeldstad.md"]


@pytest.mark.slow
@given(HARD)
def test_no_title_breaks_bibtex(title: str) -> None:
    entry = bibtex(Citation("k", title, DAY))
    bare = re.sub(r"\\[{}]", "", entry)
    depth = 0
    for mark in bare:
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0
    found = re.search(r"^  title = \{\{(.*)\}\},$", entry, re.MULTILINE)
    if found:
        assert _read(found[1]) == _seen(title)


@given(HARD)
def test_no_title_breaks_ris(title: str) -> None:
    lines = ris(Citation("k", title, DAY)).split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert lines[0] == "TY  - ELEC" and lines[-2:] == ["ER  - ", ""]
    assert next((line[6:] for line in lines if line.startswith("TI")), "") == _seen(title)


def test_every_record_has_its_text_and_citations_beside_it(site: Path, library: Library) -> None:
    for entry in library.entries:
        folder = site / KINDS[entry.kind.name].url / entry.id
        text = (folder / "tekst.txt").read_text(encoding="utf-8")
        assert entry.record and text.startswith("# ")
        assert not re.search(r"<[a-z/!]|\{ ?[.#]|^!!!|^---$|///|\]\([^)]*\.md", text, re.MULTILINE), entry.id
        assert {f"## {title}" for title in entry.kind.sections} <= set(text.splitlines()), entry.id
        assert len(re.findall(r"^### \d{4}: ", text, re.MULTILINE)) == len(getattr(entry.record, "turns", ())), entry.id
        cited = set(re.findall(r"\[\^([^\]]+)\](?!:)", text))
        assert cited == set(re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)), entry.id
        for target in re.findall(r"\]\((?![a-z]+:)([^)#\s]+)", text):
            found = (folder / target).resolve()
            assert found.is_file() or (found / "index.html").is_file(), f"{entry.id}: {target}"
        assert (folder / "verwijzing.bib").read_text(encoding="utf-8") == bibtex(
            Citation(f"transitieversneller-{entry.kind.name}-{entry.id}", entry.record.title, entry.record.reviewed)
        )
        assert (folder / "verwijzing.ris").read_bytes().count(b"\r\n") >= 8


def test_links_are_whole_when_the_address_of_the_site_is_known() -> None:
    text = "[a](../lessen/b.md#c) [d](e.md) [f](https://g.nl/)\n"
    page, uri = "cases/x.md", "cases/x/tekst.txt"
    whole = clean_markdown(text, page, uri, Site(url="https://voorbeeld.nl/kennis/"))
    assert whole == (
        "[a](https://voorbeeld.nl/kennis/lessen/b/#c) [d](https://voorbeeld.nl/kennis/cases/e/) [f](https://g.nl/)\n"
    )
    assert clean_markdown(text, page, uri, Site()) == "[a](../../lessen/b/#c) [d](../e/) [f](https://g.nl/)\n"


@pytest.mark.parametrize(
    ("page", "path"), [("index.md", ""), ("over.md", "over/"), ("cases/index.md", "cases/"), ("a/b.txt", "a/b.txt")]
)
def test_the_address_of_a_page(page: str, path: str) -> None:
    assert web_path(page) == path
    assert Site(url="https://voorbeeld.nl/").address(page) == f"https://voorbeeld.nl/{path}"
    assert Site().address(page) == ""


def test_relative_addresses() -> None:
    assert relative_address("cases/x.md", "index.md") == "../../"
    assert relative_address("index.md", "cases/x.md") == "cases/x/"
    assert relative_address("over.md", "over.md") == "./"
    assert relative_address("cases/x/tekst.txt", "cases/x.md") == "./"
