"""KB332: marks of other programs, which stand on the page as they were typed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.rules_block.table import escapedSplit

from ...findings.codes import editorial
from ...findings.finding import Edit, Finding, Span, shown
from ...library.library import Library
from ...library.passages import Passage
from ...reading.bounds import may_be_parsed
from ...reading.commonmark import PARSER
from ...reading.marks import BULLETS, NOTE
from ...reading.points import WORD_SIGNS, points
from ..rule import local_rule
from .targets import passages

_AS_LIST = "Schrijf voor elk punt '- ', of '1. ' als de volgorde telt."
_AS_SOURCE = "Zet de bron bij 'sources' en schrijf [^sleutel] achter het feit."
# A point of a list as Word has it: a tab behind its sign, number or letter.
_POINT = rf"[ \t]*(?:[-*+–—§o{BULLETS}{WORD_SIGNS}]|\w{{1,3}}[.)])\t"

# A point with a letter or a Roman number and a dot: the first of two, or with a tab; else it is somebody's initial.
_NEXT = r"[ \t]+\S[^\n]*\n\s*"
_LETTER = (
    rf"[a-zA-Z]\.(?=\t+\S)|[aA]\.(?={_NEXT}[bB]\.[ \t])|[iI]\.(?={_NEXT}[iI][iI]\.[ \t])|[ivx]{{2,4}}\)(?=[ \t]+\S)"
    rf"|\([aA]\)(?={_NEXT}\([bB]\)[ \t])|\([iI]\)(?={_NEXT}\([iI][iI]\)[ \t])|\(1\)(?={_NEXT}\(2\)[ \t])"
)
# Where a paragraph, a point or a heading ends: there is no next line to break off to.
_BLOCK_END = r"\Z|\n[ \t]*(?:\n|\Z|(?:[-*+>|]|#{1,6}|\d{1,9}[.)])(?:[ \t]|$))"


class _Mark(NamedTuple):
    """What it looks like, what it is called, what to write, and what may safely take the place of group `old`.

    What `is_point` counts where it surely is the point of a list.
    """

    looks: re.Pattern[str]
    called: str
    hint: str
    new: str = ""
    is_point: bool = False


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


_MARKS = (
    _Mark(_line(r"^[ \t]*>[ \t]*\[!\w+\]"), "een kader van GitHub", "Schrijf '> **Let op.** ' en dan de tekst."),
    _Mark(_line(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+\[[ xX]\](?=\s)"), "een vinkje", "Zeg in woorden of het klaar is."),
    _Mark(_line(r"^[ \t]*(?:[-*+][ \t]+)?[☐☑☒](?=[ \t])"), "een vinkje", "Zeg in woorden of het klaar is."),
    _Mark(
        re.compile(r"(?<![\w:/.]):(?:[a-z][a-z_]{2,30}|[+-]1):(?![\w:/])"),
        "een plaatje van GitHub",
        "Zeg het in woorden.",
    ),
    _Mark(
        re.compile(r"~~[^~\n]+~~|(?<!~)~[^~\s](?:[^~\n]*[^~\s])?~(?!~)"),
        "doorgehaalde tekst",
        "Haal weg wat niet meer geldt, of zeg het in woorden.",
    ),
    _Mark(
        re.compile(r"\$\$[^$]+\$\$|(?<![\w$\\])\$[^$\s](?:[^$\n]*[^$\s\\])?\$(?![\w$])|(?<=\w)\^[^\s^\[\]]{1,6}\^"),
        "een formule",
        "Schrijf haar in woorden, of met tekens als m² en CO₂.",
    ),
    _Mark(
        re.compile(r":contentReference\[[^\[\]\n]*\](?:\{[^{}\n]*\})?|【[^【】\n]*】|(?:cite)?turn\d+[a-z]+\d+"),
        "een verwijzing uit een chatprogramma",
        _AS_SOURCE,
    ),
    _Mark(re.compile(r"\^\[[^\[\]\n]+\]"), "een noot van Pandoc", _AS_SOURCE),
    _Mark(re.compile(r"\[(?P<old>@)[\w-]+\]"), "een verwijzing van Pandoc", "Schrijf [^sleutel] voor een bron.", "^"),
    _Mark(re.compile(r"\[[^\[\]\n]*@[\w-]+[ ,;][^\[\]\n]*\]"), "een verwijzing van Pandoc", _AS_SOURCE),
    _Mark(re.compile(r"\[\^[^\[\]\s]+(?=\s|\Z)"), "een noot zonder sluithaak", "Schrijf [^sleutel] achter het feit."),
    _Mark(re.compile(r"\(\^[\w-]+\)"), "een noot tussen ronde haken", "Schrijf [^sleutel] achter het feit."),
    _Mark(_line(rf"^{NOTE}:[ \t].*"), "een noot onder de tekst", _AS_SOURCE),
    _Mark(
        _line(rf"^[ \t]*(?P<old>[{BULLETS}])(?=[ \t])"), "een opsommingsteken uit Word", _AS_LIST, "-", is_point=True
    ),
    _Mark(_line(r"^[ \t]*o(?=\t+\S)"), "een opsommingsteken uit Word", _AS_LIST, is_point=True),
    # The square of Wingdings, in another font; before a number it is the paragraph of a law.
    _Mark(_line(rf"^[ \t]*§(?![ \t]+\d)(?=\t+\S|{_NEXT}§[ \t])"), "een opsommingsteken uit Word", _AS_LIST),
    _Mark(re.compile(r"(?<=[.,;:!?)”\"])[⁰¹²³⁴-⁹]+(?![\w²³])"), "een nootnummer uit Word", _AS_SOURCE),
    _Mark(_line(r"^[ \t]*(?P<old>[–—])(?=[ \t]+\S)"), "een streep uit Word", _AS_LIST, "-", is_point=True),
    _Mark(
        _line(r"^[ \t]*(?:-|\d{1,2}[.)])(?P<old>)(?=[^\W\d_])"),
        "een punt van een lijst zonder spatie",
        _AS_LIST,
        is_point=True,
    ),
    _Mark(_line(r"^[ \t]*[a-zA-Z]\)(?=[ \t]+\S)"), "een lijst met letters", _AS_LIST, is_point=True),
    _Mark(_line(rf"^[ \t]*(?:{_LETTER})"), "een lijst met letters of haken", _AS_LIST),
    _Mark(
        _line(rf"(?<!\\)(?:\\\\)*(?P<old>\\)(?:[ \t]*(?={_BLOCK_END})|[ \t]+(?=\n))"),
        "een streep aan het eind van de tekst",
        "Haal haar weg; alleen binnen een alinea begint zij een nieuwe regel.",
    ),
    _Mark(_line(r"^(?P<old>)#{2,6}(?=[^\s#])"), "een kop zonder spatie", "Zet een spatie achter de hekjes."),
    _Mark(
        _line(r"^(?:#(?=[A-Z][^\n#]*[ ])|#{7,}(?=[ \t]*\S)).*"),
        "een kop met te weinig of te veel ervoor",
        "Schrijf '### ' en dan de kop.",
    ),
    _Mark(_line(r"^\*\[[^\[\]\n]+\]:.*"), "een afkorting met uitleg", "Schrijf haar bij het eerste gebruik voluit."),
    _Mark(_line(r"^(?:!!!|\?\?\?\+?|:{3,})[ \t]*\w.*"), "een kader", "Schrijf '> **Let op.** ' en dan de tekst."),
    _Mark(_line(r"(?<=\S\n)^ {0,3}:[ \t]+\S.*"), "een lijst met uitleg", "Schrijf '- **woord**: uitleg'."),
    _Mark(
        re.compile(r"\{[ ]?[:.#][^{}\n]*\}"),
        "een opdracht tussen accolades",
        "Haal haar weg; zij staat als tekst op de pagina.",
    ),
    _Mark(
        re.compile(r"(?<![=\w])==[^=\s][^=\n]*==(?![=\w])"),
        "gemarkeerde tekst",
        "Gebruik **vet** als het moet opvallen.",
    ),
    _Mark(
        _line(rf"^(?:(?!{_POINT})[^\t\n]*\S[ ]*\t+[ ]*\S.*(?:\n|\Z)){{2,}}"),
        "een tabel uit Word of Excel",
        "Zet strepen tussen de kolommen: '| a | b |', met '| --- | --- |' onder de eerste rij.",
    ),
    _Mark(_line(r"^\[TOC\][ \t]*$"), "een inhoudsopgave", "Haal haar weg; de pagina maakt er zelf een."),
)
_STARS = "**"
_ROWS = _line(r"^(?:[ \t]*(?:\|[^\n]+\||\+[-=+]+\+)[ \t]*(?:\n|\Z))+")
_ROW = _line(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[-|: \t]*$")
_TELLING = re.compile(rf"[\t\\☐☑☒⁰¹²³⁴-⁹–—.~^@$【{BULLETS})#*!?:{{=\[|-]")


@local_rule(
    editorial(
        "KB332",
        "Opmaak die hier niet werkt",
        "GitHub, Word en Pandoc kennen opmaak die deze site niet kent. De lezer ziet dan losse tekens.",
    ),
)
def foreign_mark(library: Library) -> Iterator[Finding]:
    """Marks that another program would understand, and headings with a line below them."""
    for passage in passages(library):
        if not passage.is_plain and _TELLING.search(passage.prose.text):
            yield from _marks(passage)
            yield from _underlined(passage)
            yield from _no_table(passage)
            yield from _wide_rows(passage)
            yield from _loose_stars(passage)


def _marks(passage: Passage) -> Iterator[Finding]:
    text, offset = passage.prose.masked, passage.prose.offset
    taken: set[int] = set()
    for mark in _MARKS:
        for match in mark.looks.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if start not in taken and not (mark.is_point and match.start() not in points(text)):
                taken.add(start)
                span = Span(start + offset, match.end() + offset)
                edits = _edits(mark, match, offset) if passage.is_body else ()
                message = f"'{shown(match[0].strip())}' is {mark.called}, en werkt hier niet"
                yield passage.document.found("KB332", passage.span_in_file(span), message, mark.hint, edits)


def _edits(mark: _Mark, match: re.Match[str], offset: int) -> tuple[Edit, ...]:
    if "old" not in mark.looks.groupindex:
        return ()
    if not match["old"]:
        return (Edit(Span(match.end() + offset, match.end() + offset), " "),)
    return (Edit(Span(match.start("old") + offset, match.end("old") + offset), mark.new),)


def _underlined(passage: Passage) -> Iterator[Finding]:
    """A heading with a line below it, which is mostly a line that wants to stand alone."""
    prose = passage.prose
    for heading in prose.headings:
        written = prose.text[heading.span.start - prose.offset : heading.span.end - prose.offset]
        if not written.lstrip(" ->*+0123456789.)").startswith("#"):
            first = Span(heading.span.start, heading.span.start + len(written.split("\n")[0]))
            message = f"door de streep eronder is '{shown(heading.text)}' een kop"
            right = f"{'#' * heading.level} {shown(heading.text)}"
            hint = f"Bedoel je een kop? Schrijf '{right}'. Zet anders een lege regel boven de streep."
            yield passage.found("KB332", first, message, hint)


def _no_table(passage: Passage) -> Iterator[Finding]:
    """Rows of which no table came: their line of dashes is wrong or missing."""
    prose = passage.prose
    if "|" not in prose.text:
        return

    def stray(rows: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for match in rows.finditer(prose.masked):
            if not any(table.start <= match.start() + prose.offset < table.end for table in prose.tables):
                yield match

    for match in stray(_ROW):
        span = Span(match.start() + prose.offset, match.end() + prose.offset)
        message = "dit wordt geen tabel: de rij erboven heeft een ander aantal kolommen, of ontbreekt"
        yield passage.found("KB332", span, message, "Geef elke rij evenveel kolommen, gescheiden door een |.")
    for match in stray(_ROWS):
        if not _ROW.search(match[0]):
            start, line = match.start() + prose.offset, match[0].strip().split("\n")[0]
            message = f"dit wordt geen tabel, want de rij met streepjes ontbreekt: '{shown(line)}'"
            hint = "Zet onder de kop van de tabel een rij als '| --- | --- |'."
            yield passage.found("KB332", Span(start, start + len(line)), message, hint)


def _wide_rows(passage: Passage) -> Iterator[Finding]:
    """Rows of a table with more cells than its head: what is too much stands on no page."""
    prose = passage.prose
    for table in prose.tables:
        start = table.start
        lines = prose.text[table.start - prose.offset : table.end - prose.offset].split("\n")
        for line in lines:
            if len(_filled(_cells(line))) > len(_cells(lines[0])):
                message = f"deze rij heeft meer kolommen dan de kop; wat te veel is valt weg: '{shown(line.strip())}'"
                hint = "Geef elke rij evenveel kolommen. Schrijf \\| voor een streep die bij de tekst hoort."
                yield passage.found("KB332", Span(start, start + len(line)), message, hint)
            start += len(line) + 1


def _loose_stars(passage: Passage) -> Iterator[Finding]:
    """Stars that were to make a word bold, and stand on the page."""
    for text, span in passage.prose.paragraphs if _STARS in passage.prose.text else ():
        if _STARS not in text or "\\*" in text or not may_be_parsed(text):
            continue
        tokens = (child for token in PARSER.parseInline(text) for child in token.children or ())
        for token in tokens:
            if token.type == "text" and _STARS in token.content:
                start = span.start + max(text.find(token.content), 0)
                message = f"de sterren blijven staan in '{shown(token.content.strip())}'"
                hint = "Zet ze tegen het woord aan, met een spatie of een leesteken erbuiten: een **woord** is vet."
                yield passage.found("KB332", Span(start, start + len(token.content)), message, hint)
                break


def _cells(line: str) -> list[str]:
    """The cells of a row, as the parser takes them apart."""
    cells = escapedSplit(line.strip("> \t\r"))
    return cells[not cells[0] : -1 if cells[-1:] == [""] else None]


def _filled(cells: list[str]) -> list[str]:
    """The cells without the empty ones at the end, of which a reader misses nothing."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells
