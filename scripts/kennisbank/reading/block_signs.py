"""What a block of a text is, asked only where its sign stands: most blocks are paragraphs, and have none of them."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor, ReferenceProcessor, SetextHeaderProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
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
_PARSE = "parseBlocks"


class Sooner:
    """Does what the parser's own does, to the same effect."""

    def __init__(self, parser: BlockParser) -> None:
        """Look up the kinds of blocks once: the parser asks its registry for all of them, at each block."""
        self._kinds = [(kind, *SIGNS.get(type(kind), _ANY)) for kind in parser.blockprocessors]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Add what the blocks are to an element; each takes away what it was made of."""
        while blocks:
            for kind, sign, other in self._kinds:
                block = blocks[0]
                if (
                    (sign in block or other in block)
                    and kind.test(parent, block)
                    and kind.run(parent, blocks) is not False
                ):
                    break


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in this place. All its extensions have been added."""
    if type(parser.parser) is BlockParser:
        setattr(parser.parser, _PARSE, Sooner(parser.parser).parse)
    return parser
