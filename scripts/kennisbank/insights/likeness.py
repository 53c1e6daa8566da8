"""Municipalities that are like one another, with the reasons: a civil servant compares with colleagues like himself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..library.library import Library
from ..library.places import kilometres, regions_of
from ..model.terms import AnyTerm
from .newest import newest_first

MOST = 8
MOST_OF_THEME = 3
MOST_CASES = 3
_MOST_THEMES = 2
# Where the page of a municipality shows the ones that are like it.
ALIKE = "gemeenten-zoals-deze"
SIZES = {
    "klein": "tot 25.000 inwoners",
    "middelgroot": "25.000 tot 100.000 inwoners",
    "groot": "100.000 tot 200.000 inwoners",
    "zeer groot": "vanaf 200.000 inwoners",
}


@dataclass(frozen=True)
class Alike:
    """A municipality that has cases, how much it is like the one that was asked about, and why (in Dutch)."""

    id: str
    score: int
    reasons: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """Compares the municipalities of a library; `cases` and `themes` hold the ones that have a case."""

    library: Library

    @cached_property
    def cases(self) -> dict[str, tuple[str, ...]]:
        """The cases in each municipality, the newest first."""
        table: dict[str, list[str]] = {}
        for id in self._newest_first:
            for place in self.library.cases[id].places:
                if place in self.library.municipalities:
                    table.setdefault(place, []).append(id)
        return {place: tuple(cases) for place, cases in sorted(table.items())}

    @cached_property
    def themes(self) -> dict[str, frozenset[str]]:
        """What the cases of each municipality are about."""
        about = {id: case.themes for id, case in self.library.cases.items()}
        return {place: frozenset(theme for id in ids for theme in about[id]) for place, ids in self.cases.items()}

    def shared(self, one: str, other: str) -> Iterator[tuple[int, str]]:
        """What two municipalities have in common: a weight and a reason each, whichever of the two comes first."""
        here, there = self.library.municipalities[one], self.library.municipalities[other]
        size = self._sizes[one]
        if here.region and here.region == there.region:
            yield 3, f"zelfde energieregio ({self.library.regions[here.region].title})"
        if size and size == self._sizes[other]:
            yield 3, f"ook {SIZES[size]}"
        if here.province == there.province:
            yield 2, "zelfde provincie"
        themes = self.themes.get(one, frozenset()) & self.themes.get(other, frozenset())
        if themes:
            names = [term.title.lower() for id, term in self._themes.items() if id in themes]
            noun = "zelfde thema" if len(names) == 1 else "zelfde thema's"
            yield min(len(names), _MOST_THEMES), f"{noun} ({_listed(names)})"

    def alike(self, id: str) -> tuple[Alike, ...]:
        """The municipalities most like municipality `id`, best first, with cases that are new to it.

        Itself, its own cases and cases that stand at a better match are left out.
        """
        return self._first(id, self._ranked(id), MOST)

    def alike_by_theme(self, id: str) -> dict[str, tuple[Alike, ...]]:
        """For each theme the municipalities most like `id` that have a case of it, with those cases only."""
        ranked = self._ranked(id)
        found = {theme: self._first(id, ranked, MOST_OF_THEME, theme) for theme in self._themes}
        return {theme: items for theme, items in found.items() if items}

    def _ranked(self, id: str) -> list[tuple[int, str, tuple[str, ...]]]:
        """The municipalities with a case that have something in common with `id`, the most like it first.

        Of those that are as much like it the nearest, for that is a colleague to visit.
        """
        here, scored = self.library.municipalities[id].point, []
        for other in self.cases:
            reasons = list(self.shared(id, other)) if other != id else []
            if reasons:
                far = kilometres(here, self.library.municipalities[other].point)
                score = -sum(weight for weight, _ in reasons)
                scored.append((score, far, other, tuple(reason for _, reason in reasons)))
        return [(score, other, why) for score, _, other, why in sorted(scored)]

    def _first(
        self, id: str, ranked: list[tuple[int, str, tuple[str, ...]]], most: int, theme: str = ""
    ) -> tuple[Alike, ...]:
        seen = set(self.cases.get(id, ()))
        found: list[Alike] = []
        for score, other, why in ranked:
            if len(found) == most:
                break
            new = tuple(
                case
                for case in self.cases[other]
                if case not in seen and (not theme or theme in self.library.cases[case].themes)
            )
            if new:
                found.append(Alike(other, -score, why, new))
                seen.update(new)
        return tuple(found)

    def regional(self, id: str) -> tuple[str, ...]:
        """The cases of the whole energy region of a municipality, which name no municipality; the newest first."""
        region = self.library.municipalities[id].region
        return self._regional.get(region, ())[:MOST] if region else ()

    def without_case(self, region: str) -> tuple[str, ...]:
        """The municipalities of a region that have no case."""
        towns = self.library.municipalities.items()
        return tuple(id for id, town in towns if town.region == region and id not in self.cases)

    @cached_property
    def _sizes(self) -> dict[str, str | None]:
        return {id: town.size for id, town in self.library.municipalities.items()}

    @cached_property
    def sizes_known(self) -> int:
        """Of how many municipalities the size class is known."""
        return sum(size is not None for size in self._sizes.values())

    @cached_property
    def _newest_first(self) -> list[str]:
        return newest_first(self.library)

    @cached_property
    def _regional(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, list[str]] = {}
        for id in self._newest_first:
            case = self.library.cases[id]
            for region in regions_of(self.library, case) if not case.places else ():
                table.setdefault(region, []).append(id)
        return {region: tuple(ids) for region, ids in table.items()}

    @cached_property
    def _themes(self) -> dict[str, AnyTerm]:
        return self.library.term_list("themes")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
