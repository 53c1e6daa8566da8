"""Which cases tell of the regional energy strategy (RES) of a region: what most people want who look for a region."""

import re
from dataclasses import dataclass
from functools import cached_property

from ..library.library import Library
from ..library.places import kilometres

MOST_NEAR = 3
# As the address, title, summary or question of a case may say it; Hart van Brabant called its strategy a REKS.
_SAYS_SO = re.compile(r"\b(?:res|reks)\b|energiestrategie", re.IGNORECASE)


@dataclass(frozen=True)
class Strategies:
    """The regions of a library, with the cases of their energy strategies."""

    library: Library

    @cached_property
    def cases(self) -> dict[str, tuple[str, ...]]:
        """For each region that has any the cases of its strategy."""
        found: dict[str, list[str]] = {}
        for id, case in self.library.cases.items():
            said = " ".join((id.replace("-", " "), case.title, case.summary, case.question or ""))
            if case.region and case.region in self.library.regions and _SAYS_SO.search(said):
                found.setdefault(case.region, []).append(id)
        return {region: tuple(ids) for region, ids in found.items()}

    def near(self, region: str) -> tuple[tuple[str, str], ...]:
        """Other regions and their first case, the nearest first."""
        others = sorted((self._far(region, other), other) for other in self.cases if other != region)
        return tuple((other, self.cases[other][0]) for _, other in others[:MOST_NEAR])

    @cached_property
    def towns(self) -> dict[str, tuple[str, ...]]:
        """The names of the municipalities of each region."""
        found: dict[str, list[str]] = {}
        for town in self.library.municipalities.values():
            if town.region:
                found.setdefault(town.region, []).append(town.title)
        return {region: tuple(names) for region, names in found.items()}

    def _far(self, one: str, other: str) -> float:
        return kilometres(self.library.regions[one].point, self.library.regions[other].point)
