"""What has to be answered or done about a change beside its findings, and the same as data within all limits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .half_changed import HalfChanged
from .lost_addresses import LostAddress
from .proposal import MOST_HALF, MOST_LOST, MOST_PLACES, MOST_UNCHECKED, HalfData, LostData, UncheckedData
from .told import LONGEST_PATH, PATH, short
from .unchecked import Unchecked


@dataclass(frozen=True)
class Asked:
    """Facts without a source, numbers that changed in half, and addresses that lead nowhere."""

    unchecked: tuple[Unchecked, ...] = ()
    half: tuple[HalfChanged, ...] = ()
    lost: tuple[LostAddress, ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        """The files that something is asked about."""
        return frozenset(one.path for some in (self.unchecked, self.half, self.lost) for one in some)


NOTHING = Asked()


def can_be_told(path: str) -> bool:
    """Whether the name of a file may stand in a proposal."""
    return len(path) <= LONGEST_PATH and re.fullmatch(PATH, path) is not None


def unchecked_data(asked: Sequence[Unchecked]) -> list[UncheckedData]:
    """The facts without a source."""
    return [
        UncheckedData(path=one.path, what=short(one.what), before=short(one.before), after=short(one.after))
        for one in asked
        if can_be_told(one.path)
    ][:MOST_UNCHECKED]


def half_data(asked: Sequence[HalfChanged]) -> list[HalfData]:
    """The numbers that changed in half."""
    return [_half(one) for one in asked if can_be_told(one.path)][:MOST_HALF]


def _half(one: HalfChanged) -> HalfData:
    left = list(one.left[:MOST_PLACES])
    return HalfData(
        path=one.path,
        was=short(one.was),
        now=short(one.now),
        line=one.line,
        left=left,
        more=len(one.left) - len(left),
    )


def lost_data(asked: Sequence[LostAddress]) -> list[LostData]:
    """The addresses that lead nowhere."""
    told = [LostData(path=one.path, told=short(one.told), add=short(one.add)) for one in asked if can_be_told(one.path)]
    return told[:MOST_LOST]
