"""What the memo of a guide says of one choice, and by which sources."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ...insights.choices import Weighed
from ...insights.outcomes import ending_of
from ...model.figures import Result
from ...model.turns import Turn
from ...reading.prose import Prose, plain

# What ends in a point and is no sentence: "A." and "o.a.".
_INITIALS = re.compile(r"(?:^|\s)(?:[^\W\d]\.)+$")

# The same choices stand in the guide to a kind and in that of each theme.
_KEPT = 4096


@dataclass(frozen=True)
class Telling:
    """What the memo says of a choice; what it said above is left out: its reason, the ending of its case, or both."""

    weighed: Weighed
    taken: bool
    reason: bool
    ending: bool

    @property
    def texts(self) -> list[str]:
        """All texts of it, as they are read."""
        costs = (f"{cost.what} {cost.unit} {cost.achieved or cost.target} {cost.year}" for cost in self._costs)
        decided = plain(self.weighed.at.turn.decided_by)
        return [self.weighed.option.what, self.weighed.instead, decided, " ".join(costs), *map(plain, self._parts)]

    @property
    def keys(self) -> list[str]:
        """The keys of the sources for that."""
        return _first_keys(self._parts, [cost.source for cost in self._costs], self.weighed.at.turn)

    @property
    def _costs(self) -> tuple[Result, ...]:
        return ending_of(self.weighed.at.case).costs if self.taken and self.ending else ()

    @property
    def _parts(self) -> list[str]:
        turn, told = self.weighed.at.turn, ending_of(self.weighed.at.case)
        end = [told.gave, told.wrong, told.last] if self.taken and self.ending else []
        own = [turn.cost or "", later_of(self.weighed)] if self.taken else []
        return [_reason(turn) if self.reason else "", *own, *end]


def later_of(weighed: Weighed) -> str:
    """The first sentence of what came of the choice; nothing when the ending of the case is just that."""
    later = weighed.at.turn.later or ""
    return "" if later == ending_of(weighed.at.case).last else _first_sentence(later)


@lru_cache(maxsize=_KEPT)
def _first_sentence(text: str) -> str:
    starts = [span.start for _, span in Prose(text).sentences[1:]]
    firsts = (text[:start].rstrip() for start in starts)
    return next((first for first in firsts if not _INITIALS.search(first)), text)


def _first_keys(parts: Iterable[str], more: Iterable[str], turn: Turn) -> list[str]:
    """The first source of each part, and these; of the reason or the decision when there are none."""
    keys = list(dict.fromkeys(key for key in (*map(_first_key, parts), *more) if key))
    if keys:
        return keys
    cited = _first_key(turn.because or "")
    return [cited] if cited else [turn.decision.source] if turn.decision else []


@lru_cache(maxsize=_KEPT)
def _first_key(text: str) -> str:
    """The first source that a text cites; empty when it cites none."""
    return next((citation.key for citation in Prose(text).citations), "") if "[^" in text else ""


def _reason(turn: Turn) -> str:
    return turn.because or turn.open or ""
