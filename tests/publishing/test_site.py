"""The built site, as a server would give it: links, HTML, hosts, and the promises of the build."""

import hashlib
import html
import json
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from deflate import deflate_compress

from kennisbank.building.follow.site_files import robots
from kennisbank.cli import main
from kennisbank.faces.template import short_record
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS, LISTS
from kennisbank.publishing.finishing import finish
from kennisbank.publishing.pipeline import artifacts

from ..conftest import PUBLISHED, ROOT, kennisbank
from ..support.chance import THOROUGHLY
from ..support.example_library import CONTACT, MOMENT, committed, small_project
from ..support.on_disk import sound_library
from ..support.read_pages import ReadPage


def test_every_page_is_valid_html(real_pages: dict[str, ReadPage]) -> None:
    assert len(real_pages) > 100
    wrong = {}
    for name, page in real_pages.items():
        problems = [*page.errors, *(id for id, count in Counter(page.ids).items() if count > 1)]
        if problems:
            wrong[name] = problems
    assert wrong == {}


def test_every_internal_link_and_anchor_exists(real_site: Path, real_pages: dict[str, ReadPage]) -> None:
    files, folders, dead = set[str](), set[str](), list[str]()
    for place, _, names in os.walk(real_site):
        below = Path(place).relative_to(real_site)
        folders.add("" if below == Path() else below.as_posix())
        files |= {(below / name).as_posix() for name in names}
    for name, page in real_pages.items():
        for link in page.links:
            target = urlsplit(link)
            if target.scheme or target.netloc:
                continue
            folder = "/" if name == "404.html" else f"/{posixpath.dirname(name)}/"
            path = posixpath.normpath(posixpath.join(folder, unquote(target.path))).lstrip("/") if target.path else name
            path = posixpath.join(path, "index.html") if path in folders else path
            if path not in files:
                dead.append(f"{name} -> {link}")
            elif target.fragment and path in real_pages and unquote(target.fragment) not in real_pages[path].ids:
                dead.append(f"{name} -> {link} (anker)")
    assert dead == []


def test_nothing_is_loaded_from_another_host(real_site: Path, real_pages: dict[str, ReadPage]) -> None:
    loads = [(name, load) for name, page in real_pages.items() for load in page.loads]
    assert loads
    assert [(name, load) for name, load in loads if urlsplit(load).netloc] == []
    sheets = list(real_site.rglob("*.css"))
    assert sheets
    assert [sheet.name for sheet in sheets if "url(http" in sheet.read_text(encoding="utf-8")] == []


def test_every_page_is_dutch_and_has_one_title(real_pages: dict[str, ReadPage]) -> None:
    assert {page.language for page in real_pages.values()} == {"nl"}
    assert [name for name, page in real_pages.items() if page.titles != 1 and not page.moved] == []


def test_every_page_is_told_apart_in_results_of_search_engines(real_pages: dict[str, ReadPage]) -> None:
    shown = {name: page for name, page in real_pages.items() if not page.moved and name != "404.html"}
    assert len(shown) > 100
    too_long = [name for name, page in shown.items() if len(page.title) > 70 or len(page.description) > 160]
    assert too_long == []
    assert [name for name, page in shown.items() if not page.title or not page.description] == []
    for told in ("title", "description"):
        counted = Counter(getattr(page, told) for page in shown.values())
        assert [text for text, count in counted.items() if count > 1] == [], told


def test_robots_and_home_screens_find_what_they_look_for(site: Path) -> None:
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert robots(Site("https://github.com/a/b", url="https://voorbeeld.nl/a/")).endswith(
        "\nSitemap: https://voorbeeld.nl/a/sitemap.xml\n"
    )
    assert (site / "sitemap.xml").is_file()
    (place,) = re.findall(r'<link rel="manifest" href="([^"]*)"', (site / "index.html").read_text(encoding="utf-8"))
    known = json.loads((site / place).read_text(encoding="utf-8"))
    assert known["lang"] == "nl" and len(known["icons"]) == 2
    for icon in known["icons"]:
        assert (site / "assets" / icon["src"]).is_file()
    assert ((site / place).parent / known["start_url"]).resolve() == site.resolve()


def test_the_sitemap_says_when_a_page_changed_and_nothing_where_that_is_not_known(published_site: Path) -> None:
    text = (published_site / "sitemap.xml").read_text(encoding="utf-8")
    told = dict(re.findall(r"<loc>([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", text))
    day = datetime.fromtimestamp(MOMENT, UTC).date().isoformat()
    assert {
        told[f"{PUBLISHED}{place}"] for place in ("cases/zonnedak-voorbeeldstad/", "lessen/begin-klein/", "over/")
    } == {day}
    # The example project has no templates of its own, so that nobody knows when this page changed.
    assert told[f"{PUBLISHED}tijdlijn/"] == "" and set(told.values()) == {day, ""}


def test_every_form_can_be_sent_and_every_switch_has_a_label(site: Path) -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    forms = [(file, form) for file, text in texts.items() for form in re.findall(r"(?s)<form\b.*?</form>", text)]
    assert len(forms) > 5  # WCAG 2.2, 3.2.2, technique H32
    assert [file for file, form in forms if 'type="submit"' not in form] == []
    switches = [file for file, text in texts.items() if 'id="__toc"' in text]
    assert switches and [file for file in switches if 'for="__toc"' not in texts[file]] == []


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
    series = library.series.values()
    made_again = sum(one.origin == "reconstructie" for one in series)
    assert overview.count("Reconstructie: niet de oorspronkelijke tekst") == made_again > 0
    assert overview.count("Niet ingevuld") == sum(not one.filled for one in series) > 0


def test_every_record_can_be_mended_where_it_is_written(site: Path, library: Library) -> None:
    for entry in library.entries:
        text = (site / entry.kind.url / entry.id / "index.html").read_text(encoding="utf-8")
        assert f"/edit/main/{entry.document.path}" in text
    for page in library.pages:
        place = page.path.removeprefix("docs/").removesuffix(".md").removesuffix("index")
        text = (site / place / "index.html").read_text(encoding="utf-8")
        assert f"/edit/main/{page.path}" in text


def test_every_page_has_one_edit_link_to_a_file_that_exists(real_site: Path) -> None:
    """But for the forms: what stands below them would lead to a file that only programmers can read."""
    forms = {real_site / "bijdragen" / name / "index.html" for name in ("assistent", "snel")}
    assert all(file.is_file() for file in forms)
    for file in real_site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if file.name == "404.html" or 'http-equiv="refresh"' in text:
            continue
        found = re.findall(r'href="[^"]+/edit/main/([^"]+)"', text)
        assert len(found) == (0 if file in forms else 1), file
        if not found:
            continue
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


def test_that_a_page_is_not_there_can_be_reported(site: Path, tmp_path: Path) -> None:
    """Also in the tree for another generator, which has no hook that could tell the version."""
    root = committed(small_project(tmp_path / "project"))
    assert main(["stage", "--map", str(root), "--uit", str(tmp_path / "stage")]) == 0
    # Its own page is what counts here; all pages of such a tree are built in the thorough round.
    staged = list((tmp_path / "stage" / "docs").rglob("*.md"))
    assert len(staged) > 50
    for file in staged:
        if file.parent.name != "docs":
            file.unlink()
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site")],
        cwd=tmp_path / "stage",
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    for folder in (site, tmp_path / "site"):
        text = (folder / "404.html").read_text(encoding="utf-8")
        assert "Klopt dit niet?" in text
        mail, issue = (
            html.unescape(re.findall(rf'<a href="({start}[^"]+)"', text)[0])
            for start in (f"mailto:{CONTACT}", 'https://[^"]+/issues/new')
        )
        assert re.search(r"Versie van de site: \d{4}-\d\d-\d\d \([0-9a-f]{10}\)", unquote(mail))
        asked = parse_qs(urlsplit(issue).query)
        assert asked["template"] == ["klopt-niet.yml"] and asked["pagina"][0].endswith("404.html")
        assert asked["versie"][0] in unquote(mail)


def test_no_source_of_the_tools_leaks_into_the_site(real_site: Path) -> None:
    names = {file.relative_to(real_site).as_posix() for file in real_site.rglob("*")}
    assert not [name for name in names if name.startswith(("besluiten", "lijsten"))]


def _digests(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_no_file_is_packed_by_the_zlib_of_a_python(published_site: Path) -> None:
    """Each has another, so that the same commit would give other bytes on another Python or system."""
    zips = 0
    for file in (file for file in published_site.rglob("*") if file.is_file()):
        data = file.read_bytes()
        assert not data.startswith((b"\x1f\x8b", b"\x78\x9c", b"\x78\x01", b"\x78\xda")), file
        if data.startswith(b"PK\x03\x04"):
            zips += 1
            with zipfile.ZipFile(file) as packed:
                deflated = [item for item in packed.infolist() if item.compress_type == zipfile.ZIP_DEFLATED]
                ours = (deflate_compress(packed.read(item), 6) for item in deflated)
                assert [item.filename for item, raw in zip(deflated, ours, strict=True) if raw not in data] == []
    assert zips > 3


@THOROUGHLY
def test_a_staged_tree_gives_the_same_site_without_the_hook(site: Path, example_project: Path, tmp_path: Path) -> None:
    staged, built = tmp_path / "stage", tmp_path / "site"
    assert kennisbank("stage", "--uit", str(staged), cwd=example_project).returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(built)]
    done = subprocess.run(command, cwd=staged, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    finish(built)
    ours, theirs = _digests(site), _digests(built)
    assert ours.keys() == theirs.keys()
    clock = {"index.html", "sitemap.xml"}  # they hold the time of the build
    different = [name for name in ours if ours[name] != theirs[name] and name not in clock]
    assert [name for name in different if not name.endswith(".html")] == []
    assert [name for name in different if _with_faults(site / name) != _with_faults(built / name)] == []


def _with_faults(page: Path) -> str:
    """A page without what the hook mends in the templates of the theme, see `theme_faults`."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r'(<input class="md-toggle"[^>]*?)(?: autocomplete="off"| aria-label="\w+")', r"\1", text)
    text = " ".join(re.sub(r'<input [^>]*id="__toc">|<link rel="(?:prev|next)"[^>]*>', "", text).split())
    text = re.sub(r' tabindex=""(?=[^>]*>)| for="__toc"', "", text)
    return re.sub(r'<(form|div)( class="md-header__option".*?)</\1>', r"<div\2</div>", text, flags=re.DOTALL)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project that a test may break, and then build."""
    return small_project(tmp_path / "project")


def test_a_failing_build_leaves_the_last_good_site(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken / "site" / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (broken / "site" / name).write_text("de vorige versie", encoding="utf-8")
    case = broken / "cases" / "zonnedak-voorbeeldstad.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("themes: [energie]", "themes: [energei]"), encoding="utf-8")
    assert main(["site", "--map", str(broken)]) == 1
    told = capsys.readouterr().err
    assert "fout[KB203]" in told
    assert "Bedoelde je 'energie'?" in told
    assert "Traceback" not in told
    assert sorted(file.name for file in (broken / "site").iterdir()) == ["404.html", "assets", "index.html"]
    assert (broken / "site" / "index.html").read_text(encoding="utf-8") == "de vorige versie"
    assert not [path for path in broken.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("verb", ["site", "stage"])
@pytest.mark.parametrize("folder", [".", "..", "cases", "docs/nieuw", ".git", "scripts", "eigen-werk", "README.md"])
def test_no_folder_with_other_files_is_ever_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: str, folder: str
) -> None:
    root = sound_library(tmp_path / "project")
    for name in (".git", "eigen-werk", "scripts"):
        (root / name).mkdir()
    for file in (root / "eigen-werk" / "brief.txt", root / "README.md"):
        file.write_text("van mij", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(root)
    assert main([verb, "--uit", folder]) == 2
    assert "kies met --uit" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_mkdocs_itself_also_stops_on_an_error(broken: Path) -> None:
    lesson = broken / "lessons" / "vraag-de-buren.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("## Waarom\n", "## Daarom\n"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=broken, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "fout[KB302]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (broken / "site").exists() or not list((broken / "site").rglob("*.html"))


def test_concepts_stay_out_of_the_site(broken: Path) -> None:
    """What MkDocs gets; that a whole site has none is tested with the concepts of a preview."""
    concept = broken / "cases" / "zonnedak-voorbeeldstad.md"
    text = concept.read_text(encoding="utf-8").replace("status: gepubliceerd", "status: concept")
    concept.with_name("nieuwe-case.md").write_text(text.replace('title: "', 'title: "Concept ', 1), encoding="utf-8")
    made = {artifact.uri for artifact in artifacts(broken)}
    assert "cases/zonnedak-voorbeeldstad.md" in made
    assert [uri for uri in made if "nieuwe-case" in uri] == []


def test_an_alias_leads_on(site: Path, library: Library) -> None:
    led = {alias: id for id, case in library.cases.items() for alias in case.aliases}
    assert led
    for alias, id in led.items():
        text = (site / "cases" / alias / "index.html").read_text(encoding="utf-8")
        assert f'content="0; url=../{id}/"' in text
