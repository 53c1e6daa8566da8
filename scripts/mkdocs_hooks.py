"""MkDocs adapter: hands the pages that kennisbank builds to MkDocs, and stops the build on errors."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.publishing.finishing import finish
from kennisbank.publishing.page_guard import Refused
from kennisbank.publishing.pipeline import BuildStopped
from mkdocs_adapter.build_files import HANDED_OVER
from mkdocs_adapter.handover import dated, tell_not_found
from mkdocs_adapter.preview import LAST, end_with_starter, on_serve, without_own_address
from mkdocs_adapter.putting import on_env
from mkdocs_adapter.ready import Ready, ready
from mkdocs_adapter.telling import on_build_error, tell_finishing

__all__ = ["on_build_error", "on_config", "on_env", "on_files", "on_nav", "on_post_build", "on_serve", "on_startup"]

_state: dict[str, Any] = {"preview": False, "ready": Ready()}


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes both by name
    """Concepts are shown in the live preview and nowhere else."""
    _state["preview"] = command == "serve"
    end_with_starter()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let a preview find the pages ready that a build has made, and the page for what is not found be reported."""
    return tell_not_found(without_own_address(config) if _state["preview"] else config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace what MkDocs found below docs/ by what kennisbank made; what the theme ships stays."""
    try:
        ours = HANDED_OVER.files_of(config, preview=_state["preview"], checked=LAST.tree)
    except BuildStopped as stopped:
        raise PluginError(str(stopped)) from None
    shipped = [file for file in files if file.src_dir != config.docs_dir]
    return Files([*shipped, *(ours if _state["preview"] else dated(ours, config))])


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make the pages on all processors, as far as they are not there from an earlier time."""
    LAST.site, _state["ready"] = (config, files, nav), ready(files, nav, config)
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """Look at the built pages a last time, and add what is made from them."""
    try:
        root = Path(config.config_file_path).parent
        LAST.finished_by(finish(Path(config.site_dir), config.site_url or "", root, tell_finishing))
    except Refused as refused:
        raise PluginError(str(refused)) from None
    _state["ready"].tidy(LAST.shown)
