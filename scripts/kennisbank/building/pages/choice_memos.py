"""The memo of a guide, for council or board: two sheets that can be read without the site, or three.

Of every way it tells who took it, why, at what cost, what came of it and how the whole case ended, and who left it
and why. Every way that somebody took has an example before another way gets a second. What does not fit is named,
never left out in silence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from math import ceil

from ...insights.choices import Guide, Weighed, lessons_of
from ...library.library import Library
from ...model.parts import Confidence, Outcome, Source
from ...model.terms import ChoiceKind
from ..artifacts import Artifact
from ..rendering import Frame, Renderer
from .choice_rows import Key, Notes, Row, key_of, rows_of, turn_of
from .choice_texts import Telling

# How many sheets a memo takes, what one holds in lines of one of its two columns, and what a line holds;
# tests/browser/test_print.py measures that the longest take no more, and that one that leaves anything out fills them.
_SHEETS, _ROOM, _WIDTH = 2, 93, 54
# What each part takes of that: a way with its heads and its count above all, the name of who is not told of, a source
# in its smaller type.
_WAY, _NAME, _SOURCE_WIDTH = 6.2, 0.55, 98
# What a telling has besides its texts: the line with whose it is and the white below it, and the name of each part.
_HEAD, _LABEL = 1.4, 12
# How much of the sheets may go to mere names: of a great library even those do not all fit.
_NAMES = 0.45
# A case that is over says most of how a way ends, and one that goes on the least.
_OVER = (Outcome.STOPPED, Outcome.MERGED, Outcome.FINISHED, Outcome.UNKNOWN, Outcome.RUNNING)


Tried = tuple[Key, Weighed, bool]
"""A choice as it might be told: whole, or without how its case ended."""


@dataclass
class _Paper:
    """The sheets while they fill: `room` is what tellings have yet, `named` what names have; both in lines.

    At a side that is `crowded` more is named than there is room kept for.
    """

    library: Library
    room: float
    named: float
    crowded: frozenset[tuple[str, bool]]
    kept: dict[Key, bool] = field(default_factory=dict)
    said: set[object] = field(default_factory=set)

    def tell(self, choices: Iterable[Tried], room: float) -> None:
        """Tell of the first of these that fits, unless one of them is told already."""
        found = [*choices]
        if any(key in self.kept for key, *_ in found):
            return
        for key, weighed, whole in found:
            needed = self.needed(key, weighed, whole=whole)
            if needed <= room:
                self.room, self.named = self.room - needed, self.named - needed - self._spared(key)
                self.kept[key] = whole
                ended = [weighed.at.id] if key[1] and whole else []
                self.said |= {*self._new(key, weighed, whole=whole), turn_of(weighed), *ended}
                return

    def needed(self, key: Key, weighed: Weighed, *, whole: bool) -> float:
        """How many lines a telling takes now, less that of the name that it need not have."""
        texts = (len(text) + _LABEL for text in self._telling(key, weighed, whole=whole).texts if text)
        sources = (len(source_of(self.library, *note).told) + 6 for note in self._new(key, weighed, whole=whole))
        lines = sum(ceil(text / _WIDTH) for text in texts) + sum(source / _SOURCE_WIDTH for source in sources)
        return _HEAD + lines - self._spared(key)

    def _telling(self, key: Key, weighed: Weighed, *, whole: bool) -> Telling:
        ending = whole and weighed.at.id not in self.said
        return Telling(weighed, key[1], reason=turn_of(weighed) not in self.said, ending=ending)

    def _new(self, key: Key, weighed: Weighed, *, whole: bool) -> set[tuple[str, str]]:
        return {(weighed.at.id, note) for note in self._telling(key, weighed, whole=whole).keys} - self.said

    def _spared(self, key: Key) -> float:
        return 0 if key[:2] in self.crowded else _NAME


def memo(
    renderer: Renderer, page: str, frame: Frame, term: ChoiceKind, guide: Guide, shared: Mapping[str, object]
) -> Artifact:
    """The memo as a page; `shared` is what the guide itself shows as well."""
    library = renderer.library
    lessons = lessons_of(library, guide.cases)
    notes: Notes = {}
    paper, sheets = _kept(library, guide)
    rows = rows_of(
        guide, frozenset(paper.kept), notes, short=frozenset(key for key, whole in paper.kept.items() if not whole)
    )
    cases = [library.cases[id] for id in guide.cases]
    return renderer.page(
        "choice_memo.md.j2",
        page,
        frame,
        term=term,
        guide=guide,
        rows=rows,
        most_named=_all_named(guide, rows, paper.named, sheets),
        sheets=sheets,
        shortened=any(row.also_taken or row.also_left for row in rows),
        left_out=left_out(rows),
        sources=[source_of(library, *note) for note in notes],
        lessons=lessons,
        thin=sum(case.confidence == Confidence.THIN for case in cases),
        **shared,
    )


def left_out(rows: Iterable[Row]) -> int:
    """How many choices the memo tells of nowhere: one that was told of at another way is not left out."""
    told, named = set(), set()
    for row in rows:
        told |= {turn_of(one.weighed) for one in (*row.taken, *row.left)}
        named |= {turn_of(weighed) for weighed in (*row.also_taken, *row.also_left)}
    return len(named - told)


def source_of(library: Library, case: str, key: str) -> Source:
    """The source that a case calls by this key."""
    return next(source for source in library.cases[case].sources if source.key == key)


def _kept(library: Library, guide: Guide) -> tuple[_Paper, int]:
    """What the memo tells in full, and on how many sheets: two, or one more for an example of every way taken."""
    paper = _filled(library, guide, _SHEETS)
    told = {way for way, taken, *_ in paper.kept if taken}
    if all(way.term.id in told for way in guide.seen if way.taken):
        return paper, _SHEETS
    return _filled(library, guide, _SHEETS + 1), _SHEETS + 1


def _filled(library: Library, guide: Guide, sheets: int) -> _Paper:
    """So many sheets with all choices when they fit, else the most needed; how a case ended goes before an example."""
    order = list(_in_order(guide))
    sides = Counter((way, taken) for (way, taken, *_), _ in order)
    most, space = _most_named(guide, sheets), _ROOM * sheets - _WAY * len(guide.seen)
    crowded = frozenset(side for side, count in sides.items() if count > most)
    paper = _Paper(library, space - _NAME * sum(min(count, most) for count in sides.values()), space, crowded)
    ways = [[one for one in order if one[0][0] == way.term.id and one[0][1]] for way in guide.seen if way.taken]
    owed = [min(paper.needed(*one, whole=False) for one in way) for way in ways]
    for at, way in enumerate(ways, 1):
        # What the shortest example of every other way takes is theirs.
        tried = [(*one, whole) for whole in (True, False) for one in way]
        paper.tell(tried, paper.room - sum(owed[at:]))
    for one in order:
        if paper.room < _HEAD - _NAME:
            break  # not even one without a word would fit
        paper.tell([(*one, True)], paper.room)
    return paper


def _all_named(guide: Guide, rows: Iterable[Row], room: float, sheets: int) -> int:
    """How many choices the memo names, of each way that was taken or left: as many as fit where no telling did."""
    sides = [also for row in rows for also in (row.also_taken, row.also_left)]
    most = _most_named(guide, sheets)
    while most < max(map(len, sides), default=0) and sum(_lines(also[: most + 1]) for also in sides) <= room:
        most += 1
    return most


def _lines(named: Iterable[Weighed]) -> float:
    """What names take, each with its year: `_NAME` keeps a little more for them, before it is known whose they are."""
    return sum(len(f"{weighed.at.case.organisation} (2026), ") for weighed in named) / _WIDTH


def _most_named(guide: Guide, sheets: int) -> int:
    """How many choices the memo keeps room to name, of each way that was taken or left."""
    return max(3, int(_NAMES * _ROOM * sheets / _NAME / (2 * len(guide.seen) or 1)))


def _in_order(guide: Guide) -> Iterator[tuple[Key, Weighed]]:
    """All choices, the most needed first: of every way one that took it, then one that left it, then the next."""
    sides = [(way, True, way.taken) for way in guide.seen]
    sides += [(way, False, way.left) for way in guide.seen]
    rows = [sorted(found, key=lambda weighed: _OVER.index(weighed.at.case.outcome)) for _, _, found in sides]
    for nth in zip_longest(*rows):
        for (way, taken, _), weighed in zip(sides, nth, strict=True):
            if weighed:
                yield key_of(way, weighed, taken=taken), weighed
