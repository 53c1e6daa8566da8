"""Marks within a line, looked for only where their signs are: most lines have two kinds of the fourteen there are.

Tags, of which there are most, are put aside all at once, and a link without brackets or quotes in it is read at once.
"""

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    ENTITY_RE,
    ESCAPE_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINE_BREAK_RE,
    LINK_RE,
    HtmlInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER, STX, AtomicString

# What a text must have somewhere for a pattern to match in it: one of these. A pattern that is not here, or that a
# later version of the parser writes otherwise, is looked for everywhere.
_SIGNS = {
    BACKTICK_RE: ("`",),
    ESCAPE_RE: ("\\",),
    r"\[\^([^\]]*)\]": ("[^",),
    LINK_RE: ("[",),
    IMAGE_LINK_RE: ("![",),
    AUTOLINK_RE: ("://",),
    AUTOMAIL_RE: ("@",),
    LINE_BREAK_RE: ("  \n",),
    HTML_RE: ("<",),
    ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
}
_NAME = "inline"
_HANDLE, _APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"
_PRIORITY = 20


# What these find has its address in a line like `[name]: address`; in a text without one they find nothing.
_BY_NAME = (
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    ImageReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
)
# A pattern and its signs, and how to find all of it at once if that can be.
_Looked = Sequence[tuple[Any, str | None, str, re.Pattern[str] | None]]
_PLAIN_LINK = re.compile(rf"""\[([^][]*+)\]\(([^][\s()<>'"{STX}]*+)\)""")


class _Link(LinkInlineProcessor):
    """Reads a link as the parser does, and a plain one without looking at each sign in it."""

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:  # noqa: N802 - as the parser calls it
        """The link, and where it begins and ends."""
        plain = _PLAIN_LINK.match(data, m.start())
        if plain is None:
            return super().handleMatch(m, data)
        link = Element("a")
        link.text = plain[1]
        link.set("href", plain[2])
        return link, m.start(), plain.end()


class Sooner(InlineProcessor):
    """Does what the parser's own does, to the same effect."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look through a tree, for addresses by name only when the text gives these."""
        self._patterns = self._all if self.md.references else self._without_names
        return super().run(tree, ancestors)

    def handle(self, data: str, index: int = 0) -> str:
        """The text with placeholders for what the patterns from `index` on find in it."""
        if isinstance(data, AtomicString) or not self._any.search(data):
            return data
        is_whole, start = index == 0, 0
        while index < len(self._patterns):
            pattern, sign, other, tags = self._patterns[index]
            if sign is None or (sign not in data and other not in data):
                index, start = index + 1, 0
                continue
            if tags:
                data, index = self._put_aside(tags, pattern, data, is_whole=is_whole), index + 1
                continue
            data, matched, start = getattr(self, _APPLY)(pattern, data, index, start)
            index += not matched
        return data

    def _put_aside(self, tags: re.Pattern[str], pattern: HtmlInlineProcessor, data: str, *, is_whole: bool) -> str:
        """The text with a placeholder for each tag in it; the parser puts that aside once more, for its other marks.

        The second time can be left out in a text that is not part of another and has no other marks.
        """
        stash, nodes = self.md.htmlStash, self.stashed_nodes
        is_whole = is_whole and "*" not in data and "_" not in data

        def put(found: re.Match[str]) -> str:
            tag = found[1]
            node = str(pattern.handleMatch(found, data)[0]) if STX in tag else stash.store(tag)
            number = f"{len(nodes):04d}"
            nodes[number] = node
            return node if is_whole else INLINE_PLACEHOLDER % number

        return tags.sub(put, data)

    def get_ready(self) -> None:
        """Look up the patterns once: the parser asks its registry for each of them, at each text."""
        found = [(each, _SIGNS.get(str(getattr(each, "pattern", "")), ("",))) for each in self.inlinePatterns]
        self._all: _Looked = [(_sooner(each), signs[0], signs[-1], _at_once(each)) for each, signs in found]
        self._without_names: _Looked = [
            (each, None if type(each) in _BY_NAME else sign, *others) for each, sign, *others in self._all
        ]
        self._any = re.compile("|".join(re.escape(sign) for _, signs in found for sign in signs))


def _sooner(pattern: Any) -> Any:
    return _Link(pattern.pattern, pattern.md) if type(pattern) is LinkInlineProcessor else pattern


def _at_once(pattern: Any) -> re.Pattern[str] | None:
    """What finds all tags, or other HTML, of a text at once; None for a pattern of something else."""
    is_html = type(pattern) is HtmlInlineProcessor and not pattern.ANCESTOR_EXCLUDES
    return pattern.getCompiledRegExp() if is_html and pattern.pattern in (HTML_RE, ENTITY_RE) else None


# The parser calls its own by the name that Python gives to what is private.
setattr(Sooner, _HANDLE, Sooner.handle)


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in this place, or works in another way inside."""
    if type(parser.treeprocessors[_NAME]) is InlineProcessor and _is_as_we_know_it():
        made = Sooner(parser)
        made.get_ready()
        parser.treeprocessors.register(made, _NAME, _PRIORITY)
    return parser


def _is_as_we_know_it() -> bool:
    """Whether the parser still has the two parts of its own that `Sooner` replaces and uses."""
    return hasattr(InlineProcessor, _HANDLE) and hasattr(InlineProcessor, _APPLY)
