"""Sentences of published records at random, each with the sources it rests on: to hold against those sources."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings.finding import Place, Span
from ..library.library import Entry, Library
from ..library.passages import Passage
from ..model.parts import Source, Status
from ..model.references import Path
from ..reading.prose import Prose, is_heading, plain, words

# What is shorter than this claims nothing that a source could bear out.
_FEWEST_WORDS = 5


@dataclass(frozen=True)
class Claim:
    """One sentence as a reader gets it: its file and place there, the field that holds it, and the sources cited.

    A sentence without a citation of its own rests on what its paragraph cites.
    """

    file: str
    place: Place
    text: str
    field: Path | None
    sources: tuple[Source, ...]


def sample(library: Library, number: int, seed: int) -> tuple[Claim, ...]:
    """`number` sentences of the published cases and lessons, or all there are, in the order of their files.

    With the same seed a sentence keeps its chance when others change, so that a sample can be drawn again.
    """
    drawn = sorted(claims(library), key=lambda claim: _chance(claim, seed))[: max(0, number)]
    return tuple(sorted(drawn, key=lambda claim: (claim.file, claim.place.line, claim.place.column)))


def claims(library: Library) -> Iterator[Claim]:
    """Every sentence of the published cases and lessons that a source should bear out."""
    for entry in (*library.of_kind("case"), *library.of_kind("lesson")):
        if entry.record and entry.record.status is Status.PUBLISHED:
            for passage in entry.passages:
                yield from _claims(entry, passage)


def _claims(entry: Entry, passage: Passage) -> Iterator[Claim]:
    known = {source.key: source for source in entry.record.sources} if entry.record else {}
    prose = passage.prose
    starts = [*(span.start for _, span in prose.sentences), prose.offset + len(prose.text)]
    advice = _advice(entry) if passage.is_body else ()
    for (text, span), following in zip(prose.sentences, starts[1:], strict=True):
        if is_heading(text) or text.endswith("?") or len(words(plain(text))) < _FEWEST_WORDS:
            continue
        around = next((at for _, at in prose.paragraphs if at.start <= span.start < at.end), span)
        # The notes of a sentence stand in it or right behind it, before the next one begins.
        own = _cited(prose, Span(span.start, min(following, around.end)))
        if not own and any(part.start <= span.start < part.end for part in advice):
            continue
        cited = own or _cited(prose, around)
        place = entry.document.place(passage.span_in_file(span))
        sources = tuple(known[key] for key in dict.fromkeys(cited) if key in known)
        yield Claim(entry.document.path, place, plain(text), passage.path, sources)


def _advice(entry: Entry) -> tuple[Span, ...]:
    """Where the body advises: that is ours, and no source bears it out but what is cited there."""
    ours = {section.title for section in entry.kind.outline if section.advises}
    parts = ((heading, prose) for heading, prose in entry.prose.parts if heading.text in ours)
    return tuple(Span(heading.span.start, prose.offset + len(prose.text)) for heading, prose in parts)


def _cited(prose: Prose, span: Span) -> list[str]:
    """The sources that are cited in a part of a text."""
    return [citation.key for citation in prose.citations if span.start <= citation.span.start < span.end]


def _chance(claim: Claim, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}\0{claim.file}\0{claim.text}".encode()).digest()
