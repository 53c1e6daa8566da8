"""What YAML reads without complaint but the author cannot have meant: text lost behind a #, curled quotes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..findings.codes import error
from ..findings.finding import Edit, Span, shown
from .yaml_reader import Parsed

error(
    "KB128",
    "Gekrulde aanhalingstekens om een waarde",
    "YAML kent alleen rechte aanhalingstekens. Gekrulde (uit Word) komen letterlijk op de site en "
    "beschermen de tekst niet.",
)
error(
    "KB131",
    "Tekst na een hekje valt weg",
    "In YAML begint bij een spatie met een hekje een opmerking. Wat erachter staat, komt zonder "
    "waarschuwing niet op de site.",
)

AMBIGUOUS = "deze tekst bevat een dubbele punt; daardoor is niet duidelijk waar de waarde begint"
QUOTE_ALL = "Zet de hele tekst tussen dubbele aanhalingstekens."
# What may stand before a value that runs to the end of its line.
_LEAD = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?")
_BEHIND_VALUE = re.compile(r"[ \t]+#.*\S")
_NOTE = re.compile(r"(?<!\s)\s+#(?:(?P<number>\d)|(?P<apart>#*(?:\s|$)))?", re.MULTILINE)
_PAIRS = {"“": "”“", "”": "”“", "„": "”“", "‘": "’", "’": "’", "«": "»"}
_APOSTROPHE = re.compile(r"[’‘](?:[stnkmr]|er|em|ie)(?![\w’])", re.IGNORECASE)
_DASH = re.compile(r"^[ ]*-(?=[^\s\d-]|[ ])", re.MULTILINE)
_LONGEST = 400
# Fields of a group on one line, without the braces that hold them: `start: 2015, end: 2016`.
_LOOSE_FIELDS = re.compile(r"[a-z_]+: [^\s,:#{}\[\]][^,:#{}\[\]]*(?:, [a-z_]+: [^\s,:#{}\[\]][^,:#{}\[\]]*)+")
TIGHT_COLON = re.compile(r"(?P<key>[a-z_]+):(?=[^\s/:])")


class Remark(NamedTuple):
    """A finding in the making, in the order in which `Document.found` wants its parts."""

    code: str
    span: Span
    message: str
    hint: str
    edits: tuple[Edit, ...] = ()


def suspicious(text: str, parsed: Parsed) -> Iterator[Remark]:
    """Remarks about the plain values and the keys that were read."""
    for span in parsed.plain:
        remark = curled(text, span.start) or half_quoted(text, span) or cut_off(text, span)
        if remark:
            yield remark
        yield from tight_dashes(text, span)
    for path, span in parsed.keys.items():
        tight = TIGHT_COLON.match(str(path[-1]))
        if tight and text.startswith(tight[0], span.start):
            yield tight_colon(span.start + tight.end(), span.start)


def line_of(text: str, offset: int) -> Span:
    """The line around an offset, without the white space at its end."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    return Span(start, start + len(line.rstrip()))


def alone(text: str, start: int) -> bool:
    """Whether the value that begins here has the rest of its line to itself: it is not inside [ ] or { }."""
    return _LEAD.fullmatch(text, line_of(text, start).start, start) is not None


def quoted(text: str, span: Span) -> tuple[Edit, ...]:
    """The edit that puts double quotes around a text, when it needs nothing more than that."""
    value = text[span.start : span.end]
    return () if re.search(r'["\\\n\r]', value) else (Edit(span, f'"{value}"'),)


def quoted_without_note(text: str, value: Span) -> tuple[Edit, ...]:
    """The same for what runs to the end of its line, where a # with a space before it may begin a note of the author.

    `#12` belongs to the text and `# nakijken` to nobody's page; of `#nakijken` nobody can say.
    """
    note = _NOTE.search(text, value.start, value.end)
    if not note or note["number"]:
        return quoted(text, value)
    return quoted(text, Span(value.start, note.start())) if note["apart"] else ()


def with_colon(text: str, value: Span) -> Remark:
    """A plain text with a colon in it: a text without its quotes, or fields without their braces."""
    fields = _LOOSE_FIELDS.match(text, value.start, value.end)
    if not fields or text[fields.end() : value.end].lstrip()[:1] not in ("", "#"):
        return Remark("KB113", value, AMBIGUOUS, QUOTE_ALL, quoted_without_note(text, value))
    group = fields[0].rstrip()
    hint = (
        f"Zijn dit losse velden, zet er dan accolades omheen: {{{shown(group)}}}. Is het één tekst: {QUOTE_ALL.lower()}"
    )
    return Remark("KB113", value, AMBIGUOUS, hint)


def cut_off(text: str, value: Span, *, always: bool = False) -> Remark | None:
    """A plain text with a # behind it. Behind an id, number, date or address that is a note, and fine."""
    comment = _BEHIND_VALUE.match(text, value.end)
    written = text[value.start : value.end]
    if not comment or not (always or re.search(r"\s", written) or written[:1].isupper()):
        return None
    line = line_of(text, value.start)
    whole = alone(text, value.start) and value.end <= line.end
    lost = comment[0].strip()
    span = Span(comment.end() - len(lost), comment.end())
    message = f"de tekst na een hekje valt weg: '{shown(lost)}'"
    hint = "Zet de hele tekst tussen dubbele aanhalingstekens, of zet een opmerking op een eigen regel."
    is_text = whole and lost[1:2].isdigit()
    return Remark("KB131", span, message, hint, quoted(text, Span(value.start, span.end)) if is_text else ())


def curled(text: str, start: int) -> Remark | None:
    """A plain value in curled quotes, which YAML takes for letters of the text."""
    closers = _PAIRS.get(text[start : start + 1])
    if not closers or _APOSTROPHE.match(text, start):
        return None
    line = line_of(text, start)
    whole = alone(text, start)
    rest = text[start + 1 : line.end if whole else min(line.end, start + _LONGEST)]
    closed = re.search(rf"[{closers}](?=\s*$)" if whole else rf"[{closers}](?=\s*(?:[,\]}}]|$))", rest)
    if whole and not closed and re.search(f"[{closers}]", rest):
        return None  # “Eén dak” was genoeg: the quotes belong to the text
    end = start + 1 + (closed.end() if closed else len(rest))
    span, inner = Span(start, end), text[start + 1 : end - 1]
    edits = quoted(text, Span(start + 1, end - 1)) if closed and not re.search(f"[{closers}]", inner) else ()
    message = f"gekrulde aanhalingstekens om een waarde: {shown(text[span.start : span.end])}"
    hint = 'Gebruik rechte aanhalingstekens: "…".'
    return Remark("KB128", span, message, hint, (Edit(span, edits[0].text),) if edits else ())


def half_quoted(text: str, value: Span) -> Remark | None:
    """A plain value that ends in a quote, and has none at its beginning: YAML takes it for a letter of the text."""
    written = text[value.start : value.end]
    if not written.endswith('"') or written.count('"') % 2 == 0:
        return None
    before = Span(value.start, value.end - 1)
    edits = tuple(Edit(value, edit.text) for edit in quoted(text, before))
    hint = "Zet aan het begin van de tekst hetzelfde aanhalingsteken als aan het eind, of haal dat weg."
    return Remark("KB112", value, "een aanhalingsteken is niet geopend", hint, edits)


def tight_dashes(text: str, span: Span) -> Iterator[Remark]:
    """The lines of a value that were meant as items of a list."""
    if text[span.start] != "-" and "\n" not in text[span.start : span.end]:
        return
    start = text.rfind("\n", 0, span.start) + 1
    start = span.start if text[start : span.start].strip(" ") else start
    for dash in _DASH.finditer(text, start, max(span.end, span.start + 1)):
        if dash.end() > span.start and not text[dash.end()].isspace():
            yield tight_dash(text, dash.end())
        elif dash.start() > span.start:
            message = "deze regel springt niet goed in: zo hoort hij bij de tekst erboven"
            hint = "Laat de streepjes van een lijst precies onder elkaar beginnen."
            yield Remark("KB112", Span(dash.end() - 1, line_of(text, dash.end()).end), message, hint)


def tight_dash(text: str, after: int) -> Remark:
    """A dash without a space behind it."""
    span = Span(after - 1, line_of(text, after).end)
    message = f"na het streepje ontbreekt een spatie: '{shown(text[span.start : span.end])}'"
    return Remark("KB112", span, message, "Schrijf '- ' voor elk onderdeel van een lijst.", (_space(after),))


def tight_colon(after: int, start: int) -> Remark:
    """A field name whose colon has no space behind it."""
    message = "na de dubbele punt ontbreekt een spatie"
    return Remark("KB112", Span(start, after), message, "Schrijf 'naam: waarde'.", (_space(after),))


def _space(offset: int) -> Edit:
    return Edit(Span(offset, offset), " ")
