"""Remarks about signs of Markdown and of other programs where YAML has its own."""

import re

from ..findings.finding import Edit, Span, shown
from .yaml_values import QUOTE_ALL, Remark, quoted_without_note

_MARKED = re.compile(r"(?P<mark>\*\*|\*|`)(?P<key>[a-z_]+)(?:(?P=mark):|:(?P=mark))(?=\s|$)")
_NOTE = re.compile(r"<!--[ ]*(?P<inside>[^\n]*?)[ ]*-->(?=\s*$)|//[ ]*(?P<rest>[^\n]*)", re.MULTILINE)
_STAR = re.compile(r"\*\s+\S")
_BLOCK = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:\s+#.*)?")
_BEHIND = re.compile(r"\s*(?P<sign>[,;])(?=\s*(?:$|\s#))")


def foreign(text: str, line: Span) -> Remark | None:
    """A line that begins a field or a remark as another program has it; `line` begins where its text does."""
    if marked := _MARKED.match(text, line.start, line.end):
        message = f"om de naam van een veld hoort geen opmaak: '{marked[0]}'"
        right = f"{marked['key']}:"
        return Remark(
            "KB112", Span(*marked.span()), message, f"Schrijf '{right}'.", (Edit(Span(*marked.span()), right),)
        )
    if note := _NOTE.match(text, line.start, line.end):
        message = f"een opmerking tussen de velden begint met een hekje: '{shown(note[0])}'"
        right = f"# {note['inside'] or note['rest'] or ''}".rstrip()
        return Remark("KB112", line, message, f"Schrijf '{shown(right)}'.", (Edit(Span(*note.span()), right),))
    return None


def star(text: str, line: Span) -> Remark | None:
    """A point of a list with the star of Markdown."""
    if not _STAR.match(text, line.start, line.end):
        return None
    message = f"een onderdeel van een lijst begint hier met een streepje: '{shown(text[line.start : line.end])}'"
    edit = Edit(Span(line.start, line.start + 1), "-")
    return Remark("KB112", line, message, "Schrijf '- ' voor elk onderdeel van een lijst.", (edit,))


def no_block(text: str, value: Span) -> Remark | None:
    """A text that begins with the sign for a text on the lines below it: '> 100 woningen'.

    A bar is no word of anybody: it was meant for lines below it.
    """
    written = text[value.start : value.end]
    told = None if _BLOCK.fullmatch(written) else beginning(text, value, written[0])
    return told._replace(edits=()) if told and written[0] == "|" else told


def beginning(text: str, value: Span, sign: str) -> Remark:
    """A text that begins with a sign that has a meaning in YAML."""
    message = f"een tekst mag niet met '{sign}' beginnen"
    return Remark("KB112", value, message, QUOTE_ALL, quoted_without_note(text, value))


def behind(text: str, closed: int, end: int) -> Remark | None:
    """A comma or semicolon behind a whole value, as JSON and programs have it; `closed` is where the value ends."""
    found = _BEHIND.match(text, closed, end)
    if not found:
        return None
    span = Span(*found.span("sign"))
    message = f"achter deze waarde hoort geen '{found['sign']}'"
    return Remark("KB112", span, message, "Haal het teken weg.", (Edit(span, ""),))
