"""How a case ended, as people say it: 'is gestopt', 'loopt nog door', 'opgegaan in de RES'.

The form in the browser reads the same by `docs/assets/javascripts/assistant/said-outcome.js`.
"""

import re

# By what the file has for it; a phrase with 'niet' in it comes before the word that it denies.
_SAID = {
    "lopend": (
        r"nog niet (?:klaar|af|afgerond|afgelopen|gereed|gestopt|voltooid)|niet gestopt|loopt(?! niet| vast| af| mis)"
        r"|lopende?|doorlopend|(?:gaat|gaan) (?:nog )?(?:steeds )?door|bezig|gaande|actief|in uitvoering"
    ),
    "afgerond": r"afgerond|klaar|gereed|voltooid|afgesloten|afgelopen|gerealiseerd|opgeleverd",
    "gestopt": (
        r"niet (?:meer )?doorgegaan|gestopt|stopgezet|gestaakt|afgebroken|afgeblazen|mislukt|gestrand|geschrapt"
        r"|beëindigd"
    ),
    "opgegaan-in": r"opgegaan|overgenomen|overgedragen|gefuseerd|ondergebracht",
    "onbekend": r"onbekend|niet bekend|geen idee|weet (?:ik )?(?:het )?niet",
}
IDS = {id.partition("-")[0]: id for id in _SAID}
"""By the names of the groups in the pattern."""
_WORDS = "|".join(f"(?P<{name}>{_SAID[id]})" for name, id in IDS.items())
OUTCOME = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.,;:()]")
# Before it in its clause, such a word makes something else of it.
DENIED = re.compile(
    r"\b(?:niet|nooit|geen|bijna|deels|gedeeltelijk|half|wordt|worden|zal|zou|moet|moest|binnenkort|straks)\b",
    re.IGNORECASE,
)
# The question is whether it still runs.
YES = re.compile(r"\s*ja(?:[,.!]? (?:zeker|hoor|nog|nog steeds))?[.!]?\s*", re.IGNORECASE)
# What says nothing more.
_BESIDE = re.compile(
    r"\b(?:ja|nee|het|de|dit|is|was|werd|nog|nu|al|steeds|inmiddels|door|verder|helaas|wel|project|case|pilot)\b|[\W_]",
    re.IGNORECASE,
)
LONGEST = 300
"""Who writes more signs tells a story."""


def said_outcome(text: str) -> str:
    """The outcome that a text names, as the file has it; empty when it names none, denies it, or names two."""
    if YES.fullmatch(text):
        return "lopend"
    if len(text) > LONGEST:
        return ""
    found = [*OUTCOME.finditer(text)]
    named = {str(one.lastgroup) for one in found}
    is_denied = any(DENIED.search(_CLAUSE.split(text[: one.start()])[-1]) for one in found)
    return IDS[named.pop()] if len(named) == 1 and not is_denied else ""


def says_more(text: str) -> bool:
    """Whether a text that names an outcome tells more than that, such as when or why."""
    return not YES.fullmatch(text) and bool(_BESIDE.sub("", OUTCOME.sub(" ", text)))
