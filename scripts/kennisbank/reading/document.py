"""One file after reading: its text, its values and where each of them stands."""

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ..findings.codes import finding, worded
from ..findings.finding import Edit, Finding, Place, Span
from .yaml_reader import Path

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Document:
    """One file, read. Spans are offsets in `text`; `body` is the stretch below the front matter.

    A file that was read holds on to its bytes, which are in memory anyhow, and not to a text beside them.
    """

    path: str
    held: str | bytes = ""
    data: object = None
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)
    body: Span = NOWHERE
    findings: tuple[Finding, ...] = ()
    readable: bool = False

    @property
    def text(self) -> str:
        """The whole text of the file."""
        return self.held if isinstance(self.held, str) else _decoded(self.held)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @property
    def body_text(self) -> str:
        """The prose below the front matter."""
        return self.text[self.body.start : self.body.end]

    def place(self, span: Span) -> Place:
        """Lines and columns of a span."""
        return Place(*self._line_column(span.start), *self._line_column(span.end))

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span_of(self, path: Path) -> Span:
        """The span of the value at `path`, or of the nearest thing above it that has one."""
        for length in range(len(path), -1, -1):
            span = self.spans.get(path[:length])
            if span is not None:
                return self._first_line(span)
        return Span(0, min(3, len(self.text)))

    def key_span(self, path: Path) -> Span:
        """The span of the key at `path`, or of its value when it is an item of a list."""
        return self.keys.get(path) or self.span_of(path)

    def _first_line(self, span: Span) -> Span:
        """Point at the first line only: a caret below a block of twenty lines helps nobody."""
        end = self.text.find("\n", span.start, span.end)
        return span if end == -1 else Span(span.start, max(end, span.start + 1))

    def found(self, code: str, span: Span, message: str, hint: str = "", edits: tuple[Edit, ...] = ()) -> Finding:
        """A finding at a span of this document."""
        return finding(code, self.path, self.place(span), message, hint, edits)

    def says(self, wording: str, span: Span, edits: tuple[Edit, ...] = (), /, **values: object) -> Finding:
        """A finding at a span of this document, in the words that the assistant's form uses too."""
        said = worded(wording, **values)
        return self.found(said.code, span, said.message, said.hint, edits)


@lru_cache(maxsize=64)
def _decoded(data: bytes) -> str:
    """The text of the few files that somebody is looking at."""
    return data.decode("utf-8")
