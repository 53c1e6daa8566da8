"""Marks within a line, looked for only where their signs are: most lines have two kinds of the fourteen there are."""

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
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

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


class Sooner(InlineProcessor):
    """Does what the parser's own does, to the same effect."""

    def handle(self, data: str, index: int = 0) -> str:
        """The text with placeholders for what the patterns from `index` on find in it."""
        if isinstance(data, AtomicString):
            return data
        start = 0
        while index < len(self._known):
            pattern, signs = self._known[index]
            if signs and not any(sign in data for sign in signs):
                index, start = index + 1, 0
                continue
            data, matched, start = getattr(self, _APPLY)(pattern, data, index, start)
            index += not matched
        return data

    def get_ready(self) -> None:
        """Look up the patterns once: the parser asks its registry for each of them, at each text."""
        self._known = [(each, _SIGNS.get(str(getattr(each, "pattern", "")), ())) for each in self.inlinePatterns]


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
