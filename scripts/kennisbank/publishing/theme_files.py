"""The files that the theme puts on the site as they are: a file of ours at such an address would take its place."""

import importlib.util
from functools import cache
from pathlib import Path

# What a template makes is no file of its own (MkDocs leaves these out as well).
_TEMPLATES = (".html", ".xml", ".py", ".pyc")
_FOLDER = "assets"


@cache
def theme_files() -> tuple[str, ...]:
    """Their addresses in the site, sorted."""
    found = {
        file.relative_to(folder).as_posix()
        for folder in theme_folders()
        for file in (folder / _FOLDER).rglob("*")
        if file.is_file() and file.suffix not in _TEMPLATES
    }
    return tuple(sorted(found))


def theme_folders() -> list[Path]:
    """The folders with the templates of the theme and with what lies beside them; none where it is not installed."""
    theme = importlib.util.find_spec("material")
    return [Path(place) / "templates" for place in (theme and theme.submodule_search_locations) or ()]
