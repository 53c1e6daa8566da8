"""Makes the pages of a site ready: takes what an earlier build kept, and makes the rest."""

import contextlib
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.publishing.not_ours import may_remember
from kennisbank.publishing.page_store import CACHE, Kept, PageStore, store_in

from .first import Shown
from .handover import hand_over
from .our_files import OurFile, file_at
from .rendering import Maker, Task
from .shape import is_known, key_under, shape_of
from .telling import tell
from .telling_made_of import tell_made_of
from .theme_faults import mended
from .workers import make_all


@dataclass(frozen=True)
class Ready:
    """The pages of a build that are ready: where they are kept, under which keys, and what shapes all of them."""

    store: PageStore | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""
    folder: tempfile.TemporaryDirectory[str] | None = None

    def tidy(self, site: Shown | None = None) -> None:
        """Forget the pages that the site does not have any more, or all when they were kept for one build.

        Of pages that are kept, who asks hears what the site was made of.
        """
        if self.folder:
            self.folder.cleanup()
        elif self.store:
            with contextlib.suppress(OSError):
                self.store.keep_only(self.keys.values())
            if site:
                tell_made_of(site, self.shape, self.keys)


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
            return Ready(store, _make_ready(shape, files, nav, config, store), shape)
    try:
        folder = tempfile.TemporaryDirectory(prefix="kennisbank-")
        store = _opened(Path(folder.name), shape)
    except OSError:
        return Ready()
    return Ready(store, _make_ready(shape, files, nav, config, store), shape, folder)


def _opened(folder: Path, shape: str) -> PageStore:
    """A store for pages of this shape; raises `OSError` when nothing can be written there."""
    store = store_in(folder, shape)
    store.open()
    return store


def _make_ready(shape: str, files: Files, nav: Navigation, config: MkDocsConfig, store: PageStore) -> dict[str, str]:
    """Make what is not in the store, and hand over what then is; gives the keys of all pages by their place."""
    pages = [file.artifact for file in files.documentation_pages() if isinstance(file, OurFile)]
    tasks = [Task(page.uri, key_under(shape, page)) for page in pages]
    unknown = [task for task in tasks if not _hand_over(task, files, store)]
    if unknown:
        maker = Maker(config, files, nav, mended(config.theme.get_env()), store)
        made = make_all(unknown, maker, lambda done: tell("Pagina's maken", done, len(unknown)))
        for task in unknown:
            if task.uri in made:
                _hand_over(task, files, store)
    return {task.uri: task.key for task in tasks}


def _hand_over(task: Task, files: Files, store: PageStore) -> bool:
    """Hand a page over to MkDocs if it is in the store; false when it is not."""
    kept, file = store.head(task.key), file_at(files, task.uri)
    if not kept or not file or not file.page or not _is_sound(kept, files):
        return False
    hand_over(file.page, store, task.key, kept, files)
    return True


def _is_sound(page: Kept, files: Files) -> bool:
    """Whether everything that a page leads to is still there."""
    return all(file_at(files, uri) for uri in page.needs)
