"""All records and lists together: references resolved, backlinks, and what follows from them."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from ..findings.finding import Finding
from ..model.kinds import KINDS, Kind
from ..model.parts import Status
from ..model.records import Case, Community, Lesson, Record, Werkvorm
from ..model.references import Reference, references
from ..model.terms import AnyTerm, GlossaryTerm, Municipality, Region, SearchWords, Series
from ..reading.document import Document
from ..reading.prose import Prose
from .passages import Passage, passages_of


@dataclass(frozen=True, order=True)
class Ref:
    """Names one thing in the library: a record (`case`, `lesson`, …) or a term of a list (`themes`, …)."""

    kind: str
    id: str


@dataclass(frozen=True, order=True)
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
    def passages(self) -> tuple[Passage, ...]:
        """Every stretch of Markdown in the file: the texts in the fields, then the body."""
        skip = frozenset(reference.path for reference in self.references())
        return tuple(passages_of(self.document, self.prose, skip))


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
        names = ("definition", "note")
        found = ((name, getattr(self.term, name, None)) for name in names)
        return tuple(Passage(self.document, Prose(text), (self.index, name)) for name, text in found if text)


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
        return tuple(passages_of(self.document, self.prose))


@dataclass(frozen=True)
class Library:
    """Everything that was loaded, also what is not sound; ids in all tables are sorted.

    `withheld` counts the concepts that `published` left out.
    """

    entries: tuple[Entry, ...]
    terms: tuple[TermEntry, ...]
    pages: tuple[Page, ...]
    files: frozenset[str]
    lists_seen: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    withheld: int = 0

    @cached_property
    def by_ref(self) -> dict[Ref, Entry | TermEntry]:
        """Every entry and term by its name; of two equal names the first in file order."""
        table: dict[Ref, Entry | TermEntry] = {}
        items: tuple[Entry | TermEntry, ...] = (*self.entries, *self.terms)
        for item in items:
            table.setdefault(item.ref, item)
        return table

    def published(self) -> "Library":
        """The library as readers get it: without the concepts."""
        shown = tuple(entry for entry in self.entries if not entry.is_concept)
        return replace(self, entries=shown, withheld=self.withheld + len(self.entries) - len(shown))

    def title_of(self, ref: Ref) -> str:
        """The title of a record or term; the id when its file is not sound."""
        item = self.by_ref[ref]
        if isinstance(item, TermEntry):
            return item.term.title
        return item.record.title if item.record else ref.id

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind of record or a list, sorted."""
        return sorted(ref.id for ref in self.by_ref if ref.kind == kind)

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of a kind of record, sorted by id."""
        return [entry for entry in self.entries if entry.kind.name == kind]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every resolved reference from a record to a record or term, once, sorted."""
        found = {
            Link(entry.ref, Ref(reference.target, reference.value), str(reference.path[0]))
            for entry in self.entries
            for reference in entry.references()
            if Ref(reference.target, reference.value) in self.by_ref
        }
        return tuple(sorted(found))

    @cached_property
    def backlinks(self) -> dict[Ref, tuple[Link, ...]]:
        """For everything that is pointed to, the links that point there: the transpose of `links`."""
        table: dict[Ref, list[Link]] = {}
        for link in self.links:
            table.setdefault(link.target, []).append(link)
        return {ref: tuple(links) for ref, links in table.items()}

    def records_pointing_to(self, target: Ref) -> dict[str, list[Ref]]:
        """The records that point to a record or term, by kind."""
        return grouped([link.source for link in self.backlinks.get(target, ())])

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The sound cases by id."""
        return {entry.id: entry.record for entry in self.of_kind("case") if isinstance(entry.record, Case)}

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """The sound lessons by id."""
        return {entry.id: entry.record for entry in self.of_kind("lesson") if isinstance(entry.record, Lesson)}

    @cached_property
    def communities(self) -> dict[str, Community]:
        """The sound communities by id."""
        found = self.of_kind("community")
        return {entry.id: entry.record for entry in found if isinstance(entry.record, Community)}

    @cached_property
    def werkvormen(self) -> dict[str, Werkvorm]:
        """The sound werkvormen by id."""
        return {entry.id: entry.record for entry in self.of_kind("werkvorm") if isinstance(entry.record, Werkvorm)}

    def term_list(self, name: str) -> dict[str, AnyTerm]:
        """The terms of a list by id, in the order of the file."""
        table: dict[str, AnyTerm] = {}
        for entry in self.terms:
            if entry.list_name == name:
                table.setdefault(entry.term.id, entry.term)
        return table

    @cached_property
    def series(self) -> dict[str, Series]:
        """The lesson series by id."""
        return {id: term for id, term in self.term_list("series").items() if isinstance(term, Series)}

    @cached_property
    def regions(self) -> dict[str, Region]:
        """The energy regions by id."""
        return {id: term for id, term in self.term_list("regions").items() if isinstance(term, Region)}

    @cached_property
    def glossary(self) -> dict[str, GlossaryTerm]:
        """The words that the site explains by id."""
        return {id: term for id, term in self.term_list("glossary").items() if isinstance(term, GlossaryTerm)}

    @cached_property
    def search_words(self) -> list[SearchWords]:
        """The groups of words that mean the same to somebody who searches."""
        return [term for term in self.term_list("synonyms").values() if isinstance(term, SearchWords)]

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """The municipalities by id."""
        found = self.term_list("municipalities")
        return {id: term for id, term in found.items() if isinstance(term, Municipality)}


def grouped(refs: list[Ref]) -> dict[str, list[Ref]]:
    """Records by kind, each once and sorted; every kind has its list, also when it is empty."""
    return {kind: [ref for ref in sorted(set(refs)) if ref.kind == kind] for kind in KINDS}
