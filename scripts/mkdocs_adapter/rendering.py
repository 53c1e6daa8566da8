"""Makes one page as MkDocs does, and keeps what came of it."""

import contextlib
import logging
import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from kennisbank.publishing.page_store import Kept, PageStore

from .our_files import file_at
from .parser import Parser

TEMPLATE = "main.html"


@dataclass(frozen=True)
class Task:
    """A page to make: its place in the site, and the key to keep it under."""

    uri: str
    key: str


@dataclass(frozen=True)
class Maker:
    """All that making the pages of one site takes."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    store: PageStore

    def make(self, task: Task) -> bool:
        """Make a page and keep it; False when MkDocs has something to say about it, or when that fails."""
        try:
            with _listening() as heard:
                kept = self._made(task.uri)
            if kept is None or heard.anything:
                return False
            self.store.put(task.key, kept)
        except Exception:  # noqa: BLE001 - MkDocs will meet the same, and knows how to tell it
            if os.environ.get("KENNISBANK_DEBUG"):
                traceback.print_exc()
            return False
        return True

    def html_of(self, uri: str, text: str) -> str | None:
        """What becomes of a page of the site with another text; None when MkDocs has something to say about it."""
        file = self.files.get_file_from_path(uri)
        if file and file.page:
            # One that was ready knows nothing of another text.
            setattr(file.page, "__class__", Page)  # noqa: B010 - see handover
        with _listening() as heard:
            kept = self._made(uri, text)
        return None if kept is None or heard.anything else kept.html

    @cached_property
    def _pages(self) -> Sequence[File]:
        """All pages. MkDocs looks them up for every page that it makes, which no large site can bear."""
        return self.files.documentation_pages()

    @cached_property
    def _parser(self) -> Parser:
        return Parser()

    def _made(self, uri: str, text: str | None = None) -> Kept | None:
        """What becomes of a page, with another text if that is given; None when it wants what not every page has."""
        file = self.files.get_file_from_path(uri)
        page = file and file.page
        if not file or not page:
            return None
        page.markdown, page.meta = meta.get_data(file.content_string if text is None else text)
        if "template" in page.meta or "title" not in page.meta:
            return None
        asked = _Asked(self.files)
        with self._parser.shared():
            page.render(self.config, asked)
        page.active = True
        try:
            html = self.env.get_template(TEMPLATE).render(get_context(self.nav, self._pages, self.config, page))
        finally:
            page.active = False
            # Who makes thousands of pages has no room for what they were made of.
            page.markdown = page.content = ""
        links = [
            (target.src_uri, anchor, written)
            for target, anchors in (page.links_to_anchors or {}).items()
            for anchor, written in anchors.items()
        ]
        anchors = sorted(page.present_anchor_ids or ())
        return Kept(html, str(page.meta["title"]), tuple(anchors), tuple(links), tuple(sorted(asked.paths)))


class _Asked(Files):
    """The files of the site, remembering for which of them a page asked."""

    def __init__(self, files: Files) -> None:
        self._all = files
        self.paths: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        self.paths.add(path)
        return file_at(self._all, path)


class _Heard(logging.Handler):
    """Whether MkDocs had something to say that matters."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything |= record.levelno >= logging.INFO


@contextlib.contextmanager
def _listening() -> Iterator[_Heard]:
    """Hear what MkDocs says, and let nobody else hear it: MkDocs has to meet such a page itself."""
    heard, logger = _Heard(), logging.getLogger("mkdocs")
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [heard], False
    # Also what a quiet build does not tell.
    logger.setLevel(logging.INFO)
    try:
        yield heard
    finally:
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])
