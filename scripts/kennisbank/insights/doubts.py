"""What a case says of how sure it is, in little room: first of all what it says of certain sources."""

import re
from collections.abc import Iterable
from itertools import pairwise

from ..reading.prose import Prose, plain

# Who begins a sentence so, speaks of the one before it.
_LEANS = re.compile(r"(?:Dat|Dit|Die|Deze|Daar|Ook|Hij|Zij|Ze)\b")


def keys_in(texts: Iterable[str]) -> list[str]:
    """The keys of the sources that texts cite, each once, in their order."""
    return list(dict.fromkeys(citation.key for text in texts for citation in Prose(text).citations))


def doubts_about(text: str, sources: frozenset[str], limit: int) -> str:
    """The sentences that fit in so many characters: those that cite one of these sources, then the first; at least one.

    A sentence that leans on the one before it comes with that. They stand in the order of the text.
    """
    starts = [span.start for _, span in Prose(text).sentences]
    said = [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    kept: set[int] = set()

    def fits(more: set[int]) -> bool:
        return not kept or sum(len(plain(said[at])) + 1 for at in kept | more) <= limit

    for at, sentence in enumerate(said):
        more = {at - 1, at} if at and _LEANS.match(sentence) else {at}
        if sources.intersection(keys_in([sentence])) and fits(more):
            kept |= more
    for at in range(len(said)):
        if not fits({at}):
            break
        kept.add(at)
    return " ".join(said[at] for at in sorted(kept))
