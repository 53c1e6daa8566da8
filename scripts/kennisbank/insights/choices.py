"""What others chose when they stood before a choice of one kind: every way, who took it, who left it, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..library.library import Library
from ..model.parts import Stance
from ..model.terms import OptionKind
from ..model.turns import Option
from .turns import CaseTurn, turns_of

OPTION_KINDS = "option-kinds"
MOST_LESSONS = 4


@dataclass(frozen=True)
class Weighed:
    """One way as it lay on the table at one turn; `instead` is what was taken when this was not."""

    at: CaseTurn
    option: Option
    instead: str = ""


@dataclass(frozen=True)
class Way:
    """A kind of way with all turns at which it was weighed, the newest first.

    A way that no source names was weighed by nobody: we filled it in. Such turns stand in `filled`, and never count.
    """

    term: OptionKind
    taken: tuple[Weighed, ...]
    left: tuple[Weighed, ...]
    filled: tuple[Weighed, ...] = ()

    @property
    def weighed(self) -> int:
        """At how many turns this way lay on the table."""
        return len(self.taken) + len(self.left)


@dataclass(frozen=True)
class Said:
    """What the cases that took a way say about a lesson: how many support, nuance and contradict it."""

    lesson: str
    counts: Counter[Stance]

    def count(self, stance: Stance) -> int:
        """How many of them take this stance."""
        return self.counts[stance]


@dataclass(frozen=True)
class Guide:
    """Everything the library knows about one kind of choice."""

    kind: str
    turns: tuple[CaseTurn, ...]
    ways: tuple[Way, ...]

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases with a choice of this kind, in the order of their turns."""
        return tuple(dict.fromkeys(turn.id for turn in self.turns))

    @property
    def seen(self) -> tuple[Way, ...]:
        """The ways that at least one case weighed: the most often weighed first."""
        return tuple(way for way in self.ways if way.weighed)

    @property
    def unseen(self) -> tuple[Way, ...]:
        """The ways that no case of this guide has at all."""
        return tuple(way for way in self.ways if not way.weighed and not way.filled)

    @property
    def only_filled(self) -> tuple[Way, ...]:
        """The ways that no source names, and that only we filled in."""
        return tuple(way for way in self.ways if not way.weighed and way.filled)

    @property
    def untaken(self) -> tuple[Way, ...]:
        """The ways that were weighed, and that nobody took."""
        return tuple(way for way in self.seen if not way.taken)

    @property
    def single(self) -> tuple[Way, ...]:
        """The ways that just one case took."""
        return tuple(way for way in self.seen if len({weighed.at.id for weighed in way.taken}) == 1)

    @property
    def themes(self) -> frozenset[str]:
        """What the cases are about."""
        return frozenset(theme for turn in self.turns for theme in turn.case.themes)


def guide_to(library: Library, kind: str, theme: str = "") -> Guide:
    """The guide to one kind of choice (an id of the list `choice-kinds`), in all cases or in those of one theme."""
    turns = turns_of(library, kind=kind, theme=theme)
    ways = [_way(term, turns) for term in _terms(library, kind)]
    return Guide(kind, turns, tuple(sorted(ways, key=lambda way: (-way.weighed, way.term.title))))


def lessons_of(library: Library, cases: Iterable[str]) -> tuple[Said, ...]:
    """The lessons about which these cases say most; a case counts once."""
    counts: dict[str, Counter[Stance]] = {}
    for id in sorted(set(cases)):
        for link in library.cases[id].lessons:
            counts.setdefault(link.lesson, Counter())[link.stance] += 1
    found = [Said(lesson, stances) for lesson, stances in counts.items() if lesson in library.lessons]
    return tuple(sorted(found, key=lambda said: (-said.counts.total(), said.lesson))[:MOST_LESSONS])


def _terms(library: Library, kind: str) -> Iterator[OptionKind]:
    for term in library.term_list(OPTION_KINDS).values():
        if isinstance(term, OptionKind) and kind in term.choices:
            yield term


def _way(term: OptionKind, turns: tuple[CaseTurn, ...]) -> Way:
    found: dict[str, list[Weighed]] = {"taken": [], "left": [], "filled": []}
    for at in turns:
        chosen = next((option.what for option in at.turn.options if option.taken), at.turn.choice)
        for option in at.turn.options:
            if option.kind == term.id:
                place = "taken" if option.taken else "filled" if option.ours else "left"
                found[place].append(Weighed(at, option, "" if option.taken else chosen))
    return Way(term, *map(tuple, found.values()))
