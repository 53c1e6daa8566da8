"""Answers that name what belongs at another question: sectors among the themes, and places that are no municipality.

The form in the browser does the same with places, in `docs/assets/javascripts/places.js`.
"""

import re
from collections.abc import Iterator, Mapping

from ..findings.finding import shown
from .cleaning import one_line
from .form import PLACES, PROVINCES, SECTORS, Form
from .matching import Match, Names, match, matches, pieces

_ORGANISATION = re.compile(
    r"(waterschap|hoogheemraadschap|wetterskip|ministerie|rijkswaterstaat|staatsbosbeheer)\b", re.IGNORECASE
)
_PROVINCE = re.compile(r"provincie\s", re.IGNORECASE)
_LABELS = {PROVINCES: "Provincies", "region": "Energieregio", "organisation": "Organisatie"}


def with_sectors(told: dict[str, str], form: Form) -> dict[str, str]:
    """The answers, with the themes that are sectors here where they belong: 'Mobiliteit'."""
    found = matches(told.get("themes", ""), form.names["themes"])
    moved = {meant.typed: match(meant.typed, form.names[SECTORS]).id for meant in found if not meant.id}
    ids = [id for id in moved.values() if id]
    if not ids:
        return told
    left = [meant.id or meant.typed for meant in found if not moved.get(meant.typed)]
    return told | {"themes": "; ".join(left), SECTORS: "; ".join(ids)}


def with_places(told: dict[str, str], form: Form) -> dict[str, str]:
    """The answers, with provinces, regions and water boards that were named as a municipality where they belong."""
    made, left = dict(told), []
    # Each as it is typed: a province and a municipality may have one name.
    found = [match(piece, form.names[PLACES]) for piece in pieces(told.get(PLACES, ""), form.names[PLACES])]
    for meant in found:
        home, value = _home(meant, made, form)
        if home == PLACES:
            left.append(meant.typed)
        else:
            made[home] = "; ".join(dict.fromkeys(filter(None, (made.get(home, ""), value))))
    return made | {PLACES: "; ".join(left)} if len(left) < len(found) else told


def _home(meant: Match, made: Mapping[str, str], form: Form) -> tuple[str, str]:
    """The question at which a place belongs, and what is answered there; what is answered already is left alone."""
    typed = one_line(meant.typed)
    province = _named(typed, form.names[PROVINCES])
    if province and (not meant.id or _PROVINCE.match(typed)):
        return PROVINCES, province
    region = "" if meant.id else _named(typed, form.names["region"])
    for home, value in (("region", region), ("organisation", typed if _ORGANISATION.match(typed) else "")):
        answered = made.get(home, "")
        if value and not meant.id and answered.casefold() in ("", value.casefold()):
            return home, answered or value
    return PLACES, typed


def _named(typed: str, names: Names) -> str:
    found = match(typed, names)
    return found.id if found.sure else ""


def place_notes(before: Mapping[str, str], told: Mapping[str, str]) -> Iterator[str]:
    """Which answers came in another field than the one in which they were typed."""
    for home, label in _LABELS.items():
        if told.get(home, "") != before.get(home, ""):
            yield f"Gemeenten: '{shown(told[home])}' is geen gemeente, en staat daarom bij {label}."
