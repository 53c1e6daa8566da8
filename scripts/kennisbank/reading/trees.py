"""What is done to the tree of a text, only where there is something to do: hardly any text has what is looked for."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

_REPLACE, _UNESCAPE = "replace_marker", "unescape"


class Contents:
    """Puts the contents of a page in the place of their marker as the parser does."""

    def __init__(self, found: TocTreeprocessor) -> None:
        """Take what does so in the parser, of which this takes the place."""
        self._marker, self._replace = found.marker, found.replace_marker

    def replace_marker(self, root: Element, contents: Element) -> None:
        """Replace the marker if it stands anywhere; the parser reads all that stands in each element, to see that."""
        if any(self._marker in (each.text or "") for each in root.iter()):
            self._replace(root, contents)


class Escaped:
    """Gives escaped signs back as the parser does."""

    def __init__(self, found: UnescapeTreeprocessor) -> None:
        """Take what does so in the parser, of which this takes the place."""
        self._unescape = found.unescape

    def unescape(self, text: str) -> str:
        """The text with its escaped signs; the parser looks through each for a number between two marks."""
        return self._unescape(text) if STX in text else text


def sooner(parser: Markdown) -> Markdown:
    """The parser, faster; as it is when it has something else in these places. All its extensions have been added."""
    for found in parser.treeprocessors:
        if type(found) is TocTreeprocessor:
            setattr(found, _REPLACE, Contents(found).replace_marker)
        elif type(found) is UnescapeTreeprocessor:
            setattr(found, _UNESCAPE, Escaped(found).unescape)
    return parser
