"""What a published page owes its readers: what it comes down to, how sure it is, and doubt told once."""

import re
from collections.abc import Iterator
from datetime import date

from ...findings.codes import warning
from ...findings.finding import Finding, Span
from ...insights.freshness import asks_for_news, is_due, months_between
from ...library.library import Entry, Library
from ...model.parts import Outcome, Status
from ...model.types import PLACEHOLDER
from ...reading.yaml_reader import Path
from ..rule import daily_rule, local_rule
from . import raw
from .evidence import day

# More is said than read: once at the end is enough.
_MOST_UNSURE = 2
_NOTHING = r"(?:(?:geen|nergens)\b|niet(?: (?:lezen|vinden|zien|nagaan))?(?=\s*(?:[.,;:?!)]|$)))"
_UNSURE = re.compile(
    r"\b(?:niet|nergens|geen \w+)\s+(?:terug\s?)?(?:gevonden|te vinden|bekend)\b"
    r"|\b(?:is|zijn|blijft|bleef) (?:ons )?(?:onbekend|onduidelijk)\b|\bgeen (?:enkele )?bron(?:nen)? \w+"
    # Dutch puts the word that denies behind what was looked for, and people write 'we' and 'wij'.
    rf"|\b(?:vonden|zagen|lazen|konden) (?:we|wij)(?: [\w-]+){{0,4}}? {_NOTHING}"
    rf"|\b(?:we|wij) (?:vonden|zagen|lazen|konden)(?: [\w-]+){{0,4}}? {_NOTHING}"
    r"|\b(?:(?:weten|wisten) (?:we|wij)|(?:we|wij) (?:weten|wisten)|weet niemand)(?: [\w-]+)? niet\b",
    re.IGNORECASE,
)
# One of these is in all of them. A pattern that looks past capitals takes three more signs for an i and an s.
_DENYING = ("niet", "nergens", "geen", "onbekend", "onduidelijk")
_AS_SMALL = str.maketrans("İıſ", "iis")
# Where a record tells on purpose what it does not know.
_PLACE_FOR_DOUBT = "Wat we niet weten"
_ASKED = {
    "case": {
        "brief": "Schrijf bij 'brief' vier korte regels: choice, outcome, setback en lesson.",
        "confidence": "Kies bij 'confidence' stevig, redelijk of dun, en zeg bij 'certainty' waarom.",
    },
    "lesson": {"scene": "Schrijf bij 'scene' een korte scène uit een echte case, met de bron erachter."},
}


@local_rule(
    warning(
        "KB326",
        "Wat de lezer het eerst zoekt, ontbreekt",
        "Een wethouder heeft één minuut: de kern in vier regels, hoe zeker die is, of een scène die de les laat zien.",
    ),
)
def asked_for(library: Library) -> Iterator[Finding]:
    """A published case without its four lines or its certainty, or a lesson without its scene."""
    for entry in library.entries:
        for name, hint in _ASKED.get(entry.kind.name, {}).items():
            if raw.field(entry.document, "status") == Status.PUBLISHED and not raw.field(entry.document, name):
                title = entry.kind.model.model_fields[name].title
                message = f"het veld '{name}' ({title}) ontbreekt"
                yield entry.document.found("KB326", entry.document.span_of(("title",)), message, hint)


@local_rule(
    warning(
        "KB327",
        "Te vaak gezegd dat iets niet is gevonden",
        "Wie steeds leest wat er niet is, ziet niet meer wat er wel is. Eén keer, bij de zekerheid, is genoeg.",
    ),
)
def doubt_everywhere(library: Library) -> Iterator[Finding]:
    """A text that says again and again that something was not found, outside the place for it, or where a name goes."""
    for entry in library.entries:
        found = list(_doubts(entry))
        for path, span, words in found:
            if path and path[-1] == "decided_by":
                hint = "Noem wie er zeker bij was. Is niet bekend wie besloot, zeg dat dan één keer bij 'certainty'."
                yield entry.document.found("KB327", span, f"'{words}' staat bij wie besloot", hint)
        if len(found) > _MOST_UNSURE:
            _, span, words = found[_MOST_UNSURE]
            message = f"'{words}' en zulke woorden staan {len(found)} keer in deze tekst (hoogstens {_MOST_UNSURE})"
            hint = "Vertel rechtuit wat je wel weet. Zet wat je niet weet één keer bij 'certainty'."
            yield entry.document.found("KB327", span, message, hint)


def _doubts(entry: Entry) -> Iterator[tuple[Path | None, Span, str]]:
    """Where a text says that something is not known: the field (none for the body), the place and the words."""
    allowed = [prose for heading, prose in entry.prose.parts if heading.text == _PLACE_FOR_DOUBT]
    free = [Span(prose.offset, prose.offset + len(prose.text)) for prose in allowed]
    for passage in entry.passages:
        if passage.path and passage.path[0] in ("certainty", "sources"):
            continue
        for match in _UNSURE.finditer(passage.prose.masked) if _denies(passage.prose.text) else ():
            start = passage.prose.offset + match.start()
            if not passage.is_body or not any(span.start <= start < span.end for span in free):
                yield passage.path, passage.span_in_file(Span(start, start + len(match[0]))), match[0]


def _denies(text: str) -> bool:
    """Whether a text has any of the words without which it says of nothing that it is not known."""
    small = (text.translate(_AS_SMALL) if any(sign in text for sign in "İıſ") else text).lower()
    return any(word in small for word in _DENYING)


@local_rule(
    warning(
        "KB328",
        "Community zonder afloop of opbrengst",
        "Wie een leergroep wil beginnen, zoekt wat een andere opleverde en hoe zij eindigde.",
    ),
)
def community_without_outcome(library: Library) -> Iterator[Finding]:
    """A community that does not say how it ended, or what it left behind."""
    for entry in library.of_kind("community"):
        if raw.field(entry.document, "outcome") == Outcome.UNKNOWN:
            hint = "Zoek uit of de community nog loopt. Is dat nergens te lezen, voeg haar dan toe aan een overzicht."
            yield entry.document.found("KB328", entry.document.span_of(("outcome",)), "de afloop is onbekend", hint)
        if not raw.field(entry.document, "outputs") and PLACEHOLDER not in str(raw.field(entry.document, "title")):
            hint = "Noem bij 'outputs' wat de community achterliet, met de bron."
            yield entry.document.found("KB328", entry.document.span_of(("title",)), "er is geen opbrengst", hint)


@daily_rule(
    warning(
        "KB424",
        "Een jaar niet naar nieuws gekeken",
        "Een case die nog loopt, of waar nieuws over was, verandert. Een redacteur kijkt elk jaar wat er gebeurde.",
    ),
)
def news_wanted(library: Library, today: date) -> Iterator[Finding]:
    """A case that moves, and that nobody looked at for a year; after a year and a half all facts are due."""
    for entry in library.of_kind("case"):
        reviewed = day(raw.field(entry.document, "reviewed"))
        runs = raw.field(entry.document, "outcome") == Outcome.RUNNING
        moves = runs or bool(raw.field(entry.document, "news"))
        if reviewed and moves and _shown(entry) and asks_for_news(reviewed, today) and not is_due(reviewed, today):
            why = "de case loopt nog" if runs else "er was nieuws over deze case"
            message = f"{why}, en is {months_between(reviewed, today)} maanden geleden voor het laatst nagekeken"
            hint = f"Kijk wat er sindsdien gebeurde, zet het bij 'news', en zet bij 'reviewed' {today}."
            yield entry.document.found("KB424", entry.document.span_of(("reviewed",)), message, hint)


def _shown(entry: Entry) -> bool:
    return raw.field(entry.document, "status") != Status.ARCHIVED
