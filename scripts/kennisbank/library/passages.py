"""Stretches of Markdown in a file, wherever they stand: the body, or a text in the fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings.finding import Finding, Span
from ..model.references import Path, texts
from ..reading.document import Document
from ..reading.prose import Prose

# What other people wrote, and what is no prose: an address, a key, a date.
NO_PROSE = frozenset({"url", "key", "date", "publisher", "aliases", "id", "cbs"})


@dataclass(frozen=True)
class Passage:
    """A stretch of Markdown; `path` says which field holds it and is None for the body.

    The prose of a body has spans in the file. The prose of a field has spans in its own text, because quotes and
    folded lines make the file differ from the text; `span_in_file` maps both.
    """

    document: Document
    prose: Prose
    path: Path | None = None

    @property
    def is_body(self) -> bool:
        """Whether this is the text below the front matter."""
        return self.path is None

    def span_in_file(self, span: Span) -> Span:
        """Where a span of the prose stands in the file, or the whole field when it is written differently there."""
        if self.path is None:
            return span
        written = self.document.spans.get(self.path)
        needle = self.prose.text[span.start : span.end]
        offset = written.start - 1 if written else -1
        for _ in range(self.prose.text.count(needle, 0, span.start) + 1 if written else 0):
            offset = self.document.text.find(needle, offset + 1, written.end if written else 0)
            if offset < 0:
                break
        return Span(offset, offset + len(needle)) if offset >= 0 else self.document.span_of(self.path)

    def found(self, code: str, span: Span, message: str, hint: str = "") -> Finding:
        """A finding at a span of the prose."""
        return self.document.found(code, self.span_in_file(span), message, hint)

    def says(self, wording: str, span: Span, /, **values: object) -> Finding:
        """A finding at a span of the prose, in the words that the assistant's form uses too."""
        return self.document.says(wording, self.span_in_file(span), **values)


def passages_of(document: Document, prose: Prose, skip: frozenset[Path] = frozenset()) -> Iterator[Passage]:
    """The texts in the fields of a document, except those at the paths `skip`, and its body."""
    for path, text in texts(document.data):
        names = {key for key in path if isinstance(key, str)}
        if path not in skip and not names & NO_PROSE and path[-3:-2] + path[-1:] != ("sources", "title"):
            yield Passage(document, Prose(text), path)
    yield Passage(document, prose)
