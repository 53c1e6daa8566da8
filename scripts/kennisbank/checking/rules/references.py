"""References between records and lists, and their names."""

from collections.abc import Iterator
from typing import Any

from ...findings.codes import error, says, warning
from ...findings.finding import Edit, Finding, Span
from ...findings.nearest import Guesses, slug
from ...insights.villages import in_several
from ...library.addresses import OVERVIEWS, page_of, page_of_path, web_path
from ...library.library import Entry, Library, Ref
from ...model.kinds import KINDS, LISTS
from ...model.references import Reference, references
from ...model.terms import FormerMunicipality
from ...reading.document import Document
from ...reading.organisations import is_organisation
from ..rule import local_rule, rule
from . import raw
from .targets import aliases_of, all_of, by_title, renamed, where_now

# Longer lists are open ended, such as the municipalities: one may well be missing.
SHORT_LIST = 12
_TOWNS = "municipalities"
_LOOKED_UP = " In een concept mag de naam zo blijven: de redactie zoekt de plaats op."


@rule(
    error(
        "KB201",
        "Verwijzing naar iets dat niet bestaat",
        "Een verwijzing naar een case, les, community of werkvorm wordt een link. Die moet ergens uitkomen.",
        says("no-such-record", "{label} '{value}' bestaat niet", "{suggestion}"),
    ),
)
def missing_record(library: Library) -> Iterator[Finding]:
    """A field that names a record that does not exist."""
    guesses = Guesses()
    for entry in library.entries:
        for reference in entry.references():
            if reference.target in KINDS and Ref(reference.target, reference.value) not in library.by_ref:
                kind = KINDS[reference.target]
                about = {"label": kind.label, "value": reference.value}
                span = entry.document.span_of(reference.path)
                now = renamed(library, kind, reference.value)
                if now:
                    written = entry.document.text[span.start : span.end]
                    edits = (Edit(span, now.id),) if written == reference.value and now is not entry else ()
                    hint = f"Die heet nu '{now.id}'."
                    yield entry.document.says("no-such-record", span, edits, suggestion=hint, **about)
                else:
                    meant = library.once(by_title).get((kind.name, slug(reference.value)), reference.value)
                    hint = guesses.suggest(meant, library.ids(kind.name), kind.plural)
                    yield entry.document.says("no-such-record", span, suggestion=hint, **about)


@local_rule(error("KB202", "Verwijst naar zichzelf", "Een pagina kan niet verwant zijn aan zichzelf."))
def self_reference(library: Library) -> Iterator[Finding]:
    """A record that names itself."""
    for entry in library.entries:
        for reference in entry.references():
            if Ref(reference.target, reference.value) == entry.ref:
                message = f"'{reference.value}' is dit bestand zelf"
                span = entry.document.span_of(reference.path)
                yield entry.document.found("KB202", span, message, f"Verwijder '{reference.value}' uit dit veld.")


@rule(
    error(
        "KB203",
        "Term staat niet in de lijst",
        "Thema's, rollen, regio's en gemeenten komen uit vaste lijsten, zodat cases vergelijkbaar blijven.",
        says("no-such-term", "{label} '{value}' bestaat niet", "{suggestion}{add}"),
        says("in-several", "'{value}' ligt in meer gemeenten: {towns}", "Schrijf '{ids}'."),
        says("term-misspelt", "{label} '{value}' bestaat niet", "Schrijf '{meant}'."),
        says("no-town", "'{value}' is geen gemeente", "Zet het bij 'organisation' of bij 'parties'."),
    ),
)
def missing_term(library: Library) -> Iterator[Finding]:
    """A term that is not in its list; a list that cannot be read has its own finding, once."""
    told = {finding.file for finding in library.findings}
    read = {name for name, terms in LISTS.items() if name in library.lists_seen and terms.path not in told}
    known = {name: own for name in LISTS if (own := frozenset(_raw_ids(library, name))) or name in read}
    concepts = {entry.document.path for entry in library.entries if entry.is_concept}
    guesses = Guesses()
    for document, reference in _field_references(library):
        ids = known.get(reference.target)
        if ids is not None and reference.value not in ids:
            terms = LISTS[reference.target]
            about, span = {"label": terms.label, "value": reference.value}, document.span_of(reference.path)
            meant = slug(reference.value).removeprefix(f"{slug(terms.label)}-")
            former = library.term_list("former-municipalities").get(meant) if reference.target == _TOWNS else None
            if meant in ids:
                yield document.says("term-misspelt", span, (Edit(span, meant),), meant=meant, **about)
            elif isinstance(former, FormerMunicipality):
                edits = (Edit(span, former.now[0]),) if len(former.now) == 1 else ()
                yield document.says("no-such-term", span, edits, suggestion=where_now(library, former), add="", **about)
            elif reference.target == _TOWNS and (several := library.once(in_several).get(meant)):
                towns, ids_of = all_of(library, several), "' of '".join(several)
                yield document.says("in-several", span, value=reference.value, towns=towns, ids=ids_of)
            elif reference.target == _TOWNS and is_organisation(reference.value.replace("-", " ")):
                yield document.says("no-town", span, value=reference.value)
            else:
                about["suggestion"] = guesses.suggest(reference.value, ids, terms.plural)
                add = f" Staat hij er niet bij? Voeg hem toe aan {terms.path}." if len(ids) > SHORT_LIST else ""
                is_left = reference.target == _TOWNS and document.path in concepts
                found = document.says("no-such-term", span, add=_LOOKED_UP if is_left else add, **about)
                yield found.softened() if is_left else found


# Parts of the site that the build fills by itself; only in these two it has hand-written pages beside it.
_MIXED = ("bijdragen/", "redactie/")
_AREAS = tuple(sorted({f"{page.partition('/')[0]}/" for page in OVERVIEWS.values() if "/" in page} - set(_MIXED)))
_AREAS += ("bijdragen/meldingen/", "afslagen/", "model/", "assets/", "zoekindex/")


@rule(
    error(
        "KB208",
        "Naam is al in gebruik",
        "Twee pagina's kunnen niet hetzelfde adres hebben.",
    ),
)
def name_taken(library: Library) -> Iterator[Finding]:
    """A name whose page would land on the page of something else."""
    overviews = {page: f"het overzicht '{name}'" for name, page in OVERVIEWS.items() if name != "bijdragen"}
    overviews["index.md"] = "de voorpagina"
    taken = {**{page_of(ref): f"{_label(ref)} '{ref.id}'" for ref in library.by_ref}, **overviews}
    for entry in library.entries:
        if page_of(entry.ref) in overviews:
            message = f"de naam '{entry.id}' is al van {overviews[page_of(entry.ref)]}"
            yield entry.document.found("KB208", Span(0, 0), message, "Geef het bestand een andere naam.")
        for index, alias in enumerate(aliases_of(entry.document)):
            owner = taken.get(page_of(Ref(entry.kind.name, alias)))
            if owner:
                span = entry.document.span_of(("aliases", index))
                message = f"de oude naam '{alias}' is nu de naam van {owner}"
                yield entry.document.found("KB208", span, message, "Verwijder deze oude naam.")
    by_address = {web_path(page): owner for page, owner in taken.items()}
    for page in library.pages:
        address = web_path(page_of_path(page.path))
        owner = by_address.get(address) or _area(address)
        if owner:
            message = f"deze pagina krijgt hetzelfde adres als {owner}"
            yield page.document.found("KB208", Span(0, 0), message, "Geef het bestand een andere naam of map.")
        by_address.setdefault(address, page.path)


def _area(address: str) -> str:
    """What the build fills by itself, when a page would stand in it."""
    return next((f"de pagina's die vanzelf in '{area}' komen" for area in _AREAS if address.startswith(area)), "")


@rule(
    error(
        "KB209",
        "Oude naam is dubbel",
        "Een oude naam stuurt door naar een pagina; dat kan er maar een zijn.",
    ),
)
def alias_twice(library: Library) -> Iterator[Finding]:
    """An old name that two records claim."""
    seen: dict[Ref, Entry] = {}
    for entry in library.entries:
        for index, alias in enumerate(aliases_of(entry.document)):
            first = seen.setdefault(Ref(entry.kind.name, alias), entry)
            if first is not entry:
                message = f"de oude naam '{alias}' staat ook in {first.document.path}"
                hint = "Laat de oude naam staan bij de pagina waar hij echt van was."
                yield entry.document.found("KB209", entry.document.span_of(("aliases", index)), message, hint)


@rule("KB211")
def reference_to_concept(library: Library) -> Iterator[Finding]:
    """A record that readers see, naming one that they do not see."""
    concepts = {entry.ref: entry for entry in library.entries if entry.is_concept}
    for entry in library.entries:
        for reference in entry.references() if not entry.is_concept else ():
            target = concepts.get(Ref(reference.target, reference.value))
            if target:
                message = f"{target.kind.label} '{reference.value}' is nog een concept"
                hint = "Publiceer eerst die pagina, of laat de verwijzing weg tot het zover is."
                yield entry.document.found("KB211", entry.document.span_of(reference.path), message, hint)


@rule(
    warning(
        "KB215",
        "Gemeente en regio horen niet bij elkaar",
        "Een lezer die op regio filtert, verwacht de gemeente daar ook.",
        says(
            "outside-region",
            "gemeente '{place}' hoort volgens de lijst bij regio '{listed}', niet bij '{region}'",
            "Verander de regio of de gemeente, of verbeter docs/lijsten/municipalities.yml.",
        ),
    ),
)
def place_outside_region(library: Library) -> Iterator[Finding]:
    """A municipality that the list puts in another region than the case does."""
    for entry in library.of_kind("case"):
        region, places = raw.text(entry.document, "region"), raw.field(entry.document, "places")
        for index, place in enumerate(places if isinstance(places, list) else []):
            town = library.municipalities.get(str(place))
            if region and town and town.region and region not in (town.region, *town.earlier_regions):
                span = entry.document.span_of(("places", index))
                yield entry.document.says("outside-region", span, place=place, listed=town.region, region=region)


@local_rule(
    error(
        "KB216",
        "Les is twee keer gekoppeld",
        "Een case zegt een keer iets over een les, anders telt de stand dubbel.",
        says(
            "lesson-twice",
            "les '{lesson}' is al gekoppeld bij nummer {number} van 'lessons'",
            "Voeg de twee samen tot een koppeling met een verhouding.",
        ),
    ),
)
def lesson_twice(library: Library) -> Iterator[Finding]:
    """A case that speaks twice about one lesson."""
    for entry in library.of_kind("case"):
        seen: dict[str, Reference] = {}
        for reference in (one for one in entry.references() if one.target == "lesson"):
            first = seen.setdefault(reference.value, reference)
            if first is not reference:
                span, number = entry.document.span_of(reference.path), int(first.path[1]) + 1
                yield entry.document.says("lesson-twice", span, lesson=reference.value, number=number)


def _field_references(library: Library) -> Iterator[tuple[Document, Reference]]:
    """The references in the fields of records and in the terms of lists."""
    for entry in library.entries:
        yield from ((entry.document, reference) for reference in entry.references())
    for term in library.terms:
        data: Any = term.document.data
        model = LISTS[term.list_name].model
        yield from ((term.document, item) for item in references(model, data[term.index], (term.index,)))


def _raw_ids(library: Library, name: str) -> Iterator[str]:
    """The ids of a list, also of terms whose other fields are not sound."""
    for term in library.terms:
        if term.list_name == name and isinstance(term.document.data, list):
            yield from (str(item.get("id")) for item in term.document.data if isinstance(item, dict))
            return


def _label(ref: Ref) -> str:
    return KINDS[ref.kind].label if ref.kind in KINDS else LISTS[ref.kind].label
