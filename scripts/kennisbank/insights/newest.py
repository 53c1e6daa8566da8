"""What 'nieuwste eerst' means, everywhere: what began last comes first, and within a year the titles are sorted."""

from ..findings.nearest import slug
from ..library.library import Library


def newness(year: int, title: str) -> tuple[int, str]:
    """A key that sorts the newest first."""
    return -year, slug(title)


def newest_first(library: Library) -> list[str]:
    """The ids of the cases, the newest first."""
    keys = {id: (*newness(case.period.start, case.title), id) for id, case in library.cases.items()}
    return sorted(keys, key=keys.__getitem__)
