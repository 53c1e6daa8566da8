"""What a guide and its memo tell of each choice: at which way, and what of it is told elsewhere on the same page."""

from dataclasses import dataclass, replace
from itertools import count

from ...insights.choices import Guide, Way, Weighed
from ...insights.outcomes import Ending, ending_of
from .choice_texts import Telling, later_of

Key = tuple[str, bool, str, int, str]
Notes = dict[tuple[str, str], int]
"""The number of each source on a page, by the case and the key that it has there."""


@dataclass(frozen=True)
class Elsewhere:
    """A choice that is told of at another place: its number there, its case and year, and its way when not this one."""

    place: int
    whose: str
    when: int
    way: str


@dataclass(frozen=True)
class Told:
    """One choice as the page tells it, and its number there.

    `later` is what came of the choice itself, unless the ending of its case says the same; `reason_at` and `ending_at`
    are where else the reason of that choice or the ending of that case is told; of what
    is short only the outcome stands here.
    """

    place: int
    weighed: Weighed
    later: str
    ending: Ending
    reason_at: Elsewhere | None
    ending_at: Elsewhere | None
    notes: tuple[int, ...]
    is_short: bool = False


@dataclass(frozen=True)
class Row:
    """A way on the page: the choices that it tells of, and those that it only names."""

    way: Way
    taken: tuple[Told, ...]
    left: tuple[Told, ...]
    also_taken: tuple[Weighed, ...]
    also_left: tuple[Weighed, ...]


@dataclass(frozen=True)
class _Stand:
    """Where a choice is told of: at which way, whether that was taken, and its place on the page."""

    weighed: Weighed
    way: Way
    taken: bool
    here: Elsewhere


def rows_of(
    guide: Guide,
    kept: frozenset[Key] | None,
    notes: Notes,
    *,
    twice: bool = False,
    short: frozenset[Key] = frozenset(),
) -> tuple[Row, ...]:
    """The ways with what is told of each: all, or what is `kept`. `notes` numbers the sources in the order of the page.

    The reason of a choice is told at the way that was taken, if it is told of there; `twice`, also where one was left.
    Of those that are told of in `short` there is no room for how their case ended.
    """
    stands = _stands(guide, kept)
    reasons: dict[object, Elsewhere] = {}
    for stand in sorted(stands, key=lambda stand: not stand.taken):
        reasons.setdefault((turn_of(stand.weighed), twice and stand.taken), stand.here)
    endings: dict[str, Elsewhere] = {}
    told: dict[tuple[str, bool], list[Told]] = {}
    for stand in stands:
        reason = reasons[turn_of(stand.weighed), twice and stand.taken]
        is_short = key_of(stand.way, stand.weighed, taken=stand.taken) in short
        one = _told(stand, reason, endings.get(stand.weighed.at.id), notes, is_short=is_short)
        told.setdefault((stand.way.term.id, stand.taken), []).append(one)
        if stand.taken and not is_short:
            endings.setdefault(stand.weighed.at.id, stand.here)
    return tuple(_row(way, told, kept) for way in guide.seen)


def _stands(guide: Guide, kept: frozenset[Key] | None) -> list[_Stand]:
    """The choices that are told of, in the order of the page."""
    stands, places = [], count(1)
    for way in guide.seen:
        for taken, found in ((True, way.taken), (False, way.left)):
            for weighed in found:
                if kept is None or key_of(way, weighed, taken=taken) in kept:
                    at = weighed.at
                    here = Elsewhere(next(places), at.case.organisation, at.turn.when, way.term.title)
                    stands.append(_Stand(weighed, way, taken, here))
    return stands


def _row(way: Way, told: dict[tuple[str, bool], list[Told]], kept: frozenset[Key] | None) -> Row:
    def named(found: tuple[Weighed, ...], *, taken: bool) -> tuple[Weighed, ...]:
        return tuple(one for one in found if kept is not None and key_of(way, one, taken=taken) not in kept)

    taken, left = (tuple(told.get((way.term.id, side), ())) for side in (True, False))
    return Row(way, taken, left, named(way.taken, taken=True), named(way.left, taken=False))


def key_of(way: Way, weighed: Weighed, *, taken: bool) -> Key:
    """What tells one choice at one way from all others."""
    return (way.term.id, taken, *turn_of(weighed), weighed.option.what)


def turn_of(weighed: Weighed) -> tuple[str, int]:
    """The case of a choice, and its number there."""
    return weighed.at.id, weighed.at.number


def _told(stand: _Stand, reason: Elsewhere, ending: Elsewhere | None, notes: Notes, *, is_short: bool) -> Told:
    """A choice as it stands here; its reason is told at `reason`, the ending of its case at `ending` if not here."""
    weighed, taken, here = stand.weighed, stand.taken, stand.here
    part = Telling(weighed, taken, reason=reason == here, ending=not ending and not is_short)
    numbers = tuple(notes.setdefault((weighed.at.id, key), len(notes) + 1) for key in part.keys)
    later = later_of(weighed) if taken else ""
    elsewhere = None if reason == here else _seen_from(here, reason)
    ended_at = ending and _seen_from(here, ending)
    return Told(here.place, weighed, later, ending_of(weighed.at.case), elsewhere, ended_at, numbers, is_short)


def _seen_from(here: Elsewhere, there: Elsewhere) -> Elsewhere:
    return replace(there, way="" if there.way == here.way else there.way)
