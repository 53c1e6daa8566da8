"""The site as one zip: whole, the same at every build, and with links that work from a disk."""

import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from kennisbank.cli import main
from kennisbank.library.addresses import PACKAGE
from kennisbank.publishing.package import offline, write_package

from ..support.on_disk import sound_library

PAGE = '<a href="{}">x</a>'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of three pages and a file."""
    site = tmp_path / "site"
    for name, text in {
        "index.html": '<a href="cases/a/">a</a> <a href=".">home</a>',
        "cases/a/index.html": '<a href="../../#x">home</a><a href="raad/?q=1#y">raad</a><form action="../../zoeken/">',
        "cases/oud/index.html": '<meta http-equiv="refresh" content="0; url=../a/"><link rel="canonical" href="../a/">',
        "data/x.json": '{"url": "../cases/a/"}',
        ".well-known/security.txt": "Contact: x\n",
        PACKAGE: "een eerder pakket",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return site


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cases/a/", "cases/a/index.html"),
        ("cases/a/#x", "cases/a/index.html#x"),
        ("../?q=a/b#x/", "../index.html?q=a/b#x/"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
    ],
)
def test_a_link_to_a_folder_leads_to_its_page(before: str, after: str) -> None:
    assert offline(PAGE.format(before)) == PAGE.format(after)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#x",
        "?q=a/",
        "a/b.css",
        "https://x.example/a/",
        "mailto:x",
        "/kennis/",
        "//x.example/",
        "data:image/a/",
        "a..b",
    ],
)
def test_any_other_address_stays(address: str) -> None:
    assert offline(PAGE.format(address)) == PAGE.format(address)


def test_text_and_scripts_stay(small: Path) -> None:
    page = '<p>href=&quot;a/&quot; data-href="a/"</p><script>x = {"href": "a/"}</script>'
    assert offline(page) == page
    assert small.is_dir()


def test_everything_is_in_it_but_the_zip_itself(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.zip"
    assert write_package(small, target) == 5
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            f"transitieversneller/{name}"
            for name in (
                *("LEESMIJ.txt", ".well-known/security.txt", "cases/a/index.html", "cases/oud/index.html"),
                *("data/x.json", "index.html"),
            )
        ]
        read = {name.partition("/")[2]: packed.read(name).decode("utf-8") for name in packed.namelist()}
    assert read["index.html"] == '<a href="cases/a/index.html">a</a> <a href="./index.html">home</a>'
    assert 'href="../../index.html#x"' in read["cases/a/index.html"]
    assert 'href="raad/index.html?q=1#y"' in read["cases/a/index.html"]
    assert 'action="../../zoeken/index.html"' in read["cases/a/index.html"]
    assert 'content="0; url=../a/index.html"' in read["cases/oud/index.html"]
    assert read["data/x.json"] == '{"url": "../cases/a/"}'
    assert "index.html" in read["LEESMIJ.txt"] and "CC BY 4.0" in read["LEESMIJ.txt"]


def test_the_same_site_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    write_package(small, first)
    copy = shutil.copytree(small, tmp_path / "elders", copy_function=shutil.copyfile)
    write_package(copy, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_verb_writes_the_zip_and_says_so(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sound_library(tmp_path)
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "build" / "transitieversneller.zip"
    assert main(["pakket"]) == 0
    assert capsys.readouterr().out == f"5 bestanden in {target}.\n"
    assert zipfile.is_zipfile(target) and [file.name for file in target.parent.iterdir()] == [target.name]
    shutil.rmtree(small)
    before = target.read_bytes()
    assert main(["pakket"]) == 2
    assert "bouw die eerst" in capsys.readouterr().err and target.read_bytes() == before


@pytest.mark.parametrize(
    ("uit", "problem"),
    [("cases/x.md", "geen zip-bestand"), ("cases/zonnedak-voorbeeldstad.md/x.zip", "een andere plek")],
)
def test_the_verb_overwrites_nothing_else(
    uit: str, problem: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sound_library(small.parent)
    monkeypatch.chdir(root)
    before = sorted(root.rglob("*"))
    assert main(["pakket", "--uit", uit]) == 2
    assert problem in capsys.readouterr().err and sorted(root.rglob("*")) == before


def test_every_link_of_a_built_site_works_from_a_disk(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "site.zip"
    count = write_package(site, target)
    with zipfile.ZipFile(target) as packed:
        names = set(packed.namelist())
        pages = [name for name in names if name.endswith(".html") and not name.endswith("/404.html")]
        assert count == len(names) - 1 and len(pages) > 100
        broken = {
            (name, address)
            for name in pages
            for address in re.findall(r'\s(?:href|action)="(?!\w+:)([^"#?]+)', packed.read(name).decode("utf-8"))
            if _target(name, address) not in names
        }
    assert broken == set()


def test_a_published_site_has_the_zip_that_its_page_leads_to(published_site: Path) -> None:
    with zipfile.ZipFile(published_site / PACKAGE) as packed:
        assert packed.testzip() is None and "transitieversneller/index.html" in packed.namelist()
        assert f"transitieversneller/{PACKAGE}" not in packed.namelist()
    assert f'/{PACKAGE}">' in (published_site / "data" / "index.html").read_text(encoding="utf-8")


def _target(page: str, address: str) -> str:
    parts = page.split("/")[:-1]
    for step in unquote(address).split("/"):
        parts = parts[:-1] if step == ".." else parts if step == "." else [*parts, step]
    return "/".join(parts)
