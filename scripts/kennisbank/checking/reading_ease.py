"""How hard a stretch of Dutch prose is to read, by the formula of Flesch as W.H. Douma fitted it to Dutch.

W.H. Douma, *De leesbaarheid van landbouwbladen* (Landbouwhogeschool Wageningen, 1960): reading ease is
206.84 - 0.93 x words per sentence - 77 x syllables per word. His scale, as printed in
https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php: below 30 very hard, 30 to 45 hard, 45 to 60 rather
hard, 60 to 70 normal, and easy above that.

Syllables are groups of vowels. Against 97 words counted by hand this is right for 96; the hyphenation patterns of
pyphen are right for 81, because they never leave one vowel alone (ener-gie, ini-ti-a-tief).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..reading.prose import Prose, plain

_ADDRESS = re.compile(r"<?https?://[^\s<>)\]]+>?|\{[^{}\n]*\}")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_DIGIT = re.compile(r"\d")
# Tables, headings, admonitions, HTML and the lists of sources.
_NO_SENTENCE = ("|", "#", "!!!", "<", "///", "[^")
_LONG = 4
# Accents that only stress a word (één, vóór) go; a diaeresis stays, because it begins a syllable.
_STRESS = dict.fromkeys(map(ord, "\u0300\u0301\u0302"))
_ENGLISH = re.compile(r"(?<=t)ea(?=m)|(?<=\bd)ea(?=l)")
_VOWELS = re.compile(
    r"eau|aai|ooi|oei|eeu|ieu(?=w)|e(?=um\b)|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|[aeiou]y|[aeiouyäëïöü]"
)


@dataclass(frozen=True)
class Reading:
    """What was counted in a stretch of prose: its sentences, and every word with its syllables."""

    sentences: int
    words: tuple[tuple[str, int], ...]

    @property
    def sentence_length(self) -> float:
        """Words per sentence."""
        return len(self.words) / self.sentences

    @property
    def score(self) -> float:
        """The reading ease: the higher, the easier."""
        per_word = sum(count for _, count in self.words) / len(self.words)
        return 206.84 - 0.93 * self.sentence_length - 77 * per_word

    def hardest(self, most: int) -> list[str]:
        """The words with the most syllables, from four up, each once; of equals the first in the text."""
        long = {word: count for word, count in self.words if count >= _LONG}
        return sorted(long, key=lambda word: -long[word])[:most]


def read(prose: Prose) -> Reading:
    """Count sentences and words; names, numbers, citations and the targets of links do not count."""
    texts = (text for text, _ in prose.sentences if not text.startswith(_NO_SENTENCE))
    found = [_WORD.findall(_ADDRESS.sub(" ", plain(text))) for text in texts]
    names = {word for words in found for word in words[1:] if word[0].isupper()}
    sentences = [_counted(words, names) for words in found]
    return Reading(sum(map(bool, sentences)), tuple(word for sentence in sentences for word in sentence))


def _counted(words: list[str], names: set[str]) -> list[tuple[str, int]]:
    """The words of a sentence that count: no names (`names` has those met within a sentence) and no numbers."""
    first = [word.lower() if word not in names and not _has_capital(word[1:]) else word for word in words[:1]]
    return [(word, count) for word in (*first, *words[1:]) if (count := _syllables_that_count(word))]


@lru_cache(maxsize=1 << 14)  # texts have the same few thousand words
def _syllables_that_count(word: str) -> int:
    return 0 if _has_capital(word) or _DIGIT.search(word) else syllables(word)


def _has_capital(text: str) -> bool:
    return text != text.lower()


def syllables(word: str) -> int:
    """The number of syllables of a Dutch word."""
    bare = unicodedata.normalize("NFD", word.lower()).translate(_STRESS)
    return max(1, len(_VOWELS.findall(_ENGLISH.sub("ie", unicodedata.normalize("NFC", bare)))))
