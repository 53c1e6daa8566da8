"""What a list of pages can be made from: which have a value, and in what order they stand."""

from collections.abc import Sequence

from .pages import Page
from .shards import steps


def facets_of(pages: Sequence[Page]) -> dict[str, dict[str, list[int]]]:
    """For each facet and value, both sorted, the places of the pages that have it, as steps."""
    found: dict[str, dict[str, list[int]]] = {}
    for place, page in enumerate(pages):
        for name, values in page.facets.items():
            for value in values:
                found.setdefault(name, {}).setdefault(value, []).append(place)
    return {
        name: {value: list(steps(places)) for value, places in sorted(values.items())}
        for name, values in sorted(found.items())
    }


def orders_of(pages: Sequence[Page]) -> dict[str, list[int]]:
    """For each order the places of the pages that have it, the first one first."""
    names = sorted({name for page in pages for name in page.sorts})
    known = {
        name: [(page.sorts[name], place) for place, page in enumerate(pages) if name in page.sorts] for name in names
    }
    return {name: [place for _, place in sorted(keys)] for name, keys in known.items()}
