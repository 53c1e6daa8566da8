"""The closed lists themselves."""

from collections.abc import Iterator

from ...findings.codes import error, finding, warning
from ...findings.finding import Finding, Place
from ...library.geography import geography
from ...library.library import Library, TermEntry
from ...model.kinds import LISTS
from ...model.terms import GlossaryTerm, Municipality, Region
from ..rule import rule

# The borders on the map are simplified: this much (about five kilometres) next to a province still counts as in it.
_NEAR = 8


@rule(
    warning(
        "KB501",
        "Term wordt nergens gebruikt",
        "Een term zonder pagina's is voor lezers een dood spoor.",
    ),
)
def unused_term(library: Library) -> Iterator[Finding]:
    """A term that nothing belongs to; not told as long as some file with uses cannot be read."""
    if not all(entry.document.readable for entry in library.entries) or not all(map(library.term_list, LISTS)):
        return
    used = {(reference.target, reference.value) for entry in library.entries for reference in entry.references()}
    towns = [library.municipalities.get(id) for target, id in used if target == "municipalities"]
    used |= {("regions", town.region) for town in towns if town and town.region}
    for term in library.terms:
        terms = LISTS[term.list_name]
        if terms.must_be_used and (term.list_name, term.term.id) not in used:
            message = f"{terms.label} '{term.term.id}' wordt nergens gebruikt"
            hint = "Gebruik de term in een case of les, of verwijder hem uit de lijst."
            yield term.document.found("KB501", term.document.span_of((term.index, "id")), message, hint)


@rule(
    error(
        "KB503",
        "Term staat er twee keer in",
        "Een verwijzing naar een dubbele term is niet eenduidig.",
    ),
)
def term_twice(library: Library) -> Iterator[Finding]:
    """Two terms with one id."""
    hint = "Voeg de twee samen, of geef een van beide een andere naam."
    yield from _twice(library, "KB503", "id", "de naam", hint)


@rule(
    error(
        "KB505",
        "Twee termen met dezelfde titel",
        "Lezers kunnen twee termen met dezelfde titel of schrijfwijze niet uit elkaar houden.",
    ),
)
def title_twice(library: Library) -> Iterator[Finding]:
    """Two terms with one title."""
    hint = "Geef een van beide een titel die het verschil laat zien."
    yield from _twice(library, "KB505", "title", "de titel", hint)


@rule("KB505")
def form_twice(library: Library) -> Iterator[Finding]:
    """Two terms of the glossary that are written the same, so that a link could lead to either."""
    seen: dict[str, TermEntry] = {}
    for entry in library.terms:
        for index, form in enumerate(entry.term.forms if isinstance(entry.term, GlossaryTerm) else ()):
            first = seen.setdefault(form, entry)
            if first is not entry:
                message = f"de vorm '{form}' hoort ook bij begrip '{first.term.id}'"
                hint = "Laat de vorm staan bij het begrip dat de lezer zoekt."
                yield entry.document.found(
                    "KB505", entry.document.span_of((entry.index, "forms", index)), message, hint
                )


@rule(
    error(
        "KB506",
        "CBS-code is dubbel",
        "Elke gemeente heeft een eigen code in de lijst van het CBS.",
    ),
)
def code_twice(library: Library) -> Iterator[Finding]:
    """Two municipalities with one code."""
    hint = "Zoek de goede code op in de lijst van het CBS."
    yield from _twice(library, "KB506", "cbs", "de CBS-code", hint)


def _twice(library: Library, code: str, field: str, name: str, hint: str) -> Iterator[Finding]:
    """A finding for every term with the same value as an earlier term of its list."""
    seen: dict[tuple[str, str], TermEntry] = {}
    for term in library.terms:
        value = str(getattr(term.term, field, ""))
        first = seen.setdefault((term.list_name, value.casefold()), term) if value else term
        if first is not term:
            line = first.document.place(first.document.span_of((first.index, field))).line
            message = f"{name} '{value}' staat ook op regel {line}"
            yield term.document.found(code, term.document.span_of((term.index, field)), message, hint)


@rule(
    error(
        "KB510",
        "Punt ligt buiten de provincie",
        "De kaart zou de cases van deze plaats in een andere provincie tonen.",
    ),
)
def point_elsewhere(library: Library) -> Iterator[Finding]:
    """A municipality or region whose point lies outside its provinces."""
    land = geography()
    for entry in library.terms:
        term = entry.term
        if not isinstance(term, Municipality | Region) or not term.point:
            continue
        provinces = (term.province,) if isinstance(term, Municipality) else term.provinces
        spot = land.spot(term.point.lat, term.point.lon)
        if all(id in land.provinces and land.provinces[id].distance(spot) > _NEAR for id in provinces):
            message = f"het punt van '{term.id}' ligt niet in {' of '.join(provinces)}"
            hint = "Kijk de breedte (lat) en lengte (lon) na, of de provincie."
            yield entry.document.found("KB510", entry.document.span_of((entry.index, "point")), message, hint)


@rule(
    error(
        "KB507",
        "Lijst ontbreekt",
        "Zonder deze lijst kan geen enkele verwijzing ernaar worden nagekeken.",
    ),
)
def missing_list(library: Library) -> Iterator[Finding]:
    """A list that is not there."""
    for terms in LISTS.values():
        if terms.name not in library.lists_seen:
            message = f"de lijst met {terms.plural} ontbreekt"
            hint = f"Maak het bestand {terms.path} met voor elke term een regel '- id: naam'."
            yield finding("KB507", terms.path, Place(), message, hint)
