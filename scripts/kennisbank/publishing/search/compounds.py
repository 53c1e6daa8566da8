"""Splits Dutch compounds into words that the same texts use apart.

Dutch writes compounds as one word (warmtenetbeheerder), with s, e, en or n between the parts where the sound asks for
it (Algemene Nederlandse Spraakkunst, 12.3). Search engines do not find a word inside another.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHORTEST_PART = 4
SHORTEST_NEW = 5
# Parts that are shorter, but that this field is full of.
SHORT_PARTS = _set("bos co2 dak gas les net wet wijk zon")
# Words that open so many compounds of this field that what follows them is a word too.
FIELD_HEADS = _set(
    "aardgas afval bedrijven bodem bos burger co2 dorps energie gas gemeente klimaat natuur net stroom voedsel warmte "
    "warmtenet water wijk wind woning zon zonne"
)
_LINKS = ("", "s", "e", "n", "en")
# Words that start or end many other words without being a part of them: overheid has nothing to do with over.
_NO_PARTS = _set(
    "aan achter alle alles anders binnen buiten deel door eens even geen goed haar heel hier hoger hoog huid iets keer "
    "later lees maar maken meer mede moet naar nader neer niet nieuw onder over rond samen staat steeds stel tegen "
    "terug toen tussen uiteen vaak veel verder voor vooral waar want wanneer weer werd wordt zeer zich zijn zoek "
    "zonder zouden aard heid ling lijk ring schap ting baar loos zaam atie iteit eren"
)
_WORD = re.compile(r"[a-z0-9]+")


def folded(text: str) -> str:
    """Text in lower case and without diacritics, as the search compares words."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    # Nothing reaches across a space, and texts use the same words again and again.
    return [word for piece in text.split() for word in _words_in(piece)]


def all_words_of(texts: Iterable[str]) -> set[str]:
    """The words of many texts together, in no order."""
    return set(_WORD.findall(folded(" ".join(texts))))


@lru_cache(maxsize=1 << 17)
def _words_in(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(piece)))


@dataclass(frozen=True)
class Splitter:
    """Splits the compounds of one vocabulary of folded words."""

    vocabulary: frozenset[str]

    def parts(self, word: str) -> frozenset[str]:
        """The words inside a folded word; empty when it is no compound."""
        found: set[str] = set()
        for place in range(len(word) - 3, 2, -1):
            head, tail = word[:place], word[place:]
            heads = self._heads(head) if self._is_part(tail) else set()
            if not heads and not found and head in FIELD_HEADS and _may_be_new(tail):
                heads = {head}
            if heads:
                found |= {tail, *heads} | self.parts(tail)
                found |= frozenset[str]().union(*map(self.parts, heads))
        return frozenset(found)

    def _heads(self, head: str) -> set[str]:
        """The words that a head is, once a linking letter is taken off."""
        bare = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        return {word for word in bare if self._is_part(word) or word in FIELD_HEADS}

    def _is_part(self, word: str) -> bool:
        if word in SHORT_PARTS:
            return True
        return can_be_part(word) and word in self.vocabulary


def can_be_part(word: str) -> bool:
    """Whether a folded word is a part of compounds when texts use it apart; short ones are parts anyway, or never."""
    return len(word) >= SHORTEST_PART and word.isalpha() and word not in _NO_PARTS


def _may_be_new(tail: str) -> bool:
    """Whether a tail that is used nowhere alone can be a word: netcongestie holds the only congestie there is.

    No linking letter comes before such a tail, for klimaatneutraal would hold eutraal.
    """
    return len(tail) >= SHORTEST_NEW and tail.isalpha() and not tail.startswith(("lijk", "heid", "schap"))
