"""The tags of HTML in which all of them are written plainly: what they say is then known without reading it whole.

A browser takes a tag to begin at `<` before a letter, wherever it stands (https://html.spec.whatwg.org/#tag-open-state),
and makes elements with attributes of nothing else. So where each such place begins a tag that is read in one way only,
these tags are all there can be. In a comment or a script they may be none; who judges them is then stricter.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from html import unescape

from .html_judge import Kind

_BEGIN = re.compile(r"<[a-zA-Z]")
_ATTRIBUTE = r'[ \n]+[a-zA-Z][a-zA-Z0-9:._-]*(?:="[^"\0\r]*")?'
_START = re.compile(rf"<[a-z][a-z0-9]*(?:{_ATTRIBUTE})*+[ \n]*/?>")
ATTRIBUTES = re.compile(r'[ \n]([a-zA-Z][a-zA-Z0-9:._-]*)(?:="([^"]*)")?')
"""The names and values in a plain tag; the value is None when there is none."""
TAG = re.compile(
    rf"<(?:(?P<end>/)(?=[a-z0-9]+>))?(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:{_ATTRIBUTE})*+)[ \n]*(?P<closed>/?)>"
)
"""A plain tag that begins or ends an element."""
_NAME = re.compile(r"[a-z0-9]+")
# Of other signs by name, and of some numbers, what they stand for depends on what comes after them.
_STRANGE_SIGN = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34);)")
# What is no plain tag, or a sign by a number that is not written whole.
_ODD = re.compile(r"<(?:[!?]|/(?![a-z][a-z0-9]*>))|&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+);)")
# What stands in these is no HTML.
_TEXT_ONLY = re.compile(r"<(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)\b")
_NAMES = re.compile(r"[ \n](?:id|name)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")


def plain_tags(html: str) -> set[str] | None:
    """The start tags in a piece or page of HTML, each once, as they are written; None when one may be another."""
    tags = _START.findall(html)
    return {*tags} if len(tags) == len(_BEGIN.findall(html)) else None


def kind_of_tag(tag: str, free: Collection[str] = ()) -> Kind | None:
    """What a plain tag makes, without its attributes of these names; None when what they say may be something else.

    Of an attribute that stands there twice a browser takes the first; some signs are other ones with what comes next.
    """
    name = _NAME.match(tag, 1)
    found = [part for part in ATTRIBUTES.findall(tag) if part[0] not in free]
    if name is None or len(dict(found)) < len(found):
        return None
    if "&" not in tag:
        return name[0], tuple(found)
    if any(_STRANGE_SIGN.search(value) for _, value in found):
        return None
    return name[0], tuple((name, unescape(value)) for name, value in found)


@lru_cache(maxsize=256)
def is_plain_code(code: str) -> bool:
    """Whether a script says the same where a browser reads it as a script and where as text, as in a drawing."""
    return unescape(code) == code and not _MARKUP.search(code)


@lru_cache(maxsize=1)
def tags_of_plain(html: str) -> frozenset[str] | None:
    """The start tags in a text of which every tag is plain and means the same wherever it stands; None of others.

    The last text is remembered: it is asked for by all who read it.
    """
    tags = plain_tags(html)
    if tags is None or html[-1:] != "\n" or _ODD.search(html):
        return None
    strange = any(_TEXT_ONLY.match(tag) or ("&" in tag and _STRANGE_SIGN.search(tag)) for tag in tags)
    return None if strange else frozenset(tags)


def anchors_in(html: str) -> set[str] | None:
    """What can be linked to in a text by its tags; None when not all of these are plain, or an anchor has no name."""
    tags = tags_of_plain(html)
    if tags is None:
        return None
    found = set()
    for tag in filter(_NAMES.search, tags):
        for name, value in (each.groups() for each in ATTRIBUTES.finditer(tag)):
            if name.lower() == "id" or (name.lower() == "name" and tag[:2] == "<a" and not tag[2].isalnum()):
                if value is None:
                    return None
                found.add(unescape(value))
    return found
