"""Finds what someone meant in a list of choices: exactly, as people write it, or nearly."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial

from ..faces.questions import Choice, Question
from ..findings.nearest import slug
from ..reading.organisations import ARTICLE, WHOLE, WITH_AND, is_organisation

# Below this two names are different things: 'Zwolle' is not 'Zwelle', but 'Tilbrug' is 'Tilburg'.
ALIKE = 0.85
# Who writes more than this says more than a name, and then all of it is kept; a guess is told whole.
_LONGEST = 80
_BEFORE_NAME = re.compile(r"^(gemeente|provincie|regio|res)\s", re.IGNORECASE)
# One sign of white space on each side: more would be tried for every length of a run of it.
_SEPARATORS = re.compile(r"[,;\n]|\sen\s")
_SIGNS = re.compile("[/&|+]")
_AROUND = re.compile(r"\s(?:e\.\s?o\.?|eo)$", re.IGNORECASE)
_IN_LINE = re.compile(r"(,|\sen\s)")
_JOINED = re.compile(rf"{ARTICLE}({WITH_AND})\s", re.IGNORECASE)
# More names than this in a row are no one name with commas in it.
_MOST_PIECES = 6


@dataclass(frozen=True)
class Match:
    """What was typed, and the id it stands for; `id` is empty when nothing is like it, `sure` false after a guess.

    `part` is true when it is the name of a part, such as a village.
    """

    typed: str
    id: str = ""
    sure: bool = True
    part: bool = False


@dataclass(frozen=True, eq=False)
class Names:
    """The choices of a list, by all that they may be called.

    It is known by identity: whoever looks something up in a list of hundreds does not look at all of them for that.
    """

    choices: tuple[Choice, ...]

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each choice by each of its names."""
        return {slug(name): one.id for one in self.choices for name in (one.title, one.id, *one.also)}

    @cached_property
    def parts(self) -> dict[str, str]:
        """The id of each choice by the names of its parts, without those that two have: nobody knows which is meant."""
        return {name: next(iter(ids)) for name, ids in self._owners.items() if len(ids) == 1}

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one in self.choices:
            for name in one.parts:
                found.setdefault(slug(name), set()).add(one.id)
        return found

    def has(self, name: str) -> bool:
        """Whether something is called so, be it more than one."""
        return slug(name) in self.ids or slug(name) in self._owners


@lru_cache(1 << 16)
def match(typed: str, names: Names, alike: float = ALIKE) -> Match:
    """The choice that someone means; `alike` says how near a name must be, from 0 to 1."""
    if found := _named(typed, names):
        return found
    # Of a village that two have nobody guesses one.
    if len(typed) > _LONGEST or (names.has(typed) and _is_all_read(typed)):
        return Match(typed)
    close = difflib.get_close_matches(slug(_BEFORE_NAME.sub("", typed)), names.ids, n=1, cutoff=alike)
    return Match(typed, names.ids[close[0]], sure=False) if close else Match(typed)


def _named(typed: str, names: Names) -> Match | None:
    """The choice that is called so, to the letter; None when it takes a guess, which looks at every name there is."""
    for word in (typed, _BEFORE_NAME.sub("", typed)):
        if slug(word) in names.ids and _is_all_read(word):
            return Match(typed, names.ids[slug(word)])
    part = names.parts.get(slug(typed))
    return Match(typed, part, part=True) if part and _is_all_read(typed) else None


def _is_all_read(typed: str) -> bool:
    """Whether the name of a choice says every letter and digit; it has no room for those of other scripts."""
    return all(slug(sign) for sign in unicodedata.normalize("NFC", typed) if sign.isalnum())


def labels(asked: Sequence[Question]) -> list[Choice]:
    """What people may call each question, to match a heading or the name of a column with."""
    return [Choice(question.name, label) for question in asked for label in question.labels]


def pieces(typed: str, names: Names, others: Sequence[Names] = ()) -> tuple[str, ...]:
    """What stands between separators, each once; a title that has one in it stays whole.

    'Berg en Dal en Nijmegen' has two. No name of an organisation goes on into a name of `others`.
    """

    def is_other(piece: str) -> bool:
        known = any(one.has(piece) for one in (names, *others))
        return known or is_organisation(piece) or bool(_BEFORE_NAME.match(piece))

    # The same few names may stand in a text ten thousand times.
    named = cache(partial(_named, names=names))
    found = dict[str, None]()
    lines = (part for line in re.split(r"[;\n]", typed) for part in _at_signs(line, named))
    for line in dict.fromkeys(lines):
        whole = match(line.strip(), names).id
        told = [line.strip()] if whole else _in_line(line, named, is_other)
        found.update(dict.fromkeys(one for name in told for one in _apart(name, named)))
    return tuple(found)


def _at_signs(line: str, named: Callable[[str], Match | None]) -> list[str]:
    """The names in 'Den Bosch / Vught', if any of them is known: such a sign may stand in a name as well."""
    parts = [part.strip() for part in _SIGNS.split(line)]
    return [part for part in parts if part] if any(named(_within(part, named)) for part in parts) else [line]


def _apart(name: str, named: Callable[[str], Match | None]) -> list[str]:
    """What stands between signs within a name."""
    parts = [name] if named(name) else _at_signs(name, named)
    return [_within(part, named) for part in parts if part]


def _within(name: str, named: Callable[[str], Match | None]) -> str:
    """'Zutphen e.o.' names Zutphen, and says not what else."""
    own = _AROUND.sub("", name).strip()
    return name if named(name) or not named(own) else own


def matches(typed: str, names: Names) -> tuple[Match, ...]:
    """All choices that someone names in one text, each once; also each guess, and what is not recognised."""
    found: dict[tuple[str, bool], Match] = {}
    for part in pieces(typed, names):
        meant = match(part, names)
        known = bool(meant.id) and meant.sure
        found.setdefault((meant.id if known else meant.typed, known), meant)
    return tuple(found.values())


def names_in(typed: str) -> set[str]:
    """What stands between separators, whether it is known or not."""
    return {part.strip() for part in _SEPARATORS.split(typed)}


def _in_line(line: str, named: Callable[[str], Match | None], is_other: Callable[[str], bool]) -> Iterator[str]:
    pieces = _IN_LINE.split(line)
    start = 0
    while start < len(pieces):
        ends = range(min(len(pieces), start + 2 * _MOST_PIECES - 1), start, -2)
        tried = ["".join(pieces[start:end]).strip(" -*\t") for end in ends]
        whole = next(
            (index for index, name in enumerate(tried[:-1]) if named(name) or WHOLE.fullmatch(name)), len(tried) - 1
        )
        end = _joined(pieces, start, is_other) if _JOINED.match(tried[whole]) else ends[whole]
        yield "".join(pieces[start:end]).strip(" -*\t")
        start = end + 1


def _joined(pieces: Sequence[str], start: int, is_other: Callable[[str], bool]) -> int:
    """Where a name ends that may be an enumeration: 'Amstel, Gooi en Vecht'. One without 'en' is none."""
    for at in range(start + 1, min(len(pieces), start + 2 * _MOST_PIECES - 1), 2):
        if is_other(pieces[at + 1].strip()):
            break
        if pieces[at] != ",":
            return at + 2
    return start + 1
