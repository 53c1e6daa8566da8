"""The page of all sources, with the records that use each."""

from collections.abc import Iterator

from ..artifacts import Artifact
from ..library import Library, Ref
from ..model.parts import Source
from ..rendering import Frame, Renderer


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page: sources by publisher, each with links to the pages that rest on it."""
    by_publisher: dict[str, list[tuple[Source, list[Ref]]]] = {}
    for source, users in sorted(sources_of(renderer.library), key=lambda pair: (pair[0].title, pair[0].key)):
        by_publisher.setdefault(source.publisher, []).append((source, users))
    ordered = sorted(by_publisher.items(), key=lambda pair: pair[0].casefold())
    frame = Frame(
        "Bronnen",
        "Alle bronnen van deze site, met de pagina's die erop steunen.",
        hide=("navigation", "toc"),
        search=False,
    )
    yield renderer.page("sources.md.j2", "bronnen.md", frame, publishers=ordered)


def sources_of(library: Library) -> list[tuple[Source, list[Ref]]]:
    """Every source once, by key, with the records that list it."""
    found: dict[str, tuple[Source, list[Ref]]] = {}
    for entry in library.entries:
        for source in entry.record.sources if entry.record else ():
            found.setdefault(source.key, (source, []))[1].append(entry.ref)
    return [found[key] for key in sorted(found)]
