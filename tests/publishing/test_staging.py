"""The tree for another generator: with addresses as that one reads them, and titles that it need not cut."""

import re
from pathlib import Path

import pytest

from kennisbank.building.rendering import Frame, Renderer
from kennisbank.library.addresses import Site
from kennisbank.publishing.staging import seen_from_file

from ..conftest import kennisbank
from ..support.chance import THOROUGHLY
from ..support.example_library import fixed_library

_TO_PARENT = re.compile(r'<[^<>]* (?:href|src)="\.\./')


@pytest.mark.parametrize(
    ("uri", "text", "expected"),
    [
        ("cases/a.md", '<a href="../b/">', '<a href="b/">'),
        ("cases/a.md", '<a class="x" href="../../lessen/c/">', '<a class="x" href="../lessen/c/">'),
        ("cases/a.md", '<img alt="" src="../a.svg">', '<img alt="" src="a.svg">'),
        ("bijdragen/snel.md", '<a href="../" target="_blank">', '<a href="./" target="_blank">'),
        ("bijdragen/snel.md", '<a href="../#foto">', '<a href="./#foto">'),
        (
            "cases/a.md",
            '<a href="#b">, <a href="https://x.example/../">',
            '<a href="#b">, <a href="https://x.example/../">',
        ),
        ("cases/a.md", '[b](../b.md), `href="../"`', '[b](../b.md), `href="../"`'),
        ("cases/index.md", '<a href="../b/">', '<a href="../b/">'),
        ("data/x.html", '<a href="../b/">', '<a href="../b/">'),
    ],
)
def test_an_address_in_html_is_seen_from_the_file(uri: str, text: str, expected: str) -> None:
    assert seen_from_file(uri, text) == expected


@THOROUGHLY
@pytest.mark.slow
def test_the_tree_differs_only_in_those_addresses(example_project: Path, tmp_path: Path) -> None:
    trees = []
    for generator in ("mkdocs", "zensical"):
        target = tmp_path / generator
        done = kennisbank("stage", "--voor", generator, "--uit", str(target), cwd=example_project)
        assert done.returncode == 0, done.stderr
        files = (file for file in target.rglob("*") if file.is_file())
        trees.append({file.relative_to(target).as_posix(): file.read_bytes() for file in files})
    ours, theirs = trees
    assert ours.keys() == theirs.keys()
    different = [name for name in ours if ours[name] != theirs[name]]
    assert "docs/cases/wind-langs-de-weg.md" in different
    assert [name for name in different if not _TO_PARENT.search(ours[name].decode())] == []
    back = [seen_from_file(name.removeprefix("docs/"), ours[name].decode()) for name in different]
    assert back == [theirs[name].decode() for name in different]


@pytest.mark.parametrize(("length", "cut"), [(70, False), (71, True), (160, True)])
def test_a_long_title_comes_with_a_short_one(length: int, cut: bool) -> None:
    title = ("woorden & " * 20)[: length - 1] + "x"
    renderer = Renderer(fixed_library(), Site("https://voorbeeld.nl/x"))
    made = renderer.page("handwritten.md.j2", "x.md", Frame(title, "Over x."), body="Tekst.").content
    assert isinstance(made, str)
    found = re.findall(r'^short_title: "(.*)"$', made, re.MULTILINE)
    assert len(found) == cut
    for short in found:
        assert short.endswith(" …") and len(short.replace("&amp;", "&")) <= 70
        assert title.startswith(short.replace("&amp;", "&").removesuffix(" …"))
