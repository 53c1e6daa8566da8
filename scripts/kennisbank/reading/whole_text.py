"""What is done to a whole text before and after all else, without looking at each sign for what is seldom there."""

import re

from markdown import Markdown
from markdown.extensions.md_in_html import MarkdownInHTMLPostprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, HTML_PLACEHOLDER, STX
from pymdownx.superfences import SuperFencesBlockPreprocessor  # type: ignore[import-untyped]

_SEARCH = "search_nested"
_FENCES = ("```", "~~~")
_SPACE, _HTML, _PRIORITY = "normalize_whitespace", "raw_html", 30
_OPEN, _CLOSE = "<p>", "</p>"
_PLACE = re.compile(HTML_PLACEHOLDER % "([0-9]+)")
_BLANK_LINE = re.compile(r"(?<=\n) +\n")


class Spaces(NormalizeWhitespace):
    """Does what the parser's own does, to the same effect."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without tabs, and without spaces in empty lines."""
        source = "\n".join(lines).replace(STX, "").replace(ETX, "").replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        if "\t" in source:
            source = source.expandtabs(self.md.tab_length)
        if " \n" in source:
            source = _BLANK_LINE.sub("\n", source)
        return source.split("\n")


class Html(MarkdownInHTMLPostprocessor):
    """Does what the parser's own does, to the same effect."""

    def run(self, text: str) -> str:
        """The text with the HTML that was put aside, in which there may be more of that."""
        aside, pieces, done = self.md.htmlStash, list[str](), 0
        for found in _PLACE.finditer(text):
            if int(found[1]) < aside.html_counter:
                (start, end), html = found.span(), self.stash_to_string(aside.rawHtmlBlocks[int(found[1])])
                before = start - len(_OPEN)
                if before >= done and text.startswith(_OPEN, before) and text.startswith(_CLOSE, end):
                    start, end = before, end + len(_CLOSE)
                    html = html if self.isblocklevel(html) else f"{_OPEN}{html}{_CLOSE}"
                pieces += text[done:start], self.run(html) if STX in html else html
                done = end
        return "".join((*pieces, text[done:]))


class Fenced:
    """Sets blocks of code apart as the parser does."""

    def __init__(self, found: SuperFencesBlockPreprocessor) -> None:
        """Take what does so in the parser, of which this takes the place."""
        self._search = found.search_nested

    def search(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each block; the parser looks at the first signs of each line."""
        text = "\n".join(lines)
        found: list[str] = self._search(lines) if any(fence in text for fence in _FENCES) else lines
        return found


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in these places. All its extensions have been added."""
    if type(parser.preprocessors[_SPACE]) is NormalizeWhitespace:
        parser.preprocessors.register(Spaces(parser), _SPACE, _PRIORITY)
    if type(parser.postprocessors[_HTML]) is MarkdownInHTMLPostprocessor:
        parser.postprocessors.register(Html(parser), _HTML, _PRIORITY)
    for found in parser.preprocessors:
        if type(found) is SuperFencesBlockPreprocessor:
            setattr(found, _SEARCH, Fenced(found).search)
    return parser
