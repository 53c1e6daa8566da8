"""Which columns of a table say who somebody is or how to reach them: those are not for a case that all may read."""

import re
from collections.abc import Sequence

from ..checking.rules.privacy import MAIL, PHONE

_WORD = re.compile(r"[^\W_]+")
ASIDE = re.compile(r"\([^()]*\)")
"""What stands between brackets in the name of a column."""
# Who is the one to speak to about a case; whatever stands behind it: 'Projectleider woningcorporatie'.
_ROLE = re.compile(
    r"aandragers?|aanspreekp(unt(en)?|erso(on|nen))|contactperso(on|nen)|in(brenger|diener|vuller|zender)s?|projectleiders?"
)
_REACH = re.compile(
    rf"{_ROLE.pattern}|deelnemers?|melders?|(e?mail|telefoon|tel|mobiel|contact|woon)(adres(sen)?|nummers?|nrs?|gegevens)?|06"
)
# 'Wie heeft dit aangedragen?', 'Ingediend door', 'Wie diende dit in?': only beside one of the first two words.
_BY = {"door", "wie"}
_BROUGHT = re.compile(
    r"aan(gedragen|gemeld|droeg|meldde)|in(gebracht|gediend|gevuld|bracht|diende|vulde)|gemeld"
    r"|droeg|draagt|bracht|diende|vulde|meldde"
)
# What says nothing of its own beside those, be it 'e' of 'e-mail'.
_BESIDE = re.compile(
    r"na(am|men)|adres(sen)?|nummers?|nr|gegevens|persoon|personen|gemeente|organisatie|project|case|casus|e|[1-9]e?"
    r"|eerste|tweede|andere?|uw|je|jouw|mijn|onze|de|het|dit|deze|een|van|voor|bij|via|en|of|aan|in|is|was|heeft|door|wie"
)

_NAME = re.compile(r"(voor|achter|roep)?na(am|men)|name")
_WHOSE = {
    "volledige",
    "voor",
    "achter",
    "uw",
    "je",
    "jouw",
    "eigen",
    "en",
    "respondent",
    "deelnemer",
    "first",
    "last",
    "full",
    "your",
}


def is_contact(name: str, cells: Sequence[str]) -> bool:
    """Whether a column is for reaching people: its name says so, or an address or a number in half of its cells."""
    if any(map(_names_people, (name, ASIDE.sub(" ", name)))):
        return True
    found = [cell for cell in cells if MAIL.search(cell) or PHONE.search(cell)]
    return bool(found) and 2 * len(found) >= len(cells)


def is_person(name: str) -> bool:
    """Whether a column is called after a name and nothing else: beside the title of a case it is that of a person."""
    words = _words(ASIDE.sub(" ", name))
    return any(map(_NAME.fullmatch, words)) and all(_NAME.fullmatch(word) or word in _WHOSE for word in words)


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _names_people(name: str) -> bool:
    """Whether a name is all about who or how, or begins with whom to speak to."""
    words = _words(name)
    own = [word for word in words if not _BESIDE.fullmatch(word)]
    if own and _ROLE.fullmatch(own[0]):
        return True
    brought = bool(_BY & {*words})
    return bool(own) and all(_REACH.fullmatch(word) or (brought and _BROUGHT.fullmatch(word)) for word in own)
