"""KB332: marks of other programs, which stand on the page as they were typed."""

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit

from ...findings.codes import editorial
from ...findings.finding import Edit, Finding, Span, shown
from ...library.library import Library
from ...library.passages import Passage
from ...reading.bounds import may_be_parsed
from ...reading.commonmark import PARSER
from ...reading.marks import BULLETS
from ...reading.points import points
from ..rule import local_rule
from .marks_elsewhere import Mark, possible
from .targets import passages

_STARS = "**"
_ROWS = re.compile(r"^(?:[ \t]*(?:\|[^\n]+\||\+[-=+]+\+)[ \t]*(?:\n|\Z))+", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[-|: \t]*$", re.MULTILINE)
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
    for mark in possible(text):
        for match in mark.looks.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if start not in taken and not (mark.is_point and match.start() not in points(text)):
                taken.add(start)
                span = Span(start + offset, match.end() + offset)
                edits = _edits(mark, match, offset) if passage.is_body else ()
                message = f"'{shown(match[0].strip())}' is {mark.called}, en werkt hier niet"
                yield passage.document.found("KB332", passage.span_in_file(span), message, mark.hint, edits)


def _edits(mark: Mark, match: re.Match[str], offset: int) -> tuple[Edit, ...]:
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
