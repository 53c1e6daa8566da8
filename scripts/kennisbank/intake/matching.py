"""Finds what someone meant in a list of choices: exactly, as people write it, or nearly."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..faces.questions import Choice, Question
from ..findings.nearest import slug

# Below this two names are different things: 'Zwolle' is not 'Zwelle', but 'Tilbrug' is 'Tilburg'.
ALIKE = 0.85
_LEAD = re.compile(r"^(gemeente|provincie|regio|res)\s+", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;\n]|\s+en\s+")


@dataclass(frozen=True)
class Match:
    """What was typed, and the id it stands for; `id` is empty when nothing is like it, `sure` false after a guess."""

    typed: str
    id: str = ""
    sure: bool = True


def match(typed: str, choices: Sequence[Choice], alike: float = ALIKE) -> Match:
    """The choice that someone means; `alike` says how near a name must be, from 0 to 1."""
    known = {slug(name): choice.id for choice in choices for name in (choice.title, choice.id)}
    for word in (typed, _LEAD.sub("", typed)):
        if slug(word) in known:
            return Match(typed, known[slug(word)])
    close = difflib.get_close_matches(slug(_LEAD.sub("", typed))[:80], known, n=1, cutoff=alike)
    return Match(typed, known[close[0]], sure=False) if close else Match(typed)


def labels(asked: Sequence[Question]) -> list[Choice]:
    """What people may call each question, to match a heading or the name of a column with."""
    return [Choice(question.name, label) for question in asked for label in question.labels]


def matches(typed: str, choices: Sequence[Choice]) -> tuple[Match, ...]:
    """All choices that someone names in one text, each once; what is not recognised keeps its words."""
    found: dict[str, Match] = {}
    for part in _parts(typed, choices):
        meant = match(part, choices)
        found.setdefault(meant.id or meant.typed, meant)
    return tuple(found.values())


def _parts(typed: str, choices: Sequence[Choice]) -> Iterator[str]:
    """The pieces between separators; a title that has one in it stays whole."""
    for line in re.split(r"[;\n]", typed):
        if match(line.strip(), choices).id:
            yield line.strip()
        else:
            yield from (part.strip(" -*\t") for part in _SEPARATORS.split(line) if part.strip(" -*\t"))
