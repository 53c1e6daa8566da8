"""Days and years that cannot be: a day that no calendar has, and what is told as past while it is still to come."""

import re
from collections.abc import Iterator
from datetime import date

from ...findings.codes import editorial, says, warning
from ...findings.finding import Finding, Span, shown
from ...library.library import Entry, Library
from ...model.labels import OUTCOMES
from ...model.parts import Outcome
from ...reading.meaning import moment, no_such_day
from ..rule import daily_rule, local_rule
from . import raw
from .raw import field

CODES = ("KB343", "KB427", "KB428")
"""What the form asks about once, before somebody goes on."""
# What says another thing a year later. No capital counts, and what stands in a name is no such word.
FLEETING = re.compile(
    r"\b(?:(?:dit|vorig|komend|volgend|afgelopen) jaar|(?:deze|vorige|komende|volgende|afgelopen) (?:maand|week))\b",
    re.IGNORECASE,
)


@local_rule(
    editorial(
        "KB427",
        "Bron met een dag die niet bestaat",
        "Op 31 februari verscheen niets. Met de goede dag vindt een lezer de bron terug.",
        says(
            "no-such-day",
            "de dag '{value}' bestaat niet",
            "Schrijf de dag voor de maand, zoals 24-11-2026, of alleen de maand en het jaar.",
        ),
    ),
)
def no_day_of_source(library: Library) -> Iterator[Finding]:
    """A source of a day that no calendar has."""
    for entry in library.entries:
        for path, source in raw.sources(entry.document):
            when = source.get("date")
            if isinstance(when, str) and no_such_day(when):
                yield entry.document.says("no-such-day", entry.document.span_of((*path, "date")), value=shown(when))


@local_rule(
    warning(
        "KB343",
        "Woord dat volgend jaar niet meer klopt",
        "Een case blijft jaren staan. 'Vorig jaar' is dan een ander jaar.",
        says(
            "fleeting",
            "'{words}' is later niet meer te volgen",
            "Schrijf het jaar erbij, zoals 'in 2025'.",
        ),
    ),
)
def fleeting_word(library: Library) -> Iterator[Finding]:
    """A year or month in a case by what it is from today."""
    told = (passage for entry in library.of_kind("case") for passage in entry.passages)
    for passage in told:
        if passage.path and passage.path[0] == "sources":
            continue
        if not FLEETING.search(passage.prose.text):
            continue  # nor has it any with code and addresses blanked out, which takes longer
        for match in FLEETING.finditer(passage.prose.masked):
            span = Span(match.start() + passage.prose.offset, match.end() + passage.prose.offset)
            yield passage.says("fleeting", span, words=match[0])


# Of the others nobody knows whether they are over.
_KNOWN = OUTCOMES.keys() - {Outcome.UNKNOWN}


@daily_rule(
    warning(
        "KB428",
        "Iets dat nog moet komen",
        "Een case vertelt wat er is gebeurd. Een jaar dat nog moet komen, is meestal een tikfout.",
        says(
            "still-to-come",
            "'{value}' moet nog komen",
            "Kijk na of het jaar klopt.",
        ),
        says(
            "ended-to-come",
            "het einde, {end}, moet nog komen, en de afloop is '{outcome}'",
            "Kijk het jaar na. Is het nog bezig? Kies dan een andere afloop.",
        ),
        says(
            "running-and-ended",
            "het einde was in {end}, en de afloop is '{outcome}'",
            "Is het klaar? Kies dan een andere afloop. Loopt het nog? Laat het einde dan leeg.",
        ),
    ),
)
def still_to_come(library: Library, today: date) -> Iterator[Finding]:
    """What a case tells as past, and is not yet."""
    for entry in library.of_kind("case"):
        for path, value in _told(entry):
            when = moment(str(value))
            if when > f"{today}"[: len(when)]:
                yield entry.document.says("still-to-come", entry.document.span_of(path), value=shown(str(value)))
        yield from _ending(entry, today.year)


def _told(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """When a case began, its choices were made and its sources appeared, with where that stands."""
    yield ("period", "start"), _inside(field(entry.document, "period"), "start")
    for name, inner in (("turns", "when"), ("sources", "date")):
        items = field(entry.document, name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            yield (name, index, inner), _inside(item, inner)


def _inside(group: object, name: str) -> object:
    found = group.get(name) if isinstance(group, dict) else None
    return "" if found is None else found


def _ending(entry: Entry, year: int) -> Iterator[Finding]:
    """An end that is still to come while it is over, or that was while it still goes on."""
    end, outcome = _inside(field(entry.document, "period"), "end"), field(entry.document, "outcome")
    if not isinstance(end, int) or end == year or not isinstance(outcome, str) or outcome not in _KNOWN:
        return
    is_running = outcome == Outcome.RUNNING
    if is_running == (end < year):
        name = "running-and-ended" if is_running else "ended-to-come"
        span = entry.document.span_of(("period", "end"))
        yield entry.document.says(name, span, end=end, outcome=OUTCOMES[Outcome(outcome)])
