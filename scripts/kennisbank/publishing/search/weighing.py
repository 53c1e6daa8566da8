"""How much each word says about each page: in its title more than in its text, and as itself more than in a compound.

A page is weighed per field as BM25 does (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): the
tenth use of a word adds less than the first, and a long text needs more of them. How rare a word is, is left to who
asks: the browser knows all the words of a question.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from math import ceil, sqrt

from ...insights.facets import TYPES
from ...model.kinds import LISTS
from .compounds import Splitter, all_words_of, words_of
from .pages import Page
from .stems import stem
from .word_lists import FUNCTION_WORDS

LEVELS = 52
"""A weight is rounded up to one of so many levels: one letter in the index."""

_MOST = 6.0
_TITLE, _ABOUT, _HEADING, _BODY, _ASIDE = 2.4, 1.8, 1.4, 1.4, 0.3
# How people ask for a record says as much of it as its text; other pages answer to the whole phrase (see purpose.js).
_ASKED = 1.2
_RECORDS = frozenset(TYPES.values())
# The first use counts for 1 / (1 + _SLOWLY) of what endless use would.
_SLOWLY = 1.2
# How much the length of a text matters, from 0 to 1.
_LENGTH = 0.4
# What a word inside a compound counts for.
_PART = 0.4
# A place is found by its whole name; what the words of that count for. It tells of no subject: its cases do.
_PLACES = frozenset(LISTS[name].label.capitalize() for name in ("municipalities", "regions", "provinces"))
_NO_TEXT = 0.3
# A word of running text that opens with a small letter, and is no part of an address.
_COMMON = re.compile(r"(?<![\w.@/])(?=[^\W\d_])\w+(?!\w|[@/]|\.\w)")

Postings = Mapping[str, "array[int]"]


@dataclass(frozen=True)
class Weigher:
    """Weighs the pages of one site: knows how their compounds fall apart and how long their texts are.

    `common_stems` gives the stems of words that its texts use as words, and not as names.
    """

    splitter: Splitter
    usual_length: float
    common_stems: Callable[[], frozenset[str]]
    _parts: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Only what tells of a place asks for these."""
        return self.common_stems()

    def parts(self, word: str) -> frozenset[str]:
        """The words in a compound that a page uses; none in what is no word of any text, such as an address."""
        found = self._parts.get(word)
        if found is None:
            known = word in self.splitter.vocabulary
            found = self._parts[word] = self.splitter.parts(word) - FUNCTION_WORDS if known else frozenset()
        return found

    def of(self, page: Page) -> dict[str, int]:
        """The level of each word of a page, from 1 to `LEVELS`."""
        weights: defaultdict[str, float] = defaultdict(float)
        for weight, words in self._fields(page):
            for word, uses in words.items():
                weights[word] += weight * uses / (uses + _SLOWLY)
        return {word: min(LEVELS, ceil(weight / _MOST * LEVELS)) for word, weight in weights.items()}

    def _fields(self, page: Page) -> Iterator[tuple[float, dict[str, float]]]:
        """The fields of a page: what they weigh, and how often each word is used there."""
        texts = [section.text for section in page.sections]
        # In a short title each word says more.
        title = _TITLE * (1 + _SLOWLY) * (0.5 + 0.5 / sqrt(max(1, len(words_of(page.title)) / 2)))
        if is_place(page.called.kind):
            yield _NO_TEXT * title, self._own_names(page, [page.title])
            yield _ASIDE, self._own_names(page, [*page.called.parts, *texts])
            return
        yield title, self._uses([page.title])
        yield _TITLE * 0.8, self._uses(page.called.names)
        about = [page.card.get("samenvatting", ""), page.called.about, page.address, page.asked, page.purpose]
        yield _ABOUT, self._uses(about)
        yield _HEADING, self._uses(section.heading for section in page.sections)
        length = sum(len(text) for text in texts) / self.usual_length
        stretch = 1 / (1 - _LENGTH + _LENGTH * length)
        yield _BODY, {word: uses * stretch for word, uses in self._uses(texts).items()}
        yield _ASKED if page.kind in _RECORDS else _ASIDE, self._uses(page.called.asked)
        yield _ASIDE, self._uses([page.aside, *page.called.parts, *page.card.values()])

    def _own_names(self, page: Page, names: Iterable[str]) -> dict[str, float]:
        """The words of names that are words of nothing else: Beek is no page about a stream, nor are its villages.

        What the page is (a municipality) is no name either. Its whole name is found apart from this.
        """
        kind = content_words(page.called.kind)
        words = (word for name in names for word in content_words(name) if word not in kind)
        return {word: 1 for word in words if stem(word) not in self._common}

    def _uses(self, texts: Iterable[str]) -> dict[str, float]:
        """How often each word is used, where a part of a compound is used a little."""
        uses: dict[str, float] = {}
        for word, count in Counter(word for text in texts for word in content_words(text)).items():
            uses[word] = uses.get(word, 0) + count
            for part in self.parts(word):
                uses[part] = uses.get(part, 0) + count * _PART
        return uses


@dataclass
class Told:
    """What pages say together: a page can be added or taken away without asking the others.

    On how many pages each text between spaces stands; of those that tell of a place each word that may be a name, and
    of others each word with a small letter; how many pages have a text of their own, and how long all of these are.
    """

    pieces: Counter[str] = field(default_factory=Counter)
    common: Counter[str] = field(default_factory=Counter)
    of_places: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    length: int = 0

    def add(self, page: Page) -> None:
        """Count a page."""
        # Pages use the same words, so that there are far fewer of them than there is text.
        self.pieces.update(set(page.text.split()))
        if is_place(page.called.kind):
            self.of_places.update(set(content_words(page.text)))
        else:
            self.common.update(set(_common_words(page)))
        # A page without text of its own says nothing of how long a text is.
        length = sum(len(section.text) for section in page.sections)
        self.texts, self.length = self.texts + bool(length), self.length + length

    def without(self, pages: Iterable[Page]) -> "Told":
        """What the others say."""
        gone = Told()
        for page in pages:
            gone.add(page)
        return Told(
            self.pieces - gone.pieces,
            self.common - gone.common,
            self.of_places - gone.of_places,
            self.texts - gone.texts,
            self.length - gone.length,
        )

    def weigher(self) -> Weigher:
        """Somebody who can weigh the pages, now that all of them are known."""
        # Rounded: else a word more on one page would weigh all others anew.
        length = float(f"{self.length / self.texts:.2g}") if self.texts else 1
        return Weigher(Splitter(frozenset(_all_content_words(self.pieces))), length, partial(self.common_stems, None))

    def common_stems(self, first: Collection[str] | None = None) -> frozenset[str]:
        """The stems of words that texts use as words, and not as names; of those with one of these first letters."""
        words = _all_content_words(self.common)
        return frozenset(stem(word) for word in words if first is None or word[0] in first)


def _all_content_words(texts: Iterable[str]) -> set[str]:
    return {word for word in all_words_of(texts) if len(word) > 1} - FUNCTION_WORDS


def is_place(kind: str) -> bool:
    """Whether what is of this kind is a place."""
    return kind in _PLACES


def _common_words(page: Page) -> Iterator[str]:
    """The words of a page that are written with a small letter."""
    return (word for word in _COMMON.findall(page.text) if word[0].islower())


def postings_of(pages: Sequence[Page]) -> Postings:
    """For each word, sorted, the pages that it is on: the place of the page in the list times 64, plus its level."""
    told = Told()
    for page in pages:
        told.add(page)
    return postings_by(told.weigher(), pages)


def postings_by(weigher: Weigher, pages: Sequence[Page]) -> Postings:
    """The same, by who knows these pages."""
    found: dict[str, array[int]] = {}
    for place, page in enumerate(pages):
        for word, level in weigher.of(page).items():
            found.setdefault(word, array("L")).append(place << 6 | level)
    return dict(sorted(found.items()))


def content_words(text: str) -> list[str]:
    """The folded words of a text that say something."""
    return [word for word in words_of(text) if len(word) > 1 and word not in FUNCTION_WORDS]
