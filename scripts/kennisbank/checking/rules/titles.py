"""Titles and questions: by these readers know a page in a list."""

import re
from collections.abc import Iterator

from ...findings.codes import editorial, error, says, warning
from ...findings.finding import Edit, Finding, Span, shown
from ...library.library import Entry, Library
from ..rule import local_rule, rule
from . import raw

LEAST_CAPITALS = 10
"""From so many letters on, a title that is all capitals is no abbreviation."""

ABBREVIATION = re.compile(r"(\.\w{1,3}\.|\b(?:etc|enz|nr|incl)\.)$|\.\.$", re.IGNORECASE)


@local_rule(
    editorial(
        "KB307",
        "Vraagstuk is geen vraag",
        "Lezers komen met een vraag. Aan de vraag herkennen ze hun eigen situatie.",
        says(
            "no-question",
            "'{value}' eindigt niet op een vraagteken",
            "Schrijf de vraag waar de ambtenaar voor stond, zoals 'Hoe krijgen we bewoners mee?'",
        ),
    ),
)
def no_question(library: Library) -> Iterator[Finding]:
    """A question without a question mark."""
    for entry in library.entries:
        question = raw.text(entry.document, "question")
        if question and not question.rstrip().endswith("?"):
            yield entry.document.says("no-question", entry.document.span_of(("question",)), value=shown(question))


@rule(
    error(
        "KB315",
        "Titel is dubbel",
        "Twee pagina's met dezelfde titel zijn in een lijst niet uit elkaar te houden.",
        says(
            "title-twice",
            "de titel '{title}' staat ook in {path}",
            "Zeg in de titel wat deze pagina anders maakt, bijvoorbeeld de plaats of het jaar.",
        ),
    ),
)
def title_twice(library: Library) -> Iterator[Finding]:
    """Two records with one title."""
    seen: dict[str, Entry] = {}
    for entry in library.entries:
        title = raw.text(entry.document, "title")
        first = seen.setdefault(" ".join(title.casefold().split()), entry) if title else entry
        if first is not entry:
            span, path = entry.document.span_of(("title",)), first.document.path
            yield entry.document.says("title-twice", span, title=shown(title), path=path)


@local_rule(
    warning(
        "KB316",
        "Titel eindigt op een punt",
        "Een titel is een kop, geen zin in een alinea.",
        says(
            "title-with-period",
            "de titel '{title}' eindigt op een punt",
            "Haal de punt weg.",
        ),
    ),
)
def title_with_period(library: Library) -> Iterator[Finding]:
    """A title that ends like a sentence; the period can be removed safely when it is written plainly."""
    for entry in library.entries:
        title = raw.text(entry.document, "title").rstrip()
        if title.endswith(".") and not ABBREVIATION.search(title):
            written = entry.document.spans[("title",)]
            end = written.start + len(entry.document.text[written.start : written.end].rstrip("\"' \r\n"))
            span = Span(end - 1, end)
            is_plain = entry.document.text[span.start : span.end] == "."
            edits = (Edit(span, ""),) if is_plain else ()
            place = span if is_plain else entry.document.span_of(("title",))
            yield entry.document.says("title-with-period", place, edits, title=shown(title))


@local_rule(
    warning(
        "KB334",
        "Titel in hoofdletters",
        "Hoofdletters lezen langzamer, en in een lijst schreeuwt zo'n titel boven de andere uit.",
        says(
            "title-in-capitals",
            "de titel '{title}' staat helemaal in hoofdletters",
            "Schrijf hem gewoon, met een hoofdletter aan het begin en bij namen.",
        ),
    ),
)
def title_in_capitals(library: Library) -> Iterator[Finding]:
    """A title of which every letter is a capital."""
    for entry in library.entries:
        title = raw.text(entry.document, "title")
        if sum(map(str.isalpha, title)) >= LEAST_CAPITALS and title == title.upper():
            yield entry.document.says("title-in-capitals", entry.document.span_of(("title",)), title=shown(title))
