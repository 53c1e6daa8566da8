"""Turns what went wrong in YAML into Dutch findings that say how to mend it."""

import re
from collections.abc import Iterator

from ..findings.codes import error
from ..findings.finding import Edit, Finding, Span
from . import yaml_strict
from .character_remarks import as_escapes, breaking
from .characters import kind_of
from .document import Document
from .yaml_guess import guess
from .yaml_reader import UNREADABLE, Parsed, Problem
from .yaml_values import AMBIGUOUS, QUOTE_ALL, alone, line_of, quoted_without_note, suspicious

error(
    "KB112",
    "Velden niet te lezen",
    "De schrijfwijze van de velden (YAML) klopt niet. Pas als dit is verholpen kan de rest worden nagekeken.",
)
error(
    "KB113",
    "Dubbele punt in tekst zonder aanhalingstekens",
    "Een dubbele punt met een spatie scheidt een veldnaam van een waarde. In een gewone tekst moeten er "
    "aanhalingstekens omheen.",
)
error(
    "KB114",
    "Veld staat er twee keer",
    "Van twee gelijke velden zou er stilzwijgend een verdwijnen.",
)
error(
    "KB115",
    "Anker, verwijzing of tag",
    "Deze bijzondere YAML-tekens maken een bestand onleesbaar voor collega's en kunnen het ongemerkt "
    "enorm groot maken.",
)
error(
    "KB116",
    "Velden te diep genest",
    "Geen enkel veld van dit model heeft zo veel lagen nodig; het is een vergissing.",
)

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
    "did not find expected ',' or ']'": (
        "een lijst met [ is niet gesloten, of mist een komma",
        "Sluit de lijst af met ], met een komma tussen elk deel.",
    ),
    "did not find expected ',' or '}'": (
        "een groep met { is niet gesloten, of mist een komma",
        "Sluit de groep af met }, met een komma tussen elk veld.",
    ),
    "did not find expected key": (
        "deze regel springt niet goed in, of een tekst erboven is niet goed afgesloten",
        "Laat velden van dezelfde groep precies onder elkaar beginnen.",
    ),
    "did not find expected '-' indicator": (
        "in een lijst staat iets dat niet met een streepje begint",
        "Begin elk onderdeel van de lijst met '- '.",
    ),
    "second document": ("de velden houden hier op door een regel met streepjes of punten", "Verwijder die regel."),
    yaml_strict.TIGHT_COMMENT: (
        "voor het hekje ontbreekt een spatie; de tekst erachter valt weg",
        "Zet de hele tekst tussen aanhalingstekens, of zet een spatie voor een opmerking.",
    ),
    yaml_strict.TIGHT_QUESTION: (
        "een vraagteken aan het begin heeft in YAML een betekenis, en valt weg",
        "Zet de tekst tussen dubbele aanhalingstekens.",
    ),
    yaml_strict.LONE_DASH: ("een los streepje is geen waarde", "Zet het tussen aanhalingstekens, of verwijder het."),
    yaml_strict.NOT_INDENTED: (
        "deze regel hoort bij de waarde erboven, maar springt niet in",
        "Laat hem met twee spaties meer beginnen dan het veld, of zet alles op één regel.",
    ),
    yaml_strict.EMPTY_BLOCK: (
        "achter dit teken hoort een tekst op de volgende regels",
        "Vul de tekst in, of verwijder de regel.",
    ),
    yaml_strict.DIRECTIVE: ("een regel die met % begint hoort hier niet", "Verwijder die regel."),
    "complex key": ("een veldnaam mag geen lijst of groep zijn", "Schrijf 'naam: waarde'."),
}
# Problems that are exactly where the parser says.
_CERTAIN = (
    *("second document", "complex key", yaml_strict.TIGHT_COMMENT, yaml_strict.TIGHT_QUESTION, yaml_strict.LONE_DASH),
    *(yaml_strict.NOT_INDENTED, yaml_strict.EMPTY_BLOCK, yaml_strict.DIRECTIVE),
)
_NO_ANCHOR = re.compile(r"!(?!!)\S*\s+[^\s#]|\*\S+\s+[^\s#]")
_FALLBACK = ("deze regel is niet te lezen als YAML", "Kijk naar het sjabloon, of zet tekst tussen aanhalingstekens.")


def explain(document: Document, front: Span, parsed: Parsed) -> Iterator[Finding]:
    """One finding for every problem in the YAML of a document, and for every value that cannot be meant like that."""
    findings = [document.found(*remark) for remark in breaking(document.text, front, parsed)]
    findings = findings or [*_problems(document, front, parsed)]
    yield from findings
    lines = {finding.place.line for finding in findings}
    for remark in (*suspicious(document.text, parsed), *as_escapes(document.text, parsed)):
        if document.place(remark.span).line not in lines:
            yield document.found(*remark)


def _problems(document: Document, front: Span, parsed: Parsed) -> Iterator[Finding]:
    for problem in parsed.problems:
        if _is_told(document.text, problem):
            continue
        if problem.code == "KB112":
            yield _syntax(document, front, problem)
        elif problem.code == "KB114":
            message = f"het veld '{problem.detail}' staat er twee keer"
            yield document.found("KB114", problem.span, message, "Voeg de twee samen, of verwijder er een.")
        elif problem.code == "KB115":
            message = f"'{problem.detail}' is hier niet toegestaan (anker, verwijzing of tag)"
            hint = "Zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit."
            yield document.found("KB115", problem.span, message, hint, _quoted_sign(document.text, problem))
        else:
            hint = "Maak de velden eenvoudiger, zoals in het sjabloon."
            yield document.found("KB116", problem.span, "de velden zijn te diep genest", hint)


def _is_told(text: str, problem: Problem) -> bool:
    """Whether YAML stopped at a character that has a finding of its own."""
    return problem.detail == UNREADABLE and kind_of(text[problem.span.start]) is not None


def _quoted_sign(text: str, problem: Problem) -> tuple[Edit, ...]:
    """Quotes around a text like '! let op' or '*Eersel koos': nothing may follow a reference, and nobody uses tags."""
    span = Span(problem.span.start, line_of(text, problem.span.start).end)
    certain = alone(text, span.start) and _NO_ANCHOR.match(text, span.start, span.end)
    return quoted_without_note(text, span) if certain else ()


def _syntax(document: Document, front: Span, problem: Problem) -> Finding:
    guessed = guess(document.text, front, problem.span.start) if problem.detail not in _CERTAIN else None
    if guessed:
        return document.found(*guessed)
    if problem.detail.startswith("mapping values are not allowed"):
        return document.found("KB113", problem.span, AMBIGUOUS, QUOTE_ALL)
    message, hint = _SYNTAX.get(problem.detail, _FALLBACK)
    return document.found("KB112", problem.span, message, hint)
