"""The words that a page can be found by besides its own: parts of compounds, and words that mean the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from .compounds import Splitter, folded, words_of

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True)
class SearchWords:
    """What is known of the words of a whole site: its vocabulary, and groups of words that mean the same."""

    splitter: Splitter
    groups: Groups

    @cached_property
    def _parts(self) -> dict[str, frozenset[str]]:
        """The parts of every compound of the vocabulary: a site uses the same words on many pages."""
        found = ((word, self.splitter.parts(word)) for word in self.splitter.vocabulary)
        return {word: parts for word, parts in found if parts}

    @cached_property
    def _group_of(self) -> dict[str, int]:
        return {folded(word): index for index, group in reversed(list(enumerate(self.groups))) for word in group}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Finds each word of a group, also when it has an ending: energiecooperaties."""
        longest_first = sorted(self._group_of, key=lambda word: (-len(word), word))
        return re.compile(rf"\b({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?=e?[ns]?\b)")

    def beside(self, text: str) -> list[str]:
        """The folded words that a text can be found by and does not hold itself, sorted."""
        own = set(words_of(text))
        groups = {self._group_of[match] for match in self._pattern.findall(folded(text))}
        others = {word for group in groups for member in self.groups[group] for word in words_of(member)}
        parts = {part for word in own | others for part in self._parts.get(word, ())}
        return sorted((others | parts) - own)


def search_words(texts: Iterable[str], groups: Groups) -> SearchWords:
    """What is known of the words in all texts of a site."""
    return SearchWords(Splitter(frozenset(word for text in texts for word in words_of(text))), groups)
