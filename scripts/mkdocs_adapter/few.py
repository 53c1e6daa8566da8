"""Makes a few pages of a site that stands, as a program: asked on standard input, answered on standard output.

It knows of the other pages only their places: a page shows no more of them, but for those in the navigation.
"""

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing.page_store import CACHE, store_in

from .rendering import Task
from .shape import is_known, key_under, shape_of
from .workers import maker_of, say_nothing


def answer(config: MkDocsConfig, asked: Mapping[str, Any]) -> dict[str, str]:
    """The key under which each page that was asked for is kept; nothing when MkDocs has to look at the site itself.

    `pages` has the text of each page that is asked for, `menu` that of those in the navigation; `places` are all files
    of the site. The `shape` is the one that the other pages have: with another one all of them have to be made again.
    """
    store = store_in(Path(config.config_file_path).parent / CACHE, asked["shape"])
    # Of the others only the places matter.
    texts = {**dict.fromkeys(asked["places"], ""), **asked["menu"], **asked["pages"]}
    files = {uri: Artifact(uri, text) for uri, text in texts.items()}
    maker = maker_of(config, files.values(), store)
    if not is_known(maker.nav, config) or shape_of(maker.nav, config) != asked["shape"]:
        return {}
    tasks = [Task(uri, key_under(asked["shape"], files[uri])) for uri in asked["pages"]]
    return {task.uri: task.key for task in tasks} if all(map(maker.make, tasks)) else {}


def _know_templates(config: MkDocsConfig) -> None:
    """Find the thousands of files of the theme, among which MkDocs looks for its own."""
    env = config.theme.get_env()
    names = env.list_templates()
    setattr(env.loader, "list_templates", lambda: names)  # noqa: B010 - mypy would not let a method be replaced
    setattr(config.theme, "get_env", lambda: env)  # noqa: B010 - as above


def main() -> int:
    """Answer what is asked of the site with these settings, which goes to a folder."""
    settings, site = sys.argv[1:]
    say_nothing()
    # What a hook does to single pages makes none of them ready, so that this is not asked; others do nothing here.
    config = load_config(settings, site_dir=site, hooks=[])
    _know_templates(config)
    # What comes before this is done while the other process finds out what to ask.
    asked = json.load(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
    sys.stdout.write(json.dumps(answer(config, asked)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
