"""What 'nieuwste eerst' means, everywhere: what began last comes first, and within a year the titles are sorted.

And how new is what a record rests on: to have looked at it again lately makes its sources no newer.
"""

from collections.abc import Iterable

from ..findings.nearest import slug
from ..library.library import Library
from ..model.parts import Source
from ..reading.meaning import years_in


def newness(year: int, title: str) -> tuple[int, str]:
    """A key that sorts the newest first."""
    return -year, slug(title)


def newest_first(library: Library) -> list[str]:
    """The ids of the cases, the newest first."""
    keys = {id: (*newness(case.period.start, case.title), id) for id, case in library.cases.items()}
    return sorted(keys, key=keys.__getitem__)


def newest_source(sources: Iterable[Source]) -> int | None:
    """The year of the newest of these sources, as far as their dates say; None when none does."""
    return max((year for source in sources for year in years_in(source.date)), default=None)
