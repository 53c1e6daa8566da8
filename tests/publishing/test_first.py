"""What somebody just saved is shown before the rest of the site is made, and no page refreshes for nothing."""

import gc
import threading
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from kennisbank.reading.disk import Disk
from kennisbank.reading.tree import Tree
from mkdocs_adapter import preview as module
from mkdocs_adapter.first import FEW, Shown
from mkdocs_adapter.preview import LAST, Preview

from ..conftest import ROOT
from ..support.on_disk import put, sound_library

OLD, NEW = b"<head></head><body>oud</body>", b"<head></head><body>nieuw</body>"
HOOKS = ROOT / "scripts" / "mkdocs_hooks.py"
PLACE = "cases/a/index.html"


class _Shown:
    """A site of which one page can be made anew."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self._pages = pages

    def made_of(self, *_: object) -> Mapping[str, bytes]:
        if not self._pages:
            raise KeyError("kapot")
        return self._pages


class _Server:
    """As MkDocs' server knows which version of the site is shown, and which is being made."""

    def __init__(self, site: Path) -> None:
        self.root, self.url = str(site), ""
        self._epoch_cond = threading.Condition()
        self._visible_epoch, self._wanted_epoch = 1, 10

    @property
    def wanted(self) -> int:
        """The version that is being made."""
        return self._wanted_epoch

    @property
    def answers(self) -> bool:
        """Whether who asks for a page gets it at once."""
        return self._visible_epoch == self._wanted_epoch

    def shown(self) -> int:
        """End as MkDocs does: what was made is shown; gives which version that is."""
        self._visible_epoch = self._wanted_epoch
        return self._visible_epoch

    def begin(self) -> None:
        """Begin with another version, as MkDocs does before it builds."""
        self._wanted_epoch += 10


@pytest.fixture
def server(tmp_path: Path) -> _Server:
    put(tmp_path / "getoond", PLACE, OLD.decode())
    return _Server(tmp_path / "getoond")


@pytest.fixture
def preview(server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    monkeypatch.setattr(LAST, "shown", _Shown({PLACE: NEW}))
    monkeypatch.setattr(LAST, "tree", None)
    monkeypatch.setattr(module, "load_config", SimpleNamespace)
    monkeypatch.setattr(module, "check_for_preview", Disk.tree)
    config: Any = SimpleNamespace(config_file_path="", dev_addr="")
    shown: Any = server
    begun = Preview(shown, sound_library(tmp_path / "p"), config)
    yield begun
    begun.clean()


Sent = list[tuple[bytes, int, bool]]


def _renewed(preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch, made: bytes) -> Sent:
    """What a reader gets of the page while the rest is made, with its epoch, and whether it is sent at once."""
    got: Sent = []

    def sent(page: bytes, epoch: int) -> bytes:
        got.append((page, epoch, server.answers))
        return page

    def build(config: Any, **_: object) -> None:
        page = (Path(server.root) / PLACE).read_bytes()
        preview.sent(page, server.wanted, sent)
        if not made:
            raise OSError("vol")
        put(Path(config.site_dir), PLACE, made.decode())

    monkeypatch.setattr(module, "build", build)
    preview.renew()
    return got


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made", "then"),
    [(NEW, 11), (OLD, 12), (b"", 12)],
    ids=["de bouw geeft hetzelfde", "de bouw geeft iets anders", "de bouw mislukt"],
)
def test_what_was_saved_is_seen_while_the_rest_is_made(
    preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch, made: bytes, then: int
) -> None:
    assert _renewed(preview, server, monkeypatch, made) == [(NEW, 11, True)]
    # Every page that is open refreshes then, but not one that has the epoch of the page that was shown first.
    assert server.wanted == then
    assert preview.message == ("" if made else "vol")
    assert (Path(server.root) / PLACE).read_bytes() == (made or NEW)


def test_what_stands_in_the_way_of_the_first_page_is_for_the_build_to_tell(
    preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LAST, "shown", _Shown({}))
    assert _renewed(preview, server, monkeypatch, NEW) == [(OLD, 10, False)]
    assert server.wanted == 10 and not server.answers and preview.message == ""


@pytest.mark.slow
def test_who_waited_for_a_new_site_still_finds_the_page_that_was_asked(
    preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    roots = [Path(server.root)]
    for number in range(3):
        server.begin()
        put(tmp_path / "p", "docs/over.md", f"{number}")
        monkeypatch.setattr(LAST, "shown", _Shown({PLACE: NEW}))
        _renewed(preview, server, monkeypatch, NEW)
        roots.append(Path(server.root))
        assert all((root / PLACE).is_file() for root in roots[-2:])
    # The first one is MkDocs' own.
    assert [root.exists() for root in roots] == [True, False, True, True]
    preview.clean()
    assert not any(root.exists() for root in roots[1:])


@pytest.mark.slow
@pytest.mark.parametrize("changed", ["", "docs/over.md", "mkdocs.yml"])
def test_a_save_that_changes_nothing_makes_nothing_and_refreshes_nothing_and_is_told(
    preview: Preview,
    server: _Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    changed: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _renewed(preview, server, monkeypatch, NEW)
    shown = server.shown()
    server.begin()
    if changed:
        put(tmp_path / "p", changed, "anders")
    assert bool(_renewed(preview, server, monkeypatch, OLD)) is bool(changed)
    assert (server.wanted == shown and server.answers) is not bool(changed)
    # Who looks at the terminal sees that the check has ended.
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("De site is weer bij") if changed else last == "Er veranderde niets."


@pytest.mark.slow
def test_a_text_that_stood_there_while_the_site_was_made_is_not_what_stays(
    preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def save(text: str) -> None:
        put(tmp_path / "p", "docs/over-ons.md", f'---\ntitle: "Over"\ndescription: "Van ons."\n---\n{text}\n')

    def build(config: Any, **_: object) -> None:
        save("Tekst twee.")
        config.plugins.on_startup(command="serve", dirty=False)
        found = config.plugins.on_files(Files([]), config=config).get_file_from_path("over-ons.md")
        put(Path(config.site_dir), PLACE, found.content_string if found else "")
        save("Tekst één.")

    put(tmp_path / "p", "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    settings = str(put(tmp_path / "p", "mkdocs.yml", f"site_name: Proef\nplugins: []\nhooks: [{HOOKS}]\n"))
    monkeypatch.setattr(module, "load_config", lambda site_dir, **_: load_config(settings, site_dir=site_dir))
    monkeypatch.setattr(module, "build", build)
    save("Tekst één.")
    for _ in range(2):
        preview.renew()
        server.shown()
        server.begin()
    assert preview.message == ""
    assert "Tekst één." in (Path(server.root) / PLACE).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_mistake_that_is_undone_is_taken_away_again(
    preview: Preview, server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    _renewed(preview, server, monkeypatch, NEW)
    preview.message = "fout"
    assert _renewed(preview, server, monkeypatch, NEW) and preview.message == ""


def _texts(number: int) -> Tree:
    return {blob.path: blob for blob in map(_blob, range(number))}


def _blob(number: int) -> Any:
    return SimpleNamespace(path=f"cases/{number}.md")


def test_of_many_files_none_is_the_one_that_is_written_in() -> None:
    nothing: Any = None
    assert Shown(nothing, nothing, nothing, nothing).made_of(Path(), {}, _texts(FEW + 1)) == {}


def test_what_builds_leave_behind_goes_and_what_stays_is_not_looked_through() -> None:
    class Left:
        pass

    try:
        for _ in range(2):
            left = Left()
            vars(left)["itself"] = left
            gone = weakref.ref(left)
            del left
            module._settle()  # noqa: SLF001 - nobody can see it from outside
            assert gone() is None and gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
