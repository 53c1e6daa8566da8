"""The files of the index that follow from its words: where each is, its forms, and what a reader may have meant."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase

from ...library.addresses import NAMES, SYNONYMS
from .compounds import words_of
from .purposes import Named
from .shards import WITHOUT_STEPS, Entry, shards_of
from .stems import stem
from .weighing import content_words
from .word_lists import FUNCTION_WORDS

ABBREVIATION = re.compile(r"(?<!\w)[^\WA-Z]*[A-Z][^\WA-Z]*[A-Z]\w*")
# Words that a reader may have meant; more would only make the download larger.
_MOST_WORDS = 20_000

Words = Mapping[str, str]
"""The postings of each word, encoded."""


Stems = Mapping[str, list[str]]
"""The forms of each stem that is not its own only form."""


def has_no_forms(word: str) -> bool:
    """Whether a word is nothing but itself, and no form of another: a number is."""
    return not word.isalpha()


def named_in(site: Path) -> Named:
    """What things are called on a site."""
    named: Named = json.loads((site / NAMES).read_text(encoding="utf-8"))
    return named


def groups_in(site: Path) -> list[list[str]]:
    """The words that mean the same, if the site has a list of them."""
    file = site / SYNONYMS
    groups: list[list[str]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    return groups


def files_of_words(
    words: Words,
    names: Mapping[str, list[Entry]],
    named: Named,
    groups: list[list[str]],
    known: Stems | None = None,
) -> tuple[dict[str, object], list[str]]:
    """The files, and with which word each of those with the words begins.

    The forms of the stems may be `known` already, of words that differ in `has_no_forms` alone.
    """
    stems = _stems(words, _abbreviations(named)) if known is None else known
    shards = shards_of(words, stems, names)
    return {
        **{name: value for at, shard in enumerate(shards.values()) for name, value in shard.files(at).items()},
        "same.json": _same(words, stems, groups),
        **{f"l/{letter}.json": known for letter, known in _vocabulary(words, _others(groups)).items()},
    }, list(shards)


def _abbreviations(named: Named) -> set[str]:
    return {
        word for thing in named for name in thing["names"] if ABBREVIATION.fullmatch(name) for word in words_of(name)
    }


def _stems(words: Words, abbreviations: set[str]) -> dict[str, list[str]]:
    """The forms of each stem that is not its own only form; bomen are trees, and no forms of BOM."""
    from .verbs import with_verbs  # noqa: PLC0415 - takes long to load, and an index that is renewed seldom asks for it

    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(stem(word), []).append(word)
    forms = {root: _without(abbreviations, same) for root, same in with_verbs(found, words).items()}
    return {root: same for root, same in forms.items() if same != [root]}


def _without(abbreviations: set[str], forms: list[str]) -> list[str]:
    """The forms of a word, without abbreviations that only look like one; CoP and CoPs are forms of each other."""
    alone = len({form.removesuffix("s") for form in forms}) == 1
    return forms if alone else [form for form in forms if form not in abbreviations]


def _same(words: Words, stems: Stems, groups: list[list[str]]) -> list[list[str]]:
    """Words that mean the same; a browser that asks for those that no page has (`~`) would fetch files for nothing."""

    def is_used(phrase: str) -> bool:
        roots = map(stem, content_words(phrase))
        return all(root in stems or (root in words and stem(root) == root) for root in roots)

    return [[phrase if is_used(phrase) else f"~{phrase}" for phrase in group] for group in groups]


def _others(groups: list[list[str]]) -> set[str]:
    """The words of other ways to say what pages say: a reader may mistype these too."""
    return {word for group in groups for phrase in group for word in words_of(phrase)} - FUNCTION_WORDS


def _vocabulary(words: Words, others: set[str]) -> dict[str, list[str]]:
    """The words that readers may have meant, per first letter, the most used first."""
    uses = {
        word: len(words.get(word, "").translate(WITHOUT_STEPS))
        for word in {*words, *others}
        if len(word) > 2 and word.isalpha()
    }
    common = sorted(uses, key=lambda word: (-uses[word], word))[:_MOST_WORDS]
    found: dict[str, list[str]] = {letter: [] for letter in ascii_lowercase}
    for word in common:
        found.get(word[0], []).append(word)
    return found
