"""Sources, review dates, and what lessons rest on."""

from collections.abc import Iterator
from datetime import date

from ...findings.codes import Worded, editorial, error, says, warning, worded
from ...findings.finding import Finding, Span, shown
from ...findings.nearest import suggest
from ...insights.freshness import is_due, months_between
from ...library.library import Entry, Library
from ...model.parts import Origin, Status
from ...model.types import is_gap
from ...reading.document import Document
from ...reading.meaning import is_nothing
from ...reading.source_dates import is_dated
from ...reading.yaml_reader import Path
from ..rule import daily_rule, local_rule, rule
from . import raw
from .raw import field, source_keys


@local_rule(
    error(
        "KB401",
        "Bron genoemd die niet in de lijst staat",
        "Zonder de gegevens van de bron kan niemand het feit nagaan.",
        says(
            "unknown-source",
            "bron '{key}' staat niet bij de bronnen van dit bestand",
            "{suggestion} Staat de bron er nog niet bij? Zet de bron bij 'sources', met een sleutel, "
            "titel, uitgever en datum.",
        ),
        says(
            "unknown-source-of-none",
            "bron '{key}' staat niet bij de bronnen van dit bestand",
            "Zet de bron bij 'sources', met een sleutel, titel, uitgever en datum.",
        ),
    ),
)
def unknown_source(library: Library) -> Iterator[Finding]:
    """A source that is cited but not described."""
    for entry in _readable(library):
        keys = source_keys(entry.document)
        for reference in entry.references():
            if reference.target == "source" and reference.value not in keys:
                yield _unknown(entry.document, entry.document.span_of(reference.path), reference.value, keys)
        for passage in entry.passages:
            for citation in passage.prose.citations:
                if citation.key not in keys:
                    yield _unknown(entry.document, passage.span_in_file(citation.span), citation.key, keys)


def _unknown(document: Document, span: Span, key: str, keys: dict[str, Path]) -> Finding:
    if not keys:
        return document.says("unknown-source-of-none", span, key=key)
    return document.says("unknown-source", span, key=key, suggestion=suggest(key, keys, "sleutels"))


@local_rule(
    editorial(
        "KB402",
        "Bron wordt nergens gebruikt",
        "Een bron waar niets naar verwijst, laat niet zien welk feit erop steunt.",
        says(
            "unused-source",
            "bron '{key}' wordt nergens gebruikt",
            "Zet [^{key}] achter het feit dat op deze bron steunt, of verwijder de bron.",
        ),
    ),
)
def unused_source(library: Library) -> Iterator[Finding]:
    """A source that supports nothing."""
    for entry in _readable(library):
        used = {reference.value for reference in entry.references() if reference.target == "source"}
        used |= {citation.key for passage in entry.passages for citation in passage.prose.citations}
        for key, path in source_keys(entry.document).items():
            if key not in used:
                span = entry.document.span_of((*path, "key"))
                yield entry.document.says("unused-source", span, key=key)


@local_rule(
    editorial(
        "KB403",
        "Geen enkele bron",
        "Alles op deze site is na te gaan. Een pagina zonder bron kan niet worden gepubliceerd.",
        says(
            "no-source",
            "er is geen enkele bron: het veld 'sources' ontbreekt of is leeg",
            "Zet bij 'sources' minstens een bron, met key, title, publisher en date.",
        ),
    ),
)
def no_source(library: Library) -> Iterator[Finding]:
    """A record without any source."""
    for entry in _readable(library):
        yield from _lacking(entry, "sources", worded("no-source"))


@local_rule(
    editorial(
        "KB426",
        "Bron zonder jaar",
        "'Vorig jaar' of 'onlangs' zegt later niets meer. Met het jaar weet een lezer hoe oud de bron is.",
        says(
            "no-year",
            "'{value}' zegt niet in welk jaar de bron verscheen",
            "Schrijf het jaar in vier cijfers, zoals 2021 of maart 2021. Heeft de bron geen datum? Schrijf dan: z.d.",
        ),
    ),
)
def source_without_year(library: Library) -> Iterator[Finding]:
    """A source whose date does not say in which year it appeared."""
    for entry in library.entries:
        for path, source in raw.sources(entry.document):
            date = source.get("date")
            if isinstance(date, str) and not (is_gap(date) or is_nothing(date) or is_dated(date)):
                yield entry.document.says("no-year", entry.document.span_of((*path, "date")), value=shown(date))


@local_rule(
    editorial(
        "KB413",
        "Case zonder les",
        "Een case wordt bruikbaar voor anderen doordat hij iets zegt over een les.",
        says(
            "no-lesson",
            "de case zegt niets over een les: het veld 'lessons' ontbreekt of is leeg",
            "Kies bij 'lessons' een les, en zeg of de case die steunt, nuanceert of weerspreekt, en waarom.",
        ),
    ),
)
def case_without_lesson(library: Library) -> Iterator[Finding]:
    """A case that says nothing about any lesson."""
    for entry in _readable(library):
        if entry.kind.name == "case":
            yield from _lacking(entry, "lessons", worded("no-lesson"))


@local_rule(
    editorial(
        "KB416",
        "Reconstructie zonder uitleg",
        "Wie een gereconstrueerde les leest, moet weten waarom en hoe zeker hij is.",
    ),
)
def reconstruction_unexplained(library: Library) -> Iterator[Finding]:
    """A lesson of our own making that does not say how sure it is."""
    for entry in _readable(library):
        is_ours = field(entry.document, "origin") == Origin.RECONSTRUCTION
        if entry.kind.name == "lesson" and is_ours and not field(entry.document, "certainty"):
            message = "de les is een reconstructie, maar het veld 'certainty' ontbreekt"
            hint = "Schrijf bij 'certainty' waarom het origineel er niet is, en welk deel op welke bron steunt."
            yield entry.document.found("KB416", entry.document.span_of(("origin",)), message, hint)


@rule(
    error(
        "KB417",
        "Lesnummer is dubbel",
        "Binnen een reeks heeft elke les een eigen nummer.",
    ),
)
def lesson_number_twice(library: Library) -> Iterator[Finding]:
    """Two lessons with one number in one series."""
    seen: dict[tuple[str, int], Entry] = {}
    for entry in library.of_kind("lesson"):
        series, number = field(entry.document, "series"), field(entry.document, "number")
        if not isinstance(series, str) or not isinstance(number, int):
            continue
        first = seen.setdefault((series, number), entry)
        if first is not entry:
            message = f"les {number} van reeks '{series}' is al {first.document.path}"
            taken = {found for name, found in seen if name == series}
            free = next(number for number in range(1, 1000) if number not in taken)
            hint = f"Geef een van beide een ander nummer. Nummer {free} is nog vrij."
            yield entry.document.found("KB417", entry.document.span_of(("number",)), message, hint)


@local_rule(
    editorial(
        "KB418",
        "Les zonder onderbouwing",
        "Een les zegt welke bron welk deel steunt.",
    ),
)
def lesson_without_evidence(library: Library) -> Iterator[Finding]:
    """A lesson that does not say what it rests on."""
    for entry in _readable(library):
        if entry.kind.name == "lesson":
            message = "de les heeft geen onderbouwing: het veld 'evidence' ontbreekt of is leeg"
            hint = "Noem bij 'evidence' per bron welk deel van de les die steunt: {source: sleutel, shows: \"…\"}."
            yield from _lacking(entry, "evidence", Worded("KB418", message, hint))


def _lacking(entry: Entry, name: str, said: Worded) -> Iterator[Finding]:
    """The finding when a field is not there or empty, at its key or else at the title."""
    if not field(entry.document, name):
        path = (name,) if (name,) in entry.document.spans else ("title",)
        yield entry.document.found(said.code, entry.document.key_span(path), said.message, said.hint)


@daily_rule(
    warning(
        "KB408",
        "Lang niet nagekeken",
        "Na anderhalf jaar kan er veel zijn veranderd. Een redacteur kijkt de feiten opnieuw na.",
    ),
    error(
        "KB411",
        "Nakijkdatum ligt in de toekomst",
        "De datum zegt wanneer de feiten echt zijn nagekeken.",
        says(
            "reviewed-in-future",
            "de nakijkdatum {reviewed} ligt in de toekomst; vandaag is het {today}",
            "Schrijf de dag waarop de feiten echt zijn nagekeken.",
        ),
    ),
)
def review_dates(library: Library, today: date) -> Iterator[Finding]:
    """Facts last checked long ago, or tomorrow; the only rules that need to know the day."""
    for entry in library.entries:
        reviewed = day(field(entry.document, "reviewed"))
        span = entry.document.span_of(("reviewed",))
        if reviewed and reviewed > today:
            yield entry.document.says("reviewed-in-future", span, reviewed=reviewed, today=today)
        elif reviewed and field(entry.document, "status") != Status.ARCHIVED and is_due(reviewed, today):
            message = f"de feiten zijn {months_between(reviewed, today)} maanden geleden voor het laatst nagekeken"
            hint = f"Kijk feiten en links opnieuw na en zet de datum van vandaag bij 'reviewed': {today}."
            yield entry.document.found("KB408", span, message, hint)


def day(value: object) -> date | None:
    """The day that a raw field holds; None when it is no day."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def _readable(library: Library) -> Iterator[Entry]:
    return (entry for entry in library.entries if isinstance(entry.document.data, dict) and entry.document.readable)
