"""What the forms of a Dutch word share: gemeente, gemeenten and gemeentelijk, huis and huizen, betaalt and betalen.

Rough on purpose: a page with the very word of a question always counts for more than one with another form of it. The
browser does the same (docs/assets/javascripts/dutch.js); tests hold the two equal.
"""

import re

from .word_lists import FUNCTION_WORDS

_SHORTEST = 3
# Before these staat is a form of staan; a lidstaat is a state, and two are lidstaten.
_STANDS = (
    "aan|af|be|bij|bloot|door|klaar|leeg|onder|ont|op|open|over|stil|tegen|terug|toe|uit|vast|ver|vol|voor|vrij|weer"
)
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"((?<!re|ro|pa)gaa|slaa|doe|zie)t$", r"\1n"),
        (rf"^({_STANDS})staat$", r"\1staan"),
        (r"(?<=.{4})(heden|heid|lijke?|ingen|ing)$", ""),
        (r"(?<=.{2}[bgkplmnrt])s$", ""),
        (r"(?<=.[itl]e)s$", ""),
        (r"(?<=.{3})(en|e)$", ""),
        (r"([bcdfgklmnprst])\1$", r"\1"),
        (r"(?<=.{2})v$", "f"),
        (r"(?<=.{2})z$", "s"),
        (r"(?<=.{3}[fgklmnp])t$", ""),
        (r"([aeou])\1(?=[^aeiou]*$)", r"\1"),
    )
)


def stem(word: str) -> str:
    """What a folded word shares with its other forms; short words and words with a digit are left alone."""
    if len(word) <= _SHORTEST or not word.isalpha() or word in FUNCTION_WORDS:
        return word
    while True:
        shorter = word
        for pattern, by in _RULES:
            tried = pattern.sub(by, shorter)
            if len(tried) >= _SHORTEST and tried not in FUNCTION_WORDS:
                shorter = tried
        if shorter == word:
            return word
        word = shorter
