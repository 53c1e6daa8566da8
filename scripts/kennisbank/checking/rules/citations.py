"""Citations that are almost right, and would be printed as they stand."""

import re
from collections.abc import Iterator

from ...findings.codes import error, says
from ...findings.finding import Edit, Finding, Span
from ...library.library import Library
from ...reading.plain_links import plainly_linked
from ..rule import local_rule
from .raw import source_keys

ALMOST = re.compile(r"\^?\[\s*(?:\^\s*)?(?P<key>[\w-]+)\s*\](?![(\[:])")


@local_rule(
    error(
        "KB419",
        "Verwijzing naar een bron niet goed geschreven",
        "Een bijna goede verwijzing komt letterlijk in de tekst te staan, en de lezer ziet geen bron.",
        says(
            "almost-a-citation",
            "'{written}' verwijst zo niet naar de bron",
            "Schrijf {right}, zonder spaties.",
        ),
    ),
)
def almost_a_citation(library: Library) -> Iterator[Finding]:
    """`[key]` or `[^ key]` where `[^key]` is meant."""
    for entry in library.entries:
        keys = source_keys(entry.document)
        for passage in entry.passages:
            text = passage.prose.text
            # In a text whose brackets are all as they should be no other ones need be looked for.
            may_have = "[" in text and plainly_linked(text) is None
            for match in ALMOST.finditer(passage.prose.masked) if may_have else ():
                right = f"[^{match['key']}]"
                if match["key"] in keys and match[0] != right:
                    start = passage.prose.offset
                    span = passage.span_in_file(Span(start + match.start(), start + match.end()))
                    written = entry.document.text[span.start : span.end]
                    edits = (Edit(span, right),) if written == match[0] else ()
                    yield entry.document.says("almost-a-citation", span, edits, written=match[0], right=right)
