"""The memo of a guide, for council or board: two sheets that can be read without the site.

Of every way it tells who took it, why, at what cost, what came of it and how the whole case ended, and who left it
and why. What does not fit is named, never left out in silence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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

# What two sheets hold, in lines of one of their two columns, and what a line holds; tests/browser/test_print.py
# measures that the longest take no third sheet, and that one that leaves anything out fills the second.
_ROOM, _WIDTH = 186, 54
# What each part takes of that: a way with its heads and its count above all, the name of who is not told of, a source
# in its smaller type.
_WAY, _NAME, _SOURCE_WIDTH = 6.2, 0.55, 98
# What a telling has besides its texts: the line with whose it is and the white below it, and the name of each part.
_HEAD, _LABEL = 1.4, 12
# How much of the sheets may go to mere names: of a great library even those do not all fit.
_NAMES = 0.45
# A case that is over says most of how a way ends, and one that goes on the least.
_OVER = (Outcome.STOPPED, Outcome.MERGED, Outcome.FINISHED, Outcome.UNKNOWN, Outcome.RUNNING)


def memo(
    renderer: Renderer, page: str, frame: Frame, term: ChoiceKind, guide: Guide, shared: Mapping[str, object]
) -> Artifact:
    """The memo as a page; `shared` is what the guide itself shows as well."""
    library = renderer.library
    lessons = lessons_of(library, guide.cases)
    notes: Notes = {}
    kept, room = _kept(library, guide)
    rows = rows_of(guide, kept, notes)
    cases = [library.cases[id] for id in guide.cases]
    return renderer.page(
        "choice_memo.md.j2",
        page,
        frame,
        term=term,
        guide=guide,
        rows=rows,
        most_named=_all_named(guide, rows, room),
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


def _kept(library: Library, guide: Guide) -> tuple[frozenset[Key], float]:
    """What the memo tells in full, all of it when it fits, else the most needed; and the room that names have."""
    order = list(_in_order(guide))
    most, sides = _most_named(guide), Counter((way, taken) for (way, taken, *_), _ in order)
    room = _ROOM - _WAY * len(guide.seen) - _NAME * sum(min(count, most) for count in sides.values())
    named = _ROOM - _WAY * len(guide.seen)
    kept: set[Key] = set()
    said: set[object] = set()
    for key, weighed in order:
        if room < _HEAD - _NAME:
            break  # not even one without a word would fit
        part = Telling(weighed, key[1], reason=turn_of(weighed) not in said, ending=weighed.at.id not in said)
        texts, new = part.texts, {(weighed.at.id, note) for note in part.keys} - said
        needed = _HEAD + sum(ceil((len(text) + _LABEL) / _WIDTH) for text in texts if text)
        needed += sum((len(source_of(library, *note).told) + 6) / _SOURCE_WIDTH for note in new)
        spared = _NAME if sides[key[:2]] <= most else 0
        if needed - spared <= room:
            room, named = room - needed + spared, named - needed
            kept.add(key)
            said |= {*new, turn_of(weighed), *([weighed.at.id] if key[1] else [])}
    return frozenset(kept), named


def _all_named(guide: Guide, rows: Iterable[Row], room: float) -> int:
    """How many choices the memo names, of each way that was taken or left: as many as fit where no telling did."""
    sides = [also for row in rows for also in (row.also_taken, row.also_left)]
    most = _most_named(guide)
    while most < max(map(len, sides), default=0) and sum(_lines(also[: most + 1]) for also in sides) <= room:
        most += 1
    return most


def _lines(named: Iterable[Weighed]) -> float:
    """What names take, each with its year: `_NAME` keeps a little more for them, before it is known whose they are."""
    return sum(len(f"{weighed.at.case.organisation} (2026), ") for weighed in named) / _WIDTH


def _most_named(guide: Guide) -> int:
    """How many choices the memo keeps room to name, of each way that was taken or left."""
    return max(3, int(_NAMES * _ROOM / _NAME / (2 * len(guide.seen) or 1)))


def _in_order(guide: Guide) -> Iterator[tuple[Key, Weighed]]:
    """All choices, the most needed first: of every way one that took it, then one that left it, then the next."""
    sides = [(way, True, way.taken) for way in guide.seen]
    sides += [(way, False, way.left) for way in guide.seen]
    rows = [sorted(found, key=lambda weighed: _OVER.index(weighed.at.case.outcome)) for _, _, found in sides]
    for nth in zip_longest(*rows):
        for (way, taken, _), weighed in zip(sides, nth, strict=True):
            if weighed:
                yield key_of(way, weighed, taken=taken), weighed
