"""All records and lists together: references resolved, backlinks, and what follows from them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from ..findings.finding import Finding
from ..model.kinds import KINDS
from ..model.records import Case, Community, Lesson, Werkvorm
from ..model.terms import AnyTerm, GlossaryTerm, Municipality, Region, SearchWords, Series
from ..reading.document import Document
from .entries import Entry, Link, Page, Ref, TermEntry
from .pictures import Picture

__all__ = ["Entry", "Library", "Link", "Page", "Ref", "TermEntry", "grouped"]

Worked = TypeVar("Worked")


@dataclass(frozen=True)
class Library:
    """Everything that was loaded, also what is not sound; ids in all tables are sorted.

    `withheld` counts the concepts that `published` left out; `pictures` are the photos that can be shown. Who makes a
    library of another knows the links in it, and gives them in `given_links`.
    """

    entries: tuple[Entry, ...]
    terms: tuple[TermEntry, ...]
    pages: tuple[Page, ...]
    files: frozenset[str]
    lists_seen: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    withheld: int = 0
    pictures: Mapping[str, Picture] = field(default_factory=dict, repr=False, hash=False)
    given_links: Callable[[], tuple[Link, ...]] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def by_ref(self) -> dict[Ref, Entry | TermEntry]:
        """Every entry and term by its name; of two equal names the first in file order."""
        table: dict[Ref, Entry | TermEntry] = {}
        items: tuple[Entry | TermEntry, ...] = (*self.entries, *self.terms)
        for item in items:
            table.setdefault(item.ref, item)
        return table

    def file_by_file(self) -> Iterator[tuple[Document, "Library"]]:
        """Every file with a record, a page or terms, each with a library of nothing but what is in that file.

        What is worked out of it is worked out of a copy, and goes when that does: not all texts stay in memory twice.
        """
        nothing = Library((), (), (), frozenset())
        yield from ((entry.document, replace(nothing, entries=(replace(entry),))) for entry in self.entries)
        yield from ((page.document, replace(nothing, pages=(replace(page),))) for page in self.pages)
        lists: dict[str, list[TermEntry]] = {}
        for term in self.terms:
            lists.setdefault(term.document.path, []).append(term)
        yield from ((terms[0].document, replace(nothing, terms=tuple(terms))) for terms in lists.values())

    def published(self) -> "Library":
        """The library as readers get it: without the concepts."""
        shown = tuple(entry for entry in self.entries if not entry.is_concept)
        withheld = self.withheld + len(self.entries) - len(shown)
        return replace(self, entries=shown, withheld=withheld, given_links=None)

    def title_of(self, ref: Ref) -> str:
        """The title of a record or term; the id when its file is not sound."""
        item = self.by_ref[ref]
        if isinstance(item, TermEntry):
            return item.term.title
        return item.record.title if item.record else ref.id

    @cached_property
    def _worked_out(self) -> dict[Callable[["Library"], Any], Any]:
        return {}

    def once(self, work: Callable[["Library"], Worked]) -> Worked:
        """What `work` makes of this library: worked out when it is first asked for, and never again."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: Worked = self._worked_out[work]
        return found

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind of record or a list, sorted."""
        return self._ids.get(kind, [])

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for ref in sorted(self.by_ref):
            table.setdefault(ref.kind, []).append(ref.id)
        return table

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of a kind of record, sorted by id."""
        return self._of_kind.get(kind, [])

    @cached_property
    def _of_kind(self) -> dict[str, list[Entry]]:
        table: dict[str, list[Entry]] = {}
        for entry in self.entries:
            table.setdefault(entry.kind.name, []).append(entry)
        return table

    def entry(self, kind: str, id: str) -> Entry:
        """The entry of a record that is there."""
        return self._entries[Ref(kind, id)]

    @cached_property
    def _entries(self) -> dict[Ref, Entry]:
        return {entry.ref: entry for entry in reversed(self.entries)}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every resolved reference from a record to a record or term, once, sorted."""
        if self.given_links:
            return self.given_links()
        targets = {(ref.kind, ref.id): ref for ref in self.by_ref}
        found = {
            (source.kind, source.id, *pointing): source
            for source, entry in ((entry.ref, entry) for entry in self.entries)
            for pointing in entry.pointing
            if pointing[:2] in targets
        }
        # Each name of a record once: there are tens of thousands.
        return tuple(Link(found[told], targets[told[2:4]], told[4]) for told in sorted(found))

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
        return self._term_lists.get(name, {})

    @cached_property
    def _term_lists(self) -> dict[str, dict[str, AnyTerm]]:
        table: dict[str, dict[str, AnyTerm]] = {}
        for entry in self.terms:
            table.setdefault(entry.list_name, {}).setdefault(entry.term.id, entry.term)
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
