"""What only the live preview needs: it shows the last good site, with what is wrong since then on every page."""

import atexit
import gc
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.publishing import finishing
from kennisbank.publishing.content_security import with_one_more
from kennisbank.publishing.mkdocs_runner import WATCHED_BY
from kennisbank.publishing.pipeline import BuildStopped, check_for_preview
from kennisbank.publishing.preview_notice import with_notice
from kennisbank.publishing.standing import surroundings_of
from kennisbank.reading.disk import Disk
from kennisbank.reading.tree import Tree
from kennisbank.reading.watching import Changes

from .first import Shown, are_in, put
from .own_name import by_own_name


@dataclass
class LastTurn:
    """What a preview knows of its last turn: the library that it checked, and the site that it built of it."""

    tree: Tree | None = None
    site: tuple[MkDocsConfig, Files, Navigation] | None = None
    shown: Shown | None = None

    def finished_by(self, last: finishing.Last) -> None:
        """Keep what one more page of the site can be made with."""
        self.shown = Shown(*self.site, last) if self.site else None
        self.site = None


LAST = LastTurn()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Let a preview check first what was saved, build beside the site that is shown, and tell what is wrong."""
    preview = Preview(server, Path(config.config_file_path).parent, config)
    server.builder = preview.renew
    server.error_handler = preview.page_for
    name = "_inject_js_into_html"  # MkDocs has no other way in, and changes no more

    inject = getattr(server, name)
    setattr(server, name, lambda page, epoch: preview.sent(page, epoch, inject))
    server.set_app(by_own_name(server.serve_request))
    atexit.register(preview.clean)
    _watch_at_once(server)
    return server


def without_own_address(config: MkDocsConfig) -> MkDocsConfig:
    """Keep the address of this machine off the pages, so that they are those that a build makes.

    Below a folder of the server it stays: the page for what is not there has its links from there.
    """
    if urlsplit(config.site_url or "").path in ("", "/"):
        config.site_url = ""
    return config


def end_with_starter() -> None:
    """Leave no process and no folder behind when this is told to stop, or when the command that started it is gone."""
    if os.environ.get(WATCHED_BY):
        # What a shell starts in the background ignores Ctrl+C from the start.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    # Nobody writes here: it ends when the other process does.
    while os.read(0, 1):
        pass
    if hasattr(signal, "pthread_kill"):
        # So that what the main thread waits for is broken off.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
    else:
        signal.raise_signal(signal.SIGTERM)


def _watch_at_once(server: LiveReloadServer) -> None:
    """Have another observer watch what MkDocs' own would have watched."""
    paths = list(server._watched_paths)  # noqa: SLF001 - idem
    server._watched_paths.clear()  # noqa: SLF001 - idem
    setattr(server, "observer", Changes())  # noqa: B010 - another class, that does the same
    for path in paths:
        server.watch(path)


class Preview:
    """The site that a server shows, and what is wrong since it was built."""

    def __init__(self, server: LiveReloadServer, root: Path, config: MkDocsConfig) -> None:
        """Begin with the site that the server shows, of the project at `root`."""
        self._server, self._root = server, root
        self._settings = {"config_file": config.config_file_path, "dev_addr": str(config.dev_addr)}
        self._folders: tuple[Path, ...] = ()
        self._disk = Disk(root)
        self._tree = self._disk.tree()
        self._first: Mapping[str, bytes] = {}
        self._around = ""
        self.message = ""

    def renew(self) -> None:
        """Check what was saved, show that first, then build the rest; what is wrong is told, here and on the pages."""
        begun, solved = time.monotonic(), bool(self.message)
        _tell("Nakijken …")
        try:
            tree = check_for_preview(self._disk)
            if self._is_shown(tree):
                # An editor may save in several steps, of which only the first changes anything.
                self._server._wanted_epoch = self._server._visible_epoch  # noqa: SLF001 - no page has to refresh
                _tell("Er veranderde niets.")
                return
            LAST.tree = tree
            self._show_first(tree)
            _tell("Pagina's maken …")
            self._build()
        except BuildStopped as stopped:
            self._stay(str(stopped))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the last good site stays
            if os.environ.get("KENNISBANK_DEBUG") == "1":
                traceback.print_exc()
            self._stay(str(error) or type(error).__name__)
        else:
            self.message = ""
            self._show_rest()
            what = "Opgelost: de" if solved else "De"
            _tell(f"{what} site is weer bij ({time.monotonic() - begun:.1f} s).".replace(".", ",", 1))
            _settle()

    def _stay(self, message: str) -> None:
        self.message = message
        self._show_rest()
        _tell(f"{message.rstrip()}\nTot dan zie je de vorige versie.")

    def _is_shown(self, tree: Tree) -> bool:
        """Whether the site that is shown was made of this very library, in the same surroundings."""
        return not self.message and LAST.tree == tree and self._around == surroundings_of(self._root).whole

    def _show_first(self, tree: Tree) -> None:
        """Show the pages of what was saved; what stands in their way, the build of the whole site will tell."""
        before, self._tree = self._tree, tree
        shown, LAST.shown = LAST.shown, None
        try:
            self._first = shown.made_of(self._root, before, tree) if shown else {}
            put(self._first, Path(self._server.root))
        except Exception:  # noqa: BLE001 - idem
            self._first = {}
        if self._first:
            self.message = ""
            with self._server._epoch_cond:  # noqa: SLF001 - MkDocs shows nothing while it builds
                self._server._visible_epoch = self._server._wanted_epoch  # noqa: SLF001 - idem
                self._server._epoch_cond.notify_all()  # noqa: SLF001 - idem

    def _show_rest(self) -> None:
        """Have every page that is open refresh itself, but not those that were shown first and are the same now."""
        if self._first:
            same = not self.message and are_in(self._first, Path(self._server.root))
            self._server._wanted_epoch += 1 if same else 2  # noqa: SLF001 - idem
            self._first = {}

    def _build(self) -> None:
        """Build beside the site that is shown, and show the new one when it stands."""
        around, self._around = surroundings_of(self._root).whole, ""
        fresh = Path(tempfile.mkdtemp(prefix="mkdocs_"))
        try:
            config = load_config(**self._settings, site_dir=str(fresh))
            config.site_url = self._server.url
            build(config, serve_url=self._server.url)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        self._server.root, self._around = str(fresh), around
        # Who waited for this site still asks the one before for a page.
        for folder in self._folders[:-1]:
            shutil.rmtree(folder, ignore_errors=True)
        self._folders = (*self._folders[-1:], fresh)

    def clean(self) -> None:
        """Take away the sites that were shown; the first one is MkDocs' own."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    def page_for(self, code: int) -> bytes | None:
        """The page for what is not there, with what is wrong."""
        file = Path(self._server.root) / f"{code}.html"
        return with_notice(file.read_bytes(), self.message) if file.is_file() else None

    def sent(self, page: bytes, epoch: int, inject: Callable[[bytes, int], bytes]) -> bytes:
        """A page as it is sent: with what is wrong, and the script that refreshes it, which its policy then allows.

        One that is shown first is as new as the site that is being made, see `_show_rest`.
        """
        whole = with_notice(page, self.message)
        return with_one_more(whole, inject(whole, epoch + (page in self._first.values())))


def _settle() -> None:
    """Clear away what builds left now that nobody waits, and look no more through what stays: that takes seconds."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
