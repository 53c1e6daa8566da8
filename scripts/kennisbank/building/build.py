"""Library to artifacts: every file of the site, made without a clock, a network or chance."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..library.addresses import Site, web_path
from ..library.archived import with_archived_told
from ..library.assets import goes_to_the_site
from ..library.file_names import same_name
from ..library.library import Library
from ..library.pictures import is_photo
from ..library.previewing import with_pages
from ..reading.tree import Tree
from .artifacts import Artifact
from .pages.handwritten import written
from .pages.records import pages_of
from .photos import photo_files
from .rendering import Renderer
from .units import Recall, Unit, units_of, work_out

# Texts between quotation marks stay, of white space one sign, of remarks nothing (CSS Syntax 3, 4.3). More would take a
# reader of selectors: the space in `a :is(b)` has a meaning, that in `a: is(b)` has none.
_FOR_WRITERS = re.compile(
    rb"""("(?:\\.|[^"\\])*(?:"|\\?\Z)|'(?:\\.|[^'\\])*(?:'|\\?\Z))|(\s)\s*|/\*.*?(?:\*/|\Z)""", re.DOTALL
)

STYLE = "docs/assets/stylesheets/site"
"""The styles that every page needs: a folder with a file for each thing they dress, one file on the site."""


class TwoAtOnePlace(Exception):
    """Two files of the site have one address; the message is Dutch and names both."""


def _made_now(unit: Unit) -> Iterable[Artifact]:
    return unit.make()


def build(
    library: Library,
    tree: Tree,
    site: Site,
    made_of: Callable[[Unit], Iterable[Artifact]] = _made_now,
    recall: Recall = work_out,
) -> tuple[Artifact, ...]:
    """All artifacts, sorted by their place in the site; concepts are left out unless `site.preview`.

    `made_of` gives the files of a unit; it may know them already. So may `recall` what pages show of a text.
    """
    shown = shown_of(library, site)
    made = (artifact for unit in units_of(shown, site, recall) for artifact in made_of(unit))
    return in_order(chain(made, assets_of(shown, tree)))


def shown_of(library: Library, site: Site) -> Library:
    """The library as the site shows it."""
    return with_archived_told(with_pages(library) if site.preview else library.published())


def in_order(made: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """Artifacts by their place in the site."""
    return tuple(sorted(made, key=lambda artifact: artifact.order))


def assets_of(shown: Library, tree: Tree) -> Iterator[Artifact]:
    """The files that are no pages and that go to the site as they are, or nearly; photos only where one is shown."""
    for path, blob in tree.items():
        if goes_to_the_site(path) and not is_photo(path) and not blob.problem and not path.startswith(f"{STYLE}/"):
            yield Artifact(path.removeprefix("docs/"), _packed(path, blob.data), path)
    yield from photo_files(shown, tree)
    yield from _style(tree)


def pages_made_of(paths: Iterable[str], library: Library, site: Site) -> tuple[Artifact, ...]:
    """Of all artifacts the pages of these files alone, as a preview shows them; a list or an image has none."""
    renderer = Renderer(shown_of(library, site), site)
    wanted = frozenset(paths)
    records = [entry for entry in renderer.library.entries if entry.document.path in wanted]
    made = [page for entry in records if entry.record for page in pages_of(renderer, entry, entry.record)]
    return (*made, *(written(renderer, page) for page in renderer.library.pages if page.path in wanted))


def apart(made: tuple[Artifact, ...], shipped: Iterable[str] = ()) -> tuple[Artifact, ...]:
    """The same artifacts; raises `TwoAtOnePlace` when two of them have one address on some computer or server.

    `shipped` are the addresses of what the theme puts there: whatever takes one of those runs on every page.
    """
    theirs = {same_name(web_path(uri)): uri for uri in shipped}
    seen: dict[str, Artifact] = {}
    for artifact in made:
        place = artifact.uri.removesuffix("index.html") if artifact.uri.endswith("/index.html") else artifact.uri
        taken = theirs.get(same_name(web_path(place)))
        if taken:
            names = f"'{artifact.source or artifact.uri}' (wordt {artifact.uri}) en '{taken}' van het thema"
            raise TwoAtOnePlace(f"Twee bestanden krijgen hetzelfde adres op de site: {names}. Hernoem het eerste.")
        first = seen.setdefault(same_name(web_path(place)), artifact)
        if first is not artifact:
            names = " en ".join(f"'{each.source or each.uri}' (wordt {each.uri})" for each in (first, artifact))
            raise TwoAtOnePlace(f"Twee bestanden krijgen hetzelfde adres op de site: {names}. Hernoem een van de twee.")
    return made


def _style(tree: Tree) -> list[Artifact]:
    """The files of the style as one, in the order of their names: a reader on a slow line waits for one request."""
    parts = [tree[path].data for path in sorted(tree) if path.startswith(f"{STYLE}/") and goes_to_the_site(path)]
    name = f"{STYLE}.css"
    return [Artifact(name.removeprefix("docs/"), _packed(name, b"\n".join(parts)), STYLE)] if parts else []


def _packed(path: str, data: bytes) -> bytes:
    """A style without the remarks and the indents that are for who writes it: each reader waits for it."""
    return _FOR_WRITERS.sub(lambda found: found[1] or found[2] or b"", data) if path.endswith(".css") else data
