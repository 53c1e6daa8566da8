"""Stretches of Markdown in a file, wherever they stand: the body, or a text in the fields."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel

from ..findings.finding import Edit, Finding, Span
from ..model.references import Path, texts
from ..model.types import Writing
from ..model.writing import names_in, writing_at
from ..reading.document import Document
from ..reading.prose import Prose

# What a long piece begins with is enough to find it by. Looking for all of it at every place of a text that is one
# sign, many times, would take a time that grows with the square of its length.
_TELLING = 100
# How many signs are looked through in a field for its different pieces: thousands of them in a long field would cost
# the square of its length.
_MOST_LOOKED_THROUGH = 4_000_000


@dataclass(frozen=True)
class Passage:
    """A stretch of Markdown; `path` says which field holds it and is None for the body.

    What `is_plain` is shown as it stands, so that Markdown has no place in it; what `is_line` is one line on the page.

    The prose of a body has spans in the file. The prose of a field has spans in its own text, because quotes and
    folded lines make the file differ from the text; `span_in_file` maps both.
    """

    document: Document
    prose: Prose
    path: Path | None = None
    is_plain: bool = False
    is_line: bool = False

    @property
    def is_body(self) -> bool:
        """Whether this is the text below the front matter."""
        return self.path is None

    @cached_property
    def _written(self) -> str:
        """The field as the file has it; kept, for a copy for each finding costs the square of its length."""
        written = self.document.spans.get(self.path) if self.path is not None else None
        return self.document.text[written.start : written.end] if written else ""

    @cached_property
    def _found(self) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
        """Where the pieces that were looked for stand, in the field and in the file; filled as it is asked."""
        return {}

    def _looked_for(self, head: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if head not in self._found:
            if len(self._found) * len(self.prose.text) > _MOST_LOOKED_THROUGH:
                return (), ()
            self._found[head] = _places(self.prose.text, head), _places(self._written, head)
        return self._found[head]

    def span_in_file(self, span: Span) -> Span:
        """Where a span of the prose stands in the file, or the whole field when it is written differently there."""
        if self.path is None:
            return span
        written = self.document.spans.get(self.path)
        needle = self.prose.text[span.start : span.end]
        if not written or not needle:
            return self.document.span_of(self.path)
        # The same piece of text may stand there more often: the third in the field is the third in the file.
        in_text, places = self._looked_for(needle[:_TELLING])
        number = bisect.bisect_left(in_text, span.start)
        start = written.start + places[number] if number < len(places) else written.end
        if not self.document.text.startswith(needle, start, written.end):
            return self.document.span_of(self.path)
        return Span(start, start + len(needle))

    def found(self, code: str, span: Span, message: str, hint: str = "", mended: str = "") -> Finding:
        """A finding at a span of the prose; `mended` takes its place."""
        place = self.span_in_file(span)
        return self.document.found(code, place, message, hint, (Edit(place, mended),) if mended else ())

    def says(self, wording: str, span: Span, /, **values: object) -> Finding:
        """A finding at a span of the prose, in the words that the assistant's form uses too."""
        return self.document.says(wording, self.span_in_file(span), **values)


def _places(text: str, needle: str) -> tuple[int, ...]:
    """Where a piece of text stands in a text; by `find`, which skips what cannot be."""
    places, at = [], text.find(needle)
    while at >= 0:
        places.append(at)
        at = text.find(needle, at + 1)
    return tuple(places)


def passages_of(
    document: Document, prose: Prose, model: type[BaseModel], skip: frozenset[Path] = frozenset()
) -> Iterator[Passage]:
    """The texts in the fields of a document that `model` has as prose, except at the paths `skip`, and its body."""
    for path, text in texts(document.data):
        form = _form(model, names_in(path))
        if form and path not in skip:
            yield Passage(document, Prose(text), path, *form)
    yield Passage(document, prose)


@lru_cache(maxsize=1_000)
def _form(model: type[BaseModel], names: tuple[str, ...]) -> tuple[bool, bool] | None:
    """Whether the texts of a field are plain, and whether each is one line; None when they are no prose."""
    writing = writing_at(model, names)
    is_plain = Writing.PLAIN in writing
    return None if Writing.NO_PROSE in writing else (is_plain, not is_plain and Writing.BLOCKS not in writing)
