"""The one parser of what authors write: CommonMark with tables, as GitHub's preview shows it.

Checker and build both read a text by it; `canonical` writes what it read for the parser of the site.
See https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/#tables-extension-.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference, unescapeAll
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..findings.finding import Span
from .blanking import without
from .marks import CITATION

Node = SyntaxTreeNode
References = dict[str, Any]
_NAME = re.compile(r"\[([^\[\]]+)\]")
_LINE_END = re.compile(r"\r\n?|\n")
# Nobody means to go deeper, and every layer costs the parsers behind this one a call. A list is two layers: itself and
# its item.
MAX_NESTING = 12
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+([^\s#].*)$", re.MULTILINE)
# Without these, and without a line that makes a heading of the one before it or opens many layers, a text has neither
# tables nor code, and no heading but those with hashes.
_OTHER_SIGNS = ("```", "~~~", "<", "|", "\t", "    ", "]:", "\r", "\0")
_OTHER_LINE = re.compile(r"(?:\n|\A)(?:[ >]*[=-]+ *$|[ >*+\-\d.)]{8})", re.MULTILINE)
_AT_LEFT = re.compile(r"^(#{1,6}) +([^\s#][^#\n]*)$", re.MULTILINE)
_EMPHASIS = ("em_open", "em_close", "strong_open", "strong_close")


@dataclass(frozen=True)
class Block:
    """A heading (`h1` to `h6`, with its title), a `table` or a block of `code`; `nested` in a list or quotation."""

    kind: str
    span: Span
    title: str = ""
    nested: bool = False


def parse(text: str, references: References | None = None) -> Node:
    """The tree of a text; `references` are the addresses of `[name]` that the rest of its file gives."""
    return SyntaxTreeNode(PARSER.parse(text, {"references": dict(references or {})}))


@lru_cache(maxsize=1024)  # a case that was just made is read by who writes it and by who checks it
def blocks(text: str) -> tuple[Block, ...]:
    """The headings, tables and blocks of code in a text, in order; what is in a line costs most, and is not read."""
    plain = _plain_headings(text)
    if plain is not None:
        return plain
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    found = []
    for token, following in pairwise((*_BLOCKS.parse(text), None)):
        if token and token.map and token.type in ("heading_open", "fence", "code_block", "table_open"):
            first, last = token.map
            end = starts[last] if last < len(starts) else len(text)
            span = Span(starts[first], starts[first] + len(text[starts[first] : end].rstrip("\r\n")))
            title = following.content if following and token.type == "heading_open" else ""
            kind = token.tag if token.type.endswith("_open") else "code"
            found.append(Block(kind, span, " ".join(title.split()), token.level > 0))
    return tuple(found)


def _plain_headings(text: str) -> tuple[Block, ...] | None:
    """The headings of a text with nothing that could be another block, or hide one; None for any other text.

    All its hashes are those of headings, which begin at the left where no list or quotation reaches.
    """
    if any(sign in text for sign in _OTHER_SIGNS) or _OTHER_LINE.search(text):
        return None
    found = [*_AT_LEFT.finditer(text)]
    if text.count("#") != sum(len(m[1]) for m in found):
        return None
    return tuple(Block(f"h{len(m[1])}", Span(*m.span()), " ".join(m[2].split())) for m in found)


def blocks_between(found: Sequence[Block], start: int, end: int) -> tuple[Block, ...]:
    """The blocks of a text that begin between two places in it, as they stand in what is between these."""
    within = (block for block in found if start <= block.span.start < end)
    return tuple(replace(block, span=Span(block.span.start - start, block.span.end - start)) for block in within)


def headings_in(text: str) -> Iterator[Block]:
    """The headings with signs, by pattern: of a text that is too large to be read."""
    for m in HEADING.finditer(text):
        title = " ".join(re.sub(r"[ \t]#+[ \t]*$", "", m[2]).split())
        yield Block(f"h{len(m[1])}", Span(*m.span()), title)


def forms_in(text: str) -> Iterator[tuple[str, str]]:
    """What a text is made of: `bullet_list`, `heading`, `paragraph`, ..., each with the line with which it begins."""
    lines = _LINE_END.split(text)
    for token in _BLOCKS.parse(text):
        if token.level == 0 and token.map and token.nesting >= 0:
            yield token.type.removesuffix("_open"), lines[token.map[0]].strip()


def too_deep(text: str) -> Span | None:
    """The lines in which a text has more layers than are read; what stands deeper would be lost."""
    for token in _DEEPER.parse(text):
        if token.map and max(_levels(token)) >= MAX_NESTING:
            starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
            start = starts[token.map[0]]
            return Span(start, start + len(_LINE_END.split(text[start:], maxsplit=1)[0]))
    return None


def _levels(token: Token) -> Iterator[int]:
    """How deep a token stands, and the emphasis in it."""
    yield token.level if token.block else 0
    yield from (child.level for child in token.children or () if child.type in _EMPHASIS)
    yield from (level for child in token.children or () for level in _levels(child))


@lru_cache(maxsize=64)
def _given(text: str) -> dict[str, Any]:
    """What the parser notes of the lines like `[name]: address` in a text."""
    env: dict[str, Any] = {}
    _BLOCKS.parse(text, env)
    return env


def references_in(text: str) -> References:
    """The addresses that a text gives in lines like `[name]: address`."""
    found: References = _given(text).get("references", {})
    return found


def unused_references(text: str) -> tuple[Span, ...]:
    """The lines like `[name]: address` that are on no page: nothing refers to them, or an earlier one has that name."""
    if "]:" not in text:
        return ()
    starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]

    def lines(found: dict[str, Any]) -> Span:
        first, last = found["map"]
        return Span(starts[first], min(starts[last], len(text)))

    given = {lines(found): name for name, found in references_in(text).items()}
    twice = [lines(found) for found in _given(text).get("duplicate_refs", ())]
    used = {normalizeReference(name) for name in _NAME.findall(without(text, sorted((*given, *twice))))}
    return tuple(sorted((*(span for span, name in given.items() if name not in used), *twice)))


@lru_cache(maxsize=10_000)
def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of all links and images in a text, but for those that stand in `<…>`."""
    if "](" not in text and "]:" not in text:
        return ()
    nodes = (node for node in parse(text).walk() if node.type in ("link", "image") and node.markup != "autolink")
    return tuple(str(node.attrs.get("src" if node.type == "image" else "href", "")) for node in nodes)


def without_codes(address: str) -> str:
    """The address as a link has it on the page: `&commat;` is an @, and so is an @ with a backslash before it."""
    return unescapeAll(address)


def _citation(state: StateInline, silent: bool) -> bool:
    """A source cited as `[^key]` is no link, whatever stands elsewhere in the text."""
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).content = match["key"]
    state.pos = match.end()
    return True


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line like `[name]: address`; one like `[^key]: text` is text, or it would not be on the page."""
    begin = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", begin) and reference(state, start, end, silent)


def _shallow(state: StateCore) -> None:
    """Emphasis that is too deep stays as it is typed, so that whoever walks through a tree never goes too deep."""
    for token in state.tokens:
        _flatten(token)


def _flatten(token: Token) -> None:
    for child in token.children or ():
        if child.type in _EMPHASIS and child.level >= MAX_NESTING:
            child.type, child.tag, child.nesting, child.content = "text", "", 0, child.markup
        _flatten(child)


class _AsTyped(MarkdownIt):
    """A parser that leaves addresses as they are: those that may not be there are judged, not hidden."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name that markdown-it calls
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - idem
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - idem
        return link


def _parser(*off: str, nesting: int = MAX_NESTING) -> MarkdownIt:
    made = _AsTyped("commonmark", {"maxNesting": nesting}).enable("table")
    made.inline.ruler.before("link", "citation", _citation)
    made.block.ruler.at("reference", _reference)
    made.core.ruler.after("inline", "shallow", _shallow)
    made.core.ruler.disable(off)
    return made


PARSER = _parser()
_BLOCKS = _parser("inline", "text_join")
_DEEPER = _parser("shallow", nesting=MAX_NESTING + 1)
