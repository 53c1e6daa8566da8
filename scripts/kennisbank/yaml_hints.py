"""Turns what went wrong in YAML into Dutch findings that say how to mend it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .findings import Edit, Finding, Span
from .yaml_reader import Parsed, Problem

if TYPE_CHECKING:
    from .documents import Document

_SYNTAX = {
    "could not find expected ':'": ("na deze naam ontbreekt een dubbele punt", "Schrijf 'naam: waarde'."),
    "found unexpected end of stream": (
        "een aanhalingsteken is niet gesloten",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
    ),
    "found character that cannot start any token": (
        "een tekst mag niet met dit teken beginnen",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
    ),
    "did not find expected ',' or ']'": ("een lijst met [ is niet gesloten", "Sluit de lijst af met ]."),
    "did not find expected ',' or '}'": ("een groep met { is niet gesloten", "Sluit de groep af met }."),
    "did not find expected key": (
        "deze regel springt niet goed in, of een tekst erboven is niet goed afgesloten",
        "Laat velden van dezelfde groep precies onder elkaar beginnen.",
    ),
    "did not find expected '-' indicator": (
        "in een lijst staat iets dat niet met een streepje begint",
        "Begin elk onderdeel van de lijst met '- '.",
    ),
    "control characters are not allowed": ("hier staat een onzichtbaar stuurteken", "Typ de regel opnieuw over."),
    "second document": ("de velden houden hier op door een regel met streepjes of punten", "Verwijder die regel."),
    "complex key": ("een veldnaam mag geen lijst of groep zijn", "Schrijf 'naam: waarde'."),
}
_FALLBACK = ("deze regel is niet te lezen als YAML", "Kijk naar het sjabloon, of zet tekst tussen aanhalingstekens.")
# A value that opens a quote and does not close it before the next field begins.
_OPEN_QUOTE = re.compile(
    r"""^[ ]*(?:- )?[\w-]+:[ ]+(?P<value>"(?:[^"\\\n]|\\.)*|'[^'\n]*)$(?=\n[ ]*(?:- )?[\w-]+:(?:\s|$))""", re.MULTILINE
)
_PLAIN_VALUE = re.compile(r"^(?P<lead>\s*(?:- )?[\w-]+:\s+)(?P<value>[^\s\"'\[{>|#].*)$")


def explain(document: "Document", parsed: Parsed) -> Iterator[Finding]:
    """One finding for every problem in the YAML of a document."""
    for problem in parsed.problems:
        if problem.code == "KB112":
            yield _syntax(document, problem)
        elif problem.code == "KB114":
            message = f"het veld '{problem.detail}' staat er twee keer"
            yield document.found("KB114", problem.span, message, "Voeg de twee samen, of verwijder er een.")
        elif problem.code == "KB115":
            message = f"'{problem.detail}' is hier niet toegestaan (anker, verwijzing of tag)"
            hint = "Zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit."
            yield document.found("KB115", problem.span, message, hint)
        else:
            hint = "Maak de velden eenvoudiger, zoals in het sjabloon."
            yield document.found("KB116", problem.span, "de velden zijn te diep genest", hint)


def _syntax(document: "Document", problem: Problem) -> Finding:
    open_quote = _OPEN_QUOTE.search(document.text, 0, problem.span.start)
    if open_quote:
        # The parser only stumbles at the next quote, lines below the mistake.
        message, hint = _SYNTAX["found unexpected end of stream"]
        return document.found("KB112", Span(*open_quote.span("value")), message, hint)
    if problem.detail.startswith("mapping values are not allowed"):
        return _colon(document, problem)
    message, hint = _SYNTAX.get(problem.detail, _FALLBACK)
    return document.found("KB112", problem.span, message, hint)


def _colon(document: "Document", problem: Problem) -> Finding:
    """A colon inside a plain text: the commonest mistake, and safe to mend by quoting when it is one line."""
    start = document.text.rfind("\n", 0, problem.span.start) + 1
    end = document.text.find("\n", start)
    line = document.text[start : end if end >= 0 else len(document.text)].rstrip()
    match = _PLAIN_VALUE.match(line)
    message = "deze tekst bevat een dubbele punt; daardoor is niet duidelijk waar de waarde begint"
    hint = "Zet de hele tekst tussen dubbele aanhalingstekens."
    if not match or '"' in match["value"] or "\\" in match["value"]:
        return document.found("KB113", problem.span, message, hint)
    span = Span(start + match.start("value"), start + match.end("value"))
    return document.found("KB113", span, message, hint, (Edit(span, f'"{match["value"]}"'),))
