"""The lines around the fields of a file, and what people type there instead."""

import re

from ..findings.finding import Edit, Finding, Span
from .document import Document

FENCE = re.compile(r"^\ufeff?---[ \t]*\r?$", re.MULTILINE)
_ALMOST = re.compile(r"^[-\u2010-\u2015\u2212]{1,9}(?=[ \t]*\r?$)", re.MULTILINE)
# What people close the fields with instead, and how the lines above it begin then.
_CLOSES = re.compile(
    r"^[ \t]*(?:[-\u2010-\u2015\u2212]{2,9}|[\u2013\u2014]|\.\.\.|…|\*\*\*|___|\+\+\+)(?=[ \t]*\r?$)", re.MULTILINE
)
_OF_FIELDS = re.compile(r"(?:[ \t]+\S|[^\W\d][\w-]*:|- |#[^#]|\s*$).*")
_GOES_ON = re.compile(r"\s*\n(?:[ \t]+\S|- |[^\W\d][\w-]*:(?:\s|$))")
_FIRST_FIELD = re.compile(r"\s*[^\W\d][\w-]*:(?:\s|$)")
FIELD = re.compile(r"\s*\n[^\W\d][\w-]*:(?:\s|$)")


def bom(text: str) -> int:
    """How long the mark is with which some programs begin a file."""
    return 1 if text.startswith("\ufeff") else 0


def almost_fences(document: Document) -> Finding | None:
    """Lines around the fields with other dashes: Word makes one long dash of two, or somebody typed four."""
    first = _ALMOST.match(document.text, bom(document.text))
    if not first or FENCE.match(first[0]) or not FIELD.match(document.text, first.end()):
        return None
    # YAML has lists with their dash on a line of its own; another sign than the first may be such a dash from Word.
    second = next((one for one in _ALMOST.finditer(document.text, first.end()) if one[0] != "-"), None)
    sure = second is None or second[0] in ("---", first[0])
    wrong = [one for one in (first, second) if one and sure and not FENCE.match(one[0])]
    message = f"boven de velden hoort een regel '---', niet '{first[0].strip()}'"
    hint = "Typ drie gewone streepjes. Word en Outlook maken er soms een lang streepje van."
    edits = tuple(Edit(Span(*one.span()), "---") for one in wrong)
    return document.found("KB109", Span(*first.span()), message, hint, edits)


def closed_otherwise(document: Document, start: int) -> Finding | None:
    """A line below the fields that was to end them."""
    line = _CLOSES.search(document.text, start)
    if (
        not line
        or _GOES_ON.match(document.text, line.end())
        or not all(map(_OF_FIELDS.fullmatch, document.text[start : line.start()].split("\n")))
    ):
        return None
    message = f"onder de velden hoort een regel '---', niet '{line[0].rstrip()}'"
    span = Span(*line.span())
    return document.found("KB110", span, message, "Typ drie gewone streepjes.", (Edit(span, "---"),))


def below_fields(document: Document) -> Span:
    """The text of a file whose fields have no line right above them: what is below, for nobody reads those as prose."""
    text = document.text
    fences = [found.end() for found in FENCE.finditer(text)]
    end = 0
    if _FIRST_FIELD.match(text, bom(text)):
        end = fences[0] if fences else text.find("\n## ")
    elif len(fences) > 1 and FIELD.match(text, fences[0]):
        end = fences[1]
    return Span(end if end >= 0 else len(text), len(text))
