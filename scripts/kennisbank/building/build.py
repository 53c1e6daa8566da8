"""Library to artifacts: every file of the site, made without a clock, a network or chance."""

from ..library.addresses import Site
from ..library.library import Library
from ..model.kinds import FACES_FOLDER
from ..reading.tree import Tree
from .artifacts import Artifact
from .pages import PAGES
from .rendering import Renderer


def build(library: Library, tree: Tree, site: Site) -> tuple[Artifact, ...]:
    """All artifacts, sorted by their place in the site; concepts are left out unless `site.preview`."""
    shown = library if site.preview else library.published()
    renderer = Renderer(shown, site)
    made = [artifact for maker in PAGES for artifact in maker(renderer)]
    assets = [
        Artifact(path.removeprefix("docs/"), blob.data, path)
        for path, blob in tree.items()
        if path.startswith(("docs/assets/", f"{FACES_FOLDER}/"))
    ]
    return tuple(sorted([*made, *assets], key=lambda artifact: artifact.order))
