"""MkDocs adapter: hands the pages that kennisbank builds to MkDocs, and stops the build on errors."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from kennisbank.publishing.content_security import with_one_more
from kennisbank.publishing.finishing import finish
from kennisbank.publishing.page_guard import Refused
from kennisbank.publishing.pipeline import BuildStopped, artifacts

_state: dict[str, Any] = {"preview": False, "last_good": (), "broken": False}


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes both by name
    """Concepts are shown in the live preview and nowhere else."""
    _state["preview"] = command == "serve"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace what MkDocs found below docs/ by what kennisbank made; what the theme ships stays."""
    root = Path(config.config_file_path).parent
    try:
        made = artifacts(root, preview=_state["preview"])
    except BuildStopped as stopped:
        if not _state["last_good"]:
            raise PluginError(str(stopped)) from None
        sys.stderr.write(f"{stopped}Tot dan zie je de vorige versie.\n")
        made, _state["broken"] = _state["last_good"], True
    else:
        if _state["broken"]:
            sys.stderr.write("Opgelost: de site is weer bij.\n")
        _state.update(last_good=made if _state["preview"] else (), broken=False)
    shipped = [file for file in files if file.src_dir != config.docs_dir]
    return Files([*shipped, *(File.generated(config, item.uri, content=item.content) for item in made)])


def on_post_build(config: MkDocsConfig) -> None:
    """Look at the built pages a last time, and add what is made from them."""
    try:
        finish(Path(config.site_dir), config.site_url or "")
    except Refused as refused:
        raise PluginError(str(refused)) from None


def on_serve(server: LiveReloadServer, **_: Any) -> None:
    """Let the script that refreshes the preview run: MkDocs adds it to a page when it sends it, after its policy."""
    name = "_inject_js_into_html"  # MkDocs has no other way in, and changes no more
    inject = getattr(server, name)
    setattr(server, name, lambda page, epoch: with_one_more(page, inject(page, epoch)))
