"""HTML in a text, found by asking less: the parser makes a set of the names of all blocks at each tag that it meets."""

from functools import cached_property

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra

_NAME, _PRIORITY = "html_block", 20


class _Extractor(HTMLExtractorExtra):
    """Does what the parser's own does; which names are those of blocks does not change within one text."""

    @cached_property
    def block_level_tags(self) -> set[str]:
        """Names of elements that are blocks."""
        return set(super().block_level_tags)

    @cached_property
    def block_tags(self) -> set[str]:
        """Those that have blocks in them."""
        return set(super().block_tags)

    @cached_property
    def span_and_blocks_tags(self) -> set[str]:
        """Those in which Markdown can be read."""
        return set(super().span_and_blocks_tags)


class _Names(list[str]):
    """The names of blocks, as a list that finds a name at once."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(names)
        self._all = frozenset(names)

    def __contains__(self, name: object) -> bool:
        return name in self._all


class Sooner(HtmlBlockPreprocessor):
    """Does what the parser's own does, to the same effect."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of HTML."""
        found = _Extractor(self.md)
        found.feed("\n".join(lines))
        found.close()
        return "".join(found.cleandoc).split("\n")


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in this place. All its extensions have been added."""
    if type(parser.preprocessors[_NAME]) is HtmlBlockPreprocessor:
        parser.preprocessors.register(Sooner(parser), _NAME, _PRIORITY)
        parser.block_level_elements = _Names(parser.block_level_elements)
    return parser
