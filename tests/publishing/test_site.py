"""The built site, as a server would give it: links, HTML, hosts, and the promises of the build."""

import hashlib
import html
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from justhtml import JustHTML

from kennisbank.faces.template import short_record
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS, LISTS
from kennisbank.publishing.finishing import finish

from ..conftest import ROOT, kennisbank

LOADS = {"link": "href", **dict.fromkeys(("script", "img", "iframe", "source", "video", "audio"), "src")}
# Relations of <link> that make a browser fetch; `canonical`, `prev` and `next` only say something.
FETCHED = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


@cache
def _parsed(file: Path) -> JustHTML:
    return JustHTML(file.read_text(encoding="utf-8"), sanitize=False, collect_errors=True)


def _pages(site: Path) -> Iterator[tuple[str, JustHTML]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), _parsed(file)


def _attribute(node: Any, name: str) -> str:
    return str((node.attrs or {}).get(name) or "")


@cache
def _anchors(file: Path) -> frozenset[str]:
    return frozenset(_attribute(node, "id") for node in _parsed(file).query("[id]"))


def test_every_page_is_valid_html(site: Path) -> None:
    wrong = {}
    for name, page in _pages(site):
        ids = Counter(_attribute(node, "id") for node in page.query("[id]"))
        problems = [str(error) for error in page.errors] + [id for id, count in ids.items() if count > 1]
        if problems:
            wrong[name] = problems
    assert wrong == {}


def test_every_internal_link_and_anchor_exists(site: Path) -> None:
    dead = []
    for name, page in _pages(site):
        for node in page.query("a[href]"):
            target = urlsplit(_attribute(node, "href"))
            if target.scheme or target.netloc:
                continue
            folder = "/" if name == "404.html" else f"/{posixpath.dirname(name)}/"
            path = posixpath.normpath(posixpath.join(folder, unquote(target.path))).lstrip("/") if target.path else name
            file = site / path
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                dead.append(f"{name} -> {target.geturl()}")
            elif target.fragment and file.suffix == ".html" and unquote(target.fragment) not in _anchors(file):
                dead.append(f"{name} -> {target.geturl()} (anker)")
    assert dead == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    foreign = []
    for name, page in _pages(site):
        for tag, attribute in LOADS.items():
            for node in page.query(f"{tag}[{attribute}]"):
                if tag == "link" and not FETCHED & set(_attribute(node, "rel").split()):
                    continue
                if urlsplit(_attribute(node, attribute)).netloc:
                    foreign.append(f"{name}: {_attribute(node, attribute)}")
    assert foreign == []
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8")


def test_every_page_is_dutch_and_has_one_title(site: Path) -> None:
    for name, page in _pages(site):
        assert _attribute(page.query("html")[0], "lang") == "nl", name
        if 'http-equiv="refresh"' not in page.to_html()[:1200]:
            assert len(page.query("h1")) == 1, name


def test_every_record_and_term_has_a_page(site: Path, library: Library) -> None:
    for entry in library.entries:
        assert (site / KINDS[entry.kind.name].url / entry.id / "index.html").is_file()
    for name, terms in LISTS.items():
        for id in library.term_list(name) if terms.has_pages else ():
            assert (site / terms.url / id / "index.html").is_file()


def test_every_reconstructed_lesson_says_so(site: Path, library: Library) -> None:
    for id, lesson in library.lessons.items():
        text = (site / "lessen" / id / "index.html").read_text(encoding="utf-8")
        assert ("Reconstructie: niet de oorspronkelijke tekst" in text) == (lesson.origin == "reconstructie")
    overview = (site / "lessen" / "index.html").read_text(encoding="utf-8")
    assert overview.count("Reconstructie: niet de oorspronkelijke tekst") == 2
    assert overview.count("Niet ingevuld") == 2


def test_every_record_can_be_mended_where_it_is_written(site: Path, library: Library) -> None:
    for entry in library.entries:
        text = (site / entry.kind.url / entry.id / "index.html").read_text(encoding="utf-8")
        assert f"/edit/main/{entry.document.path}" in text
    for page in library.pages:
        place = page.path.removeprefix("docs/").removesuffix(".md").removesuffix("index")
        text = (site / place / "index.html").read_text(encoding="utf-8")
        assert f"/edit/main/{page.path}" in text


def test_every_page_has_one_edit_link_to_a_file_that_exists(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if file.name == "404.html" or 'http-equiv="refresh"' in text:
            continue
        found = re.findall(r'href="[^"]+/edit/main/([^"]+)"', text)
        assert len(found) == 1, file
        assert (ROOT / found[0]).is_file(), file


def test_a_new_case_begins_with_the_template(site: Path) -> None:
    for page in ("cases", "bijdragen", "bijdragen/sjabloon"):
        text = (site / page / "index.html").read_text(encoding="utf-8")
        (address,) = re.findall(r'href="([^"]+/new/main/cases\?[^"]+)"', text)
        address = html.unescape(address)
        assert len(address) < 8000
        query = parse_qs(urlsplit(address).query)
        assert query["filename"][0].endswith(".md")
        assert query["value"] == [short_record(KINDS["case"])]


def test_a_page_that_is_not_there_has_a_way_out(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    for place in ("cases/", "lessen/", "bijdragen/"):
        assert re.search(rf'<a href="[^"]*/{place}">', text)


def test_no_source_of_the_tools_leaks_into_the_site(site: Path) -> None:
    names = {file.relative_to(site).as_posix() for file in site.rglob("*")}
    assert not [name for name in names if name.startswith(("besluiten", "lijsten"))]


def _digests(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_commit_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    assert kennisbank("site", "--uit", str(again)).returncode == 0
    assert _digests(again) == _digests(site)


def test_a_staged_tree_gives_the_same_site_without_the_hook(site: Path, tmp_path: Path) -> None:
    staged, built = tmp_path / "stage", tmp_path / "site"
    assert kennisbank("stage", "--uit", str(staged)).returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(built)]
    done = subprocess.run(command, cwd=staged, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    finish(built)
    ours, theirs = _digests(site), _digests(built)
    assert ours.keys() == theirs.keys()
    clock = {"index.html", "sitemap.xml", "sitemap.xml.gz"}  # they hold the time of the build
    assert [name for name in ours if ours[name] != theirs[name] and name not in clock] == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("cases", "lessons", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("mkdocs.yml", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_a_failing_build_leaves_the_last_good_site(project: Path) -> None:
    (project / "site" / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (project / "site" / name).write_text("de vorige versie", encoding="utf-8")
    case = project / "cases" / "tilburg-moed.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("themes: [energie]", "themes: [energei]"), encoding="utf-8")
    done = kennisbank("site", cwd=project)
    assert done.returncode == 1
    assert "fout[KB203]" in done.stderr
    assert "Bedoelde je 'energie'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(file.name for file in (project / "site").iterdir()) == ["404.html", "assets", "index.html"]
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "de vorige versie"
    assert not [path for path in project.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("verb", ["site", "stage"])
@pytest.mark.parametrize("folder", [".", "..", "cases", "docs/nieuw", ".git", "scripts", "eigen-werk", "README.md"])
def test_no_folder_with_other_files_is_ever_replaced(project: Path, verb: str, folder: str) -> None:
    (project / ".git").mkdir()
    (project / "eigen-werk").mkdir()
    (project / "eigen-werk" / "brief.txt").write_text("van mij", encoding="utf-8")
    before = sorted(project.rglob("*"))
    done = kennisbank(verb, "--uit", folder, cwd=project)
    assert done.returncode == 2
    assert "kies met --uit" in done.stderr
    assert sorted(project.rglob("*")) == before


def test_mkdocs_itself_also_stops_on_an_error(project: Path) -> None:
    lesson = project / "lessons" / "leer-elkaars-taal.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("## Waarom\n", "## Daarom\n"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "fout[KB302]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists() or not list((project / "site").rglob("*.html"))


def test_concepts_stay_out_of_the_site_and_aliases_lead_on(project: Path) -> None:
    concept = project / "cases" / "res-fryslan.md"
    text = concept.read_text(encoding="utf-8")
    copy = text.replace("status: gepubliceerd", "status: concept").replace("title: ", "title: Concept ", 1)
    (project / "cases" / "nieuwe-case.md").write_text(copy.replace('Concept "', '"Concept '), encoding="utf-8")
    concept.write_text(text.replace("status:", "aliases: [friese-pilot]\nstatus:", 1), encoding="utf-8")
    done = kennisbank("site", cwd=project)
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "cases" / "nieuwe-case").exists()
    redirect = (project / "site" / "cases" / "friese-pilot" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../res-fryslan/"' in redirect
