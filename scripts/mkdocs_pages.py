"""Renders the pages of a site for MkDocs: on all processors at once, and only those that were not made before.

MkDocs renders page after page. Here the same is done by MkDocs' own code in other processes, before MkDocs comes to
it; it then finds every page ready. What cannot be made ready for any reason, MkDocs renders as it always does, so that
it tells itself what is wrong.
"""

import contextlib
import logging
import multiprocessing
import os
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from kennisbank.publishing.mkdocs_runner import WITHOUT_CACHE
from kennisbank.publishing.page_store import Kept, PageStore, key_of

TEMPLATE = "main.html"
CACHE = "build/cache"
# Fewer pages than this are rendered sooner than another process starts.
FEW = 60
_CHUNK = 20
_SHAPED_BY = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments", "pyyaml")


@dataclass(frozen=True)
class Task:
    """A page to make: its place in the site, its text and the key to keep it under."""

    uri: str
    text: str
    key: str


@dataclass(frozen=True)
class Maker:
    """All that rendering a page of one site needs."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    store: PageStore

    def make(self, task: Task) -> bool:
        """Render a page and keep it; False when MkDocs has something to say about it, or fails."""
        heard = _Heard()
        logger = logging.getLogger("mkdocs")
        before = logger.handlers, logger.propagate, logger.level
        # Also what a quiet build does not tell: MkDocs has to meet such a page itself.
        logger.handlers, logger.propagate = [heard], False
        logger.setLevel(logging.INFO)
        try:
            page = self._rendered(task)
            page.active = True
            html = self.env.get_template(TEMPLATE).render(get_context(self.nav, self.files, self.config, page))
            page.active = False
        except Exception:  # noqa: BLE001 - MkDocs will meet the same, and knows how to tell it
            return False
        finally:
            logger.handlers, logger.propagate = before[:2]
            logger.setLevel(before[2])
        if heard.anything or "template" in page.meta:
            return False
        self.store.put(task.key, _kept(page, html))
        return True

    def _rendered(self, task: Task) -> Page:
        file = self.files.get_file_from_path(task.uri)
        if file is None or file.page is None:
            raise LookupError(task.uri)
        page = file.page
        page.markdown, page.meta = meta.get_data(task.text)
        needed = _Needed(self.files)
        page.render(self.config, needed)
        page.needs = tuple(sorted(needed.asked))  # type: ignore[attr-defined]
        return page


class _Needed(Files):
    """The files of the site, which remembers for which of them a page asked."""

    def __init__(self, files: Files) -> None:
        self._all = files
        self.asked: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        self.asked.add(path)
        return self._all.get_file_from_path(path)


class _Heard(logging.Handler):
    """Whether MkDocs had something to say that matters."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything |= record.levelno >= logging.INFO


def _kept(page: Page, html: str) -> Kept:
    found = (page.links_to_anchors or {}).items()
    links = tuple((file.src_uri, anchor, written) for file, anchors in found for anchor, written in anchors.items())
    anchors = tuple(sorted(page.present_anchor_ids or ()))
    return Kept(html, str(page.meta["title"]), anchors, links, page.needs)  # type: ignore[attr-defined]


class ReadyPage(Page):
    """A page that was made already."""

    store: PageStore
    key: str
    ready: Kept
    all_files: Files

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Take the title, the only thing that other pages show of this one."""
        self.markdown, self.meta = "", {"title": self.ready.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Take what MkDocs needs to check the links of all pages."""
        self.content = ""
        self.present_anchor_ids = set(self.ready.anchors)
        links: dict[File, dict[str, str]] = {}
        for uri, anchor, written in self.ready.links:
            target = files.get_file_from_path(uri)
            if target is not None:
                links.setdefault(target, {})[anchor] = written
        self.links_to_anchors = links


class _Shortcut:
    """The template of pages: gives what was made already, and renders the others."""

    def __init__(self, template: jinja2.Template) -> None:
        self._template = template

    def render(self, context: dict[str, Any]) -> str:
        """The page as it was made, or rendered now when it is not there any more."""
        page = context["page"]
        if isinstance(page, ReadyPage):
            kept, files = page.store.get(page.key), page.all_files
            if kept:
                return kept.html
            setattr(page, "__class__", Page)  # noqa: B010 - an ordinary page again
            page.read_source(context["config"])
            page.render(context["config"], files)
        return self._template.render(context)


def with_shortcut(env: jinja2.Environment) -> jinja2.Environment:
    """The environment in which MkDocs, asking for the template of a page, gets one that knows the ready pages."""
    ordinary = env.get_template

    def get_template(name: str, *more: Any, **named: Any) -> Any:
        template = ordinary(name, *more, **named)
        # Templates that extend this one say more than its name, and want it whole.
        return template if name != TEMPLATE or more or named else _Shortcut(template)

    setattr(env, "get_template", get_template)  # noqa: B010 - mypy would not let a method be replaced
    return env


@dataclass(frozen=True)
class Ready:
    """The pages of a build that are ready: where they are kept, and under which keys."""

    store: PageStore | None = None
    keys: tuple[str, ...] = ()
    folder: tempfile.TemporaryDirectory[str] | None = None

    def tidy(self) -> None:
        """Forget the pages that the site does not have any more."""
        if self.folder:
            self.folder.cleanup()
        elif self.store:
            with contextlib.suppress(OSError):
                self.store.keep_only(self.keys)


def ready(files: Files, nav: Navigation, config: MkDocsConfig) -> Ready:
    """Make the pages that are not kept from an earlier build, and let MkDocs find all of them ready.

    They are kept in build/cache, or just for this build when nothing can be written there or `WITHOUT_CACHE` is set.
    """
    for page in nav.pages:
        page.read_source(config)
    shape = key_of(*_shape(nav, config))
    if not os.environ.get(WITHOUT_CACHE):
        store = PageStore(Path(config.config_file_path).parent / CACHE / shape[:32])
        try:
            return Ready(store, _make_ready(shape, files, nav, config, store))
        except OSError as error:
            sys.stderr.write(f"Let op: in de map {CACHE} kan niets worden bewaard ({error.strerror}); ")
            sys.stderr.write("de site is goed, maar bouwen duurt elke keer even lang.\n")
    folder = tempfile.TemporaryDirectory(prefix="kennisbank-")
    try:
        store = PageStore(Path(folder.name) / shape[:32])
        return Ready(store, _make_ready(shape, files, nav, config, store), folder)
    except OSError:
        return Ready(folder=folder)


def _make_ready(shape: str, files: Files, nav: Navigation, config: MkDocsConfig, store: PageStore) -> tuple[str, ...]:
    store.opened()
    tasks = [
        Task(file.src_uri, file.content_string, key_of(shape, file.src_uri, file.content_bytes))
        for file in files.documentation_pages()
    ]
    found = {task.uri: page for task in tasks if (page := store.get(task.key)) and _is_sound(page, files)}
    maker = Maker(config, files, nav, config.theme.get_env(), store)
    made = set(_made([task for task in tasks if task.uri not in found], maker))
    for task in tasks:
        page = store.get(task.key) if task.uri in made else found.get(task.uri)
        file = files.get_file_from_path(task.uri)
        if page and file and file.page:
            _let_be_ready(file.page, store, task.key, page, files)
    return tuple(task.key for task in tasks)


def _is_sound(page: Kept, files: Files) -> bool:
    """Whether everything that a page leads to is still there."""
    return all(files.get_file_from_path(uri) for uri in page.needs)


def _let_be_ready(page: Page, store: PageStore, key: str, kept: Kept, files: Files) -> None:
    setattr(page, "__class__", ReadyPage)  # noqa: B010 - MkDocs made the page, and knows it by identity
    for name, value in {"store": store, "key": key, "ready": kept, "all_files": files}.items():
        setattr(page, name, value)


def _shape(nav: Navigation, config: MkDocsConfig) -> Iterator[str | bytes]:
    """All that shapes a page besides its own text and address.

    The day of the build is no part of it: no page shows that, only the map of the site does, which is always made.
    """
    yield from (f"{name} {version(name)}" for name in _SHAPED_BY)
    yield from (Path(config.config_file_path).read_bytes(), config.site_url or "", Path(__file__).read_bytes())
    yield from (f"{page.title} {page.url}" for page in nav.pages)
    # What lies in the package of the theme has a version; what we lay over it does not.
    for folder in map(Path, config.theme.dirs[:1]):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield from (file.relative_to(folder).as_posix(), file.read_bytes())


def _made(tasks: Sequence[Task], maker: Maker) -> Iterable[str]:
    """Make pages, on as many processors as there are; gives the places of those that could be made."""
    workers = min(_processors(), len(tasks) // (FEW // 2))
    if workers > 1:
        try:
            return _made_together(tasks, maker, workers)
        except (OSError, BrokenProcessPool, ImportError):
            pass  # No room for more processes: one can do it too.
    return [task.uri for task in tasks if maker.make(task)]


def _made_together(tasks: Sequence[Task], maker: Maker, workers: int) -> list[str]:
    # A copy of this process needs no preparation, but a copy of one with threads may hang.
    copies = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if copies else "spawn")
    maker.env.get_template(TEMPLATE)
    begin = partial(_begin, maker) if copies else partial(_begin_anew, *_recipe(maker))
    with ProcessPoolExecutor(workers, mp_context=context, initializer=begin) as pool:
        chunks = [tasks[at : at + _CHUNK] for at in range(0, len(tasks), _CHUNK)]
        return [uri for uris in pool.map(_make_chunk, chunks) for uri in uris]


_maker: list[Maker] = []


def _begin(maker: Maker) -> None:
    _maker[:] = [maker]


def _make_chunk(tasks: Sequence[Task]) -> list[str]:
    return [task.uri for task in tasks if _maker[0].make(task)]


def _recipe(maker: Maker) -> tuple[str, str, str, dict[str, str], PageStore]:
    """What another process needs to make a maker of the same site."""
    in_nav = {page.file.src_uri: page.file.content_string for page in maker.nav.pages}
    own = (file for file in maker.files if file.src_dir not in maker.config.theme.dirs)
    texts = {file.src_uri: in_nav.get(file.src_uri, "") for file in own}
    return str(maker.config.config_file_path), maker.config.site_dir, maker.config.site_url or "", texts, maker.store


def _begin_anew(config_file: str, site_dir: str, site_url: str, texts: dict[str, str], store: PageStore) -> None:
    logging.getLogger("mkdocs").handlers = [logging.NullHandler()]
    logging.getLogger("mkdocs").propagate = False
    config = load_config(config_file, site_dir=site_dir, site_url=site_url)
    files = Files([_file(config, uri, text) for uri, text in texts.items()])
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    for page in nav.pages:
        page.read_source(config)
    _begin(Maker(config, files, nav, env, store))


def _file(config: MkDocsConfig, uri: str, text: str) -> File:
    file = File(uri, src_dir=None, dest_dir=config.site_dir, use_directory_urls=config.use_directory_urls)
    file.content_string = text
    return file


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
