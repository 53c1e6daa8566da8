"""The nearest match for a mistyped word, and hints that use it."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# The parts of a hint; the form of the assistant makes its hints of them too.
HINTS = {
    "close": "Bedoelde je '{close}'? ",
    "none": "Er zijn nog geen {name}.",
    "few": "Kies uit deze {name}: {choices}.",
    "many": "Er zijn {count} {name}; zie de map of de lijst voor alle namen.",
}

# A guess looks at every option there is, which takes milliseconds.
MOST_GUESSES = 200


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option that looks most like `word`, or None when nothing comes close."""
    return _nearest(word.casefold()[:80], tuple(options))


@lru_cache(maxsize=256)
def _nearest(folded: str, options: tuple[str, ...]) -> str | None:
    """The same; one word may be mistyped in a thousand places, and each look at a long list costs milliseconds."""
    by_folded = {option.casefold(): option for option in options}
    found = difflib.get_close_matches(folded, by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def slug(text: str) -> str:
    """A text as a name in files: 'Gemeente Súdwest-Fryslân' becomes 'gemeente-sudwest-fryslan'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def suggest(word: str, options: Iterable[str], name: str, limit: int = 12) -> str:
    """A Dutch hint: the nearest match first, then what there is to choose from; `name` is a plural."""
    choices = sorted(options)
    close = nearest(word, choices)
    lead = HINTS["close"].format(close=close) if close else ""
    if not choices:
        return HINTS["none"].format(name=name)
    form = HINTS["few" if len(choices) <= limit else "many"]
    return lead + form.format(name=name, choices=", ".join(choices), count=len(choices))


class Guesses:
    """Hints in which a bounded number of words is guessed at: who gives a thousand odd names gets the list for most."""

    def __init__(self) -> None:
        """None yet."""
        self._words: set[str] = set()

    def suggest(self, word: str, options: Iterable[str], name: str, limit: int = 12) -> str:
        """As `suggest`, without a guess at what was meant when there were enough of them."""
        if len(self._words) < MOST_GUESSES:
            self._words.add(word)
        return suggest(word if word in self._words else "", options, name, limit)
