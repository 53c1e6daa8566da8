"""Remarks about quotes and brackets that do not come in pairs."""

import re

from ..findings.finding import Edit, Span, shown
from .yaml_values import Remark, line_of


def backslash(text: str, value: Span) -> Remark:
    """A path of Windows in double quotes."""
    written = text[value.start : value.end]
    message = f"een backslash kan niet zomaar tussen dubbele aanhalingstekens: {shown(written)}"
    hint = "Gebruik enkele aanhalingstekens om de tekst, of laat de backslash weg."
    plain = re.fullmatch(r'"[^"\']*"', written)
    return Remark("KB112", value, message, hint, (Edit(value, f"'{written[1:-1]}'"),) if plain else ())


def inner_quote(text: str, value: Span, closed: int) -> Remark:
    """Text behind the quote that closes a value; `closed` is where that quote ends."""
    written, quote = text[value.start : value.end], text[value.start]
    kind = "enkele" if quote == '"' else "dubbele"
    message = f"aanhalingsteken binnen aanhalingstekens: {shown(written)}"
    hint = f"Zet {kind} aanhalingstekens om de hele tekst, of haal die erbinnen weg."
    # With double quotes inside, it is less sure which of them are part of the text.
    certain = quote == "'" and "''" not in written and re.fullmatch(r"'[^\"\\\n]+'", written) and text[closed].isalnum()
    edits = (Edit(value, f'"{written[1:-1]}"'),) if certain else ()
    return Remark("KB112", value, message, hint, edits)


def item_start(text: str, start: int, end: int) -> int:
    """Where the last item of a list begins, of those that begin before `end`."""
    before = re.compile(r".*[\[{,]\s*").match(text, start, end)
    return before.end() if before else start


def list_quote(text: str, start: int) -> Remark:
    """An item in quotes with something else than a comma behind it."""
    span = Span(start, line_of(text, start).end)
    message = f"een aanhalingsteken te veel of te weinig in een lijst: {shown(text[span.start : span.end])}"
    hint = 'Zet elk onderdeel apart tussen aanhalingstekens: ["een", "twee"].'
    return Remark("KB112", span, message, hint)


def unclosed(text: str, value: Span) -> Remark:
    """A list or group that never ends."""
    name, sign, close = ("lijst", "[", "]") if text[value.start] == "[" else ("groep", "{", "}")
    return Remark("KB112", value, f"een {name} met {sign} is niet gesloten", f"Sluit de {name} af met {close}.")
