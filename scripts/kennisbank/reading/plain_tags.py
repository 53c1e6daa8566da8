"""The tags of HTML in which all of them are written plainly: what they say is then known without reading it whole.

A browser takes a tag to begin at `<` before a letter, wherever it stands (https://html.spec.whatwg.org/#tag-open-state),
and makes elements with attributes of nothing else. So where each such place begins a tag that is read in one way only,
these tags are all there can be. In a comment or a script they may be none; who judges them is then stricter.
"""

import re
from collections.abc import Collection
from html import unescape

from .html_judge import Kind

_BEGIN = re.compile(r"<[a-zA-Z]")
_ATTRIBUTE = r'[ \n]+[a-zA-Z][a-zA-Z0-9:._-]*(?:="[^"\0\r]*")?'
_TAG = re.compile(rf"<[a-z][a-z0-9]*(?:{_ATTRIBUTE})*+[ \n]*/?>")
_PARTS = re.compile(r'[ \n]([a-zA-Z][a-zA-Z0-9:._-]*)(?:="([^"]*)")?')
_NAME = re.compile(r"[a-z0-9]+")
# Of other signs by name, and of some numbers, what they stand for depends on what comes after them.
_STRANGE_SIGN = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34);)")
_MARKUP = re.compile(r"<[a-zA-Z/!?]")


def plain_tags(html: str) -> set[str] | None:
    """The start tags in a piece or page of HTML, each once, as they are written; None when one may be another."""
    tags = _TAG.findall(html)
    return {*tags} if len(tags) == len(_BEGIN.findall(html)) else None


def kind_of_tag(tag: str, free: Collection[str] = ()) -> Kind | None:
    """What a plain tag makes, without its attributes of these names; None when what they say may be something else.

    Of an attribute that stands there twice a browser takes the first; some signs are other ones with what comes next.
    """
    name = _NAME.match(tag, 1)
    found = [part for part in _PARTS.findall(tag) if part[0] not in free]
    if name is None or len(dict(found)) < len(found):
        return None
    if "&" not in tag:
        return name[0], tuple(found)
    if any(_STRANGE_SIGN.search(value) for _, value in found):
        return None
    return name[0], tuple((name, unescape(value)) for name, value in found)


def is_plain_code(code: str) -> bool:
    """Whether a script says the same where a browser reads it as a script and where as text, as in a drawing."""
    return unescape(code) == code and not _MARKUP.search(code)
