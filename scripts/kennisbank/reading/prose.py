"""Finds headings, links, images, citations and sentences in Markdown prose, each with its place.

Headings and code are those of the one parser (`commonmark`); what stands in a line is looked for by pattern, for that
parser does not say where it is. MkDocs validates the links a second time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..findings.finding import Span
from .blanking import blanked, without, without_comments
from .bounds import may_be_parsed
from .commonmark import HEADING, Block, blocks, blocks_between, headings_in
from .marks import CITATION, NOTE

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)[ \t]*$|\Z)|(?<!`)(?P<tick>`+)(?!`)[^`\n]+?(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_HEADING_LINE = re.compile(r"#{1,6}(?:\s|$)")
_TICKS = re.compile(r"(?<![`\\])(?P<tick>`+)(?!`)(?:[^`\n]|\n(?![ \t]*\n)|(?!(?P=tick)(?!`))`)+?(?<!`)(?P=tick)(?!`)")
# Without any of these a text has neither headings nor blocks of code.
_BLOCK = re.compile(r"#|\||```|~~~|^[ ]*\t|^ {4}|^ {0,3}[=-]+[ \t\r]*$", re.MULTILINE)
_CODE_SIGNS = ("```", "~~~", "\t", "    ")  # without any of these there is no block of code
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\([ \t]{0,9}(?P<target><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t]{1,9}(?:[\"'][^\"'\n]*[\"']|\([^()\n]*\)))?[ \t]{0,9}\)"
)
_REFERENCE_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]\n^]+)\]\[(?P<name>[^\[\]\n^]*)\]")
_REFERENCE = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n^]+)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
_WEB = "[Hh][Tt][Tt][Pp][Ss]?://"
_AUTOLINK = re.compile(rf"<(?P<target>{_WEB}[^<>\s]+)>|(?<![(\"'<\w/])(?P<bare>{_WEB}[^\s<>)\]]+)")
_HTML = re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9-]*|(?:[movw]|st1):[a-zA-Z]+)(?:[\s/][^<>]*)?>")
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])|\n(?=#{1,6}[ \t])")
_TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_SENTENCE_END = re.compile(
    rf"(?<=[.!?])(?:{NOTE})*\s+(?=[A-ZÀ-Ý'‘\"“\[*_])"
    r"|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=#{1,6}[ \t])"
)
_MARKS = re.compile(r"[*_`#>]+")
_WORD = re.compile(r"\w[\w'’-]*")

# What the form of the assistant looks for in a text too, by the name that it has there.
PATTERNS = {
    "code": _CODE,
    "heading": HEADING,
    "headingLine": _HEADING_LINE,
    "link": _LINK,
    "referenceLink": _REFERENCE_LINK,
    "reference": _REFERENCE,
    "citation": CITATION,
    "autolink": _AUTOLINK,
    "html": _HTML,
    "paragraphEnd": _PARAGRAPH_END,
    "tableRow": _TABLE_ROW,
    "sentenceEnd": _SENTENCE_END,
    "marks": _MARKS,
    "word": _WORD,
}


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
        found = self._blocks if any(sign in self.text for sign in _CODE_SIGNS) else ()
        text = without(self.text, (block.span for block in found if block.kind == "code"))
        return without_comments(_TICKS.sub(lambda ticks: blanked(ticks[0]), text) if "`" in text else text)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        """The headings, tables and blocks of code, as the build reads them too.

        Of a text that is refused for its size only the headings, so that nobody is told that they are missing.
        """
        if self.known is not None:
            return self.known
        if not _BLOCK.search(self.text):
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
        inline = [self._link(m, m["target"].strip("<>"), m) for m in _LINK.finditer(self.masked)]
        found = [*inline, *self._linked_images(), *self._reference_links(), *self._bare_links()]
        return tuple(sorted(found, key=lambda link: link.span))

    def _link(self, m: re.Match[str], address: str, target: re.Match[str]) -> Link:
        return Link(m["text"], address, self._span(*m.span()), self._span(*target.span("target")), bool(m["image"]))

    def _linked_images(self) -> Iterator[Link]:
        """Images that are the text of a link."""
        for m in _LINK.finditer(self.masked):
            if "![" in m["text"]:
                yield from Prose(m["text"], self.offset + m.start("text")).links

    def _reference_links(self) -> Iterator[Link]:
        given = [*_REFERENCE.finditer(self.masked)]
        targets = {_folded(m["name"]): m for m in reversed(given)}  # the first counts
        for m in _REFERENCE_LINK.finditer(self.masked):
            if target := targets.get(_folded(m["name"] or m["text"])):
                yield self._link(m, target["target"], target)

    def _bare_links(self) -> Iterator[Link]:
        links = [*_LINK.finditer(self.masked), *_REFERENCE.finditer(self.masked)]
        inside = {place for m in links for place in range(*m.span())}
        for m in _AUTOLINK.finditer(self.masked):
            if m.start() not in inside and (address := m["target"] or m["bare"].rstrip(".,;:")):
                yield Link(address, address, self._span(*m.span()), self._span(*m.span()))

    @cached_property
    def dangling(self) -> tuple[Link, ...]:
        """Reference links `[text][name]` whose name is defined nowhere."""
        names = {_folded(m["name"]) for m in _REFERENCE.finditer(self.masked)}
        return tuple(
            Link(m["text"], m["name"], self._span(*m.span()), self._span(*m.span("name")))
            for m in _REFERENCE_LINK.finditer(self.masked)
            if _folded(m["name"] or m["text"]) not in names
        )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All `[^key]`, in order."""
        return tuple(Citation(m["key"], self._span(*m.span())) for m in CITATION.finditer(self.masked))

    @cached_property
    def html(self) -> tuple[Span, ...]:
        """Raw HTML tags; the address of a link is none, also when it stands between `<` and `>`."""
        addresses = {link.target_span for link in self.links}
        found = (self._span(*m.span()) for m in _HTML.finditer(self.masked))
        return tuple(span for span in found if span not in addresses)

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, Span], ...]:
        """Blocks of text between blank lines, list items and headings."""
        return self._split(self.masked, _PARAGRAPH_END)

    @cached_property
    def sentences(self) -> tuple[tuple[str, Span], ...]:
        """Sentences, list items and headings, without marks; the rows of a table are no sentences."""
        return self._split(_TABLE_ROW.sub(lambda row: blanked(row[0]), self.masked), _SENTENCE_END)

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
    return _HEADING_LINE.match(line) is not None


def plain(markdown: str) -> str:
    """Text as read aloud: links become their text, citations and marks disappear."""
    text = CITATION.sub("", markdown)
    text = _LINK.sub(lambda m: m["text"], text)
    return _MARKS.sub("", text).strip()


def words(text: str) -> list[str]:
    """The words of a text, without marks."""
    return _WORD.findall(plain(text))
