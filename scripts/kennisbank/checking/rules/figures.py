"""KB407, KB412 and KB415: figures without a source, results without figures, and quotations."""

import re
from collections.abc import Iterator

from ...findings.finding import Finding, Span, shown
from ...library.library import Library
from ...reading.prose import Prose, plain, words
from . import raw

# Sections that advise: their numbers are not facts from somewhere.
ADVICE = frozenset(
    ("Wat kun je hiermee?", "Vragen voor je team", "Agenda om te printen", "Zo doe je het", "Zo pak je het aan")
)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Numbers that name rather than count: years, dates, versions, and the number of a step or a chapter.
_RANGE = r"\d+(?:\s+(?:en|tot|tot en met|of)\s+\d+)?"
NAMES = re.compile(
    rf"^\s*\d+\.\s|\b{_RANGE}\s+(?:{_MONTH})\b|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b"
    r"|\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b|\bjaren\s+'?\d0\b|\b24/7\b"
    r"|\b(?:artikel|bijlage|deel|fase|figuur|hoofdstuk|les|lessen|nummer|pagina|ronde|stap|stappen|tabel|versie|weg)"
    rf"\s+{_RANGE}\b|[A-Za-z]-?\d+(?:\.\d+)?|\b\d+D\b",
    re.IGNORECASE | re.MULTILINE,
)
EDITIONS = re.compile(r"\b[A-Z]{2,}\s\d\.\d\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
QUOTE = re.compile(r"“(?P<a>[^“”]{12,400})”|„(?P<b>[^„”“]{12,400})[”“]|\"(?P<c>[^\"\n]{0,400})\"")
QUOTE_WORDS = 5


def figure_without_source(library: Library) -> Iterator[Finding]:
    """KB407: a number in a paragraph that cites nothing."""
    for entry in (*library.of_kind("case"), *library.of_kind("community")):
        for heading, prose in entry.prose.parts:
            for text, span in prose.paragraphs if heading.text not in ADVICE else ():
                number = None if "[^" in text or text.startswith("#") else _first_number(text)
                if number:
                    place = Span(span.start + number.start, span.start + number.end)
                    shown = text[number.start : number.end]
                    yield entry.document.says("figure-without-source", place, number=shown)


def _first_number(text: str) -> Span | None:
    """Where the first number stands that counts something; addresses of links do not count."""
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


def result_without_figure(library: Library) -> Iterator[Finding]:
    """KB412: a result that says neither what was aimed for nor what came out."""
    for entry in library.of_kind("case"):
        for index, result in raw.items(entry.document, "results"):
            if result.get("target") is None and result.get("achieved") is None:
                span = entry.document.span_of(("results", index, "what"))
                yield entry.document.says("result-without-figure", span, what=shown(result.get("what", index + 1)))


def quotation(library: Library) -> Iterator[Finding]:
    """KB415: a sentence between quotation marks."""
    for entry in library.entries:
        for match in QUOTE.finditer(entry.prose.masked):
            quoted = match["a"] or match["b"] or match["c"]
            if len(words(quoted)) >= QUOTE_WORDS and "\n\n" not in quoted:
                offset = entry.prose.offset
                first = match[0].split("\n")[0]
                span = Span(offset + match.start(), offset + match.start() + len(first))
                yield entry.document.says("quotation", span, value=shown(plain(quoted)))


RULES = (figure_without_source, result_without_figure, quotation)
