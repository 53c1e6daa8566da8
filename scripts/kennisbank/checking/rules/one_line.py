"""KB332: lists, headings and other blocks in a field that has the room of one line on the page."""

import re
from collections.abc import Iterator

from ...findings.finding import Finding, Span, shown
from ...library.library import Library
from ...reading.bounds import may_be_parsed
from ...reading.commonmark import forms_in
from ..rule import local_rule
from .targets import passages

# The numbers of a list stay where they are.
_CALLED = {
    "bullet_list": "een lijst",
    "heading": "een kop",
    "blockquote": "een citaat",
    "table": "een tabel",
    "fence": "een blok code",
    "code_block": "een blok code",
    "hr": "een streep",
}
_HINT = "Schrijf er gewone zinnen van, of zet het in de tekst onder de velden."
# Without one of these, at the begin or behind a new line, a text is nothing but paragraphs.
_SIGN = re.compile(r"^[ \t]*[-*+>#`~_]|^ {4}|^[ ]*\t|\n", re.MULTILINE)


@local_rule("KB332")
def block_in_a_line(library: Library) -> Iterator[Finding]:
    """Blocks of which the words would stay and the signs be lost, as of '> 100' and '- 5'."""
    for passage in passages(library):
        text = passage.prose.text
        if passage.is_line and may_be_parsed(text):
            for kind, line in forms_in(text) if _SIGN.search(text) else ():
                if kind in _CALLED:
                    start = text.find(line)
                    message = f"{_CALLED[kind]} past niet in dit veld, dat op de pagina één regel is: '{shown(line)}'"
                    yield passage.found("KB332", Span(start, start + len(line)), message, _HINT)
