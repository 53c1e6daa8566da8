"""Lets MkDocs find the pages that are ready, where it would otherwise render them."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kennisbank.library.addresses import NOT_TO_PUBLISH
from kennisbank.publishing.last_changed import days_of_pages
from kennisbank.publishing.page_store import Kept, PageStore
from kennisbank.publishing.pipeline import BuildStopped, not_found

from .our_files import OurFile, file_at
from .rendering import TEMPLATE
from .theme_faults import mended


class ReadyPage(Page):
    """A page that was made already; its HTML stays in the store until MkDocs writes it."""

    store: PageStore
    key: str
    ready: Kept
    all_files: Files

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Take the title: other pages show no more of this one, or it is in the navigation and has been read."""
        if self.markdown is None:
            self.markdown, self.meta = "", {"title": self.ready.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Take what MkDocs needs to check the links of all pages."""
        self.content = ""

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """Where others may lead to in this page: no set for each page stays in memory."""
        return _as_set(self.ready.anchors)

    # MkDocs has two plain fields here, which it sets of a page that it renders itself.
    @present_anchor_ids.setter
    def present_anchor_ids(self, _: set[str] | None) -> None:
        raise AttributeError

    @property
    def links_to_anchors(self) -> dict[File, dict[str, str]] | None:
        """Where this page leads to in others."""
        return _by_file(self.ready, self.all_files)

    @links_to_anchors.setter
    def links_to_anchors(self, _: dict[File, dict[str, str]] | None) -> None:
        raise AttributeError

    def html(self) -> str | None:
        """The page as it was made, or None when it is not there any more."""
        return self.store.html(self.key)

    def encoded(self) -> bytes | None:
        """The page as MkDocs writes it, or None when it is not there any more."""
        html = self.html()
        return None if html is None else html.encode("utf-8", errors="xmlcharrefreplace")

    def become_ordinary(self, config: MkDocsConfig) -> None:
        """Be a page that MkDocs can render."""
        setattr(self, "__class__", Page)  # noqa: B010 - see hand_over
        self.read_source(config)
        self.render(config, self.all_files)


@lru_cache(maxsize=64)
def _as_set(anchors: tuple[str, ...]) -> set[str]:
    return set(anchors)


def _by_file(kept: Kept, files: Files) -> dict[File, dict[str, str]]:
    """The links of a page to anchors, as MkDocs holds them."""
    links: dict[File, dict[str, str]] = {}
    for uri, anchor, written in kept.links:
        target = file_at(files, uri)
        if target is not None:
            links.setdefault(target, {})[anchor] = written
    return links


def hand_over(page: Page, store: PageStore, key: str, kept: Kept, files: Files) -> None:
    """Make a page of MkDocs one that is ready."""
    setattr(page, "__class__", ReadyPage)  # noqa: B010 - MkDocs made the page, and knows it by identity
    # What it needs is there now, and there are many pages.
    lasting = replace(kept, needs=())
    for name, value in {"store": store, "key": key, "ready": lasting, "all_files": files}.items():
        setattr(page, name, value)


class _Shortcut:
    """The template of pages: gives what was made and is not in its place yet, and renders the others."""

    def __init__(self, template: jinja2.Template) -> None:
        self._template = template

    def render(self, context: dict[str, Any]) -> str:
        """The page as it was made, or rendered now."""
        page = context["page"]
        if isinstance(page, ReadyPage):
            if isinstance(page.file, OurFile) and page.file.is_there:
                # MkDocs writes no file without anything in it.
                return ""
            html = page.html()
            if html is not None:
                return html
            page.become_ordinary(context["config"])
        return self._template.render(context)


def dated(files: list[OurFile], config: MkDocsConfig) -> list[OurFile]:
    """The files, each with the day on which its page changed last, for theme/sitemap.xml; None where not known."""
    days = days_of_pages(Path(config.config_file_path).parent, [file.artifact for file in files])
    for file in files:
        file.last_changed = days.get(file.src_uri)
    return files


def tell_not_found(config: MkDocsConfig) -> MkDocsConfig:
    """Say in the settings how to report what is not found: the page that the theme has for it is none of ours."""
    try:
        config.extra["not_found"] = not_found(Path(config.config_file_path).parent)
    except BuildStopped as stopped:
        raise PluginError(str(stopped)) from None
    return config


def on_env(env: jinja2.Environment, *, files: Files, **_: Any) -> jinja2.Environment:
    """Let MkDocs, when it asks for the template of a page, get one that knows the ready pages.

    What is made without a page of ours, such as the one for what is not found, hears here whether concepts are shown.
    """
    env.globals["with_concepts"] = files.get_file_from_path(NOT_TO_PUBLISH) is not None
    mended(env)
    ordinary = env.get_template

    def get_template(name: str, *more: Any, **named: Any) -> Any:
        template = ordinary(name, *more, **named)
        # Templates that extend this one say more than its name, and want it whole.
        return template if name != TEMPLATE or more or named else _Shortcut(template)

    setattr(env, "get_template", get_template)  # noqa: B010 - mypy would not let a method be replaced
    return env
