"""Answers that are told in other words, or belong at another question: sectors among the themes, provinces as places.

The form in the browser does the same with places, in `docs/assets/javascripts/places.js`.
"""

import re
from collections.abc import Mapping

from ..faces.questions import Choice
from ..findings.finding import shown
from ..reading.organisations import is_nationwide, is_organisation
from ..reading.said_outcome import said_outcome, says_more
from .cleaning import one_line
from .form import OUTCOME, PLACES, PROVINCES, SECTORS, Form
from .matching import Match, Names, match, matches, pieces

_PROVINCE = re.compile(r"provincie\s", re.IGNORECASE)
_NO_PROVINCE = re.compile(r"(regio|res)\s", re.IGNORECASE)
_REGION, _ORGANISATION = "region", "organisation"
_LABELS = {PROVINCES: "Provincies", _REGION: "Energieregio", _ORGANISATION: "Organisatie"}


def with_sectors(told: dict[str, str], form: Form) -> dict[str, str]:
    """The answers, with the themes that are sectors here where they belong: 'Mobiliteit'."""
    found = matches(told.get("themes", ""), form.names["themes"])
    moved = {meant.typed: match(meant.typed, form.names[SECTORS]).id for meant in found if not meant.id}
    ids = [id for id in moved.values() if id]
    if not ids:
        return told
    left = [meant.id or meant.typed for meant in found if not moved.get(meant.typed)]
    return told | {"themes": "; ".join(left), SECTORS: "; ".join(ids)}


def with_outcome(told: dict[str, str], form: Form) -> tuple[dict[str, str], str]:
    """The answers, with the outcome that somebody tells in a sentence; beside them all of it, when it tells more."""
    typed = told.get(OUTCOME, "")
    found = match(one_line(typed), form.names[OUTCOME])
    id = "" if found.id and found.sure else said_outcome(typed)
    if not id:
        return told, ""
    return told | {OUTCOME: id}, typed if says_more(typed) else ""


def with_places(told: dict[str, str], form: Form) -> tuple[dict[str, str], tuple[str, ...]]:
    """The answers, with provinces, regions and water boards that were named as a municipality where they belong.

    Beside them what people should know: of each name as it was typed, what it is and where it stands now.
    """
    names, others = form.names[PLACES], [form.names[PROVINCES], form.names[_REGION]]
    left, notes = [], []
    made = {home: [told[home]] if told.get(home) else [] for home in _LABELS}
    # Each as it is typed: a province and a municipality may have one name.
    for piece in pieces(told.get(PLACES, ""), names, others):
        typed = one_line(piece)
        if is_nationwide(typed):
            made[PROVINCES] = [choice.id for choice in form.names[PROVINCES].choices]
            notes.append(f"Gemeenten: '{shown(typed)}' is gelezen als heel Nederland; alle provincies staan erbij.")
            continue
        home, value, what = _home(match(piece, names), made, form)
        if home == PLACES:
            left.append(typed)
            continue
        if value not in made[home]:
            made[home].append(value)
        notes.append(f"Gemeenten: '{shown(typed)}' is gelezen als {what}, en staat daarom bij {_LABELS[home]}.")
    moved = {home: "; ".join(values) for home, values in made.items() if values}
    return (told | moved | {PLACES: "; ".join(left)} if notes else told), tuple(notes)


def _home(meant: Match, made: Mapping[str, list[str]], form: Form) -> tuple[str, str, str]:
    """The question at which a place belongs, what is answered there, and what that is.

    What is answered already is left alone. A municipality goes before all but what calls itself a province; a village,
    and a guess, before nothing.
    """
    typed = one_line(meant.typed)
    is_town = bool(meant.id) and meant.sure and not meant.part
    province = None if _NO_PROVINCE.match(typed) else _named(typed, form.names[PROVINCES])
    if province and (not is_town or _PROVINCE.match(typed)):
        return PROVINCES, province.id, f"de provincie {province.title}"
    region = None if is_town else _named(typed, form.names[_REGION])
    if region and _is_free(made[_REGION], region.id, region.title):
        return _REGION, (*made[_REGION], region.id)[0], f"de energieregio {region.title}"
    if not (meant.id and meant.sure) and is_organisation(typed) and _is_free(made[_ORGANISATION], typed):
        return _ORGANISATION, (*made[_ORGANISATION], typed)[0], "een organisatie"
    return PLACES, typed, ""


def _is_free(answered: list[str], *values: str) -> bool:
    """Whether nothing is answered at a question, or the same."""
    return all(one.casefold() in map(str.casefold, values) for one in answered)


def _named(typed: str, names: Names) -> Choice | None:
    found = match(typed, names)
    return next((one for one in names.choices if one.id == found.id), None) if found.sure else None
