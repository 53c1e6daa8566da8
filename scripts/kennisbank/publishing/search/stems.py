"""What the forms of a Dutch word share: gemeente, gemeenten and gemeentelijk, huis and huizen, betaalt and betalen.

Rough on purpose: a page with the very word of a question always counts for more than one with another form of it. The
browser does the same (docs/assets/javascripts/dutch.js); tests hold the two equal.
"""

import re
from functools import lru_cache

from .word_lists import FUNCTION_WORDS

_SHORTEST = 3
# Before these staat is a form of staan; a lidstaat is a state, and two are lidstaten.
_STANDS = (
    "aan|af|be|bij|bloot|door|klaar|leeg|onder|ont|op|open|over|stil|tegen|terug|toe|uit|vast|ver|vol|voor|vrij|weer"
)
# The letters that a word can end in for there to be anything to find, none when that is any; what is looked for, and
# what comes in its place. Looking at the last letter first saves most of the looking.
_RULES = tuple(
    (ends, re.compile(pattern), by)
    for ends, pattern, by in (
        ("t", r"((?<!re|ro|pa)gaa|slaa|doe|zie)t$", r"\1n"),
        ("t", rf"^({_STANDS})staat$", r"\1staan"),
        ("degkn", r"(?<=.{4})(heden|heid|lijke?|ingen|ing)$", ""),
        ("s", r"(?<=.{2}[bgkplmnrt])s$", ""),
        ("s", r"(?<=.[itl]e)s$", ""),
        ("en", r"(?<=.{3})(en|e)$", ""),
        ("bcdfgklmnprst", r"([bcdfgklmnprst])\1$", r"\1"),
        ("v", r"(?<=.{2})v$", "f"),
        ("z", r"(?<=.{2})z$", "s"),
        ("t", r"(?<=.{3}[fgklmnpw])t$", ""),
        ("", r"([aeou])\1(?=[^aeiou]*$)", r"\1"),
    )
)


@lru_cache(maxsize=1 << 17)  # the index asks for the same words again and again
def stem(word: str) -> str:
    """What a folded word shares with its other forms; short words and words with a digit are left alone."""
    if len(word) <= _SHORTEST or not word.isalpha() or word in FUNCTION_WORDS:
        return word
    while True:
        shorter = word
        for ends, pattern, by in _RULES:
            tried = pattern.sub(by, shorter) if not ends or shorter[-1] in ends else shorter
            if len(tried) >= _SHORTEST and tried not in FUNCTION_WORDS:
                shorter = tried
        if shorter == word:
            return word
        word = shorter
