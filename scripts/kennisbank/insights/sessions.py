"""What a group needs to discuss cases: three that differ, the *afslag* to talk about, and a lesson's own questions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from ..library.library import Entry, Library
from ..library.places import provinces_of
from ..model.kinds import TEAM_QUESTIONS
from ..model.labels import OUTCOMES
from ..model.parts import Stance
from ..model.records import Case
from ..model.turns import Turn
from ..reading.prose import Prose, plain

SIZE = 3
_WORD = re.compile(r"\w{5,}")
_QUESTION = re.compile(r"^[-*] +(\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Chosen:
    """A case of a pack, and how it differs from the first one, in Dutch; no reasons for the first itself."""

    case: str
    reasons: tuple[str, ...] = ()


def contrasting(library: Library, ids: list[str]) -> tuple[Chosen, ...]:
    """Three of the cases that differ most; none when there are fewer. The order of `ids` does not matter.

    The first is the case that speaks against most lessons, and of equals the one with most turns. Each next one differs
    most from those before it.
    """
    left = sorted(ids, key=lambda case: (-_against(library.cases[case]), -len(library.cases[case].turns), case))
    if len(left) < SIZE:
        return ()
    picked = [left.pop(0)]
    while len(picked) < SIZE:
        scores = {id: sum(_distance(library, id, other) for other in picked) for id in left}
        picked.append(min(left, key=lambda case: (-scores[case], case)))
        left.remove(picked[-1])
    first, *others = picked
    return (Chosen(first), *(Chosen(id, tuple(_differences(library, id, first).values())) for id in others))


def turn_to_discuss(case: Case) -> tuple[int, Turn]:
    """The turn to weigh, with its number: of those with several options the one that the question of the case is about.

    Of equals it is the one with most options, then the one of which the result is known.
    """
    likeness = likeness_to(f"{case.question} {case.brief.choice if case.brief else case.summary}")

    def fitness(pair: tuple[int, Turn]) -> tuple[object, ...]:
        number, turn = pair
        return len(turn.options) > 1, likeness(turn), len(turn.options), turn.later is not None, -number

    return max(enumerate(case.turns, start=1), key=fitness)


def likeness_to(text: str) -> Callable[[Turn], tuple[int, float]]:
    """What tells how much a turn is about a text: how many of its longer words it shares, its first words first."""
    told = dict.fromkeys(_WORD.findall(text.lower()))
    weights = {word: 1 / (1 + at) for at, word in enumerate(told)}

    def likeness(turn: Turn) -> tuple[int, float]:
        texts = (turn.choice, *(option.what for option in turn.options if option.taken))
        shared = weights.keys() & set(_WORD.findall(" ".join(texts).lower()))
        # In any order the same: words come in another one each time.
        return len(shared), fsum(weights[word] for word in shared)

    return likeness


def lesson_to_discuss(case: Case) -> str | None:
    """The lesson that the case says most about: one it contradicts or nuances before one it supports."""
    order = (Stance.CONTRADICTS, Stance.NUANCES, Stance.SUPPORTS)
    links = sorted(case.lessons, key=lambda link: order.index(link.stance))
    return links[0].lesson if links else None


def questions_of(entry: Entry) -> tuple[str, ...]:
    """The questions for a team at the end of a lesson."""
    return tuple(_QUESTION.findall(entry.prose.section(TEAM_QUESTIONS.title) or ""))


@lru_cache(maxsize=256)  # a page may try what it can tell in more and in less room
def first_sentences(markdown: str, limit: int) -> str:
    """The whole sentences of a text that fit in so many characters, citations not counted; at least one."""
    end = 0
    starts = [span.start for _, span in Prose(markdown).sentences]
    for following in [*starts[1:], len(markdown)]:
        if end and len(plain(markdown[:following])) > limit:
            break
        end = following
    return markdown[:end].strip()


def _against(case: Case) -> int:
    return sum(link.stance == Stance.CONTRADICTS for link in case.lessons)


def _distance(library: Library, one: str, other: str) -> int:
    weights = {"lesson": 4, "outcome": 3, "role": 2, "place": 1}
    return sum(weights[name] for name in _differences(library, one, other))


def _differences(library: Library, id: str, other_id: str) -> dict[str, str]:
    """How a case differs from another one: what it is about, and a Dutch reason."""
    case, other = library.cases[id], library.cases[other_id]
    found = {}
    stances = {link.lesson: link.stance for link in other.lessons}
    split = [link.lesson for link in case.lessons if stances.get(link.lesson, link.stance) != link.stance]
    if split:
        found["lesson"] = f"denkt anders over de les {library.lessons[split[0]].title}"
    if case.outcome != other.outcome:
        found["outcome"] = f"andere afloop ({OUTCOMES[case.outcome]})"
    if case.role and other.role and case.role != other.role:
        found["role"] = f"andere rol ({library.term_list('roles')[case.role].title.lower()})"
    if not set(provinces_of(library, case)) & set(provinces_of(library, other)):
        found["place"] = "andere provincie"
    return found
