"""Words that fill a field and tell a reader nothing."""

from collections.abc import Iterator

from ...findings.codes import says, warning
from ...findings.finding import Finding, shown
from ...library.library import Library
from ...model.shape import field_at, is_text
from ...reading.meaning import is_nothing
from ..rule import local_rule
from . import raw

# Words as readers type them in the search.
_SEARCHED = ("asked",)


@local_rule(
    warning(
        "KB333",
        "Antwoord dat niets zegt",
        "'Weet ik niet' of 'n.v.t.' staat op de pagina als een feit, en een lezer heeft er niets aan.",
        says(
            "says-nothing",
            "hier staat '{value}', en dat zegt een lezer niets",
            "Zoek het op, of haal het weg. Wat ook de bronnen niet zeggen, hoort bij 'certainty'.",
        ),
    ),
)
def says_nothing(library: Library) -> Iterator[Finding]:
    """A field of words, or a paragraph, in which somebody says that there is nothing to say."""
    for entry in library.entries:
        document, model = entry.document, entry.kind.model
        for path, value in raw.leaves(document.data or {}):
            if not isinstance(value, str) or not is_nothing(value) or path[:1] == _SEARCHED:
                continue
            if (field := field_at(model, path)) and is_text(field):
                yield document.says("says-nothing", document.span_of(path), value=shown(value))
        for text, span in entry.prose.paragraphs if document.readable else ():
            if is_nothing(text):
                yield document.says("says-nothing", span, value=shown(text))
