"""Library to artifacts: every file of the site, made without a clock, a network or chance."""

from ..library.addresses import Site
from ..library.library import Library
from ..model.kinds import FACES_FOLDER
from ..reading.tree import Tree
from .artifacts import Artifact
from .pages import PAGES
from .rendering import Renderer

STYLE = "docs/assets/stylesheets/site"
"""The styles that every page needs: a folder with a file for each thing they dress, one file on the site."""


def build(library: Library, tree: Tree, site: Site) -> tuple[Artifact, ...]:
    """All artifacts, sorted by their place in the site; concepts are left out unless `site.preview`."""
    shown = library if site.preview else library.published()
    renderer = Renderer(shown, site)
    made = [artifact for maker in PAGES for artifact in maker(renderer)]
    assets = [
        Artifact(path.removeprefix("docs/"), blob.data, path)
        for path, blob in tree.items()
        if path.startswith(("docs/assets/", f"{FACES_FOLDER}/")) and not path.startswith(f"{STYLE}/")
    ]
    return tuple(sorted([*made, *assets, *_style(tree)], key=lambda artifact: artifact.order))


def _style(tree: Tree) -> list[Artifact]:
    """The files of the style as one, in the order of their names: a reader on a slow line waits for one request."""
    parts = [tree[path].data for path in sorted(tree) if path.startswith(f"{STYLE}/")]
    return [Artifact(f"{STYLE.removeprefix('docs/')}.css", b"\n".join(parts), STYLE)] if parts else []
