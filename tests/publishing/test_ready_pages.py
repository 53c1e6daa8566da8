"""Pages made by other processes, or by an earlier build, are the pages that MkDocs makes itself: byte for byte."""

import multiprocessing
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import mkdocs_pages
from kennisbank.publishing.mkdocs_runner import WITHOUT_CACHE
from kennisbank.publishing.page_store import Kept, PageStore, key_of

SETTINGS = """
site_name: Proef
site_url: https://voorbeeld.nl/
theme: {name: material, custom_dir: theme, font: false, features: [navigation.footer]}
plugins: []
markdown_extensions: [attr_list, footnotes, toc, md_in_html]
validation: {links: {anchors: warn}}
not_in_nav: "/*/*"
nav: [index.md, Over: over.md]
"""
HOOKS = """
from mkdocs_pages import Ready, ready, with_shortcut
state = [Ready()]
def on_nav(nav, config, files):
    state[0] = ready(files, nav, config)
    return nav
def on_env(env, config, files):
    return with_shortcut(env)
def on_post_build(config):
    state[0].tidy()
"""
PAGE = "---\ntitle: {title}\n---\n\n# {title}\n\n{text}\n\n## Meer\n\nTekst.[^1]\n\n[^1]: Noot.\n"


def project(root: Path, pages: int) -> Path:
    """A small site with pages that lead to each other."""
    for folder in ("docs/a", "theme/partials"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "hooks.py").write_text(HOOKS, encoding="utf-8")
    (root / "theme" / "main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    (root / "theme" / "404.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    for name in ("index", "over", *(f"a/{number}" for number in range(pages))):
        text = f"[Een](a/{len(name) % pages}.md#meer)" if "/" not in name else "[Twee](../over.md) `x` <b>y</b>"
        write(root, name, f"Pagina {name}", text)
    return root


def write(root: Path, name: str, title: str, text: str) -> None:
    (root / "docs" / f"{name}.md").write_text(PAGE.format(title=title, text=text), encoding="utf-8")


def settings(root: Path, *, ready: bool = True, strict: bool = False) -> MkDocsConfig:
    hooks = [str(root / "hooks.py")] if ready else []
    return load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), hooks=hooks, strict=strict)


def built(root: Path, *, ready: bool = True) -> dict[str, bytes]:
    """All files of the site, built now."""
    build(settings(root, ready=ready))
    site = root / "site"
    files = (file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix != ".gz")
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return project(tmp_path / "klein", 4)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were really made, in this process."""
    found: list[str] = []
    make = mkdocs_pages.Maker.make

    def counted(maker: mkdocs_pages.Maker, task: mkdocs_pages.Task) -> bool:
        found.append(task.uri)
        return make(maker, task)

    monkeypatch.setattr(mkdocs_pages.Maker, "make", counted)
    return found


@pytest.mark.parametrize("methods", [["fork", "spawn"], ["spawn"]])
def test_other_processes_make_what_mkdocs_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str], methods: list[str]
) -> None:
    root = project(tmp_path, 2 * mkdocs_pages.FEW)
    alone = built(root, ready=False)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: methods)
    monkeypatch.setattr(mkdocs_pages, "_processors", lambda: 2)
    assert built(root) == alone
    assert made == [] and len(list((root / "build" / "cache").rglob("*/*/*"))) == 2 * mkdocs_pages.FEW + 2


def test_one_process_will_do_where_there_is_no_room_for_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("geen plek")

    root = project(tmp_path, 2 * mkdocs_pages.FEW)
    alone = built(root, ready=False)
    monkeypatch.setattr(mkdocs_pages, "ProcessPoolExecutor", refuse)
    monkeypatch.setattr(mkdocs_pages, "_processors", lambda: 2)
    assert built(root) == alone


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
    text = (
        f'{{% extends "base.html" %}}{{% block extrahead %}}<meta name="x" content="{chance.random()}">{{% endblock %}}'
    )
    (root / "theme" / "main.html").write_text(text, encoding="utf-8")


def _other_settings(root: Path, chance: random.Random) -> None:
    text = SETTINGS.replace("voorbeeld.nl", f"voorbeeld{chance.randrange(9)}.nl")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _spoilt(root: Path, chance: random.Random) -> None:
    """What a crash, another program or another version may leave behind."""
    files = [file for file in sorted((root / "build").rglob("*")) if file.is_file()]
    for file in chance.sample(files, min(3, len(files))):
        data = file.read_bytes()
        left = chance.choice([b"", data[: len(data) // 2], data[:-1] + b"x", b"iets anders"])
        file.write_bytes(left)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_other_text, _other_text, _page_gone, _other_page, _other_theme, _other_settings, _spoilt),
)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_changes_a_warm_build_gives_what_a_cold_one_gives(small: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    built(small)
    for _ in range(6):
        for edit in chance.sample(EDITS, 2):
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


def test_pages_that_went_are_not_kept(small: Path) -> None:
    built(small)
    shutil.rmtree(small / "docs" / "a")
    for name in ("index", "over"):
        write(small, name, f"Pagina {name}", "Tekst")
    built(small)
    assert len([file for file in (small / "build" / "cache").glob("*/*/*") if file.is_file()]) == 2


def test_two_builds_may_share_a_folder(tmp_path: Path) -> None:
    one, other = (PageStore(tmp_path / "x") for _ in range(2))
    one.opened()
    key = key_of("a")
    one.put(key, Kept("<p>a", "A"))
    other.put(key, Kept("<p>a", "A"))
    other.keep_only([])
    assert one.get(key) is None
    one.put(key, Kept("<p>a\n", "A", ("x",), (("b.md", "y", "b.md#y"),), ("b.md",)))
    assert one.get(key) == Kept("<p>a\n", "A", ("x",), (("b.md", "y", "b.md#y"),), ("b.md",))
