"""Pages made by other processes, or by an earlier build, are the pages that MkDocs makes itself: byte for byte."""

import logging
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import threading
import time
import zlib
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_theme_dir

from kennisbank.publishing import processes
from kennisbank.publishing.not_ours import WITHOUT_CACHE
from kennisbank.publishing.page_store import Kept, PageStore
from kennisbank.publishing.whole_store import key_of
from kennisbank.reading import inline, quick
from mkdocs_adapter import menu, parser, putting, rendering, shape, workers
from mkdocs_adapter.rendering import Maker, Task

from ..support.chance import THOROUGH
from ..support.example_library import ROOT
from ..support.on_disk import in_git
from ..support.room import with_room_for

pytestmark = pytest.mark.slow

SETTINGS = """
site_name: Proef
site_url: https://voorbeeld.nl/
theme: {name: null, custom_dir: theme, static_templates: [404.html]}
plugins: []
markdown_extensions: [attr_list, footnotes, toc, md_in_html]
validation: {links: {anchors: warn}}
not_in_nav: "/*/*"
nav: [index.md, Over: over.md]
"""
HOOKS = """
from mkdocs.structure.files import Files
from kennisbank.building.artifacts import Artifact
from mkdocs_adapter.putting import on_env
from mkdocs_adapter.our_files import OurFile
from mkdocs_adapter.ready import Ready, ready
state = [Ready()]
def on_files(files, config):
    return Files([OurFile.of(config, Artifact(file.src_uri, file.content_string)) for file in files])
def on_nav(nav, config, files):
    state[0] = ready(files, nav, config)
    return nav
def on_post_build(config):
    state[0].tidy()
"""
# Shows all that a theme can show of a page and of the others; small, so that there is time for many builds.
BASE = """<title>{{ page.title }} {{ config.site_name }}</title>{% block head %}{% endblock %}
{% for item in nav recursive %}<a href="{{ item.url|url }}" {{ "here" if item.active }}>{{ item.title }}
{{ item.meta.icon }} {{ item.meta.status }} {{ item.meta.subtitle }}</a>{{ loop(item.children or []) }}{% endfor %}
{{ nav.homepage.title }}{% if page %}{{ page.previous_page.title }} {{ page.next_page.title }} {{ page.canonical_url }}
{{ page.meta.title }} {% for part in page.toc %}{{ part.title }}{% endfor %} {{ page.content }}{% endif %}
"""
MAIN = '{% extends "base.html" %}'
PAGE = "---\ntitle: {title}\n---\n\n# {title}\n\n{text}\n\n## Meer\n\nTekst.[^1]\n\n[^1]: Noot.\n"


def project(root: Path, pages: int) -> Path:
    """A small site with pages that lead to each other."""
    for folder in ("docs/a", "theme/partials"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "hooks.py").write_text(HOOKS, encoding="utf-8")
    (root / "theme" / "base.html").write_text(BASE, encoding="utf-8")
    (root / "theme" / "main.html").write_text(MAIN, encoding="utf-8")
    (root / "theme" / "404.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    for name in ("index", "over", *(f"a/{number}" for number in range(pages))):
        text = f"[Een](a/{len(name) % pages}.md#meer)" if "/" not in name else "[Twee](../over.md) `x` <b>y</b>"
        write(root, name, f"Pagina {name}", text)
    return in_git(root)


def write(root: Path, name: str, title: str, text: str) -> None:
    (root / "docs" / f"{name}.md").write_text(PAGE.format(title=title, text=text), encoding="utf-8")


def settings(root: Path, *, ready: bool = True, strict: bool = False) -> MkDocsConfig:
    hooks = [str(root / "hooks.py")] if ready else []
    return load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), hooks=hooks, strict=strict)


def built(root: Path, *, ready: bool = True) -> dict[str, bytes]:
    """All files of the site, built now."""
    build(settings(root, ready=ready))
    site = root / "site"
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return project(tmp_path / "klein", 4)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were really made, in this process."""
    found: list[str] = []
    make = Maker.make

    def counted(maker: Maker, task: Task) -> bool:
        found.append(task.uri)
        return make(maker, task)

    monkeypatch.setattr(Maker, "make", counted)
    return found


def _many_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it took two processors to make six pages."""
    monkeypatch.setattr(workers, "FEW", 6)
    monkeypatch.setattr(processes, "_CHUNK", 2)
    monkeypatch.setattr(processes, "processors", lambda: 2)


@pytest.mark.parametrize("methods", [["fork", "spawn"], ["spawn"]])
def test_other_processes_make_what_mkdocs_makes(
    small: Path, monkeypatch: pytest.MonkeyPatch, made: list[str], methods: list[str]
) -> None:
    alone = built(small, ready=False)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: methods)
    _many_hands(monkeypatch)
    end = time.monotonic() + 1
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(max(end - time.monotonic(), 0))  # one of another test may be about to end; a server never is
    copied = threading.active_count() == 1
    assert built(small) == alone
    # The first page prepares what copies of this process need; none is copied while another test left a thread.
    assert len(made) == int("fork" in methods and copied) and len(list((small / "build" / "cache").glob("*/*/*"))) == 6


@pytest.mark.parametrize("room", [0, 1])
def test_one_process_will_do_where_there_is_no_room_for_more(
    small: Path, monkeypatch: pytest.MonkeyPatch, made: list[str], room: int
) -> None:
    alone, before = built(small, ready=False), multiprocessing.active_children()
    monkeypatch.setattr(workers, "can_be_copied", lambda: True)
    _many_hands(monkeypatch)
    forks = with_room_for(monkeypatch, room)
    assert built(small) == alone
    assert len(set(made)) == 6
    assert len(forks) == room + 1 and multiprocessing.active_children() == before


def _other_text(root: Path, chance: random.Random) -> None:
    pages = sorted((root / "docs").rglob("*.md"))
    page = chance.choice(pages)
    to = chance.choice(pages)
    link = Path(os.path.relpath(to, page.parent)).as_posix()
    name = page.relative_to(root / "docs").with_suffix("").as_posix()
    write(root, name, f"Titel {chance.randrange(9)}", f"{chance.random()} [naar]({link}#meer) <script>x</script>")


def _page_gone(root: Path, chance: random.Random) -> None:
    (root / "docs" / "a" / f"{chance.randrange(9)}.md").unlink(missing_ok=True)


def _other_page(root: Path, chance: random.Random) -> None:
    write(root, f"a/{chance.randrange(9)}", "Nieuw", "Tekst")


def _other_theme(root: Path, chance: random.Random) -> None:
    text = f"{MAIN}{{% block head %}}{chance.random()}{{% endblock %}}"
    (root / "theme" / chance.choice(["main.html", "404.html"])).write_text(text, encoding="utf-8")


def _other_settings(root: Path, chance: random.Random) -> None:
    text = SETTINGS.replace("voorbeeld.nl", f"voorbeeld{chance.randrange(9)}.nl")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _other_menu(root: Path, chance: random.Random) -> None:
    """A page in the navigation that gets a sign there, which every page shows."""
    sign = chance.choice(["status: new", "icon: material/check", "subtitle: Onder", ""])
    text = PAGE.format(title="Over", text="Tekst").replace("title: Over\n", f"title: Over\n{sign}\n")
    (root / "docs" / "over.md").write_text(text, encoding="utf-8")


def _spoilt(root: Path, chance: random.Random) -> None:
    """What a crash, another program or another version may leave behind."""
    files = [file for file in sorted((root / "build").rglob("*")) if file.is_file()]
    for file in chance.sample(files, min(3, len(files))):
        data = file.read_bytes()
        left = chance.choice([b"", data[: len(data) // 2], data[:-1] + b"x", b"iets anders"])
        file.write_bytes(left)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_other_text, _other_text, _page_gone, _other_page, _other_theme, _other_settings, _other_menu, _spoilt),
)


@pytest.mark.parametrize("seed", range(30 if THOROUGH else 1))
def test_whatever_changes_a_warm_build_gives_what_a_cold_one_gives(small: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    built(small)
    for _ in range(12):
        for edit in chance.sample(EDITS, 3):
            edit(small, chance)
        assert built(small) == built(small, ready=False)


def test_only_what_changed_is_made_again(small: Path, made: list[str]) -> None:
    built(small)
    assert len(made) == 6
    made.clear()
    write(small, "a/1", "Anders", "Tekst")
    built(small)
    assert made == ["a/1.md"]


def test_a_title_that_other_pages_show_makes_them_again(small: Path, made: list[str]) -> None:
    built(small)
    made.clear()
    write(small, "index", "Anders", "Tekst")
    assert built(small) == built(small, ready=False)
    assert len(made) == 6


def test_a_link_that_leads_nowhere_is_told_every_time(small: Path) -> None:
    write(small, "a/1", "Anders", "[weg](weg.md)")
    for _ in range(2):
        with pytest.raises(Abort):
            build(settings(small, strict=True))


def test_an_anchor_that_went_is_told_for_a_page_that_did_not_change(small: Path) -> None:
    build(settings(small, strict=True))
    for number in range(4):
        text = PAGE.replace("Meer", "Minder").format(title="Anders", text="")
        (small / "docs" / "a" / f"{number}.md").write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        build(settings(small, strict=True))


def test_a_folder_that_takes_nothing_is_told_once_and_harms_nothing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "build").write_text("", encoding="utf-8")
    with_remark = built(small)
    assert capsys.readouterr().err.count("kan niets worden bewaard") == 1
    assert with_remark == built(small, ready=False)


def test_a_fresh_build_leaves_what_is_kept_alone(small: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]) -> None:
    kept = built(small)
    made.clear()
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    assert built(small) == kept
    assert len(made) == 6


def _poisoned(root: Path) -> None:
    """Everything that is kept now says something else, and is whole."""
    for file in sorted((root / "build" / "cache").glob("*/*/*")):
        store = PageStore(file.parent.parent)
        kept = store.head(file.name)
        assert kept
        store.put(file.name, replace(kept, html="<p>KWAAD"))


@pytest.mark.parametrize("folder", ["build", "BUILD"])
def test_a_proposal_cannot_bring_pages_that_are_ready(small: Path, made: list[str], folder: str) -> None:
    sound = built(small)
    _poisoned(small)
    assert b"KWAAD" in built(small)["index.html"]  # so that the rest of this test shows something
    if folder != "build":
        shutil.copytree(small / "build", small / folder)
    subprocess.run(["git", "-C", str(small), "add", "--force", folder], check=True)
    made.clear()
    assert built(small) == sound and len(made) == 6


def test_pages_that_came_without_git_are_made_again(small: Path) -> None:
    sound = built(small)
    _poisoned(small)
    shutil.rmtree(small / ".git")
    assert built(small) == sound


def test_another_version_of_the_program_makes_all_pages_again(
    small: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    kept = built(small)
    made.clear()
    monkeypatch.setattr(shape, "version", lambda _: "0")
    assert built(small) == kept
    assert len(made) == 6


def test_another_way_of_making_pages_makes_all_again(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    kept = built(small)
    made.clear()
    (tmp_path / "inline.py").write_text("_SIGNS = {}", encoding="utf-8")
    monkeypatch.setattr(inline, "__file__", str(tmp_path / "inline.py"))
    assert built(small) == kept
    assert len(made) == 6


def test_all_of_the_program_that_pages_are_made_with_is_known() -> None:
    """Else a mended mistake there would leave the wrong pages."""
    values = (value for module in (menu, parser, rendering) for value in vars(module).values())
    used = {name for name in (getattr(value, "__module__", None) for value in values) if name}
    used |= {part.__name__ for part in quick.PARTS}
    assert {name for name in used if name.startswith("kennisbank.")} == {one.__name__ for one in shape.OF_THE_PROGRAM}


@pytest.mark.parametrize(
    "hook", ["def on_page_markdown(markdown, **_): return markdown.replace('Noot.', 'Noot.!')", ""]
)
def test_what_changes_pages_one_by_one_makes_none_ready(small: Path, made: list[str], hook: str) -> None:
    (small / "hooks.py").write_text(f"{HOOKS}{hook}\n", encoding="utf-8")
    assert (b"Noot.!" in built(small)["over/index.html"]) == bool(hook)
    assert bool(made) != bool(hook)


def test_a_page_without_a_title_is_for_mkdocs_to_name(small: Path) -> None:
    (small / "docs" / "over.md").write_text("# Zonder *titel*\n", encoding="utf-8")
    (small / "docs" / "a" / "1.md").write_text("# Zonder *titel*\n", encoding="utf-8")
    (small / "mkdocs.yml").write_text(SETTINGS.replace("Over: over.md", "over.md"), encoding="utf-8")
    assert built(small) == built(small, ready=False)


def test_a_page_that_vanishes_during_the_build_is_made_by_mkdocs(small: Path) -> None:
    gone = f"    import shutil\n    shutil.rmtree('{small / 'build'}', ignore_errors=True)\n"
    (small / "hooks.py").write_text(f"{HOOKS}\ndef on_pre_template(template, **_):\n{gone}", encoding="utf-8")
    assert built(small) == built(small, ready=False)


@pytest.mark.parametrize("copied", [True, False])
def test_a_page_that_vanishes_before_any_is_in_its_place_is_made_by_mkdocs(
    small: Path, monkeypatch: pytest.MonkeyPatch, *, copied: bool
) -> None:
    gone = f"next(pathlib.Path('{small / 'build'}').glob('cache/*/*/*')).unlink()"
    hook = f"import pathlib\ntheirs = on_env\ndef on_env(env, **more):\n    {gone}\n    return theirs(env, **more)\n"
    (small / "hooks.py").write_text(f"{HOOKS}\n{hook}", encoding="utf-8")
    monkeypatch.setattr(putting, "_FEW", 2 if copied else 1000)
    assert built(small) == built(small, ready=False)


def test_files_are_put_in_their_place_where_processes_break(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[list[int]]:
        raise BrokenProcessPool

    alone = built(small, ready=False)
    monkeypatch.setattr(putting, "in_parallel", broken)
    assert built(small) == alone


def test_who_asks_what_mkdocs_does_hears_of_no_page_that_it_does_not_make(
    small: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for level in (logging.WARNING, logging.INFO):
        with caplog.at_level(level, "mkdocs"):
            assert built(small) == built(small, ready=False)
    assert "skipped" not in caplog.text


def test_all_that_material_shows_of_other_pages_is_known() -> None:
    """Else a change of one page would be missing in the menus of others."""
    folders = (Path(get_theme_dir("material")), ROOT / "scripts" / "theme")
    texts = [file.read_text(encoding="utf-8") for folder in folders for file in sorted(folder.rglob("*.html"))]
    shown = {name for text in texts for name in re.findall(r"\b(?:\w*item|\w+_page)\.meta\.(\w+)", text)}
    assert {"icon", "status"} <= shown <= set(shape.IN_MENUS)


def test_pages_that_went_are_not_kept(small: Path) -> None:
    built(small)
    shutil.rmtree(small / "docs" / "a")
    for name in ("index", "over"):
        write(small, name, f"Pagina {name}", "Tekst")
    built(small)
    assert len([file for file in (small / "build" / "cache").glob("*/*/*") if file.is_file()]) == 2


def test_two_builds_may_share_a_folder(tmp_path: Path) -> None:
    one, other = (PageStore(tmp_path / "x") for _ in range(2))
    one.open()
    key = key_of("a")
    one.put(key, Kept("<p>a", "A"))
    other.put(key, Kept("<p>a", "A"))
    half = tmp_path / "x" / key[:2] / "tmp"
    half.write_bytes(b"wat een ander nog schrijft")
    other.keep_only([])
    assert one.head(key) is None and one.html(key) is None and half.exists()
    one.put(key, Kept("<p>a\n", "A", ("x",), (("b.md", "y", "b.md#y"),), ("b.md",)))
    assert one.head(key) == Kept("", "A", ("x",), (("b.md", "y", "b.md#y"),), ("b.md",))
    assert one.html(key) == "<p>a\n"


@pytest.mark.parametrize("many", [0, 1, 90, 5000])
@pytest.mark.parametrize("html", ["", "\n", "<p>é\u2019\n</p>\n" * 3000])
def test_a_page_and_what_it_has_come_back_apart(tmp_path: Path, many: int, html: str) -> None:
    store, key = PageStore(tmp_path), key_of("a")
    anchors = tuple(f"kop-{number}-é" for number in range(many))
    store.put(key, Kept(html, "A\nB", anchors))
    assert store.head(key) == Kept("", "A\nB", anchors)
    assert store.html(key) == html


@pytest.mark.parametrize("spoilt", [b"", b"{}\n<p>", zlib.compress(b"{}"), zlib.compress(b"[]\n\xff")])
def test_what_is_no_page_does_not_come_back(tmp_path: Path, spoilt: bytes) -> None:
    store, key = PageStore(tmp_path), key_of("a")
    store.write(key, spoilt)
    assert store.head(key) is None and store.html(key) is None


@pytest.mark.parametrize("asked", ["", "1"])
def test_why_a_page_takes_the_slow_road_is_told_to_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    monkeypatch.setenv("KENNISBANK_DEBUG", asked)

    def fail(*_: object) -> Kept:
        raise AttributeError("weg")

    monkeypatch.setattr(Maker, "_made", fail)
    config = MkDocsConfig()
    maker = Maker(config, Files([]), Navigation([], []), jinja2.Environment(autoescape=True), PageStore(tmp_path))
    assert not maker.make(Task("a.md", "sleutel"))
    assert ("AttributeError: weg" in capsys.readouterr().err) is bool(asked)
