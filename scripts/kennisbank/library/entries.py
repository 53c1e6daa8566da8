"""What a library holds: records, terms and hand-written pages, sound or not, and how they are named."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model.kinds import Kind
from ..model.pages import PageFields
from ..model.parts import Status
from ..model.records import Record
from ..model.references import Reference, references
from ..model.terms import AnyTerm
from ..reading.document import Document
from ..reading.prose import Prose
from .passages import Passage, passages_of


@dataclass(frozen=True, order=True, slots=True)
class Ref:
    """Names one thing in the library: a record (`case`, `lesson`, …) or a term of a list (`themes`, …)."""

    kind: str
    id: str


@dataclass(frozen=True, order=True, slots=True)
class Link:
    """One thing points to another; `field` is the top-level field that says so."""

    source: Ref
    target: Ref
    field: str


@dataclass(frozen=True)
class Entry:
    """A file that should hold a record: `record` is None when its fields are not sound."""

    kind: Kind
    id: str
    document: Document
    record: Record | None

    @property
    def ref(self) -> Ref:
        """The name of this entry in the library."""
        return Ref(self.kind.name, self.id)

    @cached_property
    def prose(self) -> Prose:
        """The text below the front matter."""
        return Prose(self.document.body_text, self.document.body.start)

    @property
    def is_concept(self) -> bool:
        """Whether the author says this is unfinished; read from the raw fields, for the record may not be sound."""
        data = self.document.data
        return isinstance(data, dict) and data.get("status") == Status.CONCEPT

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        return tuple(references(self.kind.model, self.document.data))

    def references(self) -> tuple[Reference, ...]:
        """All references in the fields, sound or not."""
        return self._references

    @cached_property
    def pointing(self) -> frozenset[tuple[str, str, str]]:
        """Where the fields point to: the kind or list, the name, and the top-level field that says so."""
        found = references(self.kind.model, self.document.data)
        return frozenset((one.target, one.value, str(one.path[0])) for one in found)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every stretch of Markdown in the file: the texts in the fields, then the body."""
        return tuple(self.each_passage())

    def each_passage(self) -> Iterator[Passage]:
        """The same one by one, for who keeps few of them: those of all files together take much room."""
        skip = frozenset(reference.path for reference in self.references())
        return passages_of(self.document, self.prose, self.kind.model, skip)


@dataclass(frozen=True)
class TermEntry:
    """One term of a list and where it stands: `index` counts from 0 in the list's file."""

    list_name: str
    term: AnyTerm
    document: Document
    index: int

    @property
    def ref(self) -> Ref:
        """The name of this term in the library."""
        return Ref(self.list_name, self.term.id)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the term that may carry links."""
        return tuple(self.each_passage())

    def each_passage(self) -> Iterator[Passage]:
        """The same one by one."""
        names = ("definition", "note")
        found = ((name, getattr(self.term, name, None)) for name in names)
        return (Passage(self.document, Prose(text), (self.index, name)) for name, text in found if text)


@dataclass(frozen=True)
class Page:
    """A hand-written page below docs/, such as docs/over.md."""

    document: Document

    @property
    def path(self) -> str:
        """The path from the repository root."""
        return self.document.path

    @property
    def title(self) -> str:
        """The title in the fields; empty when there is none."""
        data = self.document.data
        return str(data.get("title", "")) if isinstance(data, dict) else ""

    @cached_property
    def prose(self) -> Prose:
        """The text below the front matter."""
        return Prose(self.document.body_text, self.document.body.start)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every stretch of Markdown in the file: the texts in the fields, then the body."""
        return tuple(self.each_passage())

    def each_passage(self) -> Iterator[Passage]:
        """The same one by one."""
        return passages_of(self.document, self.prose, PageFields)
