"""All that shapes a page besides its own text and address: when any of it changes, every page is made again."""

import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.utils.yaml import yaml_load

from kennisbank.building.artifacts import Artifact
from kennisbank.publishing import page_store
from kennisbank.publishing.whole_store import key_of
from kennisbank.reading import quick

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "markupsafe",
    "pygments",
    "pyyaml",
)
OF_THE_PROGRAM = (quick, *quick.PARTS, page_store)
"""What pages are made with that stands elsewhere in this program."""
IN_MENUS = ("icon", "status", "subtitle")
"""What the theme shows in its menus besides the title, of pages that are not the open one."""
# With these a hook or plugin changes pages one by one; nobody can know by what.
_PER_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


def is_known(nav: Navigation, config: MkDocsConfig) -> bool:
    """Whether all that shapes a page can be known before the pages are made."""
    free = not any(config.plugins.events[event] for event in _PER_PAGE)
    return free and all("title" in page.meta for page in nav.pages)


def shape_of(nav: Navigation, config: MkDocsConfig) -> str:
    """One name for all that shapes the pages of a site; the pages in the navigation have been read.

    The day of the build is no part of it: no page shows that, only the map of the site does, which is always made. Nor
    are page_guard and content_security, which come after, to every page.
    """
    return key_of(*_parts(nav, config))


def key_under(shape: str, page: Artifact) -> str:
    """The key of a page with its text, in a site whose pages have this shape."""
    return key_of(shape, page.uri, page.digest)


def _parts(nav: Navigation, config: MkDocsConfig) -> Iterator[str | bytes]:
    yield sys.version
    yield from (f"{name} {version(name)}" for name in _PACKAGES)
    # The settings with variables of the environment filled in; of what a command may change these shape a page.
    with Path(config.config_file_path).open("rb") as settings:
        yield repr(yaml_load(settings))
    yield repr((config.site_url, config.use_directory_urls))
    for page in nav.pages:
        yield repr((page.title, page.url, *(page.meta.get(name) for name in IN_MENUS)))
    # What lies in the package of the theme has a version; what we lay over it has not, and nor has this program.
    for folder in (Path(__file__).parent, *map(Path, config.theme.dirs[:1])):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                yield from (file.relative_to(folder).as_posix(), file.read_bytes())
    yield from (Path(str(module.__file__)).read_bytes() for module in OF_THE_PROGRAM)
