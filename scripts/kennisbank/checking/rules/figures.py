"""Figures without a source, results without figures, and quotations."""

import re
from collections.abc import Iterator

from ...findings.codes import editorial, error, says, warning
from ...findings.finding import Finding, Span, shown
from ...library.library import Library, Ref
from ...model.figures import ReportedBy
from ...reading.prose import Prose, is_heading, plain, words
from ..rule import local_rule
from . import raw

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Numbers that name rather than count: years, dates, versions, and the number of a step or a chapter.
_RANGE = r"\d+(?:\s+(?:en|tot|tot en met|of)\s+\d+)?"
NAMES = re.compile(
    rf"^[ \t]*\d+\.\s|\b{_RANGE}\s+(?:{_MONTH})\b|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b"
    r"|\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b|\bjaren\s+'?\d0\b|\b24/7\b"
    r"|\b(?:artikel|bijlage|deel|fase|figuur|hoofdstuk|les|lessen|nummer|pagina|ronde|stap|stappen|tabel|versie|weg)"
    rf"\s+{_RANGE}\b|[A-Za-z]-?\d+(?:\.\d+)?|\b\d+D\b",
    re.IGNORECASE | re.MULTILINE,
)
EDITIONS = re.compile(r"\b[A-Z]{2,}\s\d\.\d\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
QUOTE = re.compile(r"“(?P<a>[^“”]{12,400})”|„(?P<b>[^„”“]{12,400})[”“]|\"(?P<c>[^\"\n]{0,400})\"")
QUOTE_WORDS = 5
MOST_HIGHLIGHTS = 3


@local_rule(
    editorial(
        "KB407",
        "Cijfer zonder bron",
        "Bij elk getal wil de lezer weten van wie het komt.",
        says(
            "figure-without-source",
            "bij het getal '{number}' staat in deze alinea geen bron",
            "Zet achter de zin [^sleutel] van de bron, of laat het getal weg.",
        ),
    ),
)
def figure_without_source(library: Library) -> Iterator[Finding]:
    """A number in a paragraph that cites nothing."""
    for entry in (*library.of_kind("case"), *library.of_kind("community")):
        advice = {section.title for section in entry.kind.outline if section.advises}
        for heading, prose in entry.prose.parts:
            for text, span in prose.paragraphs if heading.text not in advice else ():
                number = None if "[^" in text or is_heading(text) else _first_number(text)
                if number:
                    place = Span(span.start + number.start, span.start + number.end)
                    shown = text[number.start : number.end]
                    yield entry.document.says("figure-without-source", place, number=shown)


def _first_number(text: str) -> Span | None:
    """Where the first number stands that counts something; addresses of links do not count."""
    if not NUMBER.search(text):
        return None
    masked = text
    for link in Prose(text).links:
        masked = _without(masked, link.target_span if link.target != link.text else link.span)
    for pattern in (EDITIONS, NAMES):
        for match in pattern.finditer(masked):
            masked = _without(masked, Span(*match.span()))
    found = NUMBER.search(masked)
    return Span(*found.span()) if found else None


def _without(text: str, span: Span) -> str:
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]


@local_rule(
    error(
        "KB412",
        "Resultaat zonder getal",
        "Een resultaat heeft een doel, een uitkomst of allebei.",
        says(
            "result-without-figure",
            "{what} heeft geen doel en geen uitkomst",
            "Vul 'target' of 'achieved' in met een getal. Zonder getal hoort het in de tekst.",
        ),
    ),
)
def result_without_figure(library: Library) -> Iterator[Finding]:
    """A result that says neither what was aimed for nor what came out."""
    for entry in library.of_kind("case"):
        for index, result in raw.items(entry.document, "results"):
            if result.get("target") is None and result.get("achieved") is None:
                span = entry.document.span_of(("results", index, "what"))
                yield entry.document.says("result-without-figure", span, what=raw.result_name(result, index))


@local_rule(
    warning(
        "KB415",
        "Aanhalingstekens om een zin",
        "We schrijven in eigen woorden. Aanhalingstekens maken er een letterlijk citaat van, en dat is "
        "niet na te gaan.",
        says(
            "quotation",
            "tussen aanhalingstekens staat een hele zin: '{value}'",
            "Zeg het in eigen woorden, zonder aanhalingstekens, met de bron erachter.",
        ),
    ),
)
def quotation(library: Library) -> Iterator[Finding]:
    """A sentence between quotation marks."""
    for entry in library.entries:
        for match in QUOTE.finditer(entry.prose.masked):
            quoted = match["a"] or match["b"] or match["c"]
            if len(words(quoted)) >= QUOTE_WORDS and "\n\n" not in quoted:
                offset = entry.prose.offset
                first = match[0].split("\n")[0]
                span = Span(offset + match.start(), offset + match.start() + len(first))
                yield entry.document.says("quotation", span, value=shown(plain(quoted)))


@local_rule(
    warning(
        "KB422",
        "Onafhankelijk, maar van de partij zelf",
        "Onafhankelijk is wie het zelf heeft gemeten en er geen belang bij heeft.",
    ),
)
def not_independent(library: Library) -> Iterator[Finding]:
    """A figure that is called independent, from a source that a party of the case published."""
    for id, case in library.cases.items():
        document = library.by_ref[Ref("case", id)].document
        own = {case.organisation.casefold(), *(party.name.casefold() for party in case.parties)}
        publishers = {source.key: source.publisher for source in case.sources}
        for index, result in enumerate(case.results):
            publisher = publishers.get(result.source, "")
            if result.reported_by == ReportedBy.INDEPENDENT and publisher.casefold() in own:
                span = document.span_of(("results", index, "reported_by"))
                message = f"'{shown(publisher)}' is zelf partij, en dus niet onafhankelijk"
                yield document.found("KB422", span, message, "Schrijf 'reported_by: zelf'.")


@local_rule(
    editorial(
        "KB423",
        "Meer dan drie cijfers groot",
        "Boven aan de pagina is plaats voor drie cijfers. Meer onthoudt niemand.",
        says(
            "too-many-highlights",
            "{count} cijfers hebben 'highlight: true', hoogstens {most}",
            "Kies de drie die het verhaal vertellen.",
        ),
    ),
)
def too_many_highlights(library: Library) -> Iterator[Finding]:
    """More figures shown large than there is room for."""
    for entry in library.of_kind("case"):
        large = [index for index, result in raw.items(entry.document, "results") if result.get("highlight") is True]
        if len(large) > MOST_HIGHLIGHTS:
            span = entry.document.key_span(("results", large[MOST_HIGHLIGHTS], "highlight"))
            yield entry.document.says("too-many-highlights", span, count=len(large), most=MOST_HIGHLIGHTS)
