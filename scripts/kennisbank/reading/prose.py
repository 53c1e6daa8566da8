"""Finds headings, links, images, citations and sentences in Markdown prose, each with its place.

Headings and code are those of the one parser (`commonmark`); what stands in a line is looked for by pattern, for that
parser does not say where it is. MkDocs validates the links a second time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..findings.finding import Span
from . import prose_patterns as pattern
from .blanking import blanked, without, without_comments
from .bounds import may_be_parsed
from .commonmark import Block, blocks, blocks_between, headings_in
from .marks import CITATION


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, its text and where it stands; `nested` when that is in a list or quotation."""

    level: int
    text: str
    span: Span
    nested: bool = False


@dataclass(frozen=True)
class Link:
    """A link or image: its text, its target and where each stands."""

    text: str
    target: str
    span: Span
    target_span: Span
    image: bool = False


@dataclass(frozen=True)
class Citation:
    """A source cited as `[^key]`."""

    key: str
    span: Span


@dataclass(frozen=True)
class Prose:
    """A stretch of Markdown; all spans are offsets in the file, `offset` is where the stretch begins."""

    text: str
    offset: int = 0
    # The blocks in it, where they are known already.
    known: tuple[Block, ...] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def masked(self) -> str:
        """The text with code and comments blanked out, of the same length."""
        text = self.text
        if any(sign in text for sign in pattern.CODE_SIGNS):
            text = without(text, (block.span for block in self._blocks if block.kind == "code"))
        if "`" in text:
            text = pattern.TICKS.sub(lambda ticks: blanked(ticks[0]), text)
        return without_comments(text) if "<!--" in text else text

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        """The headings, tables and blocks of code, as the build reads them too.

        Of a text that is refused for its size only the headings, so that nobody is told that they are missing.
        """
        if self.known is not None:
            return self.known
        if not any(sign in self.text for sign in pattern.BLOCK_SIGNS) and not pattern.BLOCK.search(f"\n{self.text}"):
            return ()
        return blocks(self.text) if may_be_parsed(self.text) else tuple(headings_in(self.text))

    def _span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, in order."""
        return tuple(
            Heading(int(block.kind[1]), block.title, self._span(block.span.start, block.span.end), block.nested)
            for block in self._blocks
            if block.title
        )

    @cached_property
    def tables(self) -> tuple[Span, ...]:
        """Where the tables are."""
        return tuple(self._span(block.span.start, block.span.end) for block in self._blocks if block.kind == "table")

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All inline links, images, resolved reference links and bare addresses."""
        if not any(mark in self.text for mark in ("](", "][", "://")):
            return ()
        inline = [*pattern.LINK.finditer(self.masked)] if "](" in self.text else []
        given = self._given()
        found = [self._link(m, m["target"].strip("<>"), m) for m in inline]
        found += (link for m in inline if "![" in m["text"] for link in self._linked_images(m))
        found += self._reference_links(given) if given else ()
        found += self._bare_links([*inline, *given]) if "://" in self.text else ()
        return tuple(sorted(found, key=lambda link: link.span))

    def _link(self, m: re.Match[str], address: str, target: re.Match[str]) -> Link:
        return Link(m["text"], address, self._span(*m.span()), self._span(*target.span("target")), bool(m["image"]))

    def _linked_images(self, m: re.Match[str]) -> tuple[Link, ...]:
        """Images that are the text of a link."""
        return Prose(m["text"], self.offset + m.start("text")).links

    def _given(self) -> list[re.Match[str]]:
        """The lines like `[name]: address`."""
        return [*pattern.REFERENCE.finditer(self.masked)] if "]:" in self.text else []

    def _named(self) -> list[re.Match[str]]:
        """The links like `[text][name]`; two citations behind each other are none."""
        return [*pattern.REFERENCE_LINK.finditer(self.masked)] if "][" in self.text.replace("][^", "") else []

    def _reference_links(self, given: list[re.Match[str]]) -> Iterator[Link]:
        targets = {_folded(m["name"]): m for m in reversed(given)}  # the first counts
        for m in self._named():
            if target := targets.get(_folded(m["name"] or m["text"])):
                yield self._link(m, target["target"], target)

    def _bare_links(self, others: list[re.Match[str]]) -> Iterator[Link]:
        found = [*pattern.AUTOLINK.finditer(self.masked)]
        inside = {place for m in others for place in range(*m.span())} if found else ()
        for m in found:
            if m.start() not in inside and (address := m["target"] or m["bare"].rstrip(".,;:")):
                yield Link(address, address, self._span(*m.span()), self._span(*m.span()))

    @cached_property
    def dangling(self) -> tuple[Link, ...]:
        """Reference links `[text][name]` whose name is defined nowhere."""
        found = self._named()
        names = {_folded(m["name"]) for m in self._given()} if found else ()
        return tuple(
            Link(m["text"], m["name"], self._span(*m.span()), self._span(*m.span("name")))
            for m in found
            if _folded(m["name"] or m["text"]) not in names
        )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All `[^key]`, in order."""
        found = CITATION.finditer(self.masked) if "[^" in self.text else ()
        return tuple(Citation(m["key"], self._span(*m.span())) for m in found)

    @cached_property
    def html(self) -> tuple[Span, ...]:
        """Raw HTML tags; the address of a link is none, also when it stands between `<` and `>`."""
        if "<" not in self.text:
            return ()
        addresses = {link.target_span for link in self.links}
        found = (self._span(*m.span()) for m in pattern.HTML.finditer(self.masked))
        return tuple(span for span in found if span not in addresses)

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, Span], ...]:
        """Blocks of text between blank lines, list items and headings."""
        return self._split(self.masked, pattern.PARAGRAPH_END)

    @cached_property
    def sentences(self) -> tuple[tuple[str, Span], ...]:
        """Sentences, list items and headings, without marks; the rows of a table are no sentences."""
        return self._split(pattern.TABLE_ROW.sub(lambda row: blanked(row[0]), self.masked), pattern.SENTENCE_END)

    def _split(self, text: str, separator: re.Pattern[str]) -> tuple[tuple[str, Span], ...]:
        pieces, start = [], 0
        for end, following in [*(m.span() for m in separator.finditer(text)), (len(text),) * 2]:
            piece = text[start:end]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                pieces.append((piece.strip(), self._span(start + lead, start + lead + len(piece.strip()))))
            start = following
        return tuple(pieces)

    @cached_property
    def parts(self) -> tuple[tuple[Heading, "Prose"], ...]:
        """The level-2 headings, each with the prose below it."""
        tops = [heading for heading in self.headings if heading.level == 2 and not heading.nested]
        starts = [heading.span.end - self.offset for heading in tops]
        ends = [*(heading.span.start - self.offset for heading in tops), len(self.text)][1:]
        return tuple(zip(tops, map(self._part, starts, ends), strict=True))

    def _part(self, start: int, end: int) -> "Prose":
        # Between two headings that are in no list or quotation stand whole blocks.
        known = blocks_between(self._blocks, start, end) if may_be_parsed(self.text) else None
        return Prose(self.text[start:end], self.offset + start, known)

    def section(self, title: str) -> str | None:
        """The text below the level-2 heading `title`, or None when there is no such heading."""
        return next((prose.text.strip() for heading, prose in self.parts if heading.text == title), None)


def _folded(name: str) -> str:
    """The name of a reference as Markdown compares it, whatever its case and the room between its words."""
    return " ".join(name.split()).casefold()


def is_heading(line: str) -> bool:
    """Whether a line opens a heading; with signs and no space behind them it is text (CommonMark 0.31, 4.2)."""
    return pattern.HEADING_LINE.match(line) is not None


def plain(markdown: str) -> str:
    """Text as read aloud: links become their text, citations and marks disappear."""
    text = CITATION.sub("", markdown) if "[^" in markdown else markdown
    if "](" in text:
        text = pattern.LINK.sub(lambda m: m["text"], text)
    return pattern.MARKS.sub("", text).strip()


def words(text: str) -> list[str]:
    """The words of a text, without marks."""
    return pattern.WORD.findall(plain(text))
