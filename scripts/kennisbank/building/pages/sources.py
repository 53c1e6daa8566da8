"""The pages of all sources, by publisher, with the records that use each."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...findings.nearest import slug
from ...insights.facets import OVERVIEW
from ...insights.ledgers import sources_of
from ...library.addresses import OVERVIEWS
from ...library.library import Ref
from ...model.parts import Source
from ..artifacts import Artifact
from ..rendering import Frame, Renderer
from .parts import part_frame, part_pages

# A source and the records that use it.
Used = tuple[Source, list[Ref]]
# So many on one page: readers can filter them at once, and the first view stays below 150 kB over the wire, with what
# a server sends above each file.
LENGTH = 240
# Of a source that many pages use, the page names no more than these.
USERS = 20
_FRAME = Frame(
    "Bronnen",
    "Alle bronnen van deze site, met de pagina's die erop steunen.",
    hide=("navigation", "toc"),
    facets=OVERVIEW,
    scripts=("word-filter",),
    styles=("explorer", "sources"),
)


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """The sources in the order of their publishers, as many pages as that takes."""
    ordered = sorted(
        sources_of(renderer.library), key=lambda pair: (slug(pair[0].publisher), pair[0].title, pair[0].key)
    )
    first = OVERVIEWS["bronnen"]
    names = part_pages(first, len(ordered), LENGTH)
    parts = [ordered[index * LENGTH : (index + 1) * LENGTH] for index in range(len(names))]
    starts: dict[str, str] = {}
    for name, part in zip(names, parts, strict=True):
        for source, _ in part:
            starts.setdefault(_letter(source), name)
    for number, (name, part) in enumerate(zip(names, parts, strict=True), 1):
        frame = _FRAME if name == first else part_frame(_FRAME, first, number)
        yield renderer.page(
            "sources.md.j2",
            name,
            frame,
            letters=[(letter, _by_publisher(found)) for letter, found in groupby(part, lambda pair: _letter(pair[0]))],
            starts=starts,
            total=len(ordered),
            names=names,
            most=USERS,
        )


def _by_publisher(found: Iterable[Used]) -> list[tuple[str, list[Used]]]:
    """Sources by publisher, in the order in which they come; ways to write one name are one publisher."""
    grouped = (list(group) for _, group in groupby(found, lambda pair: slug(pair[0].publisher)))
    return [(group[0][0].publisher, group) for group in grouped]


def _letter(source: Source) -> str:
    """The letter under which a publisher stands; 0-9 for one that starts with a figure."""
    letter = slug(source.publisher)[:1]
    return letter.upper() if letter.isalpha() else "0-9"
