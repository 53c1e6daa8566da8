"""What a group needs to discuss cases: three that differ, the *afslag* to talk about, and a lesson's own questions."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..library.library import Entry, Library
from ..library.places import provinces_of
from ..model.kinds import TEAM_QUESTIONS
from ..model.labels import OUTCOMES
from ..model.parts import Stance
from ..model.records import Case
from ..model.turns import Turn
from ..reading.prose import Prose, plain

SIZE = 3
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
    """The turn with the most to weigh, with its number: most options, then the one of which the result is known."""
    numbered = list(enumerate(case.turns, start=1))
    return min(numbered, key=lambda pair: (-len(pair[1].options), pair[1].later is None, pair[0]))


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
