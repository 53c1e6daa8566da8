"""HTML in a text, found sooner: the parser asks at each tag what matters only at those of blocks.

What it does with these is its own; so is all that it does with a text in which not every tag is written plainly.
"""

import re
from functools import cached_property, lru_cache
from html import unescape

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra

from .plain_tags import ATTRIBUTES, TAG, tags_of_plain

_NAME, _PRIORITY = "html_block", 20
_IS_BLOCK = "is_block_level"
# What the parser meets apart from the text around it.
_SIGN = re.compile(r"(&(?:[a-zA-Z][-.a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)")


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


class _Plain(_Extractor):
    """Reads a text with plain tags: stretches without a tag that matters are taken at once, as the parser would."""

    mdstate: list[str | None]
    _cache: list[str]
    _at = 0
    _tag = ""

    def feed(self, data: str) -> None:
        """Read a whole text."""
        self.rawdata, done = data, 0
        for token in TAG.finditer(data):
            if self._matters(token):
                self._text(data[done : token.start()])
                self._at, self._tag, done = token.start(), token[0], token.end()
                self._take(token)
        self._text(data[done:])
        self._at, self.rawdata = len(data), ""

    @property
    def line_offset(self) -> int:
        """Where the tag stands; how far that is in its line, `offset`, is nothing here."""
        return self._at

    def at_line_start(self) -> bool:
        """Whether nothing stands before the tag in its line but three spaces at most."""
        start = self.rawdata.rfind("\n", 0, self._at) + 1
        return self._at - start <= 3 and not self.rawdata[start : self._at].strip()

    def get_starttag_text(self) -> str:
        """The tag."""
        return self._tag

    def _is_off(self) -> bool:
        return bool(self.mdstate) and self.mdstate[-1] == "off"

    def _matters(self, token: re.Match[str]) -> bool:
        """Whether the parser would do anything else with a tag than with a text."""
        if self.inraw or token["name"] in self.block_level_tags or self._is_off():
            return True
        return self.intail and bool(token["closed"])

    def _text(self, text: str) -> None:
        """Take what stands between two tags."""
        if not self.inraw and (self.intail or self._is_off()):
            for number, part in enumerate(_SIGN.split(text)):
                if number % 2:
                    self.handle_empty_tag(part, is_block=False)
                elif part:
                    self.handle_data(part)
        elif text:
            self.handle_data(text)

    def _take(self, token: re.Match[str]) -> None:
        """Take a tag."""
        name = token["name"]
        if self.inraw and self._goes_on(token):
            self._cache.append(self._tag)
        elif token["end"]:
            self.handle_endtag(name)
        else:
            found = [(each[1], each[2] and unescape(each[2])) for each in ATTRIBUTES.finditer(token["attributes"])]
            (self.handle_startendtag if token["closed"] else self.handle_starttag)(name, found)

    def _goes_on(self, token: re.Match[str]) -> bool:
        """Whether a tag within HTML is no more than a part of that; then what is open after it is known."""
        name, stack = token["name"], self.stack
        if name in self.empty_tags:
            return False
        if token["end"]:
            if name == stack[0] and name not in stack[1:]:
                return False
            while name in stack and stack.pop() != name:
                pass
        elif not token["closed"]:
            if self.intail and name in self.block_level_tags:
                return False
            stack.append(name)
        return True


class _Names(list[str]):
    """The names of blocks, as a list that finds a name at once."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(names)
        self._all = frozenset(names)

    def __contains__(self, name: object) -> bool:
        return name in self._all


class _Level:
    """Knows of which names an element is a block, as the parser does, which looks at each name anew at each tag."""

    def __init__(self, parser: Markdown) -> None:
        self._of = lru_cache(maxsize=1 << 10)(parser.is_block_level)

    def of(self, tag: object) -> bool:
        """Whether an element of this name, if it is one, is a block."""
        return isinstance(tag, str) and self._of(tag)


class Sooner(HtmlBlockPreprocessor):
    """Does what the parser's own does, to the same effect."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of HTML."""
        text = "\n".join(lines)
        found = (_Extractor if tags_of_plain(text) is None else _Plain)(self.md)
        found.feed(text)
        found.close()
        return "".join(found.cleandoc).split("\n")


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in this place. All its extensions have been added."""
    if type(parser.preprocessors[_NAME]) is HtmlBlockPreprocessor:
        parser.preprocessors.register(Sooner(parser), _NAME, _PRIORITY)
        parser.block_level_elements = _Names(parser.block_level_elements)
        setattr(parser, _IS_BLOCK, _Level(parser).of)
    return parser
