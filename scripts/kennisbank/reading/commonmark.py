"""The one parser of what authors write: CommonMark with tables, as GitHub's preview shows it.

Checker and build both read a text by it; `canonical` writes what it read for the parser of the site.
See https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/#tables-extension-.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from ..findings.finding import Span

Node = SyntaxTreeNode
References = dict[str, Any]
_LINE_END = re.compile(r"\r\n?|\n")
# Nobody means to go deeper, and every layer costs the parsers behind this one a call.
_MAX_NESTING = 12
_CITATION = re.compile(r"\[\^([^\[\]\s]+)\]")


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


def blocks(text: str) -> tuple[Block, ...]:
    """The headings, tables and blocks of code in a text, in order; what is in a line costs most, and is not read."""
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


@lru_cache(maxsize=64)
def references_in(text: str) -> References:
    """The addresses that a text gives in lines like `[name]: address`."""
    env: References = {}
    _BLOCKS.parse(text, env)
    found: References = env.get("references", {})
    return found


@lru_cache(maxsize=10_000)
def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of all links and images in a text, but for those that stand in `<…>`."""
    if "](" not in text and "]:" not in text:
        return ()
    nodes = (node for node in parse(text).walk() if node.type in ("link", "image") and node.markup != "autolink")
    return tuple(str(node.attrs.get("src" if node.type == "image" else "href", "")) for node in nodes)


def _citation(state: StateInline, silent: bool) -> bool:
    """A source cited as `[^key]` is no link, whatever stands elsewhere in the text."""
    match = _CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line like `[name]: address`; one like `[^key]: text` is text, or it would not be on the page."""
    begin = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", begin) and reference(state, start, end, silent)


class _AsTyped(MarkdownIt):
    """A parser that leaves addresses as they are: those that may not be there are judged, not hidden."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name that markdown-it calls
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - idem
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - idem
        return link


def _parser(*off: str) -> MarkdownIt:
    made = _AsTyped("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    made.inline.ruler.before("link", "citation", _citation)
    made.block.ruler.at("reference", _reference)
    made.core.ruler.disable(off)
    return made


PARSER = _parser()
_BLOCKS = _parser("inline", "text_join")
