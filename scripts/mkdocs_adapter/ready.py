"""Makes the pages of a site ready: takes what an earlier build kept, and makes the rest."""

import contextlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.publishing.not_ours import may_remember
from kennisbank.publishing.page_store import Kept, PageStore
from kennisbank.publishing.whole_store import key_of

from .handover import hand_over
from .rendering import Maker, Task
from .shape import is_known, shape_of
from .telling import tell
from .theme_faults import mended
from .workers import make_all

CACHE = "build/cache"


@dataclass(frozen=True)
class Ready:
    """The pages of a build that are ready: where they are kept, and under which keys."""

    store: PageStore | None = None
    keys: tuple[str, ...] = ()
    folder: tempfile.TemporaryDirectory[str] | None = None

    def tidy(self) -> None:
        """Forget the pages that the site does not have any more, or all when they were kept for one build."""
        if self.folder:
            self.folder.cleanup()
        elif self.store:
            with contextlib.suppress(OSError):
                self.store.keep_only(self.keys)


def ready(files: Files, nav: Navigation, config: MkDocsConfig) -> Ready:
    """Make the pages that are not kept from an earlier build, and let MkDocs find all of them ready.

    They are kept in build/cache, or just for this build when nothing can be written there or nothing may be remembered.
    """
    for page in nav.pages:
        page.read_source(config)
    if not is_known(nav, config):
        return Ready()
    shape = shape_of(nav, config)
    root = Path(config.config_file_path).parent
    if may_remember(root):
        try:
            store = _opened(root / CACHE, shape)
        except OSError as error:
            sys.stderr.write(f"Let op: in de map {CACHE} kan niets worden bewaard ({error.strerror}); ")
            sys.stderr.write("de site is goed, maar bouwen duurt elke keer even lang.\n")
        else:
            return Ready(store, _make_ready(shape, files, nav, config, store))
    try:
        folder = tempfile.TemporaryDirectory(prefix="kennisbank-")
        store = _opened(Path(folder.name), shape)
    except OSError:
        return Ready()
    return Ready(store, _make_ready(shape, files, nav, config, store), folder)


def _opened(folder: Path, shape: str) -> PageStore:
    """A store for pages of this shape; raises `OSError` when nothing can be written there."""
    store = PageStore(folder / shape[:32])
    store.open()
    return store


def _make_ready(shape: str, files: Files, nav: Navigation, config: MkDocsConfig, store: PageStore) -> tuple[str, ...]:
    """Make what is not in the store, and hand over what then is; gives the keys of all pages."""
    tasks = [
        Task(file.src_uri, file.content_bytes, key_of(shape, file.src_uri, file.content_bytes))
        for file in files.documentation_pages()
    ]
    unknown = [task for task in tasks if not _hand_over(task, files, store)]
    if unknown:
        maker = Maker(config, files, nav, mended(config.theme.get_env()), store)
        made = make_all(unknown, maker, lambda done: tell("Pagina's maken", done, len(unknown)))
        for task in unknown:
            if task.uri in made:
                _hand_over(task, files, store)
    return tuple(task.key for task in tasks)


def _hand_over(task: Task, files: Files, store: PageStore) -> bool:
    """Hand a page over to MkDocs if it is in the store; false when it is not."""
    kept, file = store.head(task.key), files.get_file_from_path(task.uri)
    if not kept or not file or not file.page or not _is_sound(kept, files):
        return False
    hand_over(file.page, store, task.key, kept, files)
    return True


def _is_sound(page: Kept, files: Files) -> bool:
    """Whether everything that a page leads to is still there."""
    return all(files.get_file_from_path(uri) for uri in page.needs)
