"""Judges HTML by an allow-list: what is not known to be harmless is named.

The HTML is read as a browser reads it (https://html.spec.whatwg.org/#parsing), so that nothing depends on how it is
written. Judging, not cleaning: what would have to be cleaned away should not have been written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Attributes whose value is an address.
ADDRESSES = frozenset(
    (
        *("action", "background", "cite", "data", "formaction", "href", "icon", "longdesc", "manifest", "ping"),
        *("poster", "profile", "src", "srcset", "usemap", "xlink:href"),
    )
)
Kind = tuple[str, tuple[tuple[str, str | None], ...]]
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# What these name is fetched or sent at once, so that it has to be on this site.
_LOADED = frozenset(("button", "form", "image", "img", "input", "script", "use"))
# A browser leaves these out of an address before it reads it (https://url.spec.whatwg.org/#url-parsing).
_UNSEEN = re.compile(r"[\t\r\n]|^[\x00-\x20]+|[\x00-\x20]+$")
SCHEMES = ("http:", "https:", "mailto:")


@dataclass(frozen=True, order=True)
class Offence:
    """Something that may not be there: what it is, in Dutch, and the sign by which it can be found in the source."""

    what: str
    sign: str


@dataclass(frozen=True, eq=False)
class Allowed:
    """What may be there: attributes for each element, attributes that any element may have, and schemes in a link.

    It is known by identity, so that judgements can be remembered: its tables are not to be changed.

    An attribute maps to a pattern for its whole value, or to None when any value is fine; a name that ends in `-` (as
    `data-`) stands for all attributes that begin so. Addresses are judged as well, wherever they stand.
    """

    elements: Mapping[str, Mapping[str, re.Pattern[str] | None]]
    everywhere: Mapping[str, re.Pattern[str] | None] = field(default_factory=dict)
    schemes: tuple[str, ...] = SCHEMES


def kind_of(node: LexborNode) -> Kind:
    """What an element is, without what stands in it."""
    return node.tag or "", tuple(node.attributes.items())


def offences(kinds: Iterable[Kind], allowed: Allowed) -> tuple[Offence, ...]:
    """Everything in elements of these kinds that is not allowed, once, sorted; most elements of a site are alike."""
    found = {offence for tag, attributes in {*kinds} for offence in _of_element(tag, attributes, allowed)}
    return tuple(sorted(found))


def elements(html: str) -> Iterator[LexborNode]:
    """Every element in a piece or page of HTML, also those in a template, which stand outside its tree."""
    root = LexborHTMLParser(html).root
    if root:
        yield from _below(root)


def _below(root: LexborNode) -> Iterator[LexborNode]:
    for node in root.traverse(include_text=False):
        if node.is_element_node:
            yield node
    for fragment in root.template_fragments():
        yield from _below(fragment)


@lru_cache(maxsize=1 << 14)
def _of_element(tag: str, attributes: tuple[tuple[str, str | None], ...], allowed: Allowed) -> tuple[Offence, ...]:
    if tag not in allowed.elements:
        return (Offence(f"het element <{tag}>", f"<{tag}"),)
    found = (_of_attribute(tag, name, value or "", allowed) for name, value in attributes)
    return tuple(chain.from_iterable(found))


def _of_attribute(tag: str, name: str, value: str, allowed: Allowed) -> Iterator[Offence]:
    family = f"{name.partition('-')[0]}-"
    for table in (allowed.elements[tag], allowed.everywhere):
        known = name if name in table else family
        if known in table:
            pattern = table[known]
            if pattern is not None and not pattern.fullmatch(value):
                yield Offence(f"de waarde '{value}' van '{name}' bij <{tag}>", value)
            break
    else:
        yield Offence(f"het kenmerk '{name}' bij <{tag}>", name)
    if name in ADDRESSES and not is_allowed_address(value, () if tag in _LOADED else allowed.schemes):
        yield Offence(f"het adres '{value}'", value)


def is_allowed_address(address: str, schemes: tuple[str, ...] = SCHEMES) -> bool:
    """Whether an address is one on this site, or one with a scheme that is allowed."""
    seen = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(seen)
    if scheme:
        return scheme[0].lower() in schemes
    return not re.match(r"[/\\]{2}", seen) and "\\" not in seen
