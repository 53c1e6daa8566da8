"""Related cases: the ones an author named first, then the ones that share most, with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ..library.library import Library
from ..library.places import regions_of
from ..model.records import Case

_MOST = 4
_ENOUGH = 4
_THEME, _LESSON, _ROLE, _REGION, _SECTOR = 1, 2, 2, 2, 1


@dataclass(frozen=True)
class Related:
    """A related case and why it is related, in Dutch."""

    case: str
    reason: str


def related_to(library: Library, id: str) -> tuple[Related, ...]:
    """Cases related to case `id`: named by either of the two, then at most four computed ones."""
    case, index = library.cases[id], library.once(_Index)
    named = sorted(index.named.get(id, ()))
    found = islice(index.nearest(case, {id, *named}), _MOST)
    return (
        *(Related(other, "genoemd door de schrijver") for other in named),
        *(Related(other, ", ".join(_shared(library, case, library.cases[other]))) for other in found),
    )


@dataclass(frozen=True)
class _Index:
    """Who has what. A set of cases is a number in which case n of `ids` is bit n.

    To compare one case with all others takes some hundred operations on such numbers, however many cases there are.
    """

    library: Library

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.library.cases))

    @cached_property
    def named(self) -> dict[str, set[str]]:
        """For every case the ones that it names and that name it."""
        table: dict[str, set[str]] = {}
        for id, case in self.library.cases.items():
            for other in case.related:
                if other in self.library.cases and other != id:
                    table.setdefault(id, set()).add(other)
                    table.setdefault(other, set()).add(id)
        return table

    @cached_property
    def having(self) -> dict[tuple[str, str], int]:
        """The cases that have a theme, lesson, role, region or sector."""
        members: dict[tuple[str, str], bytearray] = {}
        for place, id in enumerate(self.ids):
            case = self.library.cases[id]
            for kind, _, values in (*self._each(case), *self._any(case)):
                for value in values:
                    bits = members.setdefault((kind, value), bytearray(len(self.ids) // 8 + 1))
                    bits[place // 8] |= 1 << place % 8
        return {feature: int.from_bytes(bits, "little") for feature, bits in members.items()}

    @cached_property
    def place(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.ids)}

    def _each(self, case: Case) -> Iterator[tuple[str, int, Iterable[str]]]:
        """What counts once for every value that two cases share, and how much."""
        yield "theme", _THEME, case.themes
        yield "lesson", _LESSON, {link.lesson for link in case.lessons}

    def _any(self, case: Case) -> Iterator[tuple[str, int, Iterable[str]]]:
        """What counts once, however many values two cases share."""
        yield "role", _ROLE, (case.role,) if case.role else ()
        yield "region", _REGION, regions_of(self.library, case)
        yield "sector", _SECTOR, case.sectors

    def nearest(self, case: Case, left_out: Iterable[str]) -> Iterator[str]:
        """The cases that share enough, those that share most first, and of equals the first by name."""
        levels = self._levels(case)
        left = ~sum(1 << self.place[id] for id in left_out)
        for level in reversed(levels[_ENOUGH:]):
            found = level & left
            left &= ~found
            while found:
                first = found & -found
                yield self.ids[first.bit_length() - 1]
                found ^= first

    def _levels(self, case: Case) -> list[int]:
        """For every score, from 0, the cases that reach it."""
        sets = [(weight, self.having[kind, value]) for kind, weight, values in self._each(case) for value in values]
        for kind, weight, values in self._any(case):
            together = 0
            for value in values:
                together |= self.having[kind, value]
            sets.append((weight, together))
        levels = [(1 << len(self.ids)) - 1] + [0] * sum(weight for weight, _ in sets)
        for weight, having in sets:
            for score in range(len(levels) - 1, 0, -1):
                levels[score] |= levels[max(score - weight, 0)] & having
        return levels


def _shared(library: Library, one: Case, other: Case) -> Iterator[str]:
    """What two cases have in common, in Dutch."""
    themes = [library.term_list("themes")[id].title.lower() for id in one.themes if id in other.themes]
    if themes:
        yield f"zelfde thema ({' en '.join(themes)})"
    lessons = {link.lesson for link in one.lessons} & {link.lesson for link in other.lessons}
    if lessons:
        yield f"{len(lessons)} {'zelfde les' if len(lessons) == 1 else 'dezelfde lessen'}"
    if one.role and one.role == other.role:
        yield f"zelfde rol ({library.term_list('roles')[one.role].title.lower()})"
    regions = set(regions_of(library, one)) & set(regions_of(library, other))
    if regions:
        yield f"zelfde regio ({' en '.join(library.regions[id].title for id in sorted(regions))})"
    if set(one.sectors) & set(other.sectors):
        yield "zelfde sector"
