"""The scripts that may stand in a page: those of the theme and of our own templates, as they are before any content.

They are read from the templates themselves, so that nothing in a finished page can add to the list.
"""

import posixpath
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from .theme_files import theme_folders

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_OWN = Path(__file__).parents[2] / "theme"
NOT_FOUND = "404.html"


def scripts_of(page: str, address: str = "") -> frozenset[str]:
    """The scripts that may stand in the page at `page` (a path below the site), published at `address`.

    The theme writes the way back to the root of the site into one of them; the page for what is not found can be shown
    anywhere, and has the full path there.
    """
    root = posixpath.relpath(".", posixpath.dirname(page) or ".")
    if page == NOT_FOUND:
        root = urlsplit(address).path or "/"
    return frozenset(filter(None, (_filled(script, root) for script in _templates())))


@cache
def _templates() -> tuple[str, ...]:
    """The inline scripts in the templates of the theme and in our own, as written there."""
    files = [file for folder in (*theme_folders(), _OWN) for file in sorted(folder.rglob("*.html"))]
    found = (script for file in files for script in _SCRIPT.findall(file.read_text(encoding="utf-8")))
    return tuple(dict.fromkeys(found))


@cache
def _filled(script: str, root: str) -> str:
    """A script with what the theme fills in; empty when that takes settings which this site does not have."""
    if "{{" not in script and "{%" not in script:
        return script
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701 - as the theme
    try:
        return environment.from_string(script).render(base_url=root, config={"extra": {}})
    except jinja2.TemplateError:
        return ""
