"""What was seen in pages before is believed only when it was seen in these very pages, and by ourselves."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.library.addresses import NAMES
from kennisbank.publishing import looks
from kennisbank.publishing.finishing import finish
from kennisbank.publishing.looks import FOLDER, Looker
from kennisbank.publishing.not_ours import WITHOUT_CACHE
from kennisbank.publishing.page_guard import Refused, guard
from kennisbank.publishing.search.pages import Page
from kennisbank.publishing.whole_store import Store

from ..support.chance import THOROUGH
from ..support.on_disk import in_git
from .test_finishing import files_of, site_of
from .test_growth import PAGE
from .test_lean_styles import site_of as styled

pytestmark = pytest.mark.slow  # each sees a whole site

MANY = 8


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = in_git(tmp_path / "project")
    styled(site_of(root / "ruw", MANY))
    return root


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were really looked at."""
    found: list[str] = []

    def counted(html: str, name: str, address: str) -> None:
        found.append(name)
        guard(html, name, address)

    monkeypatch.setattr(looks, "guard", counted)
    return found


def finished(root: Path, *, anew: bool = False) -> dict[str, bytes]:
    """All files of the site when it is finished now; the pages as MkDocs made them stay."""
    site = root / "site"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(root / "ruw", site)
    finish(site, "", None if anew else root)
    return files_of(site)


def _page(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "ruw").rglob("*.html")))


def _other_text(root: Path, chance: random.Random) -> None:
    page = _page(root, chance)
    new = f'<p class="md-{chance.choice("abn")}">Water{chance.randrange(9)}<!-- \r\n --></p></article>'
    page.write_bytes(page.read_bytes().replace(b"</article>", new.encode()))


def _as_another(root: Path, chance: random.Random) -> None:
    _page(root, chance).write_bytes(_page(root, chance).read_bytes())


def _other_names(root: Path, chance: random.Random) -> None:
    names = {"page": f"cases/{chance.randrange(MANY)}/", "names": ["Zonneweide"], "lesser": [], "asked": []}
    told = {**names, "beside": False, "kind": "begrip", "text": "Een veld.", "label": "x"}
    (root / "ruw" / NAMES).write_text(json.dumps([told]), encoding="utf-8")


def _other_style(root: Path, chance: random.Random) -> None:
    sheet = next((root / "ruw" / "assets/stylesheets").glob("main.*"))
    sheet.write_text(f".md-a{{a:{chance.random()}}}.md-nav{{a:1}}", encoding="utf-8")


def _spoilt(root: Path, chance: random.Random) -> None:
    """What a crash, another program or another version may leave behind."""
    kept = sorted((root / FOLDER).glob("*/*/*"))
    for file in chance.sample(kept, min(2, len(kept))):
        data = file.read_bytes()
        file.write_bytes(chance.choice([b"", data[: len(data) // 2], data[:-1] + b"x", kept[0].read_bytes() + b"y"]))


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_other_text, _as_another, _other_names, _other_style, _spoilt),
)


@pytest.mark.parametrize("seed", range(20 if THOROUGH else 2))
def test_whatever_changes_what_was_seen_before_makes_no_difference(root: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    finished(root)
    for _ in range(8):
        for edit in chance.sample(EDITS, 2):
            edit(root, chance)
        assert finished(root) == finished(root, anew=True)


def test_only_a_page_that_changed_is_looked_at_again(root: Path, seen: list[str]) -> None:
    before = finished(root)
    assert len(seen) == MANY
    seen.clear()
    assert finished(root) == before and seen == []
    (root / "ruw/cases/3/index.html").write_text(PAGE.format("anders"), encoding="utf-8")
    finished(root)
    assert seen == ["cases/3/index.html"]


def test_a_page_that_may_not_go_out_is_refused_every_time(root: Path) -> None:
    finished(root)
    (root / "ruw/cases/3/index.html").write_text("<p onclick=x>", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Refused, match=r"'cases/3/index\.html' heeft iets"):
            finished(root)


def test_a_fresh_build_looks_at_all_pages(root: Path, seen: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    before = finished(root)
    seen.clear()
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    assert finished(root) == before and len(seen) == MANY


def test_a_proposal_cannot_say_that_a_page_is_sound(root: Path, seen: list[str]) -> None:
    before = finished(root)
    subprocess.run(["git", "-C", str(root), "add", "--force", FOLDER], check=True)
    seen.clear()
    assert finished(root) == before and len(seen) == MANY


def test_what_is_of_no_use_any_more_goes(root: Path) -> None:
    finished(root)
    kept = {file.name for file in (root / FOLDER).glob("*/*/*")}
    shutil.rmtree(root / "ruw/cases/3")
    finished(root)
    left = {file.name for file in (root / FOLDER).glob("*/*/*")}
    # One for each page, and the styles.
    assert len(kept) == MANY + 1 and len(left) == MANY and left < kept


def test_a_folder_that_takes_nothing_harms_nothing(root: Path) -> None:
    (root / "build").write_text("", encoding="utf-8")
    assert finished(root) == finished(root, anew=True)


def test_what_is_remembered_of_a_page_is_all_that_was_seen(tmp_path: Path) -> None:
    html = (
        '<meta name="kb:filter:type" content="case"><meta name="kb:filter:thema" content="a"><meta name="kb:sort:nieuw"'
        ' content="1"><meta name="kb:meta:samenvatting" content="S."><article><h1>T</h1><p class="kb-asked md-x">V?</p>'
        '<p>Tekst.</p><h2 id="weg" data-md-state="open">Weg</h2><p>Meer.</p><p class="kb-facts">Ernaast.</p></article>'
    )
    looker = Looker("", {}, Store(tmp_path))
    first, again = (looker.look(html.encode(), "a/index.html") for _ in range(2))
    assert first == again and list(tmp_path.glob("*/*"))
    page = again[1].page
    assert page and all(getattr(page, name) for name in Page.__dataclass_fields__ if name not in {"called", "purpose"})
    overview = '<meta name="description" content="Waarvoor.">' + html.replace('content="case"', 'content="overzicht"')
    pages = [looker.look(overview.encode(), "b/index.html")[1].page for _ in range(2)]
    assert [page and page.purpose for page in pages] == ["Waarvoor."] * 2
