"""What a block of a text is, asked only where its sign stands: most blocks are paragraphs, and have none of them."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import STX

# What a block must have somewhere to be one of these: one of two signs. Of any other kind the parser is asked always.
SIGNS: dict[type, tuple[str, str]] = {
    HashHeaderProcessor: ("#", "#"),
    SetextHeaderProcessor: ("\n=", "\n-"),
    BlockQuoteProcessor: (">", ">"),
    DefListProcessor: (": ", ": "),
    TableProcessor: ("|", "|"),
    FootnoteBlockProcessor: ("[^", "[^"),
    ReferenceProcessor: ("]:", "]:"),
    AbbrBlockprocessor: ("*[", "*["),
    MarkdownInHtmlProcessor: (STX, STX),
}
_ANY = ("", "")
# With what a line of the block must begin to be one of these.
BEGINS: dict[type, str] = {
    HashHeaderProcessor: "#",
    BlockQuoteProcessor: ">",
    DefListProcessor: ":",
    HRProcessor: "-_*",
}
_NOTE = "!!!"
_PARSE = "parseBlocks"


class Sooner:
    """Does what the parser's own does, to the same effect."""

    def __init__(self, parser: BlockParser) -> None:
        """Look up the kinds of blocks once: the parser asks its registry for all of them, at each block."""
        self._kinds = [(kind, *SIGNS.get(type(kind), _ANY), test_of(kind)) for kind in parser.blockprocessors]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Add what the blocks are to an element; each takes away what it was made of."""
        while blocks:
            for kind, sign, other, test in self._kinds:
                block = blocks[0]
                if (sign in block or other in block) and test(parent, block) and kind.run(parent, blocks) is not False:
                    break


def test_of(kind: Any) -> Callable[[Element, str], bool]:
    """What tells whether a block is one of a kind: as the parser does, which takes long to see that a long one is not.

    It looks from each line end, or from each sign, for all that may come after.
    """
    test: Callable[[Element, str], bool] = kind.test
    if type(kind) is AdmonitionProcessor:
        return lambda parent, block: test(parent, block) if _NOTE in block else _goes_on(kind, parent, block)
    if type(kind) not in BEGINS:
        return test
    first = re.compile(f" {{0,3}}[{BEGINS[type(kind)]}]")
    later = re.compile(f"\n{first.pattern}")
    return lambda parent, block: bool(first.match(block) or later.search(block)) and test(parent, block)


def _goes_on(kind: AdmonitionProcessor, parent: Element, block: str) -> bool:
    """Whether a block without the sign of a note is more of the one before it."""
    return kind.parse_content(parent, block)[0] is not None


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in this place. All its extensions have been added."""
    if type(parser.parser) is BlockParser:
        setattr(parser.parser, _PARSE, Sooner(parser.parser).parse)
    return parser
