"""Shows the pages of what was saved before the rest of the site is made, in the site that a preview shows already."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.publishing.finishing import Last
from kennisbank.publishing.page_store import PageStore
from kennisbank.publishing.pipeline import pages_for_preview
from kennisbank.reading.tree import Tree
from kennisbank.reading.whole_files import write_whole

from .rendering import Maker
from .theme_faults import mended

FEW = 3
"""Of more files than this that were saved at once none is the one that somebody is writing in."""


@dataclass(frozen=True)
class Shown:
    """All that it takes to make one page anew of a site that was built."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    last: Last

    def made_of(self, root: Path, before: Tree, tree: Tree) -> Mapping[str, bytes]:
        """The pages of the few files of a library that are not what they were before, by their place in the site.

        A page that is new has no place there yet, and comes with the rest.
        """
        saved = [path for path, blob in tree.items() if before.get(path) != blob]
        if len(saved) > FEW:
            return {}
        found = {}
        maker = Maker(self.config, self.files, self.nav, mended(self.config.theme.get_env()), PageStore(Path()))
        for page in pages_for_preview(root, tree, saved):
            html = maker.html_of(page.uri, str(page.content))
            file = self.files.get_file_from_path(page.uri)
            if html is not None and file:
                found[file.dest_uri] = self.last.one_more(html, file.dest_uri).encode()
        return found


def put(pages: Mapping[str, bytes], site: Path) -> None:
    """Put pages in the place of those that a site has; raises `OSError`."""
    for place, page in pages.items():
        write_whole(site / place, page)


def are_in(pages: Mapping[str, bytes], site: Path) -> bool:
    """Whether a site has these pages as they are."""
    return all((site / place).is_file() and (site / place).read_bytes() == page for place, page in pages.items())
