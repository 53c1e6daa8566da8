"""Makes all files of a site that are not kept from an earlier time, on all processors, and puts them on disk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from ..building.artifacts import Artifact
from ..building.build import assets_of, in_order, shown_of
from ..building.units import Unit, units_of
from ..library.addresses import Site
from ..library.library import Library
from ..reading.tree import Tree
from .made_store import MadeStore
from .processes import chunks_of, in_parallel
from .spool import Spool

_TOGETHER = 10
"""So many units of one record are handed out together."""
_FEW = 4
"""Half as many pieces of work are done sooner than another process starts."""


Told = Callable[[int, int], None]
Made = tuple[str, Sequence[Artifact]]
"""The files of a unit, after the key under which they are kept."""


@dataclass(frozen=True)
class Making:
    """What making takes: what was kept from an earlier time, and where the files go; without a spool into memory.

    `told` hears how many parts of the site are made, of how many. When files that are kept may be `left` where they
    are, only those are read that somebody asks for, and then need not be there whole.
    """

    known: MadeStore
    spool: Spool | None
    told: Told = lambda *_: None
    left: bool = False

    def all_of(self, library: Library, tree: Tree, site: Site) -> tuple[Artifact, ...]:
        """All files of a site, sorted by their place; raises `OSError`, and what making one raises."""
        shown = shown_of(library, site)
        units = tuple(units_of(shown, site, self.known.recall))
        return in_order(chain(self._of_units(units), self._put(assets_of(shown, tree))))

    def _put(self, made: Iterable[Artifact]) -> Sequence[Artifact]:
        return self.spool.put(made) if self.spool else tuple(made)

    def _of_units(self, units: Sequence[Unit]) -> Iterator[Artifact]:
        missing = []
        for unit in units:
            left = self.known.left(unit) if self.left else None
            kept = self.known.kept(unit) if left is None else None
            if left is not None:
                yield from left
            elif kept is not None:
                yield from self._noted([(self.known.key_of(unit), self._put(kept))])
            else:
                missing.append(unit)
        yield from self._of_all(missing)

    def _of_all(self, units: Sequence[Unit]) -> Iterator[Artifact]:
        """What has to be made now; without a spool others would have to send what they make."""
        first, work = _handed_out(units)
        # What it takes to load and to compile, and to work out for all, copies of this process then have.
        yield from self._noted(self._made(units, [first]))
        if self.spool:
            for number, made in enumerate(in_parallel(partial(self._made, units), work, _FEW, 1), 1):
                self.told(number, len(work))
                yield from self._noted(made)
        else:
            yield from self._noted(self._made(units, work))

    def _made(self, units: Sequence[Unit], work: Sequence[Sequence[int]]) -> list[Made]:
        """The files of some units."""
        some = (units[number] for numbers in work for number in numbers)
        return [(self.known.key_of(unit), self.known.make(unit, self._put)) for unit in some]

    def _noted(self, made: Iterable[Made]) -> Iterator[Artifact]:
        """The files of some units, noted for the next time that they may be left."""
        for key, files in made:
            self.known.note(key, files)
            yield from files


def _handed_out(units: Sequence[Unit]) -> tuple[list[int], list[Sequence[int]]]:
    """Which units this process makes first, and pieces of work for all: what takes long before what does not.

    And before all others what takes much memory, as long as nothing else has left any of its own in a process.
    """
    ones = [number for number, unit in enumerate(units) if unit.of_one]
    others = [number for number, unit in enumerate(units) if not unit.of_one]
    others.sort(key=lambda number: not units[number].is_large)
    return ones[:1], [*chunks_of(others, 1), *chunks_of(ones[1:], _TOGETHER)]
