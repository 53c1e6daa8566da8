"""Hostile files and names: a finding with the file, or a build that stops with both names."""

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import TwoAtOnePlace, apart
from kennisbank.checking.example_folders import example_tree
from kennisbank.library.assets import goes_to_the_site
from kennisbank.reading.tree import Blob

from ..support.hostile import findings_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PAGE = "---\ntitle: A\ndescription: Over A.\n---\n\n# A\n\nTekst.\n"


def codes(path: str, data: bytes | str) -> set[str]:
    """The codes of the findings in a file that is added to the example library."""
    content = data if isinstance(data, bytes) else data.encode()
    tree = {**example_tree("", "goed"), path: Blob(path, content, len(content))}
    return {finding.code for finding in findings_of(tree) if finding.file == path}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/assets/x.md", "---\ntitle: x\n---\n<script>alert(8)</script>"),
        ("docs/assets/x.html", "<script>alert(1)</script>"),
        ("docs/assets/x.js", "alert(1)"),
        ("docs/assets/x.PNG", PNG),
        ("docs/assets/x", PNG),
        ("docs/assets/x.png", "<script>alert(1)</script>"),
        ("docs/assets/x.png", PNG + b"\0" * 1024 * 1024),
        ("docs/assets/x.pdf", "<html>"),
        ("docs/assets/x.svg", "<html><script>alert(1)</script></html>"),
        ("docs/assets/x.svg", "tekst"),
        ("docs/assets/javascripts/x.html", "<script>alert(1)</script>"),
        ("docs/model/x.html", "<script>alert(1)</script>"),
        ("docs/assets/x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(document.domain)</script></svg>"),
        *(
            ("docs/assets/x.svg", SVG.format(inside))
            for inside in (
                "<g onload='alert(1)'/>",
                "<a href='javascript:alert(1)'><text>x</text></a>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<use xlink:href='//evil.example/x.svg#a'/>",
                "<image href='https://evil.example/x.png'/>",
                "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
                "<set attributeName='href' to='javascript:alert(1)'/>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<style>@import '//evil.example/x.css'</style>",
                "<g style='fill: url(//evil.example/x)'/>",
                "<g fill='url(https://evil.example/x)'/>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
            )
        ),
        ("docs/assets/x.svg", f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{SVG.format('&a;')}"),
        ("docs/assets/x.svg", f"<?xml-stylesheet href='//evil.example/x.css'?>{SVG.format('')}"),
    ],
)
def test_only_known_files_that_do_nothing_go_to_the_site(path: str, data: bytes | str) -> None:
    assert codes(path, data) == {"KB141"}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/assets/x.png", PNG),
        ("docs/assets/x.pdf", b"%PDF-1.7 x"),
        ("docs/assets/x.svg", '<?xml version="1.0"?><!-- x -->' + SVG.format("<path d='M0 0'/><use href='#a'/>")),
        ("docs/assets/x.svg", SVG.format("<g fill='url(#a)'><title>x</title></g>")),
    ],
)
def test_pictures_and_documents_go_to_the_site(path: str, data: bytes | str) -> None:
    assert codes(path, data) == set() and goes_to_the_site(path)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("docs/index.md", "KB208"),
        ("docs/kaart.md", "KB208"),
        ("docs/over/index.md", "KB208"),
        ("docs/aflopen/afgerond.md", "KB208"),
        ("docs/cases/x/raad.md", "KB208"),
        ("docs/bijdragen/meldingen/kb101.md", "KB208"),
        ("docs/con.md", "KB101"),
        ("docs/aux/x.md", "KB101"),
        ("docs/Over/x.md", "KB101"),
        ("docs/assets/nul.png", "KB101"),
        ("docs/assets/a:b.png", "KB101"),
        ("docs/x.html", "KB133"),
    ],
)
def test_a_name_that_is_taken_or_cannot_be_is_a_finding(path: str, code: str) -> None:
    assert code in codes(path, PAGE if path.endswith(".md") else PNG)


def test_names_that_differ_only_in_case_or_accent_are_a_finding() -> None:
    tree = example_tree("", "goed")
    for path in ("docs/assets/a.png", "docs/assets/A.png", "docs/assets/\u00e9.png", "docs/assets/e\u0301.png"):
        tree[path] = Blob(path, PNG, len(PNG))
    found = [finding for finding in findings_of(tree) if finding.code == "KB208"]
    assert [finding.file for finding in found] == ["docs/assets/a.png", "docs/assets/\u00e9.png"]


@pytest.mark.parametrize("field", ["template", "hide", "scripts", "styles", "linked_data", "facets"])
def test_a_page_has_no_fields_that_the_theme_acts_on(field: str) -> None:
    assert "KB117" in codes("docs/een-pagina.md", PAGE.replace("---\n\n", f"{field}: x\n---\n\n"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.md", "a/index.md"),
        ("a.md", "A.md"),
        ("a.md", "a/index.html"),
        ("\u00e9.md", "e\u0301.md"),
        ("assets/a.png", "assets/A.png"),
    ],
)
def test_two_files_at_one_address_stop_the_build_with_both_names(one: str, other: str) -> None:
    with pytest.raises(TwoAtOnePlace, match=r"'docs/een' .* en 'docs/ander' "):
        apart((Artifact(one, "", "docs/een"), Artifact(other, "", "docs/ander")))


def test_files_that_lie_beside_each_other_do_not() -> None:
    made = (Artifact("a.md", ""), Artifact("a/b.md", ""), Artifact("a/tekst.txt", ""), Artifact("index.md", ""))
    assert apart(made) == made
