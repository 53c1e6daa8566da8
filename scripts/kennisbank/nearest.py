"""The nearest match for a mistyped word, and hints that use it."""

import difflib
import re
import unicodedata
from collections.abc import Iterable


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option that looks most like `word`, or None when nothing comes close."""
    by_folded = {option.casefold(): option for option in options}
    found = difflib.get_close_matches(word.casefold()[:80], by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def slug(text: str) -> str:
    """A text as a name in files: 'Gemeente Súdwest-Fryslân' becomes 'gemeente-sudwest-fryslan'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def suggest(word: str, options: Iterable[str], name: str, limit: int = 12) -> str:
    """A Dutch hint: the nearest match first, then what there is to choose from; `name` is a plural."""
    choices = sorted(options)
    close = nearest(word, choices)
    lead = f"Bedoelde je '{close}'? " if close else ""
    if not choices:
        return f"Er zijn nog geen {name}."
    if len(choices) <= limit:
        return f"{lead}Kies uit deze {name}: {', '.join(choices)}."
    return lead + f"Er zijn {len(choices)} {name}; zie de map of de lijst voor alle namen."
