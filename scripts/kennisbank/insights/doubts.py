"""What a case says of how sure it is, in little room: first what it could not find out of its money."""

import re
from collections.abc import Iterable
from itertools import pairwise

from ..reading.prose import Prose, plain

# Who begins a sentence so, speaks of the one before it.
_LEANS = re.compile(r"(?:Dat|Dit|Die|Deze|Daar|Ook|Hij|Zij|Ze)\b")
# What was looked for in vain, as cases say it, and whether that is money.
_NOT_FOUND = re.compile(r"Niet gevonden\b")
_MONEY = re.compile(
    r"kost|geld|verlies|budget|bedrag|subsidie|prij[sz]|betaal|\beuro|garantie|lening|opbrengst|rekening", re.IGNORECASE
)


def keys_in(texts: Iterable[str]) -> list[str]:
    """The keys of the sources that texts cite, each once, in their order."""
    return list(dict.fromkeys(citation.key for text in texts for citation in Prose(text).citations))


def doubts_about(text: str, sources: frozenset[str], limit: int) -> str:
    """The sentences that fit in so many characters, at least one, of a case with these sources for its money.

    First what was not found of money, then what cites one of the sources, then what else was not found, then the first.
    A sentence that leans on the one before it comes with that. They stand in the order of the text.
    """
    starts = [span.start for _, span in Prose(text).sentences]
    said = [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    kept: set[int] = set()

    def fits(more: set[int]) -> bool:
        return not kept or sum(len(plain(said[at])) + 1 for at in kept | more) <= limit

    told = [(_rank(sentence, sources), at) for at, sentence in enumerate(said)]
    for _, at in sorted((rank, at) for rank, at in told if rank is not None):
        more = {at - 1, at} if at and _LEANS.match(said[at]) else {at}
        if fits(more):
            kept |= more
    for at in range(len(said)):
        if not fits({at}):
            break
        kept.add(at)
    return " ".join(said[at] for at in sorted(kept))


def _rank(sentence: str, sources: frozenset[str]) -> int | None:
    """Which of the sentences that matter comes first; None for all others, which come as they stand."""
    if _NOT_FOUND.match(sentence):
        return 0 if _MONEY.search(sentence) else 2
    return 1 if sources.intersection(keys_in([sentence])) else None
