"""The glossary in the texts: where its terms are used, and the links that readers get there."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..findings.finding import Span
from ..library.library import Entry, Library, Ref
from ..model.terms import GlossaryTerm
from ..reading.blanking import blanked, without
from ..reading.marks import CITATION
from ..reading.prose import Prose

LIST = "glossary"
# The addresses of reference links, the titles of admonitions, text between square brackets and attribute lists.
_BRACKETS = re.compile(r"\[[^\[\]\n]*\]|\{[^{}\n]*\}")
_CLOSED = re.compile(
    rf"^ {{0,3}}\[[^\[\]\n]+\]:.*$|^[ \t]*(?:!!!|\?\?\?).*$|{_BRACKETS.pattern}",
    re.MULTILINE,
)
_OPENING = ("]:", "!!!", "???")  # without any of these there are only brackets
_GAP = r"(?:[ \t]+|[ \t]*\n[ \t]*)"


@dataclass(frozen=True)
class Use:
    """A word in a text that is a term of the glossary."""

    term: str
    span: Span


@dataclass(frozen=True)
class Glossary:
    """The terms, and the one pattern that finds them: whole words, the longest form first.

    The first letter may be a capital or not; the other letters must be as they are written: MOED is not moed.
    """

    terms: tuple[GlossaryTerm, ...]

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The term that each form belongs to; of two equal forms the first."""
        ids: dict[str, str] = {}
        for term in self.terms:
            for form in forms_of(term):
                for written in (form, form[:1].swapcase() + form[1:]):
                    ids.setdefault(written, term.id)
        return ids

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # By their first letter: at the begin of a word it tells for most forms at once that they are not there.
        begun: dict[str, list[str]] = {}
        for form in sorted(self._ids, key=lambda form: (-len(form), form)):
            begun.setdefault(form[0], []).append(
                _GAP.join(map(re.escape, form.split())).removeprefix(re.escape(form[0]))
            )
        forms = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in begun.items())
        return re.compile(rf"(?<![\w-])(?:{forms or '(?!)'})(?![\w-]|['’]\w)")

    def uses(self, prose: Prose) -> Iterator[Use]:
        """Every use outside headings, links, citations and code; the spans are those of the text itself."""
        for match in self._pattern.finditer(_open_text(prose)):
            yield Use(self._ids[" ".join(match[0].split())], Span(*match.span()))

    def linked(self, texts: Sequence[str], url: Callable[[str], str], own: str = "") -> list[str]:
        """The texts of one page, with a link at the first use of each term; `own` is the term that gets none."""
        seen = {own}
        return [self._linked(text, url, seen) for text in texts]

    def _linked(self, text: str, url: Callable[[str], str], seen: set[str]) -> str:
        pieces, end = [], 0
        for use in self.uses(Prose(text)):
            if use.term not in seen:
                seen.add(use.term)
                word = text[use.span.start : use.span.end]
                pieces += [text[end : use.span.start], f"[{word}]({url(use.term)}){{ .kb-term }}"]
                end = use.span.end
        return "".join([*pieces, text[end:]])


@dataclass(frozen=True)
class Mentions:
    """The pages on which a term is used: records, and the paths of hand-written pages."""

    records: tuple[Ref, ...] = ()
    pages: tuple[str, ...] = ()


def glossary_of(library: Library) -> Glossary:
    """The glossary of a library."""
    return Glossary(tuple(library.glossary.values()))


def forms_of(term: GlossaryTerm) -> tuple[str, ...]:
    """How a term is written: its title, without what stands between brackets, and its other forms."""
    title = re.sub(r"\s*\([^()]*\)", "", term.title).strip()
    return tuple(filter(None, map(_trimmed, (title, *term.forms))))


def _trimmed(form: str) -> str:
    return " ".join(form.split())


def terms_in(entry: Entry, glossary: Glossary) -> frozenset[str]:
    """The terms that the text of a record uses, but for the one that has its name: that is the thing itself."""
    # Of a copy, so that what is worked out of the text of one goes before the next.
    parts = replace(entry).prose.parts
    return frozenset(
        _terms(glossary, (prose for heading, prose in parts if heading.text in entry.kind.sections)) - {entry.id}
    )


def mentions_of(
    library: Library, glossary: Glossary, used: Callable[[Entry, Glossary], Iterable[str]] = terms_in
) -> dict[str, Mentions]:
    """The pages that use each term, sorted; `used` gives the terms of a record as `terms_in`, or knows them."""
    records: dict[str, list[Ref]] = {}
    pages: dict[str, list[str]] = {}
    for entry in library.entries if glossary.terms else ():
        for term in used(entry, glossary):
            records.setdefault(term, []).append(entry.ref)
    for page in library.pages if glossary.terms else ():
        for term in _terms(glossary, [page.prose]):
            pages.setdefault(term, []).append(page.path)
    return {
        term.id: Mentions(tuple(sorted(records.get(term.id, ()))), tuple(sorted(pages.get(term.id, ()))))
        for term in glossary.terms
    }


def _terms(glossary: Glossary, texts: Iterable[Prose]) -> set[str]:
    return {use.term for prose in texts for use in glossary.uses(prose)}


def _open_text(prose: Prose) -> str:
    """The text in which terms count, of the same length: all else is blanked out."""
    text = prose.masked
    found = [item.span for group in (prose.headings, prose.links) for item in group]
    spans = [
        (span.start - prose.offset, span.end - prose.offset) for span in (*found, *(prose.html if "<" in text else ()))
    ]
    spans += [match.span() for match in CITATION.finditer(text)]
    text = without(text, _joined(spans))
    closed = _CLOSED if any(sign in text for sign in _OPENING) else _BRACKETS
    return closed.sub(lambda match: blanked(match[0]), text)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in the order of the text, what stands in two of them once."""
    last = 0
    for start, end in sorted(spans):
        if end > last:
            yield max(start, last), end
            last = end
